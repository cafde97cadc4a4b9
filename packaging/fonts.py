"""Makes the program's four static fonts from the variable ones of Source Sans 3 (SIL Open Font License).

The licence reserves the name "Source", so the changed fonts are called "Kravkompass Sans". The PDF writer needs static
TrueType outlines; layout tables that it does not read are left out.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from pathlib import Path

FAMILY = "Kravkompass Sans"
PACKAGE = "fontpkg-source-sans-3"
RECIPE = "1"
STYLES = {
    "Regular": ("SourceSans3[wght].ttf", 400),
    "Bold": ("SourceSans3[wght].ttf", 600),
    "Italic": ("SourceSans3-Italic[wght].ttf", 400),
    "BoldItalic": ("SourceSans3-Italic[wght].ttf", 600),
}
UNREAD_TABLES = ("GPOS", "GSUB", "GDEF", "STAT", "DSIG", "BASE")
OLD_NAMES = (16, 17, 18, 20, 21, 22, 25)


def build_fonts(target: Path) -> None:
    """Write the fonts and their licence into `target`; does nothing when what lies there is up to date.

    The same sources give the same bytes. Raises ImportError when the sources or fontTools are not installed.
    """
    fingerprint = _fingerprint()
    stamp = target / "built-from.txt"
    whole = all((target / f"KravkompassSans-{style}.ttf").is_file() for style in STYLES)
    if whole and stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == fingerprint:
        return
    target.mkdir(parents=True, exist_ok=True)
    sources = _sources()
    for style, (name, weight) in STYLES.items():
        _build_one(sources / "files" / name, weight, style, target / f"KravkompassSans-{style}.ttf")
    licence = target / "LICENSE.txt"
    if not licence.exists():
        licence.write_bytes((sources / "LICENSE").read_bytes().replace(b"\r\n", b"\n"))
    stamp.write_text(fingerprint + "\n", encoding="utf-8")


def _sources() -> Path:
    """The folder of the installed source fonts."""
    import fontpkg_source_sans_3

    return Path(fontpkg_source_sans_3.__file__).parent


def _fingerprint() -> str:
    """What the result depends on: the source fonts, fontTools and this recipe."""
    parts = [RECIPE, importlib.metadata.version(PACKAGE), importlib.metadata.version("fonttools"), repr(STYLES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _build_one(source: Path, weight: int, style: str, target: Path) -> None:
    """Make one static font of this weight under the program's own family name."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(source, recalcTimestamp=False)
    for tag in UNREAD_TABLES:
        if tag in font:
            del font[tag]
    font = instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    names = font["name"]
    for old in OLD_NAMES:
        names.removeNames(nameID=old)
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    version = names.getDebugName(5) or "Version 1"
    for number, text in ((1, FAMILY), (2, style.replace("BoldI", "Bold I")), (3, f"{full}; {version}"), (4, full),
                         (6, f"KravkompassSans-{style}")):
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    beside = target.with_suffix(".part")
    font.save(beside, reorderTables=True)
    beside.replace(target)


if __name__ == "__main__":
    build_fonts(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "fonts")
