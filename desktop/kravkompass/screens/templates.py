"""Templates of purchases: made of one, begun from, renamed, put away, and given to others as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.purchases.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kravkompass.purchases.rows import TemplateRow
    from kravkompass.purchases.store import Store


class Templates:
    """The templates, by name."""

    kinds = frozenset({Kind.TEMPLATES})

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store

    def rows(self) -> tuple[TemplateRow, ...]:
        """Give the templates."""
        return self._store().templates()

    def make(self, purchase: str, name: str) -> str:
        """Make a template of a purchase, under a name, and give its id."""
        whole = self._store().purchase(purchase)
        with self._store().change() as change:
            return change.keep_template(whole, name)

    def begin(self, template: str) -> str:
        """Begin a purchase from a template, and give the purchase's id."""
        with self._store().change() as change:
            return change.begin(template)

    def rename(self, template: str, name: str) -> None:
        """Give a template another name."""
        with self._store().change() as change:
            change.rename_template(template, name)

    def delete(self, template: str) -> None:
        """Put a template in the trash."""
        with self._store().change() as change:
            change.delete_template(template)

    def restore(self, template: str) -> None:
        """Take a template out of the trash."""
        with self._store().change() as change:
            change.restore_template(template)

    def write(self, template: str, file: Path) -> None:
        """Write a template to a file, in the exchange form of a purchase.

        Raises:
            KnownError: the file cannot be written; an older one stays whole.
        """
        from kravkompass.purchases.exchange import write_purchase_file

        write_purchase_file(self._store().template(template), file)

    def read(self, file: Path) -> str:
        """Keep what stands in a purchase file as a template, and give its id.

        Raises:
            KnownError: of ``exchange_errors``: the file cannot be read or is no purchase.
        """
        from kravkompass.purchases.exchange import read_purchase_file

        purchase = read_purchase_file(file).purchase
        with self._store().change() as change:
            return change.keep_template(purchase, purchase.title or file.stem)
