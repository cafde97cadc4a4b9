"""The example purchases in the box: exchange files that can be opened as a copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.errors import UnknownExampleError
from kravkompass.language import text
from kravkompass.paths import bundled

if TYPE_CHECKING:
    from kravkompass.guidance.purchase import Purchase


@dataclass(frozen=True, slots=True)
class Example:
    """An example: its name on the command line, its title as in the file, where it is from, and what it shows."""

    name: str
    title: str
    municipality: str
    country: str
    shows: str

    @property
    def file(self) -> Path:
        """The example's exchange file."""
        return bundled("resources", "examples") / f"{self.name}.json"

    def purchase(self) -> Purchase:
        """Read the example. Without decisions of its own: the recommended requirements are proposed."""
        from kravkompass.purchases.exchange import read_purchase_file

        return replace(read_purchase_file(self.file).purchase, example=self.name)


EXAMPLES: tuple[Example, ...] = (
    Example(
        "kalmar-fruit",
        "Frukt och grönt till förskolor",
        "Kalmar",
        "se",
        text("Children, organic, fair trade and origin: also the bananas"),
    ),
    Example(
        "karlstad-repairs",
        "Mindre byggtjänster, reparationer och underhåll",
        "Karlstad",
        "se",
        text("Work on your premises, labour-law terms and dialogue on jobs"),
    ),
    Example(
        "lillestrom-workwear",
        "Arbeidstøy og renholdstjenester",
        "Lillestrøm",
        "no",
        text("Supply chain, animal welfare, serious suppliers and § 7-9"),
    ),
)


def example(name: str) -> Example:
    """Give an example by name.

    Raises:
        UnknownExampleError: there is none.
    """
    for one in EXAMPLES:
        if one.name == name:
            return one
    raise UnknownExampleError(name=name, names=", ".join(one.name for one in EXAMPLES))
