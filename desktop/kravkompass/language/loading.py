"""Reading a language's texts: compiled ones, or in a checkout the sources where those are newer."""

from __future__ import annotations

import gettext
import io
from functools import cache
from typing import TYPE_CHECKING

from kravkompass.language.translation import Translation
from kravkompass.paths import bundled

if TYPE_CHECKING:
    from pathlib import Path

    from kravkompass.language.languages import Language


@cache
def translation(language: Language) -> Translation:
    """Load a language, once. Where its texts are missing, the source texts are said."""
    folder = bundled("i18n") / language.value / "LC_MESSAGES"
    return Translation(language, _load(folder / "kravkompass.po"), _load(folder / "qt.po"))


def _load(source: Path) -> gettext.NullTranslations:
    """Read the compiled texts beside ``source``, or compile them in memory where they are missing or older (a checkout)."""
    compiled = source.with_suffix(".mo")
    written = source.stat().st_mtime if source.exists() else 0.0
    if compiled.exists() and compiled.stat().st_mtime >= written:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.GNUTranslations(io.BytesIO(compile_texts(source))) if written else gettext.NullTranslations()


def compile_texts(source: Path) -> bytes:
    """Compile a ``.po`` file to the bytes of a ``.mo`` file; fuzzy texts are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = io.BytesIO()
    with source.open("rb") as file:
        write_mo(target, read_po(file, locale=source.parents[1].name), use_fuzzy=False)
    return target.getvalue()
