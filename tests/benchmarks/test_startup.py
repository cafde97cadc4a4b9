"""Start-up: CPU time from process start to the usable home screen, beside that of a bare window on the same machine."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIRS = 9
AT_MOST = 6.0
BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window("Kravkompass")
window.resize(1100, 760)
window.show()
sys.exit(application.exec())
"""

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="CPU time of another process is read with wait4"),
    pytest.mark.skipif(find_spec("kravkompass.__main__") is None, reason="there is no command yet"),
]


def _cpu_seconds(*arguments: str) -> float:
    """Run Python with these arguments; returns the user and system time it took, its threads included."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def test_the_home_screen_is_there_soon(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    program = ("-m", "kravkompass", "--data", str(tmp_path / "data"), "--quit-when", "home")
    bare = ("-c", BARE_WINDOW)
    _cpu_seconds(*program), _cpu_seconds(*bare)  # compiled modules, the data file, caches
    pairs = [(_cpu_seconds(*program), _cpu_seconds(*bare)) for _ in range(PAIRS)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    record_property("startup_ratio", f"{ratio:.2f}")
    told = f"{ratio:.2f} times a bare window ({median(one for one, _ in pairs):.2f} s to {median(one for _, one in pairs):.2f} s)"
    print(told)
    assert ratio <= AT_MOST, told
