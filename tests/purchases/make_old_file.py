"""Makes the sample data file of the newest form: ``python -m tests.purchases.make_old_file`` from the top of the project.

Run once when a form is released; a file that has been committed is never made again.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.purchases.filled import filled
from tests.purchases.samples import purchase

from kravkompass.purchases.migrations import NEWEST
from kravkompass.purchases.parts import SHELVES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store

OLD_FILES = Path(__file__).resolve().parents[1] / "old_files"
SAMPLE_ID = "0f9d2a54-52cb-4a8f-9d57-6f4a1c1c7c10"
SETTINGS = Settings(language="sv", theme="dark", organisation="Provkommunen", name="Åsa Öst")


def main() -> None:
    """Make the file; refuse to replace one."""
    target = OLD_FILES / f"kravkompass-{NEWEST}.sqlite"
    with tempfile.TemporaryDirectory() as name:
        with Store(Path(name), now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)) as store, store.change() as change:
            change.keep_settings(SETTINGS)
            change.add(replace(purchase(), id=SAMPLE_ID))
            for kind in SHELVES:
                change.contracts.keep(filled(kind))
        with target.open("xb") as file:
            file.write((Path(name) / "kravkompass.sqlite").read_bytes())
    shutil.copymode(__file__, target)


if __name__ == "__main__":
    main()
