"""Exactly what leaves in a package of findings: each finding in words, and the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import name, revised
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.reuse_naming import SEEN_NAMES
from kravkompass.guidance.listing import STAND_INS
from kravkompass.ui.layout import clear, column
from kravkompass.ui.look import MEDIUM, Text
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, Divider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.shared_finding import SharedFinding
    from kravkompass.language import Translation
    from kravkompass.purchases.findings_file import Package
    from kravkompass.screens.findings_sharing import Sharing
    from kravkompass.ui.language import Voice, Wording


class FindingsPreview(Card):
    """Every field of every finding that was chosen, and the text of the file."""

    def __init__(self, voice: Voice, screen: Sharing) -> None:
        super().__init__()
        self._voice, self._screen = voice, screen
        self._count = Label(voice, lambda t: t.say("Nothing is chosen yet."), Text.STRONG)
        self.add(self._count)
        self._told = QWidget()
        self._inside = column(self._told, gap=MEDIUM)
        self.add(self._told)
        self._file = Label(voice, "").selectable()
        self._whole = Expander(voice, lambda t: t.say("The file itself"), self._file)
        self.add(self._whole)

    def put(self, package: Package, content: str) -> None:
        """Show another package, and the content of its file; nothing where nothing is chosen."""
        number = len(package.findings)
        self._count.put(
            (lambda t: t.count("{n} finding from {origin}", "{n} findings from {origin}", number, origin=package.origin or "–"))
            if content
            else (lambda t: t.say("Nothing is chosen yet."))
        )
        clear(self._inside)
        for one in package.findings:
            self._inside.addWidget(Divider())
            self._inside.addWidget(KeyValues(self._voice, list(_pairs(one, self._screen, self._voice.translation.language.value))))
        self._told.setVisible(bool(content))
        self._file.put(content)
        self._whole.setVisible(bool(content))


def _pairs(finding: SharedFinding, screen: Sharing, wanted: str) -> Iterator[tuple[Wording, Wording]]:
    agreed, method = finding.agreed, finding.method
    yield lambda t: t.say("Supplier"), f"{finding.supplier} ({finding.number})"
    yield lambda t: t.say("Requirement"), lambda t: revised(agreed.requirement, agreed.revision, t)
    yield lambda t: t.say("Level"), lambda t: name(agreed.level, t)
    language = next((one for one in (*STAND_INS[wanted], *agreed.wording) if one in agreed.wording), "")
    if language:
        yield lambda t: t.say("Wording"), agreed.wording[language]
    if agreed.values:
        yield lambda t: t.say("Values"), lambda t: "\n".join(f"{screen.parameter(finding, one, t)}: {_value(value, t)}" for one, value in agreed.values.items())
    yield lambda t: t.say("Day of the check"), lambda t: t.formats.long_date(finding.day)
    if method is not None:
        yield lambda t: t.say("How"), lambda t: name(method, t)
    yield lambda t: t.say("Outcome"), lambda t: t.say(STATUS_NAMES[finding.status])
    if finding.evidence:
        yield lambda t: t.say("Looked at"), lambda t: ", ".join(t.say(SEEN_NAMES[one]) for one in finding.evidence)
    if finding.note:
        yield lambda t: t.say("Note"), finding.note


def _value(value: str | float, t: Translation) -> str:
    return value if isinstance(value, str) else t.formats.number(value)
