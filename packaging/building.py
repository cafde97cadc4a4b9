"""Makes what ships with the program and is not in git: compiled texts, fonts and the catalog, where missing or old.

python packaging/building.py            makes everything
python packaging/building.py --texts    takes the texts out of the code and brings i18n/ up to date with them
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "packaging")]

from fonts import build_fonts  # noqa: E402 - the path must be set first
from kravkompass.language.loading import compile_texts  # noqa: E402

CATALOG = ROOT / "resources" / "catalog" / "catalog.sqlite"
FONTS = ROOT / "resources" / "fonts"


def build_texts() -> None:
    """Compile each ``.po`` file that is newer than its ``.mo`` file."""
    for source in sorted((ROOT / "i18n").glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            beside = compiled.with_suffix(".part")
            beside.write_bytes(compile_texts(source))
            beside.replace(compiled)


def build_catalog() -> None:
    """Build the catalog from its YAML files, unless it is built from these very files.

    Raises CatalogProblemsError when the files have faults.
    """
    from kravkompass.catalog.build import build, fingerprint

    if _built_from(CATALOG) != fingerprint(ROOT / "resources"):
        build(ROOT / "resources", CATALOG)


def _built_from(catalog: Path) -> str | None:
    if not catalog.exists():
        return None
    connection = sqlite3.connect(f"file:{catalog.as_posix()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT value FROM about WHERE key = 'fingerprint'").fetchone()
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return str(row[0]) if row else None


def build_everything() -> None:
    """Make everything that is missing or old."""
    build_texts()
    build_fonts(FONTS)
    build_catalog()


def main(arguments: list[str]) -> int:
    """Do what the command line asks; returns the exit status."""
    if arguments == ["--texts"]:
        from texts import update_texts

        update_texts()
        build_texts()
        return 0
    from kravkompass.errors import CatalogProblemsError

    try:
        build_everything()
    except CatalogProblemsError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
