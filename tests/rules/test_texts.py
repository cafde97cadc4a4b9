"""Every text the program says is in the template, and translated in full into all three languages."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from tests.rules.tree import ROOT, parsed, place, program

from texts import LANGUAGES, PLURAL_FORMS, extract, po_file, read, untranslated, updated, written

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

TEMPLATES = {"kravkompass": ROOT / "i18n" / "kravkompass.pot", "qt": ROOT / "i18n" / "qt.pot"}
SAYING = {"text", "say", "count", "in_context"}
PLACEHOLDER = re.compile(r"\{\w+\}|%\d|%p|\n|</?\w+>")
# Words that give away that a text is in the language next door.
NOT_IN = {
    "sv": set("og ikke ikkje fra frå hva kva".split()),
    "nb": set("ikkje kva kven korleis frå ein eit dei och inte från".split()),
    "nn": set("ikke hva hvem hvordan hvilke hvilken hvis fra en et noen noe jeg kun och inte från".split()),
}

FILES = [(language, domain) for domain in TEMPLATES for language in LANGUAGES]
every_file = pytest.mark.parametrize(("language", "domain"), FILES)


def _catalog(language: str, domain: str) -> Catalog:
    return read(po_file(language, domain), language)


def _forms(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sources = message.id if isinstance(message.id, list | tuple) else (message.id,)
    said = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return tuple(map(str, sources)), tuple(one or "" for one in said)


def test_the_template_is_current() -> None:
    """When this fails: python3 dev.py texts."""
    assert TEMPLATES["kravkompass"].read_text(encoding="utf-8") == written(extract())


@every_file
def test_a_language_has_exactly_the_template_texts(language: str, domain: str) -> None:
    """When this fails: python3 dev.py texts."""
    path = po_file(language, domain)
    assert path.read_text(encoding="utf-8") == written(updated(read(TEMPLATES[domain]), path, language))


@every_file
def test_a_language_is_complete(language: str, domain: str) -> None:
    assert not untranslated(_catalog(language, domain))


@every_file
def test_a_language_has_two_plural_forms(language: str, domain: str) -> None:
    assert f"Plural-Forms: {PLURAL_FORMS}" in po_file(language, domain).read_text(encoding="utf-8")


@every_file
def test_placeholders_are_the_same(language: str, domain: str) -> None:
    wrong = []
    for message in _catalog(language, domain):
        sources, said = _forms(message)
        wanted = sorted(PLACEHOLDER.findall(sources[-1]))
        wrong += [one for one in said if message.id and one and sorted(PLACEHOLDER.findall(one)) != wanted]
    assert not wrong


@every_file
def test_a_language_is_not_mixed_up_with_its_neighbour(language: str, domain: str) -> None:
    messages = [message for message in _catalog(language, domain) if message.id]
    said = [form for message in messages for form in _forms(message)[1] if form]
    assert not [one for one in said if set(re.findall(r"\w+", PLACEHOLDER.sub("", one.lower()))) & NOT_IN[language]]


def test_every_text_said_is_written_out_where_it_is_said() -> None:
    """A text put together by the program cannot be found, nor translated."""
    wrong = [
        place(path, node)
        for path in program()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and _called(node) in SAYING
        if node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert not wrong


def test_nothing_else_is_called_text() -> None:
    """SQLAlchemy's text() is imported as sql, or its statements would stand among the texts to translate."""
    wrong = [
        place(path, node)
        for path in program()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("sqlalchemy")
        and any(alias.name == "text" and alias.asname is None for alias in node.names)
    ]
    assert not wrong


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) and call.func.attr != "text" else ""
