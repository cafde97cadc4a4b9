"""What surrounds the requirements, read from their lists: sources, labels, product groups, questions."""

from __future__ import annotations

from kravkompass.catalog.entries import Entry, is_day
from kravkompass.catalog.reading_condition import condition_in
from kravkompass.catalog.requirement import Label, ProductGroup, Question, Source
from kravkompass.catalog.terms import Country, PurchaseType


def read_source(entry: Entry) -> Source:
    """Read where facts come from; the day it was seen must be a date."""
    names = ("id", "title", "publisher", "address", "date", "seen")
    identity, title, publisher, address, day, seen = (entry.words(name, required=name != "address") for name in names)
    source = Source(identity, title, publisher, address, day, seen, partial=entry.flag("partial"))
    if seen and not is_day(seen):
        entry.problem("“seen” should be a date such as 2026-11-22", "seen")
    entry.finish()
    return source


def read_label(entry: Entry) -> Label:
    """Read a label or standard."""
    label = Label(entry.words("id"), by_language(entry, "name"), entry.flag("type-i"))
    entry.finish()
    return label


def read_group(entry: Entry) -> ProductGroup:
    """Read a product group or an area."""
    words = entry.entry("words", required=False)
    facts = entry.entry("facts", required=False)
    group = ProductGroup(
        id=entry.words("id"),
        names=by_language(entry, "name"),
        area=entry.words("area", required=False),
        type=entry.choice("type", PurchaseType, PurchaseType.GOODS),
        cpv=entry.list("cpv"),
        words={language: words.list(language) for language in words.names()} if words else {},
        facts={name: facts.words(name) for name in facts.names()} if facts else {},
        asks=entry.list("asks"),
    )
    entry.finish()
    return group


def read_question(entry: Entry) -> Question:
    """Read a situation question; without countries it is asked in all of them."""
    options = entry.entry("options", required=False)
    question = Question(
        id=entry.words("id"),
        kind=entry.words("kind"),
        ask=by_language(entry, "ask"),
        why=by_language(entry, "why"),
        countries=entry.choices("countries", Country) or frozenset(Country),
        always=entry.flag("always"),
        when=condition_in(entry),
        options={name: by_language(options, name) for name in options.names()} if options else {},
    )
    entry.finish()
    return question


def by_language(entry: Entry, name: str) -> dict[str, str]:
    """Read a text in all three languages."""
    if (texts := entry.entry(name)) is None:
        return {}
    found = {language: texts.words(language) for language in ("sv", "nb", "nn")}
    texts.finish()
    return found
