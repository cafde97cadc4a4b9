"""Writing a contract's plan: the plan as PDF and Word, its activities as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.replanning import unchecked
from kravkompass.language import translation
from kravkompass.screens.contract_planning import laid_out
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import file_name
from kravkompass.screens.export_formats import Format, archiving_of, render_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kravkompass.documents.contract_plan import PlanSheet
    from kravkompass.language import Language
    from kravkompass.screens.contract import ContractScreen

FORMATS = (Format.PDF, Format.WORD, Format.CALENDAR)


def plan_sheet(screen: ContractScreen, language: Language) -> PlanSheet:
    """Give what the plan's documents start from, in a language."""
    from kravkompass.documents.contract_plan import PlanSheet

    kept = screen.store.parts(KeptActivity, ("day", "occasion", "key", "supplier"), contract=screen.id)
    gaps = unchecked(kept, laid_out(screen.store, screen.id))
    return PlanSheet(screen.contract, screen.suppliers, screen.requirements, kept, gaps, screen.today, translation(language))


def write_plan(screen: ContractScreen, language: Language, formats: Sequence[Format], folder: Path) -> tuple[Path, ...]:
    """Write the plan to a folder in formats, and give the files.

    Raises:
        KnownError: a file cannot be written, or there is nothing to put in a calendar; an older file stays whole.
    """
    sheet = plan_sheet(screen, language)
    written = []
    for form in sorted(formats, key=lambda one: one is not Format.CALENDAR):
        file = folder / file_name(sheet.contract.title, DocumentKind.FOLLOWUP_PLAN, language, form)
        _write(screen, sheet, form, file)
        written.append(file)
    return tuple(written)


def _write(screen: ContractScreen, sheet: PlanSheet, form: Format, file: Path) -> None:
    from kravkompass.documents.contract_plan import contract_plan

    if form is Format.CALENDAR:
        from kravkompass.documents import calendar
        from kravkompass.documents.calendar_memory import sent_before
        from kravkompass.documents.contract_calendar import contract_calendar

        calendar.write(contract_calendar(sheet, sent_before(file)), file)
    elif form is Format.WORD:
        from kravkompass.documents import word

        word.write(contract_plan(sheet), file)
    else:
        from kravkompass.purchases.atomic import write_beside

        write_beside(file, render_pdf(contract_plan(sheet), archiving_of(screen.store.settings())))
