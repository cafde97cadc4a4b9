"""One matter in the minutes of a meeting: the wording agreed, its status, what was noted, shown and promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kravkompass.documents.outline import (
    Badge,
    Block,
    BulletList,
    Card,
    Cell,
    Fact,
    Facts,
    Paragraph,
    Photo,
    Photos,
    Span,
    Text,
    Tone,
)
from kravkompass.followup.activity import Status
from kravkompass.followup.meeting_naming import SIDE_NAMES, said_promise, status_name

if TYPE_CHECKING:
    from kravkompass.documents.meeting_minutes import Minutes
    from kravkompass.followup.evidence import Evidence
    from kravkompass.followup.meeting import Matter, Pledge
    from kravkompass.language import Translation

FIGURES = 12
"""So many figures of a checksum tell a file from every other the two sides will ever hold beside it."""
STATUS_TONES = {
    Status.MET: Tone.GOOD,
    Status.PARTLY: Tone.WATCH,
    Status.NOT_MET: Tone.BAD,
    Status.NOT_CHECKED: Tone.QUIET,
    Status.NOT_APPLICABLE: Tone.QUIET,
    None: Tone.QUIET,
}


def heading(matter: Matter, minutes: Minutes) -> tuple[str, Text]:
    """Give a matter's number and its title."""
    subject = minutes.about(matter)
    title = subject.title or minutes.translation.say("Without a title")
    return subject.number, Span(title, language=_other(subject.language, minutes))


def matter_card(matter: Matter, minutes: Minutes) -> Card:
    """Give a matter whole."""
    say = minutes.translation.say
    number, title = heading(matter, minutes)
    badge = Badge(status_name(matter, minutes.translation), say("Status"), STATUS_TONES[matter.status])
    blocks: list[Block] = list(_agreed(matter, minutes))
    if facts := tuple(_facts(matter, minutes)):
        blocks.append(Facts(facts))
    if photos := tuple(_photos(matter, minutes)):
        blocks.append(Photos(photos))
    return Card(number, title, (badge,), tuple(blocks))


def _agreed(matter: Matter, minutes: Minutes) -> Iterator[Paragraph]:
    """Give the wording the matter is about: of the requirement as it was agreed, or who promised it and by when."""
    say, formats, subject = minutes.translation.say, minutes.translation.formats, minutes.about(matter)
    if subject.texts is not None:
        yield Paragraph(subject.texts.demand, language=_other(subject.language, minutes))
    elif (promise := subject.promise) is not None:
        yield Paragraph(said_promise(promise, minutes.translation))
    elif (deviation := subject.deviation) is not None:
        yield Paragraph(say("Deviation found on {day}.", day=formats.short_date(deviation.found)))


def _facts(matter: Matter, minutes: Minutes) -> Iterator[Fact]:
    translation = minutes.translation
    say = translation.say
    if matter.note:
        yield Fact(say("Note"), matter.note)
    files = tuple(minutes.evidence[one] for one in matter.evidence if one in minutes.evidence)
    if files:
        yield Fact(say("Evidence"), Cell((BulletList(tuple(_file(one, minutes) for one in files)),)))
    pledges = tuple(one for one in matter.pledges if one.what)
    if pledges:
        yield Fact(say("Promised"), Cell((BulletList(tuple(_pledge(one, translation) for one in pledges)),)))


def _file(evidence: Evidence, minutes: Minutes) -> str:
    """Say what a file is and which it is: its name, its days, the first figures of its checksum, and whether a photo is not shown."""
    say, formats = minutes.translation.say, minutes.translation.formats
    parts = [evidence.name, say("received {day}", day=formats.short_date(evidence.received))]
    if evidence.valid_to:
        parts.append(say("valid to {day}", day=formats.short_date(evidence.valid_to)))
    parts.append(say("checksum {figures}", figures=evidence.fingerprint[:FIGURES]))
    if evidence.is_picture and evidence.id not in minutes.photos:
        parts.append(say("a photo that cannot be shown here, kept as a file"))
    return " · ".join(parts)


def _pledge(pledge: Pledge, translation: Translation) -> str:
    due = translation.formats.short_date(pledge.due) if pledge.due else translation.say("no date")
    return " · ".join((pledge.what, pledge.owner or translation.say(SIDE_NAMES[pledge.side]), due))


def _photos(matter: Matter, minutes: Minutes) -> Iterator[Photo]:
    say = minutes.translation.say
    number, _ = heading(matter, minutes)
    for one in matter.evidence:
        if one in minutes.photos and one in minutes.evidence:
            photo, name = minutes.photos[one], minutes.evidence[one].name
            yield Photo(photo.data, photo.wide, photo.high, name, say("Photo for {number}: {name}", number=number, name=name))


def _other(language: str, minutes: Minutes) -> str:
    """Give the language of a text where it is not that of the minutes."""
    return language if language != minutes.translation.language.value else ""
