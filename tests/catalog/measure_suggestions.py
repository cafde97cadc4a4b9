"""How often the right product group is suggested, measured on real purchases.

Run it with the folder of reference purchases in KRAVKOMPASS_DATA::

    python -m tests.catalog.measure_suggestions

A purchase belongs to one of two halves by its number. Words are chosen with the first half in view; the second one tells whether they are general.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import yaml
from tests.catalog.real import catalog

from kravkompass.catalog.search import Finder
from kravkompass.catalog.terms import Country

FOLDER = "KRAVKOMPASS_DATA"
TOPICS = Path(__file__).parent / "topics.yaml"


class By(Enum):
    """What a purchase is looked up by."""

    TITLE = "title"
    TEXT = "title and description"
    CODES = "codes"
    BOTH = "title and codes"


@dataclass(frozen=True, slots=True)
class Known:
    """A purchase whose topic is known."""

    title: str
    description: str
    cpv: tuple[str, ...]
    country: Country
    topic: str
    first_half: bool

    def asked(self, by: By) -> tuple[str, Sequence[str]]:
        """Give the text and the codes to ask with."""
        text = {By.TITLE: self.title, By.TEXT: f"{self.title}. {self.description}", By.CODES: "", By.BOTH: self.title}[by]
        return text, self.cpv if by in {By.CODES, By.BOTH} else ()


@dataclass(slots=True)
class Rate:
    """How many were found, of how many."""

    asked: int = 0
    first: int = 0
    among_three: int = 0

    @property
    def top1(self) -> float:
        """The share whose first suggestion is right (0–1)."""
        return self.first / max(1, self.asked)

    @property
    def top3(self) -> float:
        """The share with a right one among the first three (0–1)."""
        return self.among_three / max(1, self.asked)


def topics() -> dict[str, frozenset[str]]:
    """Give the product groups that are right for each topic."""
    listed = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    return {topic: frozenset(entry["groups"]) for topic, entry in listed.items()}


def purchases(folder: Path) -> list[Known]:
    """Read the reference purchases."""
    lines = (folder / "notices.jsonl").read_text(encoding="utf-8").splitlines()
    return [_known(json.loads(line)) for line in lines if line]


def measure(finder: Finder, known: Iterable[Known], by: By) -> dict[str, Rate]:
    """Count how often a right group is found: in all (under “all”), per country and per topic."""
    right = topics()
    rates: dict[str, Rate] = defaultdict(Rate)
    for one in known:
        text, codes = one.asked(by)
        suggested = [suggestion.group.id for suggestion in finder.suggest(text, codes, one.country)]
        for name in ("all", one.country.value, one.topic):
            rates[name].asked += 1
            rates[name].first += suggested[:1] != [] and suggested[0] in right[one.topic]
            rates[name].among_three += any(group in right[one.topic] for group in suggested[:3])
    return rates


def _known(notice: dict[str, object]) -> Known:
    number = str(notice["id"])
    codes = notice["cpv"]
    return Known(
        title=str(notice["title"]),
        description=str(notice["description"] or ""),
        cpv=tuple(map(str, codes)) if isinstance(codes, list) else (str(codes),),
        country=Country(str(notice["country"]).lower()),
        topic=str(notice["topic"]),
        first_half=hashlib.sha256(number.encode()).digest()[-1] % 2 == 0,
    )


def _lines(finder: Finder, known: Sequence[Known]) -> Iterator[str]:
    for half, first in (("first half", True), ("second half", False)):
        part = [one for one in known if one.first_half is first]
        yield f"{half}: {len(part)} purchases"
        for by in By:
            rates = measure(finder, part, by)
            figures = (f"{name} {rates[name].top1:6.1%} {rates[name].top3:6.1%}" for name in ("all", "se", "no"))
            yield f"  by {by.value:22}  top-1, top-3:  " + "   ".join(figures)
    yield "per topic, both halves: top-3 by title, by codes, by both"
    by_topic = {by: measure(finder, known, by) for by in By}
    for topic in topics():
        shares = "  ".join(f"{by_topic[by][topic].top3:6.1%}" for by in (By.TITLE, By.CODES, By.BOTH))
        yield f"  {topic:26} {by_topic[By.TITLE][topic].asked:5}  {shares}"


def main() -> int:
    """Print the figures."""
    if not (folder := os.environ.get(FOLDER)):
        print(f"Set {FOLDER} to the folder of reference purchases.", file=sys.stderr)
        return 2
    print("\n".join(_lines(Finder(catalog()), purchases(Path(folder)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
