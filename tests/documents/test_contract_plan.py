"""The plan of a signed contract: as a document with what was done and what is not checked, and as a calendar that knows its events again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest
from docx.oxml.ns import qn
from tests.followup.contracts_made import contract, frozen, supplier

from kravkompass.catalog.terms import Interval, RiskArea, RiskLevel
from kravkompass.documents import pdf, word
from kravkompass.documents.calendar import NoDatesError, render, write
from kravkompass.documents.calendar_memory import sent_before
from kravkompass.documents.contract_calendar import contract_calendar
from kravkompass.documents.contract_plan import PlanSheet, contract_plan
from kravkompass.documents.outline import Block, Card, Document, Section, Table
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Contract, Extension
from kravkompass.followup.laying_out import lay_out
from kravkompass.followup.replanning import unchecked
from kravkompass.language import Language, Translation, translation

DAY = date(2027, 9, 15)
ROWS = (frozen("K01", interval=Interval.HALF_YEARLY), frozen("K02", minutes=900))


def sheet(language: Language = Language.SWEDISH, kept: tuple[KeptActivity, ...] | None = None, **changes: object) -> PlanSheet:
    """A contract's plan half a year on: its start meeting done, a check moved and one left out, and too few hours."""
    made: Contract = contract(**{"hours": 12, "extensions": (Extension(12),), "risks": {RiskArea.LABOUR: RiskLevel.HIGH}, **changes})
    suppliers = (supplier("S1"),)
    laid_out = lay_out(made, ROWS, suppliers)
    there = kept if kept is not None else tuple(_lived(laid_out.activities))
    return PlanSheet(made, suppliers, ROWS, there, unchecked(there, laid_out), DAY, translation(language))


def _lived(activities: tuple[KeptActivity, ...]) -> Iterator[KeptActivity]:
    for place, one in enumerate(activities):
        named = replace(one, id=f"a{place}")
        if one.key == "start-meeting/buyer":
            yield replace(named, state=State.DONE, done=date(2027, 3, 2), used=100, note="Allt gick bra")
        elif one.key == "check/buyer/12":
            yield replace(named, day=date(2028, 4, 3), reason="Semester")
        elif one.key == "check/buyer/18":
            yield replace(named, state=State.DROPPED, reason="Nyss kontrollerat")
        else:
            yield named


def said(document: Document) -> str:
    """Everything the document says, as a browser for Word files would read it."""
    made = docx.Document(io.BytesIO(word.render(document)))
    return "\n".join(text.text or "" for text in made.element.iter(qn("w:t")))


def tables(document: Document) -> list[Table]:
    def walk(blocks: tuple[Block, ...]) -> Iterator[Table]:
        for block in blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Section):
                yield from walk(block.blocks)

    return list(walk(document.blocks))


# ---- the document --------------------------------------------------------------------------------------------------------------------


def test_the_plan_tells_what_was_done_moved_left_out_and_is_not_checked() -> None:
    words = said(contract_plan(sheet()))
    for part in (
        "Klart 2027-03-02",
        "Allt gick bra",
        "Flyttat från 2028-03-01: Semester",
        "Utelämnat: Nyss kontrollerat",
        "Försenat",
        "Timmarna räcker inte",
        "Du har utelämnat kontrollen.",
        "Medelstort",
        "12 månader: inte beslutat",
        "Leverantören ska rapportera.",
    ):
        assert part in words, part


def test_the_plan_is_whole_in_every_language(each_translation: Translation) -> None:
    document = contract_plan(sheet(each_translation.language))
    assert document.language == each_translation.language.value
    assert len(tables(document)) >= 4
    assert len([block for block in document.blocks if isinstance(block, Section)]) == 5
    assert all(isinstance(card, Card) for card in document.blocks[3].blocks)  # type: ignore[union-attr]


def test_a_contract_without_anything_planned_says_so() -> None:
    assert "Inget är planerat ännu" in said(contract_plan(sheet(start=None, kept=())))


def test_the_plan_goes_into_pdf_and_word(tmp_path: Path) -> None:
    document = contract_plan(sheet())
    assert pdf.render(document).startswith(b"%PDF")
    word.write(document, tmp_path / "plan.docx")
    assert (tmp_path / "plan.docx").stat().st_size > 5000


# ---- the calendar --------------------------------------------------------------------------------------------------------------------


def events(made: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(made).walk("VEVENT")}


def test_every_activity_is_an_event_but_for_what_was_left_out() -> None:
    one = sheet()
    found = events(render(contract_calendar(one)))
    assert len(found) == sum(activity.state is not State.DROPPED for activity in one.activities)
    first = min(found.values(), key=lambda event: event.decoded("DTSTART"))
    assert str(first["SUMMARY"]) == "Startmöte med leverantören: Frukt"
    assert "S1" in str(first["DESCRIPTION"])


def test_a_moved_activity_is_the_same_event_and_one_left_out_is_cancelled(tmp_path: Path) -> None:
    before, file = sheet(), tmp_path / "plan.ics"
    write(contract_calendar(before), file)
    first = events(file.read_bytes())
    moved = tuple(
        replace(one, day=date(2028, 5, 2), reason="Senare") if one.key == "check/buyer/12"
        else replace(one, state=State.DROPPED, reason="Nej") if one.key == "evaluation/buyer/22"
        else one
        for one in before.activities
    )
    after = sheet(kept=moved)
    write(contract_calendar(after, sent_before(file)), file)
    second = events(file.read_bytes())
    assert set(first) == set(second)
    changed = {uid: event for uid, event in second.items() if int(event["SEQUENCE"]) == 1}
    assert sorted(str(event["STATUS"]) for event in changed.values()) == ["CANCELLED", "CONFIRMED"]
    assert {event.decoded("DTSTART") for event in changed.values() if str(event["STATUS"]) == "CONFIRMED"} == {date(2028, 5, 2)}


def test_a_contract_that_starts_later_keeps_its_events() -> None:
    before = sheet()
    later = tuple(replace(one, day=one.day.replace(year=one.day.year + 1)) for one in before.activities)
    assert set(events(render(contract_calendar(before)))) == set(events(render(contract_calendar(sheet(kept=later)))))


def test_nothing_planned_is_told() -> None:
    with pytest.raises(NoDatesError):
        contract_calendar(sheet(kept=()))
