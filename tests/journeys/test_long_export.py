"""Writing many documents beside the window: progress is shown, the window answers, and Stop leaves nothing half written."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer
from tests.journeys.conftest import Buyer
from tests.journeys.test_read_back import purchase

from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export_formats import Format
from kravkompass.ui.views.export_page import ExportPage

__all__ = ["purchase"]

LONGEST_SILENCE = 0.5
"""Seconds without an answer that a person would feel."""


def begun(buyer: Buyer, folder: Path) -> ExportPage:
    """Begin to write every document in two formats."""
    page = buyer.wizard.page
    assert isinstance(page, ExportPage)
    page.choices.kinds.put_value(list(DocumentKind))
    page.choices.formats.put_value([Format.PDF, Format.WORD])
    page.write(folder)
    return page


def test_the_window_answers_while_documents_are_written(buyer: Buyer, purchase: str, tmp_path: Path) -> None:
    assert purchase
    beats = [time.monotonic()]
    heart = QTimer(interval=20)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    page = begun(buyer, tmp_path / "out")
    buyer.qtbot.waitUntil(buyer.window._jobs.isVisible, timeout=30_000)
    buyer.qtbot.waitUntil(page._results.isVisible, timeout=120_000)
    heart.stop()
    gaps = sorted(later - earlier for earlier, later in pairwise(beats))
    assert len(beats) > 20
    assert gaps[int(len(gaps) * 0.95)] < LONGEST_SILENCE
    assert len(list((tmp_path / "out").iterdir())) >= 2 * (len(DocumentKind) - 1)


def test_stop_leaves_nothing_half_written(buyer: Buyer, purchase: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    page = begun(buyer, folder)
    buyer.qtbot.waitUntil(lambda: bool(list(folder.glob("*.pdf"))), timeout=60_000)
    buyer.window._jobs._stop()
    buyer.qtbot.waitUntil(lambda: page._job is None, timeout=60_000)
    assert not page._results.isVisible()
    written = list(folder.iterdir())
    assert 0 < len(written) < 2 * (len(DocumentKind) - 1)
    assert all(file.read_bytes()[:4] in {b"%PDF", b"PK\x03\x04"} for file in written)
    assert buyer.parts.store.issues(purchase) == ()
