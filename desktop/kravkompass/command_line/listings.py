"""The commands that list things: suggestions, search, the catalog."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable

from kravkompass.app import Parts, language_of_computer, today
from kravkompass.catalog.naming import name, source_date
from kravkompass.catalog.requirement import Requirement, Source
from kravkompass.catalog.search_cpv import check_cpv
from kravkompass.catalog.terms import Country
from kravkompass.guidance.listing import text_language
from kravkompass.language import Translation, translation
from kravkompass.paths import bundled


def _speaks(options: argparse.Namespace) -> Translation:
    return translation(options.speaks or language_of_computer())


def _country(options: argparse.Namespace) -> Country | None:
    return Country(options.country) if options.country else None


def suggest(options: argparse.Namespace) -> int:
    """List product groups for a description."""
    language = _speaks(options).language
    for code in options.cpv:
        check_cpv(code)
    found = Parts().finder.suggest(options.text, cpv=options.cpv, country=_country(options))
    rows = [
        {
            "group": one.group.id,
            "name": one.group.names[language.value],
            "score": round(one.score, 3),
            "why": [why.said(language.value) for why in one.why],
        }
        for one in found
    ]
    return _show(rows, ("group", "name", "why"), options)


def search(options: argparse.Namespace) -> int:
    """List requirements about something."""
    language = _speaks(options).language
    found = Parts().finder.search(options.text, country=_country(options), language=language)
    rows = [
        {"id": one.requirement.id, "title": one.title, "score": round(one.score, 3), "why": [str(why) for why in one.why]}
        for one in found
    ]
    return _show(rows, ("id", "title", "why"), options)


def catalog(options: argparse.Namespace) -> int:
    """List, show, check or count the requirements."""
    return {"list": _list, "show": _show_one, "check": _check, "stats": _stats}[options.what](options)


def _row(one: Requirement, speaks: Translation) -> dict[str, object]:
    texts = one.texts[text_language(one, speaks.language.value)]
    kind, level = name(one.kind, speaks), name(one.level, speaks)
    return {
        "id": one.id,
        "country": one.country,
        "kind": kind,
        "level": level,
        "theme": name(one.theme, speaks),
        "title": texts.title,
    }


def _list(options: argparse.Namespace) -> int:
    speaks = _speaks(options)
    rows = [_row(one, speaks) for one in Parts().catalog.requirements(_country(options))]
    return _show(rows, ("id", "kind", "level", "title"), options)


def _show_one(options: argparse.Namespace) -> int:
    import msgspec

    from kravkompass.command_line.running import CommandLineError

    speaks, parts = _speaks(options), Parts()
    if options.id is None:
        raise CommandLineError(detail="the following arguments are required: ID")
    one = parts.catalog.requirement(options.id)
    if options.json:
        print(json.dumps(msgspec.to_builtins(one, str_keys=True, order="deterministic"), ensure_ascii=False, indent=2))
        return 0
    texts = one.texts[text_language(one, speaks.language.value)]
    sources = [source for named in one.sources if (source := parts.catalog.source(one.country, named)) is not None]
    facts = {
        **_row(one, speaks),
        speaks.say("National id"): one.national_id or "–",
        speaks.say("Confidence"): name(one.confidence, speaks),
    }
    checked = speaks.say("checked")
    lines = [texts.title, "", texts.demand, "", texts.why, "", texts.evidence, "", texts.follow_up, "", texts.question, ""]
    lines += [f"{label}: {value}" for label, value in facts.items() if label != "title"]
    lines += [
        f"{source.title}, {source.publisher}, {source_date(source, speaks)} ({checked} {speaks.formats.kept_date(source.seen)}) {source.address}"
        for source in sources
    ]
    print(*lines, sep="\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    from kravkompass.catalog.checks import check_catalog
    from kravkompass.catalog.reading import read_catalog
    from kravkompass.catalog.rules import read_rules

    reading = read_catalog(bundled("resources", "catalog"))
    read_rules(bundled("resources", "rules"), reading.problems)
    check_catalog(reading, today())
    problems = sorted(reading.problems)
    if options.json:
        print(
            json.dumps(
                [{"file": one.file, "line": one.line, "message": one.message} for one in problems], ensure_ascii=False, indent=2
            )
        )
    else:
        print(*problems, f"{len(reading.requirements)} requirements, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


def _stats(options: argparse.Namespace) -> int:
    whole = Parts().catalog
    counts = count(whole.requirements(_country(options)), whole.source, today().year)
    if options.json:
        print(json.dumps(counts, ensure_ascii=False, indent=2))
        return 0
    for heading, numbers in counts.items():
        print(heading)
        _columns(("", label, str(number)) for label, number in numbers.items())
    return 0


def count(
    requirements: Iterable[Requirement], source: Callable[[Country, str], Source | None], year: int
) -> dict[str, dict[str, int]]:
    """Count requirements by country, area, theme, kind, level, language and confidence, and by the age of their sources.

    The age is in years from the date of the newest source to ``year``; per area it is said how many are how old.
    """
    whole = list(requirements)
    ages = {one.id: _age(one, source, year) for one in whole}
    ways = {
        "country": [one.country.value for one in whole],
        "area": [f"{one.country}/{one.area}" for one in whole],
        "theme": [one.theme.value for one in whole],
        "kind": [one.kind.value for one in whole],
        "level": [one.level.value for one in whole],
        "priority": [one.priority.value for one in whole],
        "confidence": [one.confidence.value for one in whole],
        "language": [language for one in whole for language in one.texts],
        "age of the newest source": list(ages.values()),
        "age by area": [f"{one.country}/{one.area}: {ages[one.id]}" for one in whole],
    }
    return {"all": {"requirements": len(whole)}, **{way: dict(sorted(Counter(found).items())) for way, found in ways.items()}}


def _age(one: Requirement, source: Callable[[Country, str], Source | None], year: int) -> str:
    found = [known.date[:4] for named in one.sources if (known := source(one.country, named)) is not None]
    dated = [int(date) for date in found if date.isdigit()]
    if dated:
        return f"{max(year - max(dated), 0):2} years"
    return "undated" if found else "common practice"


def _show(rows: list[dict[str, object]], shown: tuple[str, ...], options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        print(_speaks(options).say("Nothing found. Try fewer or other words."))
    else:
        _columns(tuple(_words(row[column]) for column in shown) for row in rows)
    return 0


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _columns(rows: Iterable[tuple[str, ...]]) -> None:
    whole = list(rows)
    widths = [max(len(row[place]) for row in whole) for place in range(len(whole[0]))] if whole else []
    for row in whole:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
