"""The self-report of a contract's suppliers: sent out as PDF or Excel, read back, looked at, and taken in by the buyer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country, Severity
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.questionnaire import (
    BALANCE_RULE,
    EMPLOYEES_RULE,
    REVENUE_RULE,
    VALUE_RULE,
    Form,
    Questionnaire,
    due_day,
    proposed_form,
    taken,
)
from kravkompass.followup.raising import first_deadline
from kravkompass.language import Language, Languages, translation
from kravkompass.screens.contract import texts_in
from kravkompass.screens.export import own_language, plain_name
from kravkompass.screens.export_formats import archiving_of, write_document
from kravkompass.screens.questionnaire_back import CameBack, first_of, read_back
from kravkompass.screens.taking_in import media_type

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kravkompass.catalog.rules import RuleRow
    from kravkompass.documents.outline import Document
    from kravkompass.documents.questionnaire_form import Asked
    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.export_formats import Told

Undo = Callable[[], None]
FILE_WORDS = {"sv": "egenrapport", "nb": "egenrapport", "nn": "eigenrapport"}


class QuestionnaireScreen:
    """The questionnaires of one contract."""

    def __init__(self, contract: ContractScreen) -> None:
        self.contract = contract

    @property
    def language(self) -> Language:
        """The language the supplier is written to in where nothing else is asked for: the contract's."""
        kept = self.contract.contract
        return Language.parse(kept.language) if kept.language else own_language(kept.country)

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """All that were sent, the latest first."""
        return tuple(reversed(self.contract.store.parts(Questionnaire, ("sent",), contract=self.contract.id)))

    # -- sending

    def propose(self, supplier: str, *, is_large: bool = False) -> Questionnaire:
        """Propose a questionnaire sent today; in Norway due so many weeks after the signing, or after today when that has passed."""
        kept, today, rules = self.contract.contract, self.contract.today, self.contract.catalog.rules
        from_signing = due_day(kept.country, kept.signed, rules) if kept.signed else None
        due = from_signing if from_signing and from_signing > today else due_day(kept.country, today, rules)
        form = Form.FULL
        if kept.country is Country.NORWAY:
            form = proposed_form(kept.value, kept.risks, kept.signed or today, rules, is_large=is_large)
        return Questionnaire("", self.contract.id, supplier, form, self.language.value, today, due)

    def from_before(self, supplier: str) -> Questionnaire:
        """Give a questionnaire that went out with the tender documents, not kept yet."""
        signed = self.contract.contract.signed
        return replace(self.propose(supplier), form=Form.FULL, sent=signed or self.contract.today, due=None)

    def limits(self) -> tuple[tuple[RuleRow | None, float | None], ...]:
        """Give the value, employees, revenue and balance above which the full form is usual, each with the row it stands in."""
        rules, day = self.contract.catalog.rules, self.contract.contract.signed or self.contract.today
        return tuple((rules.row(name, day), rules.amount(name, day)) for name in (VALUE_RULE, EMPLOYEES_RULE, REVENUE_RULE, BALANCE_RULE))

    def send(self, questionnaire: Questionnaire) -> Questionnaire:
        """Keep that a questionnaire is sent, or change its days."""
        with self.contract.change() as change:
            return change.contracts.keep(questionnaire)

    def drop(self, questionnaire: Questionnaire) -> Undo:
        """Take a questionnaire away; gives what puts it back."""
        with self.contract.change() as change:
            change.contracts.drop(questionnaire)
        return lambda: self._again(questionnaire)

    def _again(self, questionnaire: Questionnaire) -> None:
        self.send(questionnaire)

    def document(self, questionnaire: Questionnaire, *, fillable: bool = True) -> Document:
        """Give the form as it was sent."""
        from kravkompass.documents.questionnaire_form import questionnaire_form
        from kravkompass.documents.side_by_side import in_languages

        spoken = Languages.parse(questionnaire.language)
        return in_languages(lambda one: questionnaire_form(self.asked(questionnaire, one), fillable=fillable), *spoken.pair)

    def file_name(self, questionnaire: Questionnaire, ending: str) -> str:
        """Propose a name for the form's file."""
        spoken = Languages.parse(questionnaire.language)
        return f"{plain_name(self.contract.contract.title)}-{FILE_WORDS[spoken.first.value]}-{spoken}.{ending}"

    def write(self, questionnaire: Questionnaire, path: Path, *, fillable: bool = True, told: Told | None = None) -> Path:
        """Write the form as Excel when the name ends so, else as PDF. Raises a KnownError when it cannot be written."""
        document = self.document(questionnaire, fillable=fillable)
        if path.suffix == ".xlsx":
            from kravkompass.documents import self_report_excel

            self_report_excel.write(document, first_of(questionnaire), path)
        else:
            write_document(document, path, archiving_of(self.contract.store.settings()), told)
        return path

    def asked(self, questionnaire: Questionnaire, language: Language) -> Asked:
        """Give what a form in a language is made from."""
        from kravkompass.documents.questionnaire_form import Asked

        supplier = next(one for one in self.contract.suppliers if one.id == questionnaire.supplier)
        return Asked(questionnaire, self.contract.contract, supplier, self.contract.requirements, translation(language))

    # -- coming back

    def read(self, questionnaire: Questionnaire, path: Path) -> CameBack:
        """Read a file that came back. Changes nothing. Raises as ``read_back``."""
        return read_back(self, questionnaire, path)

    def take(self, back: CameBack) -> Questionnaire:
        """Take in what came back, keep the original as evidence, and keep the checksum of what it takes the place of."""
        checksum = self.contract.evidence.keep_content(back.form.original, self.contract.store.file.parent / back.name)
        size, today = len(back.form.original), self.contract.today
        with self.contract.change() as change:
            evidence = change.contracts.keep(
                Evidence(
                    "", self.contract.id, checksum, back.name, media_type(back.name), size, today, supplier=back.kept.supplier
                )
            )  # fmt: skip
            return change.contracts.keep(taken(back.kept, replace(back.came, evidence=evidence.id)))

    def evidence(self, questionnaire: Questionnaire) -> Evidence | None:
        """Give the original of what came back; nothing when there is none, or it was taken away."""
        found = self.contract.store.parts(Evidence, contract=self.contract.id)
        return next((one for one in found if one.id == questionnaire.evidence), None)

    # -- what is to be put right

    def question(self, name: str, t: Translation) -> str:
        """Say a question by its id: the step of due diligence, or the requirement's number and title."""
        from kravkompass.documents.self_report_form import STEPS

        for step in STEPS:
            if step.id == name:
                return t.say(step.question)
        found = self._requirement(name)
        if found is not None:
            return f"{found.number} {texts_in(found, t.language)[1].title}"
        known = next((one for one in self.contract.catalog.requirements(self.contract.contract.country) if one.id == name), None)
        if known is None:
            return name
        texts = known.texts.get(t.language.value) or next(iter(known.texts.values()))
        return f"{name} {texts.title}"

    def field_name(self, questionnaire: Questionnaire, name: str) -> str:
        """Say what a field of the form asks for, in the form's language; its own name for one it does not have."""
        from kravkompass.documents.form_reading import fields_of
        from kravkompass.documents.outline import plain

        return next((plain(one.label) for one in fields_of(self.document(questionnaire).blocks) if one.name == name), name)

    def _requirement(self, name: str) -> FrozenRequirement | None:
        return next((one for one in self.contract.requirements if one.requirement == name), None)

    def is_raised(self, questionnaire: Questionnaire, name: str) -> bool:
        """Whether a deviation has been raised for an answer."""
        what = self.deviation(questionnaire, name).what
        found = self.contract.store.parts(Deviation, contract=self.contract.id, supplier=questionnaire.supplier)
        return any(one.what == what for one in found)

    def deviation(self, questionnaire: Questionnaire, name: str) -> Deviation:
        """Propose the deviation that an answer of no amounts to, in the contract's language."""
        t = translation(self.language)
        found, answered = self._requirement(name), questionnaire.answers.get(name)
        severity = found.follow_up.severity if found is not None else Severity.ORDINARY
        plan = answered.plan or answered.words if answered else ""
        what = t.say("Answered no in the self-report: {question}", question=self.question(name, t))
        words = f"{what}\n{plan}" if plan else what
        day: date = questionnaire.returned or self.contract.today
        deadline = first_deadline(severity, self.contract.today, self.contract.contract.country)
        requirement = found.id if found is not None else ""
        evidence = (questionnaire.evidence,) if questionnaire.evidence else ()
        return Deviation("", self.contract.id, questionnaire.supplier, requirement, day, words, severity, deadline, evidence=evidence)

    def raise_deviation(self, questionnaire: Questionnaire, name: str) -> Deviation:
        """Raise the deviation that an answer of no amounts to."""
        with self.contract.change() as change:
            return change.contracts.keep(self.deviation(questionnaire, name))
