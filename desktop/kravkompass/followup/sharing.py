"""What of a contract's outcomes can be given to another municipality, and what stays at home. No person goes along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kravkompass.followup.activity import Outcome, Status
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Meeting
from kravkompass.followup.reuse import conditions
from kravkompass.followup.shared_finding import Seen, SharedFinding, number_key
from kravkompass.guidance.personal_number import has_personal_number
from kravkompass.language import text

FOUND = frozenset({Status.MET, Status.PARTLY, Status.NOT_MET})
SHORTEST_NAME = 3
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_NAMELIKE = re.compile(r"\b[A-ZÅÄÖÆØÉ][\w-]+(?: [A-ZÅÄÖÆØÉ][\w-]+)+")
_COMPANIES = frozenset({"AB", "AS", "ASA", "HB", "KB", "ANS", "DA", "SA", "BA"})
_TABLES = ("csv", "excel", "spreadsheet")


class Held(StrEnum):
    """Why something stays at home."""

    NO_NUMBER = "no-number"
    SOLE_TRADER = "sole-trader"
    PERSONAL_NUMBER = "personal-number"
    NAME = "name"
    MAIL = "mail"


HELD: Mapping[Held, str] = {
    Held.NO_NUMBER: text("The supplier has no organisation number, so nobody else could find it. Add the number first."),
    Held.SOLE_TRADER: text("The organisation number is a person's identity number (a sole trader). It does not leave."),
    Held.PERSONAL_NUMBER: text("There is what looks like a person's identity number in the text. It does not leave."),
    Held.NAME: text("The note names a person. Leave the note out, or write it without the name."),
    Held.MAIL: text("The note has an e-mail address. Leave the note out, or write it without the address."),
}
"""What is said about each."""


@dataclass(frozen=True, slots=True)
class Shareable:
    """The latest outcome of a requirement at a supplier, and the finding it would leave as: without its note.

    ``held`` says why it cannot leave at all. ``note`` is what was written here, for the buyer to send along or not.
    """

    finding: SharedFinding
    requirement: FrozenRequirement
    supplier: Supplier
    note: str
    held: Held | None = None


def shareable(
    contract: Contract,
    suppliers: Sequence[Supplier],
    requirements: Sequence[FrozenRequirement],
    outcomes: Iterable[Outcome],
    evidence: Sequence[Evidence],
) -> tuple[Shareable, ...]:
    """Give what was found by checks of one's own, the latest of each requirement at each supplier, in the order of both lists.

    ``outcomes`` stand in the order they were made. What was taken over from others is theirs to share.
    """
    latest = {(one.supplier, one.requirement): one for one in outcomes if one.status.is_checked}
    found = []
    for supplier in suppliers:
        for requirement in requirements:
            outcome = latest.get((supplier.id, requirement.id))
            if outcome is not None and outcome.status in FOUND and not outcome.taken_over:
                finding = _finding(contract, supplier, requirement, outcome, evidence)
                found.append(Shareable(finding, requirement, supplier, outcome.note, _held(finding)))
    return tuple(found)


def with_note(one: Shareable, note: str) -> SharedFinding:
    """Give the finding as it leaves, with a note."""
    return replace(one.finding, note=note.strip())


def held_note(note: str, names: Iterable[str]) -> Held | None:
    """Say why a note cannot leave: an identity number, an e-mail address, or one of the names that are known here."""
    if has_personal_number(note):
        return Held.PERSONAL_NUMBER
    if _MAIL.search(note):
        return Held.MAIL
    parts = {part for name in names for part in re.findall(r"[^\W\d_]+", name) if len(part) >= SHORTEST_NAME}
    return Held.NAME if parts & set(re.findall(r"[^\W\d_]+", note)) else None


def perhaps_names(note: str) -> tuple[str, ...]:
    """Give what may be somebody's name: two or more words with capitals beside each other, not at the end of which a company's form stands."""
    found = (one[0] for one in _NAMELIKE.finditer(note))
    return tuple(one for one in dict.fromkeys(found) if one.split()[-1] not in _COMPANIES)


def known_names(contract: Contract, suppliers: Iterable[Supplier], meetings: Iterable[Meeting], user: str) -> Iterator[str]:
    """Give the names of everybody the contract knows: who answers for it, the suppliers' contacts and who came to meetings."""
    yield from (contract.responsible, user)
    yield from (contact.name for supplier in suppliers for contact in supplier.contacts)
    yield from (one.name for meeting in meetings for one in meeting.present)


def _finding(
    contract: Contract, supplier: Supplier, requirement: FrozenRequirement, outcome: Outcome, evidence: Iterable[Evidence]
) -> SharedFinding:
    seen = {_seen(one.media_type) for one in evidence if requirement.id in one.requirements and one.supplier in {"", supplier.id}}
    return SharedFinding(
        id="",
        contract="",
        origin=contract.organisation,
        country=contract.country,
        supplier=supplier.name,
        number=supplier.number,
        agreed=conditions(requirement),
        day=outcome.day,
        status=outcome.status,
        method=outcome.method,
        evidence=tuple(kind for kind in Seen if kind in seen),
        source=outcome.id,
    )


def _held(finding: SharedFinding) -> Held | None:
    if not any(letter.isdigit() for letter in finding.number):
        return Held.NO_NUMBER
    if has_personal_number(finding.number) or has_personal_number(number_key(finding.number)):
        return Held.SOLE_TRADER
    texts = (finding.supplier, *finding.agreed.wording.values(), *(str(value) for value in finding.agreed.values.values()))
    return Held.PERSONAL_NUMBER if any(has_personal_number(words) for words in texts) else None


def _seen(media_type: str) -> Seen:
    if media_type.startswith("image/"):
        return Seen.PICTURE
    if any(word in media_type for word in _TABLES):
        return Seen.TABLE
    return Seen.DOCUMENT if media_type.startswith(("application/pdf", "text/")) or "word" in media_type else Seen.OTHER
