"""Where things are: what ships with the program, and the user's own folders. Nothing here creates a folder."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


def bundled(*parts: str) -> Path:
    """Find what ships with the program, e.g. ``bundled("resources", "catalog")``.

    It lies inside the package when installed or frozen, and at the root of a checkout. The path may not exist.
    """
    installed = PACKAGE.joinpath(*parts)
    return installed if PACKAGE.joinpath(parts[0]).exists() else CHECKOUT.joinpath(*parts)


def in_checkout() -> bool:
    """Tell whether the program runs from its source tree, where compiled files may be missing or old."""
    return not (PACKAGE / "resources").exists() and (CHECKOUT / "pyproject.toml").is_file()


def data_folder() -> Path:
    """The user's own data: on Windows in ``%LOCALAPPDATA%``, which does not roam."""
    from platformdirs import user_data_path

    return user_data_path(_folder_name(), appauthor=False, roaming=False)


def cache_folder() -> Path:
    """Files that may be deleted at any time and are made again."""
    from platformdirs import user_cache_path

    return user_cache_path(_folder_name(), appauthor=False)


def log_folder() -> Path:
    """The program's log."""
    from platformdirs import user_log_path

    return user_log_path(_folder_name(), appauthor=False)


def _folder_name() -> str:
    return "kravkompass" if sys.platform.startswith("linux") else "Kravkompass"
