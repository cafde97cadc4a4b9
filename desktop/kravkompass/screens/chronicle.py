"""The chronology of a contract or of one of its deviations: gathered from the store, with the documents that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kravkompass.followup.chronology import CHRONOLOGY_OF_CONTRACT, CHRONOLOGY_OF_DEVIATION, about_deviation
from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep, PlanState
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.ladder import STEP_NAMES
from kravkompass.followup.letter import LETTER_NAMES, LetterKind
from kravkompass.followup.meeting import Meeting
from kravkompass.language import Language, Languages, Translation, translation
from kravkompass.screens.export import plain_name
from kravkompass.screens.export_formats import Format

if TYPE_CHECKING:
    from kravkompass.documents.chronology import Original
    from kravkompass.documents.outline import Document
    from kravkompass.screens.contract import ContractScreen


class Chronicle:
    """Makes the chronologies of one contract."""

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen

    def outline(self, languages: Languages, deviation: str = "") -> Document:
        """Give the chronology of the contract, or of a deviation of it. Raises PartMissingError."""
        from kravkompass.documents.side_by_side import in_languages

        return in_languages(lambda one: self._in_one(one, deviation), *languages.pair)

    def _in_one(self, language: Language, deviation: str) -> Document:
        from kravkompass.documents.chronology import Chronology, chronology

        screen, said = self._screen, translation(language)
        found = screen.store.part(Deviation, deviation) if deviation else None
        log = screen.store.events(screen.id)
        return chronology(
            Chronology(
                screen.contract,
                about_deviation(log, deviation) if deviation else log,
                screen.today,
                said,
                {one.id: one for one in screen.requirements},
                tuple(self._originals(said, found)),
                found,
                next((one for one in screen.suppliers if found is not None and one.id == found.supplier), None),
                log,
            )
        )

    def file_name(self, languages: Languages, form: Format, deviation: str = "") -> str:
        """Give the name of a chronology's file."""
        said = translation(languages.first)
        kind = plain_name(said.say(CHRONOLOGY_OF_DEVIATION if deviation else CHRONOLOGY_OF_CONTRACT))
        return f"{plain_name(self._screen.contract.title)}-{kind}-{self._screen.today.isoformat()}.{form.value}"

    def _originals(self, said: Translation, deviation: Deviation | None) -> Iterator[Original]:
        """Give the documents that are kept: of the steps and plans, of closings, evidence, and minutes of meetings."""
        from kravkompass.documents.chronology import Original

        store, contract = self._screen.store, self._screen.id
        for identity, name, checksum in (*self._of_deviations(said), *self._of_evidence(deviation)):
            if checksum and (deviation is None or identity == deviation.id):
                yield Original(name, checksum)
        if deviation is None:
            for one in store.parts(Meeting, ("day",), contract=contract):
                if one.minutes:
                    yield Original(said.say("Minutes, {day}", day=said.formats.short_date(one.day)), one.minutes)

    def _of_deviations(self, said: Translation) -> Iterator[tuple[str, str, str]]:
        store, contract, day = self._screen.store, self._screen.id, said.formats.short_date
        for step in store.parts(LadderStep, ("day",), contract=contract):
            name = said.say(LETTER_NAMES[step.letter]) if step.letter is not None else step.reference or said.say(STEP_NAMES[step.step])
            yield step.deviation, f"{name}, {day(step.day)}", step.document
        for plan in store.parts(ActionPlan, ("number",), contract=contract):
            yield plan.deviation, said.say("Action plan, {day}", day=day(plan.sent)), plan.document
            kind = LetterKind.PLAN_SENT_BACK if plan.state is PlanState.SENT_BACK else LetterKind.PLAN_APPROVED
            yield plan.deviation, said.say(LETTER_NAMES[kind]), plan.answer
        for one in store.parts(Deviation, ("found",), contract=contract):
            yield one.id, said.say(LETTER_NAMES[LetterKind.CLOSED]), one.confirmation

    def _of_evidence(self, deviation: Deviation | None) -> Iterator[tuple[str, str, str]]:
        for one in self._screen.store.parts(Evidence, ("received", "name"), contract=self._screen.id):
            proves = deviation is not None and one.id in deviation.evidence
            yield deviation.id if proves and deviation is not None else one.deviation, one.name, one.fingerprint
