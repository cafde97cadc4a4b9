"""Giving what was found on a contract to another municipality: choosing, seeing exactly what leaves, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.followup.activity import Outcome
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Meeting
from kravkompass.followup.reuse_naming import parameter_name
from kravkompass.followup.sharing import Held, Shareable, held_note, known_names, shareable, with_note
from kravkompass.purchases.findings_file import Package, findings_content, write_findings_file
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.contract_findings import in_catalog
from kravkompass.screens.export import plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kravkompass.followup.shared_finding import SharedFinding
    from kravkompass.language import Language, Translation
    from kravkompass.screens.contract import ContractScreen

FILE_WORDS = {"sv": "kontrollresultat", "nb": "kontrollresultater", "nn": "kontrollresultat"}


class Sharing:
    """What one contract's checks have shown, for others."""

    kinds = frozenset({Kind.CONTRACTS, Kind.OUTCOMES, Kind.EVIDENCE, Kind.MEETINGS})

    def __init__(self, screen: ContractScreen) -> None:
        self._screen = screen
        self._store = screen.store

    @property
    def origin(self) -> str:
        """The municipality the findings come from, as the contract or else the settings say."""
        return self._screen.contract.organisation or self._store.settings().organisation

    def choices(self) -> tuple[Shareable, ...]:
        """Give what can be shared, and what is held back with the reason."""
        return shareable(
            self._screen.contract,
            self._screen.suppliers,
            self._screen.requirements,
            self._store.parts(Outcome, ("day", "at"), contract=self._screen.id),
            self._store.parts(Evidence, ("name",), contract=self._screen.id),
        )

    def held(self, note: str) -> Held | None:
        """Say why a note cannot go along; None when it can."""
        meetings = self._store.parts(Meeting, contract=self._screen.id)
        names = known_names(self._screen.contract, self._screen.suppliers, meetings, self._store.settings().name)
        return held_note(note, names)

    def package(self, chosen: Mapping[str, str], origin: str) -> Package:
        """Give the package of what was chosen: notes by the outcomes' ids, empty for none. A note that is held back does not go along."""
        findings = tuple(
            with_note(one, "" if self.held(note) else note)
            for one in self.choices()
            if one.held is None and (note := chosen.get(one.finding.source)) is not None
        )
        return Package(origin.strip(), self._screen.contract.country, self._screen.today, findings)

    def parameter(self, finding: SharedFinding, parameter: str, t: Translation) -> str:
        """Name a parameter of a finding's requirement in a language."""
        return parameter_name(parameter, in_catalog(self._screen, finding.agreed.requirement), t)

    def content(self, package: Package) -> str:
        """Give exactly what will stand in the file."""
        return findings_content(package).decode()

    def file_name(self, language: Language) -> str:
        """Propose a name for the file."""
        return f"{plain_name(self._screen.contract.title)}-{FILE_WORDS[language.value]}-{self._screen.today.isoformat()}.json"

    def write(self, package: Package, path: Path) -> Path:
        """Write the package. Raises FolderMissingError, NotWritableError or DiskFullError."""
        write_findings_file(package, path)
        return path
