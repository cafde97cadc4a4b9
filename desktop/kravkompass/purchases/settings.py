"""The user's own settings, and a quick look at them before the database machinery is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DATA_FILE = "kravkompass.sqlite"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set for herself. An empty text means: not set, do what the computer does."""

    language: str = ""
    theme: str = ""
    organisation: str = ""
    name: str = ""
    profile: str = ""
    """The municipality's profile, in the form of a profile file."""
    archive: str = ""
    """The archival standard of PDFs: "1a" for an older archive; else the usual one."""
    confirmed: str = ""
    """Amounts of law the user has confirmed or corrected herself: a JSON object from the rule's id to the amount."""
    drafts: str = ""
    """Own requirements that are being written: a JSON object from the id (empty for a new one) to the requirement."""

    @classmethod
    def of(cls, rows: Mapping[str, str]) -> Settings:
        """Read settings from names and values; names this version does not know are passed over."""
        return cls(**{field.name: rows[field.name] for field in fields(cls) if field.name in rows})

    def rows(self) -> dict[str, str]:
        """The settings as names and values."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def early_settings(folder: Path) -> Settings:
    """Read the settings of a data folder for the first paint: in a millisecond, touching nothing.

    Gives unset ones when there is no file or it cannot be read; opening the store says why.
    """
    file = folder / DATA_FILE
    if not file.is_file():
        return Settings()
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            return Settings.of({str(name): str(value) for name, value in connection.execute("SELECT name, value FROM setting")})
    except (sqlite3.Error, OSError):
        return Settings()
