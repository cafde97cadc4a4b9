"""Writing a contract's plan: the plan as PDF and Word, its activities as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.replanning import unchecked
from kravkompass.language import Language, translation
from kravkompass.screens.contract_planning import laid_out
from kravkompass.screens.export import written_name
from kravkompass.screens.export_formats import ONE_LANGUAGE, Format, archiving_of, write_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kravkompass.documents.contract_plan import PlanSheet
    from kravkompass.documents.outline import Document
    from kravkompass.language import Languages
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.export_formats import Told

FORMATS = (Format.PDF, Format.WORD, Format.CALENDAR)
FILE_WORDS = {
    Language.SWEDISH: "avtalsuppfoljning",
    Language.BOKMAL: "kontraktsoppfolging",
    Language.NYNORSK: "kontraktsoppfolging",
}
"""What the files are called: never as the plan of the purchase that the contract came from, which stands in the same folder."""


def plan_sheet(screen: ContractScreen, language: Language) -> PlanSheet:
    """Give what the plan's documents start from, in a language."""
    from kravkompass.documents.contract_plan import PlanSheet

    kept = screen.store.parts(KeptActivity, ("day", "occasion", "key", "supplier"), contract=screen.id)
    gaps = unchecked(kept, laid_out(screen.store, screen.id))
    return PlanSheet(screen.contract, screen.suppliers, screen.requirements, kept, gaps, screen.today, translation(language))


def write_plan(screen: ContractScreen, languages: Languages, formats: Sequence[Format], folder: Path, told: Told | None = None) -> tuple[Path, ...]:
    """Write the plan to a folder in formats, and give the files; the calendar is in the first language.

    Raises:
        KnownError: a file cannot be written, or there is nothing to put in a calendar; an older file stays whole.
    """
    title, written = screen.contract.title, []
    for form in sorted(formats, key=lambda one: one is not Format.CALENDAR):
        spoken = languages.first if form in ONE_LANGUAGE else languages
        file = folder / written_name(title, (FILE_WORDS[languages.first],), str(spoken), form)
        _write(screen, languages, form, file, told)
        written.append(file)
    return tuple(written)


def plan_outline(screen: ContractScreen, languages: Languages) -> Document:
    """Give the plan before it has a format."""
    from kravkompass.documents.contract_plan import contract_plan
    from kravkompass.documents.side_by_side import in_languages

    return in_languages(lambda language: contract_plan(plan_sheet(screen, language)), *languages.pair)


def _write(screen: ContractScreen, languages: Languages, form: Format, file: Path, told: Told | None) -> None:
    if form is Format.CALENDAR:
        from kravkompass.documents import calendar
        from kravkompass.documents.calendar_memory import sent_before
        from kravkompass.documents.contract_calendar import contract_calendar

        calendar.write(contract_calendar(plan_sheet(screen, languages.first), sent_before(file)), file)
    else:
        write_document(plan_outline(screen, languages), file, archiving_of(screen.store.settings()), told)
