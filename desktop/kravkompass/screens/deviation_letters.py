"""Letters about a deviation: made from what is known, looked at, saved as PDF or Word, and kept as they were sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
from kravkompass.followup.errors import NoSupplierError
from kravkompass.language import Languages, translation
from kravkompass.screens.export import plain_name
from kravkompass.screens.export_formats import Format, archiving_of, render_pdf, write_document

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.documents.letters import Letter
    from kravkompass.documents.outline import Document
    from kravkompass.followup.letter import LetterKind
    from kravkompass.purchases.evidence_folder import EvidenceFolder
    from kravkompass.screens.contract_deviations import Deviations, Undo
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.export_formats import Archiving


class Letters:
    """Writing to the supplier about a contract's deviations."""

    def __init__(self, deviations: Deviations) -> None:
        self._deviations = deviations
        self._screen = deviations.screen

    @property
    def archiving(self) -> Archiving:
        """The archival standard that is set."""
        return archiving_of(self._screen.store.settings())

    @property
    def folder(self) -> EvidenceFolder:
        """Where originals are kept."""
        return self._screen.evidence

    def contact(self) -> str:
        """Give whom the supplier can answer: the profile's first contact, or the name in the settings."""
        for one in self._screen.profile.contacts:
            return ", ".join(part for part in (one.name, one.role, one.telephone, one.email) if part)
        return self._screen.store.settings().name

    def with_step(self, dossier: Dossier, step: LadderStep) -> Letter:
        """Give the letter of a step, kept or not yet. Raises NoSupplierError."""
        kind = step.letter
        if kind is None:
            message = f"a {step.step} without a letter"
            raise ValueError(message)
        before = dossier.steps[: dossier.steps.index(step)] if step in dossier.steps else dossier.steps
        earlier = tuple(one for one in before if one.day <= step.day)
        made = self.written(dossier, kind, Languages.parse(step.language or self._deviations.language), step.contact, step.free)
        return replace(made, step=step, earlier=earlier, day=step.day)

    def written(
        self,
        dossier: Dossier,
        kind: LetterKind,
        languages: Languages,
        contact: str = "",
        free: str = "",
        *,
        plan: ActionPlan | None = None,
        deadline: date | None = None,
    ) -> Letter:
        """Give a letter without a step: the answer to a plan, or that the deviation is closed. Raises NoSupplierError."""
        from kravkompass.documents.letters import Letter

        if dossier.supplier is None:
            raise NoSupplierError
        return Letter(
            kind,
            self._deviations.contract,
            dossier.supplier,
            dossier.deviation,
            self._screen.today,
            translation(languages.first),
            dossier.requirement,
            earlier=dossier.steps,
            plan=plan,
            deadline=deadline,
            contact=contact or self.contact(),
            free=free,
            logo=self._screen.profile.logo,
            beside=translation(languages.beside) if languages.beside is not None else None,
        )

    def outline(self, made: Letter) -> Document:
        """Give a letter before it has a format."""
        from kravkompass.documents.letters import letter

        return letter(made)

    def file_name(self, made: Letter, form: Format) -> str:
        """Give the name of a letter's file."""
        from kravkompass.documents.letters import letter_name

        said = made.translation.say(letter_name(made.kind, made.remedy))
        return f"{plain_name(made.contract.title)}-{plain_name(said)}-{made.day.isoformat()}.{form.value}"

    def write(self, made: Letter, file: Path) -> None:
        """Save a letter, as Word where the file's name ends so and else as PDF. Raises as ``write_document``."""
        write_document(self.outline(made), file, self.archiving)

    def keep(self, made: Letter) -> str:
        """Keep a letter as it is sent, as PDF among the originals, and give its checksum. Raises KnownError when it cannot be kept."""
        return self._screen.evidence.keep_content(render_pdf(self.outline(made), self.archiving), Path(self.file_name(made, Format.PDF)))

    # -- what is done with a letter

    def take(self, dossier: Dossier, step: LadderStep) -> Undo:
        """Take a step and keep its letter, if it is taken with one. Raises as ``Deviations.take``, before anything is kept."""
        self._deviations.check_step(step)
        if step.letter is not None:
            step = replace(step, document=self.keep(self.with_step(dossier, step)))
        return self._deviations.take(step)

    def answered(self, plan: ActionPlan, made: Letter) -> None:
        """Keep the letter a plan was answered with."""
        checksum = self.keep(made)
        with self._screen.change() as change:
            change.contracts.keep(replace(self._screen.store.part(ActionPlan, plan.id), answer=checksum))

    def confirmed(self, deviation: str, made: Letter) -> None:
        """Keep the letter that says that a deviation is closed."""
        checksum = self.keep(made)
        with self._screen.change() as change:
            change.contracts.keep(replace(self._screen.store.part(Deviation, deviation), confirmation=checksum))
