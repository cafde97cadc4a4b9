"""The self-report form of a purchase: the supplier answers for its due diligence and for the terms it reports on, on the screen or by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country, Kind
from kravkompass.documents.form_reading import form_marks
from kravkompass.documents.front import contract_facts, document
from kravkompass.documents.outline import Document, Fact
from kravkompass.documents.self_report_form import REPORTED, SelfReport, Term, answer_within, form_blocks, wordings
from kravkompass.documents.sheet import number_of
from kravkompass.followup.questionnaire import WEEKS_RULE
from kravkompass.guidance.listing import stand_in

if TYPE_CHECKING:
    from kravkompass.documents.sheet import Sheet


def self_report(sheet: Sheet) -> Document:
    """Give the self-report form as an outline whose fields can be filled in on the screen."""
    say = sheet.translation.say
    terms = tuple(_terms(sheet))
    report = SelfReport(sheet.translation, terms, supplier=sheet.purchase.supplier)
    form = document(
        sheet,
        say("Self-report form"),
        say("The supplier's report on due diligence and contract terms"),
        form_blocks(report),
        summary=say("Filled in by the supplier."),
        facts=(*contract_facts(sheet), *_deadline(sheet)),
        fillable=True,
    )
    return replace(form, keywords=form_marks(sheet.purchase.id, sheet.checksum, sheet.language.value, wordings(terms)))


def self_report_on_paper(sheet: Sheet) -> Document:
    """Give the same form to be filled in by hand."""
    return replace(self_report(sheet), fillable=False)


def _deadline(sheet: Sheet) -> Iterator[Fact]:
    norwegian = sheet.purchase.country is Country.NORWAY
    weeks = sheet.catalog.rules.amount(WEEKS_RULE, sheet.day) if norwegian else None
    yield Fact(sheet.translation.say("Answer within"), answer_within(weeks, sheet.translation))


def _terms(sheet: Sheet) -> Iterator[Term]:
    for row in sheet.rows:
        requirement = row.requirement
        if requirement.follow_up.method in REPORTED and requirement.kind is Kind.CONTRACT:
            language = row.language if stand_in(row, sheet.language) else ""
            yield Term(requirement.id, number_of(sheet, row), row.texts, language, tuple(sheet.holds_for(row)))
