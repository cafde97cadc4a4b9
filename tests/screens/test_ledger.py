"""The page of decisions says what the decision annex says, whole or in parts."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.documents.outline import Cell, Document, Paragraph, Row, Section, Table, plain
from kravkompass.guidance.purchase import LeftOutReason, Verdict
from kravkompass.language import Language, translation
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import Wish, outline
from kravkompass.screens.ledger import Ledger, Part
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def decided(wizard: Wizard) -> Wizard:
    """A purchase where something has been chosen, adapted and left out, and something waits."""
    page = Requirements(wizard)
    waiting = [
        choice.requirement.id
        for theme in page.themes(Language.SWEDISH)
        for choice in theme.choices
        if choice.standing == "recommended" and not choice.is_decided
    ]
    page.choose(waiting[0])
    page.leave_out(waiting[1], LeftOutReason.MARKET, "Ingen kan leverera.")
    page.adapt(waiting[2], Language.SWEDISH, "Leverantören ska rapportera.", "Kortare.")
    return wizard


def rows_of(document: Document) -> list[list[list[str]]]:
    """The cells of the table of decisions, each with its lines."""
    section = next(block for block in document.blocks if isinstance(block, Section))
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [[_lines(cell) for cell in row.cells] for row in table.rows if isinstance(row, Row)]


def _lines(cell: object) -> list[str]:
    if isinstance(cell, Cell):
        return [plain(block.text) for block in cell.blocks if isinstance(block, Paragraph)]
    return [str(cell)]


@pytest.mark.parametrize("language", Language)
def test_it_says_what_the_annex_says_word_for_word(decided: Wizard, language: Language) -> None:
    annex = outline(
        DocumentKind.DECISION_ANNEX, decided.purchase, catalog(), TODAY, Wish(language=language), profile=decided.profile
    )
    shown = Ledger(decided).entries(Part.ALL, translation(language))
    assert [[[one.title, one.known_as], [one.proposed], [one.decided], list(one.reasons)] for one in shown] == rows_of(annex)


def test_its_parts_are_the_whole(decided: Wizard) -> None:
    screen, t = Ledger(decided), translation(Language.SWEDISH)
    whole = screen.entries(Part.ALL, t)
    parts = {part: screen.entries(part, t) for part in Part if part is not Part.ALL}
    assert sorted(one.requirement for found in parts.values() for one in found) == sorted(one.requirement for one in whole)
    assert all(one.verdict is Verdict.LEFT_OUT for one in parts[Part.LEFT_OUT])
    assert all(one.verdict is Verdict.ADAPTED for one in parts[Part.ADAPTED])
    assert all(one.verdict is None for one in parts[Part.WAITING])
    assert all(parts.values())


def test_who_and_when_stand_with_every_decision(decided: Wizard) -> None:
    (left_out,) = [
        one
        for one in Ledger(decided).entries(Part.LEFT_OUT, translation(Language.SWEDISH))
        if "Ingen kan leverera." in one.reasons
    ]
    day = decided.purchase.decisions[left_out.requirement].decided_at[:10]
    assert left_out.reasons[0] == "Marknaden kan inte uppfylla det"
    assert left_out.reasons[-1].startswith("Åsa Öst, 20")
    assert day[:4] in left_out.reasons[-1]
