"""Files and photos of a meeting: taken in as evidence of the matter on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, MatterKind
from kravkompass.purchases.model import new_id

if TYPE_CHECKING:
    from kravkompass.screens.meeting import MeetingScreen
    from kravkompass.screens.taking_in import TakenIn


def of_matter(screen: MeetingScreen, matter: Matter) -> tuple[Evidence, ...]:
    """Give the evidence of a matter, in the order it was added."""
    kept = {one.id: one for one in screen.store.parts(Evidence, meeting=screen.meeting.id)}
    return tuple(kept[one] for one in matter.evidence if one in kept)


def add(screen: MeetingScreen, matter: str, file: TakenIn) -> Evidence:
    """Add a file that was taken in to a matter. The same file twice stands there once."""
    here = next(one for one in screen.matters if one.id == matter)
    for one in of_matter(screen, here):
        if one.fingerprint == file.checksum:
            return one
    added = Evidence(
        id=new_id(),
        contract=screen.contract.id,
        fingerprint=file.checksum,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        received=screen.day,
        requirements=(here.about,) if here.kind is MatterKind.REQUIREMENT else (),
        supplier=screen.supplier.id,
        meeting=screen.meeting.id,
        deviation=here.about if here.kind is MatterKind.DEVIATION else "",
    )
    screen.write(matter, added, evidence=(*here.evidence, added.id))
    return added


def remove(screen: MeetingScreen, matter: str, evidence: Evidence) -> None:
    """Take a file away from a matter again; the log of the contract says so, and the original stays kept."""
    here = next(one for one in screen.matters if one.id == matter)
    screen.write(matter, evidence=tuple(one for one in here.evidence if one != evidence.id))
    with screen.store.change() as change:
        change.contracts.drop(evidence)
