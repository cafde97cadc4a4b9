"""The documents a purchase can be exported as: what each is called, what its file is called, and what makes it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.language import text

if TYPE_CHECKING:
    from kravkompass.documents.outline import Document
    from kravkompass.documents.sheet import Sheet
    from kravkompass.guidance.purchase import Purchase


class DocumentKind(StrEnum):
    """A document that can be exported, in the order they are offered."""

    REQUIREMENT_LIST = "requirement-list"
    LIST_BY_LOT = "requirement-list-by-lot"
    FOLLOWUP_PLAN = "followup-plan"
    DECISION_ANNEX = "decision-annex"
    TENDER_TEXT = "tender-text"
    QUALIFICATION = "qualification-requirements"
    SPECIFICATION = "technical-specifications"
    AWARD = "award-criteria"
    CONTRACT = "contract-terms"
    MEETING_SHEET = "meeting-sheet"
    SELF_REPORT = "self-report"
    SELF_REPORT_PAPER = "self-report-paper"


STANDARD = (DocumentKind.REQUIREMENT_LIST, DocumentKind.FOLLOWUP_PLAN)
"""What is written when nothing else is asked for."""

NAMES = {
    DocumentKind.REQUIREMENT_LIST: text("Requirement list"),
    DocumentKind.LIST_BY_LOT: text("Requirement list by lot"),
    DocumentKind.FOLLOWUP_PLAN: text("Follow-up plan"),
    DocumentKind.DECISION_ANNEX: text("Decision annex"),
    DocumentKind.TENDER_TEXT: text("Requirements for the tender documents"),
    DocumentKind.QUALIFICATION: text("Qualification requirements"),
    DocumentKind.SPECIFICATION: text("Technical specifications"),
    DocumentKind.AWARD: text("Award criteria"),
    DocumentKind.CONTRACT: text("Contract terms"),
    DocumentKind.MEETING_SHEET: text("Meeting sheet"),
    DocumentKind.SELF_REPORT: text("Self-report form, to fill in on the screen"),
    DocumentKind.SELF_REPORT_PAPER: text("Self-report form, to fill in by hand"),
}
FILE_WORDS = {
    DocumentKind.REQUIREMENT_LIST: {"sv": "kravlista", "nb": "kravliste", "nn": "kravliste"},
    DocumentKind.LIST_BY_LOT: {"sv": "kravlista-delomraden", "nb": "kravliste-delkontrakter", "nn": "kravliste-delkontraktar"},
    DocumentKind.FOLLOWUP_PLAN: {"sv": "uppfoljningsplan", "nb": "oppfolgingsplan", "nn": "oppfolgingsplan"},
    DocumentKind.DECISION_ANNEX: {"sv": "motiveringar", "nb": "begrunnelser", "nn": "grunngjevingar"},
    DocumentKind.TENDER_TEXT: {"sv": "kravtexter", "nb": "kravtekster", "nn": "kravtekstar"},
    DocumentKind.QUALIFICATION: {"sv": "kvalificeringskrav", "nb": "kvalifikasjonskrav", "nn": "kvalifikasjonskrav"},
    DocumentKind.SPECIFICATION: {"sv": "teknisk-specifikation", "nb": "kravspesifikasjon", "nn": "kravspesifikasjon"},
    DocumentKind.AWARD: {"sv": "tilldelningskriterier", "nb": "tildelingskriterier", "nn": "tildelingskriterium"},
    DocumentKind.CONTRACT: {"sv": "kontraktsvillkor", "nb": "kontraktsvilkar", "nn": "kontraktsvilkar"},
    DocumentKind.MEETING_SHEET: {"sv": "motesunderlag", "nb": "moteark", "nn": "moteark"},
    DocumentKind.SELF_REPORT: {"sv": "egenrapport", "nb": "egenrapport", "nn": "eigenrapport"},
    DocumentKind.SELF_REPORT_PAPER: {"sv": "egenrapport-papper", "nb": "egenrapport-papir", "nn": "eigenrapport-papir"},
}


LOT_WORDS = {"sv": "delomrade", "nb": "delkontrakt", "nn": "delkontrakt"}
WHOLE = frozenset({DocumentKind.LIST_BY_LOT, DocumentKind.DECISION_ANNEX})
"""Documents about the whole purchase, whichever lot is asked for: the list that has a part for each, and what was decided."""


def offered(purchase: Purchase) -> tuple[DocumentKind, ...]:
    """Give the documents a purchase can be exported as: the one by lot only when it has lots."""
    return tuple(kind for kind in DocumentKind if kind is not DocumentKind.LIST_BY_LOT or purchase.lots)


def outline_of(kind: DocumentKind, sheet: Sheet, beside: Sheet | None = None) -> Document:
    """Give a document, before it has a format; with a second sheet, in the languages of both."""
    from kravkompass.documents.side_by_side import in_languages

    return in_languages(lambda one: _made(kind, one.whole if kind in WHOLE else one), sheet, beside)


def _made(kind: DocumentKind, sheet: Sheet) -> Document:
    from kravkompass.catalog.terms import Kind
    from kravkompass.documents import (
        decision_annex,
        followup_plan,
        list_parts,
        lot_list,
        meeting_sheet,
        requirement_list,
        self_report,
    )

    of_kind = {
        DocumentKind.QUALIFICATION: Kind.QUALIFICATION,
        DocumentKind.SPECIFICATION: Kind.SPECIFICATION,
        DocumentKind.AWARD: Kind.AWARD,
        DocumentKind.CONTRACT: Kind.CONTRACT,
    }
    if kind in of_kind:
        return list_parts.list_of_kind(sheet, of_kind[kind])
    makers = {
        DocumentKind.REQUIREMENT_LIST: requirement_list.requirement_list,
        DocumentKind.LIST_BY_LOT: lot_list.list_by_lot,
        DocumentKind.FOLLOWUP_PLAN: followup_plan.followup_plan,
        DocumentKind.DECISION_ANNEX: decision_annex.decision_annex,
        DocumentKind.TENDER_TEXT: list_parts.published_list,
        DocumentKind.MEETING_SHEET: meeting_sheet.meeting_sheet,
        DocumentKind.SELF_REPORT: self_report.self_report,
        DocumentKind.SELF_REPORT_PAPER: self_report.self_report_on_paper,
    }
    return makers[kind](sheet)
