"""Choosing one file that is copied in and kept by its checksum."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.purchases.evidence_folder import EvidenceFolder
    from kravkompass.ui.language import Voice


class KeptFile(QWidget):
    """A button to choose a file with, and which one was chosen. ``checksum`` and ``name`` are empty for none."""

    def __init__(self, voice: Voice, folder: EvidenceFolder) -> None:
        super().__init__()
        self._voice, self._folder = voice, folder
        self.checksum, self.name = "", ""
        self.button = Button(voice, lambda t: t.say("Choose a file …"), Weight.SECONDARY, "file")
        self.button.clicked.connect(lambda _on=False: self.choose())
        self._chosen = Label(voice, lambda t: self.name or t.say("No file chosen"), Text.MUTED)
        inside = column(self, gap=SMALL)
        line = Flow(gap=SMALL)
        line.add([self.button])
        inside.addLayout(line)
        inside.addWidget(self._chosen)
        self.setFocusProxy(self.button)

    def put(self, checksum: str, name: str = "") -> None:
        """Show which file is kept; its checksum stands in for a name that is not known."""
        self.checksum, self.name = checksum, name or checksum[:12]
        self._chosen.put(lambda t: self.name or t.say("No file chosen"))

    def choose(self) -> None:
        """Ask for a file and copy it in."""
        chosen, _ = QFileDialog.getOpenFileName(self, self._voice.say("Choose a file …"), str(Path.home()))
        if chosen:
            self.take(Path(chosen))

    def take(self, file: Path) -> None:
        """Copy a file in. Raises as ``EvidenceFolder.keep``."""
        self.put(self._folder.keep(file), file.name)
