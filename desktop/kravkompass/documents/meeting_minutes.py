"""The minutes of a meeting with a supplier: what was gone through, what was found, what was promised, and room to approve it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.minutes_matter import STATUS_TONES, heading, matter_card
from kravkompass.documents.outline import (
    Badge,
    Badges,
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Field,
    FieldKind,
    Manner,
    Paragraph,
    Row,
    Section,
    Table,
    Together,
)
from kravkompass.followup.meeting import MatterKind, Side
from kravkompass.followup.meeting_naming import KIND_NAMES, SIDE_NAMES, status_name

if TYPE_CHECKING:
    from kravkompass.documents.photo import SmallPhoto
    from kravkompass.followup.contract import Contract, Supplier
    from kravkompass.followup.deviation import Deviation
    from kravkompass.followup.evidence import Evidence
    from kravkompass.followup.meeting import Matter, Meeting, Promise
    from kravkompass.followup.subjects import Subject, Subjects
    from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of a meeting are made from. The mappings are by id; ``photos`` are small copies, by the id of the evidence.

    ``promised`` and ``raised`` are the promises and deviations that came of the meeting.
    """

    contract: Contract
    supplier: Supplier
    meeting: Meeting
    matters: Sequence[Matter]
    subjects: Subjects
    evidence: Mapping[str, Evidence]
    photos: Mapping[str, SmallPhoto]
    promised: Sequence[Promise]
    raised: Sequence[Deviation]
    translation: Translation

    def about(self, matter: Matter) -> Subject:
        """Say what a matter is about."""
        return self.subjects.of(matter, self.translation.language)

    def number(self, requirement: str) -> str:
        """Give a requirement's number on the list by its id; a dash for none."""
        found = self.subjects.requirements.get(requirement)
        return found.number if found is not None else "–"


def meeting_minutes(minutes: Minutes) -> Document:
    """Give the minutes as an outline."""
    translation, meeting = minutes.translation, minutes.meeting
    say = translation.say
    blocks: list[Block] = [_in_short(minutes), _promised(minutes), *_raised(minutes), *_gone_through(minutes)]
    if meeting.note:
        blocks.append(Section(say("Other notes"), (Paragraph(meeting.note),)))
    return contract_document(
        minutes.contract,
        meeting.day,
        translation,
        say("Minutes"),
        say("Minutes of a meeting with the supplier"),
        (*blocks, _approval(minutes)),
        facts=_facts(minutes),
    )


def _facts(minutes: Minutes) -> Iterator[Fact]:
    translation, meeting, supplier = minutes.translation, minutes.meeting, minutes.supplier
    say = translation.say
    yield Fact(say("Supplier"), supplier_name(supplier))
    yield Fact(say("Meeting"), say(KIND_NAMES[meeting.kind]))
    yield Fact(say("Place"), meeting.place)
    for side, label in ((Side.BUYER, say("Present for the buyer")), (Side.SUPPLIER, say("Present for the supplier"))):
        there = [f"{one.name} ({one.role})" if one.role else one.name for one in meeting.present if one.side is side and one.name]
        yield Fact(label, ", ".join(there))
    done, of = sum(one.is_dealt_with for one in minutes.matters), len(minutes.matters)
    yield Fact(say("Gone through"), say("{done} of {of} matters", done=translation.formats.number(done), of=translation.formats.number(of)))


def _in_short(minutes: Minutes) -> Section:
    translation = minutes.translation
    say = translation.say
    columns = (Column(say("No."), 0.7), Column(say("Matter"), 4), Column(say("Status"), 1.6))
    rows = []
    for one in minutes.matters:
        badge = Badge(status_name(one, translation), tone=STATUS_TONES[one.status])
        rows.append(Row((*heading(one, minutes), Cell((Badges((badge,)),)))))
    return Section(say("In short"), (Table(columns, tuple(rows), summary=say("All matters with their status")),))


def _promised(minutes: Minutes) -> Section:
    translation = minutes.translation
    say = translation.say
    columns = (
        Column(say("What"), 3.6),
        Column(say("Who"), 1.6),
        Column(say("Side"), 1.2),
        Column(say("By when"), 1.3),
        Column(say("Requirement"), 1),
    )
    rows = tuple(
        Row((
            one.what,
            one.owner,
            say(SIDE_NAMES[one.side]),
            translation.formats.short_date(one.due) if one.due else "",
            minutes.number(one.requirement),
        ))
        for one in minutes.promised
    )
    return Section(say("What was promised"), (Table(columns, rows, empty=say("Nothing was promised at the meeting.")),))


def _raised(minutes: Minutes) -> Iterator[Section]:
    """Give the section of deviations; none when the meeting raised none."""
    translation = minutes.translation
    say = translation.say
    if not minutes.raised:
        return
    columns = (Column(say("Requirement"), 1), Column(say("What was found"), 4), Column(say("A breach is"), 1.6))
    rows = tuple(
        Row((
            minutes.number(one.requirement),
            one.what,
            name(one.severity, translation),
        ))
        for one in minutes.raised
    )
    lead = say("What was not as agreed is followed up as deviations, step by step as the contract says.")
    yield Section(say("Deviations"), (Paragraph(lead, Manner.LEAD), Table(columns, rows)))


def _gone_through(minutes: Minutes) -> Iterator[Section]:
    say = minutes.translation.say
    parts = (
        (say("From earlier meetings"), {MatterKind.PROMISE, MatterKind.DEVIATION}),
        (say("Requirements"), {MatterKind.REQUIREMENT}),
        (say("Other points"), {MatterKind.POINT}),
    )
    for title, kinds in parts:
        cards = tuple(matter_card(one, minutes) for one in minutes.matters if one.kind in kinds)
        if cards:
            yield Section(title, cards)


def _approval(minutes: Minutes) -> Section:
    translation, meeting = minutes.translation, minutes.meeting
    say = translation.say
    planned = translation.formats.long_date(meeting.next_day) if meeting.next_day else say("Not decided")
    lead = say("Both sides have read the minutes and found that they say what was said.")
    lines = (
        Field("approved-buyer", say("Approved by the buyer: day, name and signature"), FieldKind.LINES, lines=2),
        Field("approved-supplier", say("Approved by the supplier: day, name and signature"), FieldKind.LINES, lines=2),
    )
    next_meeting = Paragraph(say("Next meeting: {day}", day=planned))
    return Section(say("Next meeting and approval"), (Together((next_meeting, Paragraph(lead), *lines)),))
