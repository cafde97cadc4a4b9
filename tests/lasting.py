"""Folders for what is made once for every process that runs tests."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path


def lasting_folder() -> Path:
    """Make a folder that lasts as long as the process does."""
    folder = Path(tempfile.mkdtemp(prefix="kravkompass-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
