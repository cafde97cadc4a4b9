"""The wizard's page of export: the version the list gets, how documents are finished, and writing them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kravkompass.documents.edition import Edition
from kravkompass.guidance.listing import fingerprint
from kravkompass.screens.export import Exported, export, own_language
from kravkompass.screens.export_formats import Archiving, Format, Told, Wish, archiving_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kravkompass.language import Languages
    from kravkompass.screens.document_kinds import DocumentKind
    from kravkompass.screens.wizard import Wizard


@dataclass(frozen=True, slots=True)
class Ticked:
    """What was ticked on the page of export, for coming back to it. ``draft`` is None while the buyer has not said."""

    kinds: frozenset[str]
    formats: frozenset[str]
    languages: Languages
    lot: str
    draft: bool | None


class Exporting:
    """Writing the documents of the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    @property
    def sent(self) -> int:
        """The version of the list that went out last; 0 when none has."""
        issues = self._wizard.store.issues(self._wizard.purchase.id)
        return issues[-1].number if issues else 0

    @property
    def next(self) -> int:
        """The version the list gets when it goes out now: the last one, unless the list has changed since."""
        issues = self._wizard.store.issues(self._wizard.purchase.id)
        if issues and issues[-1].fingerprint == self._fingerprint():
            return issues[-1].number
        return len(issues) + 1

    @property
    def archiving(self) -> Archiving:
        """The archival standard that is set."""
        return archiving_of(self._wizard.store.settings())

    def keep_archiving(self, archiving: Archiving) -> None:
        """Set the archival standard, for every document from now on."""
        with self._wizard.store.change() as change:
            change.keep_settings(replace(self._wizard.store.settings(), archive=archiving.value))

    def wish(
        self, kinds: Sequence[DocumentKind], formats: Sequence[Format], languages: Languages, *, draft: bool
    ) -> Wish:
        """Put together what is asked for, with the version, the archival standard and the replies that have come back."""
        replies = self._wizard.store.replies(self._wizard.purchase.id)
        return Wish(
            kinds, formats, languages.first, languages.beside,
            edition=Edition(self.next, draft),
            archiving=self.archiving,
            replies={name: kept.reply for name, kept in replies.items()},
        )  # fmt: skip

    def write(self, folder: Path, wish: Wish, told: Told = lambda _done, _of: None) -> tuple[Exported, ...]:
        """Write documents; unless they are a draft, the list has then gone out in this version. May run beside the window.

        Raises:
            KnownError: the folder or a file cannot be written; nothing half-written is left behind, and nothing has gone out.
        """
        wizard, purchase, content = self._wizard, self._wizard.purchase, self._fingerprint()
        written = export(purchase, wizard.catalog, wizard.today, folder, wish, profile=wizard.profile, told=told)
        if written and not wish.edition.draft:
            with wizard.store.change() as change:
                change.lists.issue(purchase.id, content)
        return written

    def _fingerprint(self) -> str:
        return fingerprint(self._wizard.guide.rows(own_language(self._wizard.purchase.country)))
