"""Takes the texts out of the code into ``i18n/kravkompass.pot`` and brings every language's ``.po`` files up to date."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "i18n"
CODE = ROOT / "desktop" / "kravkompass"
LANGUAGES = ("sv", "nb", "nn")
PLURAL_FORMS = "nplurals=2; plural=(n != 1);"

# Where in each call the texts stand; "c" marks the context.
CALLS = {"text": None, "say": None, "count": (1, 2), "in_context": ((1, "c"), 2)}
# Dates and people say nothing that the history of the file does not, and make every run a change.
_CHANGING_HEADERS = re.compile(
    r'^"(Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By)'
    r".*\n",
    re.MULTILINE,
)


def extract() -> Catalog:
    """Gather every text marked in the code, in the order of the files."""
    catalog = Catalog(charset="utf-8", fuzzy=False, header_comment="# Texts of Kravkompass.")
    found = extract_from_dir(CODE, [("**.py", "python")], {}, CALLS, comment_tags=("Translators:",), strip_comment_tags=True)
    for name, line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        path = (CODE / name).relative_to(ROOT).as_posix()
        catalog.add(message, None, [(path, line)], auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> str:
    """Give the text of a ``.pot`` or ``.po`` file: without dates and line numbers, so that only texts make a change."""
    target = io.BytesIO()
    write_po(target, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    return _CHANGING_HEADERS.sub("", target.getvalue().decode("utf-8")).rstrip("\n") + "\n"


def read(path: Path, language: str | None = None) -> Catalog:
    """Read a ``.pot`` or ``.po`` file. Raises PoFileError with the line when it is broken."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def po_file(language: str, domain: str) -> Path:
    """Where a language's texts are; the domain is ``kravkompass`` or ``qt``."""
    return I18N / language / "LC_MESSAGES" / f"{domain}.po"


def updated(template: Catalog, path: Path, language: str) -> Catalog:
    """Give a language's catalog with exactly the template's texts, keeping what is translated."""
    catalog = read(path, language) if path.exists() else Catalog(locale=language)
    kept = Catalog(locale=language, charset="utf-8", fuzzy=False, header_comment=template.header_comment)
    for message in template:
        if message.id:
            old = catalog.get(message.id, message.context)
            translated = old.string if old else None
            kept.add(message.id, translated, message.locations, auto_comments=message.auto_comments, context=message.context)
    return kept


def untranslated(catalog: Catalog) -> list[str]:
    """List the texts that are not translated, in every plural form, or only perhaps (fuzzy)."""
    missing = []
    for message in catalog:
        forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            missing.append(str(message.id))
    return missing


def update_texts() -> None:
    """Write the template and every language's file anew. ``qt.pot`` is written by hand: it lists Qt's texts that we translate."""
    template = extract()
    (I18N / "kravkompass.pot").write_text(written(template), encoding="utf-8")
    for domain, source in (("kravkompass", template), ("qt", read(I18N / "qt.pot"))):
        for language in LANGUAGES:
            path = po_file(language, domain)
            text = written(updated(source, path, language))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if missing := untranslated(read(path, language)):
                print(f"{path.relative_to(ROOT)}: {len(missing)} texts to translate")
