"""One contract from its signing on, through its screens: a clock that is set by hand, what the log gained, and what must never be lost."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tests.catalog.real import catalog, finder
from tests.documents.test_chronology import entries
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.followup.activity import KeptActivity, Outcome, State
from kravkompass.followup.contract import Supplier
from kravkompass.followup.deviation import Deviation, LadderStep
from kravkompass.followup.event import Event, Verb
from kravkompass.followup.meeting import Meeting, Promise
from kravkompass.followup.replanning import is_moved
from kravkompass.language import Language, Languages
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.chronicle import Chronicle
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_agreement import Agreement
from kravkompass.screens.contract_plan import ContractPlan
from kravkompass.screens.signing import Signing
from kravkompass.screens.wizard import Wizard

SIGNED, START = date(2027, 2, 15), date(2027, 3, 1)
SUPPLIER = "Tänkta Varor i Provstad AB"
DONE_FOR_GOOD = (Outcome, Deviation, LadderStep, Meeting, Promise)
"""Kinds of parts that planning anew must leave exactly as they are."""


@dataclass(frozen=True)
class Place:
    """A country: the example that is bought, the language of the contract, and the invented supplier's number."""

    country: Country
    example: str
    language: Language
    number: str


PLACES = (
    Place(Country.SWEDEN, "kalmar-fruit", Language.SWEDISH, "556012-5790"),
    Place(Country.NORWAY, "lillestrom-workwear", Language.BOKMAL, "900 000 000"),
)


@dataclass
class Journey:
    """A contract that is followed. ``today`` is set by hand."""

    store: Store
    place: Place
    today: date = SIGNED
    contract: str = ""
    _seen: int = 0
    _kept: dict[str, object] = field(default_factory=dict)

    @property
    def screen(self) -> ContractScreen:
        return ContractScreen(self.store, catalog(), self.contract, lambda: self.today)

    @property
    def plan(self) -> ContractPlan:
        return ContractPlan(self.screen)

    @property
    def agreement(self) -> Agreement:
        return Agreement(self.screen)

    @property
    def supplier(self) -> Supplier:
        (only,) = self.screen.suppliers
        return only

    @property
    def log(self) -> tuple[Event, ...]:
        return self.store.events(self.contract)

    def activities(self, state: State | None = None) -> tuple[KeptActivity, ...]:
        found = self.store.parts(KeptActivity, ("day", "key"), contract=self.contract)
        return tuple(one for one in found if state is None or one.state is state)

    def gained(self) -> Counter[tuple[str, Verb]]:
        """Count what the log gained since it was asked last, by part and verb; the chronology has a row for every entry."""
        log = self.log
        document = Chronicle(self.screen).outline(Languages(self.place.language))
        assert [row[0] for row in entries(document)] == [str(one.number) for one in log]
        assert [one.number for one in log] == sorted({one.number for one in log})
        assert {one.who for one in log} == {"Åsa Öst"}
        new = log[self._seen :]
        self._seen = len(log)
        return Counter((one.part, one.verb) for one in new)

    def remember(self) -> None:
        """Remember what has been done, moved or left out, and all that was found."""
        self._kept = self._lasting()

    def has_lost_nothing(self) -> bool:
        """Whether everything that was remembered stands exactly as it did."""
        now = self._lasting()
        return all(now.get(identity) == part for identity, part in self._kept.items())

    def _lasting(self) -> dict[str, object]:
        kept = [one for one in self.activities() if one.state is not State.PLANNED or is_moved(one) or not one.key]
        others = [one for kind in DONE_FOR_GOOD for one in self.store.parts(kind, contract=self.contract)]
        return {one.id: one for one in (*kept, *others)}


def sign(store: Store, place: Place, organisation: str = "Provkommunen", start: date = START) -> Journey:
    """Take the example of a country, and sign its contract with the invented supplier."""
    with store.change() as change:
        change.keep_settings(Settings(organisation=organisation, name="Åsa Öst"))
        example = next(one for one in EXAMPLES if one.name == place.example)
        purchase = change.add(replace(example.purchase(), id=""))
    wizard = Wizard(store, catalog(), purchase, lambda: TODAY, finder)
    contract = Signing(wizard).sign(SUPPLIER, place.number, SIGNED, start, place.language)
    return Journey(store, place, contract=contract)


def original(folder: Path, name: str) -> Path:
    """A file to keep as evidence."""
    file = folder / name
    with suppress(FileExistsError):
        file.touch(exist_ok=False)
        file.write_bytes(f"%PDF-1.7 {name}".encode())
    return file
