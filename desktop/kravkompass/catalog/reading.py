"""The catalog's text files, read into values. Gives values and problems; never raises for bad content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kravkompass.catalog.country_risk import CountryRisk, read_countries
from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.goods import Good, read_goods
from kravkompass.catalog.municipalities import Municipality, read_municipalities
from kravkompass.catalog.national_ids import read_national_ids
from kravkompass.catalog.packages import Package, read_package
from kravkompass.catalog.published import LOCK, Published, read_lock
from kravkompass.catalog.reading_condition import condition_in
from kravkompass.catalog.reading_lists import read_group, read_label, read_question, read_source
from kravkompass.catalog.requirement import (
    Codes,
    FollowUp,
    Label,
    Origin,
    Parameter,
    ProductGroup,
    Question,
    Relations,
    Requirement,
    Source,
    Texts,
)
from kravkompass.catalog.risk import ProductRisk, read_risks
from kravkompass.catalog.terms import (
    TEXT_FIELDS,
    Confidence,
    Country,
    Effort,
    Fulfilled,
    Interval,
    Kind,
    Level,
    Method,
    ParameterType,
    Place,
    Priority,
    Severity,
    Stage,
    Stricter,
    Theme,
    Who,
)

T = TypeVar("T", Source, Label, ProductGroup, Question, Package)


@dataclass(slots=True)
class Reading:
    """All that was read, the problems on the way, and where each thing stands."""

    requirements: list[Requirement] = field(default_factory=list)
    groups: list[ProductGroup] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    packages: list[Package] = field(default_factory=list)
    national_ids: frozenset[str] = frozenset()
    risks: tuple[ProductRisk, ...] = ()
    countries: Mapping[str, CountryRisk] = field(default_factory=dict)
    goods: tuple[Good, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    sources: dict[Country, dict[str, Source]] = field(default_factory=dict)
    published: Mapping[str, Published] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)

    def problem(self, name: str, message: str) -> None:
        """Note a problem about something already read, at its line: a requirement, ``questions/children``, ``se/sources/k10``."""
        file, line = self.lines[name]
        self.problems.append(Problem(file, line, f"{name}: {message}"))


def read_catalog(folder: Path) -> Reading:
    """Read every file of the catalog folder, and the municipalities beside it."""
    reading = Reading()
    reading.groups = _listed(folder / "product_groups.yaml", folder, reading, read_group)
    reading.questions = _listed(folder / "questions.yaml", folder, reading, read_question)
    reading.packages = _listed(folder / "packages.yaml", folder, reading, read_package)
    reading.risks = read_risks(folder / "risks.yaml", reading.problems)
    reading.countries = read_countries(folder / "countries.yaml", reading.problems)
    reading.goods = read_goods(folder / "goods.yaml", reading.problems, frozenset(group.id for group in reading.groups))
    reading.municipalities = read_municipalities(folder.parent / "municipalities.yaml", reading.problems)
    reading.labels = _listed(folder / "labels.yaml", folder, reading, read_label)
    reading.national_ids = read_national_ids(folder, reading.problems)
    reading.published = read_lock(folder / LOCK, reading.problems)
    for country in Country:
        place = folder / country.value
        reading.sources[country] = {one.id: one for one in _listed(place / "sources.yaml", folder, reading, read_source)}
        for path in sorted(place.glob("*/*.yaml")):
            for entry in _in(path, folder, reading):
                _add(_requirement(entry, country, path.parent.name), entry, reading)
    return reading


def _in(path: Path, folder: Path, reading: Reading) -> list[Entry]:
    if not path.exists():
        return []
    return list(entries_in(path, path.relative_to(folder).as_posix(), reading.problems))


def _listed(path: Path, folder: Path, reading: Reading, read: Callable[[Entry], T]) -> list[T]:
    """Read a list whose items each have an id of their own; where an item stands is kept as ``questions/children``."""
    found: list[T] = []
    for entry in _in(path, folder, reading):
        one = read(entry)
        name = f"{path.relative_to(folder).with_suffix('').as_posix()}/{one.id}"
        if name in reading.lines:
            entry.problem(f"the id {one.id} is used twice")
            continue
        reading.lines[name] = (entry.file, entry.line)
        found.append(one)
    return found


def _add(requirement: Requirement, entry: Entry, reading: Reading) -> None:
    if requirement.id in reading.lines:
        entry.problem(f"the id {requirement.id} is used twice")
        return
    reading.lines[requirement.id] = (entry.file, entry.line)
    reading.requirements.append(requirement)


def _requirement(entry: Entry, country: Country, area: str) -> Requirement:
    requirement = Requirement(
        id=entry.words("id"),
        revision=entry.number("revision"),
        country=country,
        area=area,
        kind=entry.choice("kind", Kind),
        level=entry.choice("level", Level),
        priority=entry.choice("priority", Priority),
        theme=entry.choice("theme", Theme),
        feature=entry.words("feature"),
        groups=frozenset(entry.list("groups")),
        texts=_texts(entry.entry("texts")),
        follow_up=_follow_up(entry.entry("follow-up")),
        confidence=entry.choice("confidence", Confidence),
        place=entry.choices("place", Place),
        fulfilled=entry.choice("fulfilled", Fulfilled),
        when=condition_in(entry),
        parameters=_parameters(entry.entry("parameters", required=False)),
        labels=entry.list("labels"),
        sources=entry.list("sources"),
        relations=_relations(entry.entry("relations", required=False)),
        codes=_codes(entry.entry("codes", required=False)),
        national_id=entry.words("national-id", required=False),
        origin=_origin(entry.entry("origin", required=False)),
        statutory=entry.flag("statutory"),
        common_practice=entry.flag("common-practice"),
        duty=entry.words("duty", required=False),
        retired=entry.flag("retired"),
        replaced_by=entry.words("replaced-by", required=False),
        stricter=_stricter(entry.entry("stricter", required=False)),
    )
    entry.finish()
    return requirement


def _texts(entry: Entry | None) -> Mapping[str, Texts]:
    if entry is None:
        return {}
    found: dict[str, Texts] = {}
    for language in entry.names():
        if (texts := entry.entry(language)) is None:
            continue
        found[language] = Texts(*(texts.words(name) for name in TEXT_FIELDS))
        texts.finish()
    return found


def _follow_up(entry: Entry | None) -> FollowUp:
    if entry is None:
        return FollowUp(Stage.DURING, Method.MEETING, Interval.YEARLY, Who.BUYER, 0, Effort.LOW, Severity.ORDINARY)
    follow_up = FollowUp(
        stage=entry.choice("stage", Stage),
        method=entry.choice("method", Method),
        interval=entry.choice("interval", Interval),
        who=entry.choice("who", Who),
        minutes=entry.number("minutes"),
        supplier_effort=entry.choice("supplier-effort", Effort),
        severity=entry.choice("severity", Severity),
        first_after_months=entry.number("first-after-months", 0),
    )
    entry.finish()
    return follow_up


def _parameters(entry: Entry | None) -> tuple[Parameter, ...]:
    if entry is None:
        return ()
    found = []
    for name in entry.names():
        if (fields := entry.entry(name)) is None:
            continue
        bounds = [fields.plain(bound) for bound in ("min", "max")]
        labels = fields.entry("label", required=False)
        default = fields.plain("default")
        found.append(
            Parameter(
                name=name,
                type=fields.choice("type", ParameterType),
                default=default,
                min=bounds[0] if isinstance(bounds[0], int | float) else None,
                max=bounds[1] if isinstance(bounds[1], int | float) else None,
                unit=fields.words("unit", required=False),
                labels={language: labels.words(language) for language in labels.names()} if labels else {},
            )
        )
        fields.finish()
    return tuple(found)


def _stricter(entry: Entry | None) -> Mapping[str, Stricter]:
    return {name: entry.choice(name, Stricter) for name in entry.names()} if entry is not None else {}


def _relations(entry: Entry | None) -> Relations:
    if entry is None:
        return Relations()
    names = ("replaces", "adds-to", "exceeds", "excludes", "repeat-as")
    relations = Relations(*(entry.list(name) for name in names))
    entry.finish()
    return relations


def _codes(entry: Entry | None) -> Codes:
    if entry is None:
        return Codes()
    codes = Codes(
        environment=frozenset(entry.list("env")),
        social=frozenset(entry.list("soc")),
        innovation=frozenset(entry.list("inn")),
        accessibility=frozenset(entry.list("acc")),
        green=entry.words("gpp", required=False),
        sdg=frozenset(_whole(entry, "sdg")),
        environmental_objectives=frozenset(_whole(entry, "env-goals")),
    )
    entry.finish()
    return codes


def _whole(entry: Entry, name: str) -> list[int]:
    given = entry.list(name)
    if wrong := [value for value in given if not value.isdigit()]:
        entry.problem(f"“{name}” should be whole numbers, not {', '.join(wrong)}", name)
    return [int(value) for value in given if value.isdigit()]


def _origin(entry: Entry | None) -> Origin | None:
    if entry is None:
        return None
    origin = Origin(entry.words("from"), entry.words("via"))
    entry.finish()
    return origin
