"""A contract with requirements and two suppliers, and a meeting with one of them that is about to begin."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image
from tests.catalog.real import catalog
from tests.purchases.contract_samples import activity, contract, frozen

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Contact, Contract, FrozenRequirement, Supplier
from kravkompass.followup.meeting import MeetingKind
from kravkompass.followup.planning import Occasion
from kravkompass.language import Language
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_meetings import Meetings
from kravkompass.screens.meeting import MeetingScreen

DAY = date(2027, 9, 1)
UNSEEN = "Hemliga Grönsaker AB"
"""The other supplier: nothing of it may be seen at the meeting."""


@dataclass(frozen=True)
class World:
    """A store with a contract in it, and its suppliers: the one to meet, and the other."""

    store: Store
    contract: Contract
    supplier: Supplier
    other: Supplier
    requirements: tuple[FrozenRequirement, ...]
    start: KeptActivity

    @property
    def screen(self) -> ContractScreen:
        return ContractScreen(self.store, catalog(), self.contract.id, lambda: DAY)

    @property
    def meetings(self) -> Meetings:
        return Meetings(self.screen)

    def meeting(self, kind: MeetingKind = MeetingKind.START, language: Language = Language.SWEDISH) -> MeetingScreen:
        """A meeting with the supplier, with its agenda."""
        return self.meetings.open(self.meetings.prepare(self.supplier, kind, DAY, language))


def make_world(store: Store, requirements: int = 3) -> World:
    """Make a contract with so many requirements for both suppliers, and one more that only concerns the other."""
    with store.change() as change:
        keep = change.contracts.keep
        made = keep(contract(ended=None, ended_reason="", lots={"1": "Frukt", "2": "Grönt"}))
        contacts = (Contact("Bo Berg", "Kvalitetschef"), Contact("Ida Ek", "Säljare"))
        supplier = keep(Supplier("", made.id, "Frukt i Provstad AB", "556000-0000", contacts, ("1",)))
        other = keep(Supplier("", made.id, UNSEEN, "556000-0001", (), ("2",)))
        for number in range(1, requirements + 1):
            keep(frozen(made.id, f"K{number:02}", f"SE-FOOD-{number}", statutory=False, lots=()))
        keep(frozen(made.id, "K99", "SE-FOOD-99", lots=("2",)))
        start = keep(
            activity(
                made.id,
                DAY,
                occasion=Occasion.START_MEETING,
                methods=(),
                supplier=supplier.id,
                requirements=(),
                state=State.PLANNED,
                done=None,
                used=None,
                title="",
            )
        )
    return World(store, made, supplier, other, store.parts(FrozenRequirement, ("number",), contract=made.id), start)


def photo(folder: Path, number: int, wide: int = 4000, high: int = 3000) -> Path:
    """A photo as large as a telephone takes them, with something to see in it."""
    picture = Image.effect_noise((wide // 8, high // 8), 60 + number).resize((wide, high)).convert("RGB")
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=88)
    file = folder / f"bild-{number}.jpg"
    file.write_bytes(target.getvalue())
    return file
