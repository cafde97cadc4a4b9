"""The chronology of a deviation, or of a whole contract: every entry of the log, in its order, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.documents.chronology_saying import Saying
from kravkompass.documents.contract_front import contract_document, supplier_name
from kravkompass.documents.outline import BulletList, Cell, Column, Document, Fact, Manner, Paragraph, Row, Section, Span, Table
from kravkompass.followup.chronology import CHRONOLOGY_OF_CONTRACT, CHRONOLOGY_OF_DEVIATION, log_checksum
from kravkompass.followup.contract import texts_in
from kravkompass.followup.deviation_naming import when_due
from kravkompass.followup.event import Verb
from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
    from kravkompass.followup.deviation import Deviation
    from kravkompass.followup.event import Event
    from kravkompass.language import Translation

VERBS = {Verb.ADDED: text("New: {what}"), Verb.CHANGED: text("Changed: {what}"), Verb.REMOVED: text("Taken away: {what}")}


@dataclass(frozen=True, slots=True)
class Original:
    """A document that is kept: what it is, and its checksum (SHA-256)."""

    name: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """What a chronology is made from: the entries, in the order of the log, of a contract or of one deviation of it.

    ``requirements`` are those of the contract by id, ``originals`` the documents that belong to the entries. ``log`` is the whole log of
    the contract, which says what other parts are called.
    """

    contract: Contract
    events: Sequence[Event]
    day: date
    translation: Translation
    requirements: Mapping[str, FrozenRequirement] = field(default_factory=dict)
    originals: Sequence[Original] = ()
    deviation: Deviation | None = None
    supplier: Supplier | None = None
    log: Sequence[Event] = ()


def chronology(made: Chronology) -> Document:
    """Give the chronology as an outline."""
    say = made.translation.say
    return contract_document(
        made.contract,
        made.day,
        made.translation,
        say(CHRONOLOGY_OF_DEVIATION if made.deviation is not None else CHRONOLOGY_OF_CONTRACT),
        say("What was done and when, as it stands in the log"),
        (_entries(made), _originals(made)),
        summary=say("Every entry of the log, in the order they were written. Nothing in the log is ever altered."),
        facts=_facts(made),
    )


def _facts(made: Chronology) -> Iterator[Fact]:
    say, formats, deviation = made.translation.say, made.translation.formats, made.deviation
    if made.supplier is not None:
        yield Fact(say("Supplier"), supplier_name(made.supplier))
    if deviation is not None:
        yield Fact(say("Deviation"), deviation.what)
        if deviation.requirement in made.requirements:
            requirement = made.requirements[deviation.requirement]
            language, texts = texts_in(requirement, made.translation.language)
            foreign = language if language != made.translation.language.value else ""
            yield Fact(say("Requirement"), (f"{requirement.number} ", Span(texts.title, language=foreign)))
        yield Fact(say("How serious it is"), name(deviation.severity, made.translation))
        yield Fact(say("How it stands"), when_due(deviation, made.day, made.translation))
    yield Fact(say("Entries"), formats.number(len(made.events)))
    yield Fact(say("Checksum of the entries"), log_checksum(made.events))


def _entries(made: Chronology) -> Section:
    say = made.translation.say
    saying = Saying((*made.log, *made.events), _requirement_names(made), made.contract.country, made.translation)
    columns = (Column(say("No."), 0.6), Column(say("When"), 1.5), Column(say("Who"), 1.4), Column(say("What"), 5.5))
    rows = tuple(_row(made, saying, event) for event in made.events)
    lead = Paragraph(say("The number is the entry's own in the log. The time is that of the place."), Manner.LEAD)
    return Section(say("Entries"), (lead, Table(columns, rows, summary=say("Entries"))))


def _row(made: Chronology, saying: Saying, event: Event) -> Row:
    say = made.translation.say
    what = say(VERBS[event.verb], what=saying.part(event))
    about = saying.about(event)
    head = Paragraph((Span(what, bold=True), f". {about}") if about else Span(what, bold=True))
    details = tuple(saying.details(event))
    blocks = (head, BulletList(details)) if details else (head,)
    return Row((str(event.number), saying.time(event.at), event.who or say("No name"), Cell(blocks)))


def _originals(made: Chronology) -> Section:
    say = made.translation.say
    columns = (Column(say("Document"), 3), Column(say("Checksum (SHA-256)"), 5))
    rows = tuple(Row((one.name, one.checksum)) for one in made.originals)
    lead = Paragraph(say("A copy of a document is the same as the one kept when its checksum is the same."), Manner.LEAD)
    return Section(say("Documents"), (lead, Table(columns, rows, empty=say("No document belongs to the entries."))))


def _requirement_names(made: Chronology) -> dict[str, str]:
    language = made.translation.language
    return {identity: f"{one.number} {texts_in(one, language)[1].title}" for identity, one in made.requirements.items()}
