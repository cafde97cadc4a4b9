"""A new data file in the newest form, made once for every process that runs tests and then copied: migrating an empty one takes its time."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from tests.lasting import lasting_folder

from kravkompass.purchases.store import Store


@cache
def _made() -> Path:
    folder = lasting_folder()
    with Store(folder) as store:
        return store.file


def new_data(folder: Path) -> Path:
    """Lay an empty data file in a folder, as the program makes it at its first start; gives the folder back."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_made(), folder)
    return folder
