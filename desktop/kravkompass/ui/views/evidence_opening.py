"""Looking at a kept original: made sure of first, then shown by the program for its kind, or saved somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kravkompass.paths import cache_folder
from kravkompass.screens.taking_in import copy_out, may_be_opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.evidence import Evidence
    from kravkompass.language import Translation
    from kravkompass.purchases.evidence_folder import EvidenceFolder
    from kravkompass.ui.language import Voice


def open_original(voice: Voice, folder: EvidenceFolder, evidence: Evidence, over: QWidget) -> None:
    """Show a copy of an original; what could be a program itself is only saved.

    Raises EvidenceLostError or EvidenceDamagedError when the original is not what was kept, told like every known error.
    """
    if not may_be_opened(evidence.name):
        save_original(voice, folder, evidence, over)
        return
    copy = cache_folder() / "originals" / evidence.fingerprint[:12] / Path(evidence.name).name
    copy_out(folder, evidence.fingerprint, copy)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def save_original(voice: Voice, folder: EvidenceFolder, evidence: Evidence, over: QWidget) -> None:
    """Save a copy of an original where the person wants it. Raises as `open_original`."""
    there, _ = QFileDialog.getSaveFileName(over, voice.say("Save a copy"), str(Path.home() / Path(evidence.name).name))
    if there:
        copy_out(folder, evidence.fingerprint, Path(there))


def not_drawn(t: Translation) -> str:
    """Say of a photo of a kind that no document can show what becomes of it, and what to do."""
    return t.say(
        "This photo cannot be shown in the minutes, only listed by its name: the telephone saved it in a format of its own."
        " Save it as JPEG and add it again to have it shown."
    )
