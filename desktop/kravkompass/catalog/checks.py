"""Checks that keep the catalog true: each looks at everything read and notes problems with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from kravkompass.catalog.condition import facts_in, groups_in
from kravkompass.catalog.naming import ORIGIN_NAMES
from kravkompass.catalog.national_ids import named_in_a_source
from kravkompass.catalog.packages import faults
from kravkompass.catalog.published import changed, gone
from kravkompass.catalog.reading import Reading
from kravkompass.catalog.requirement import Parameter, Requirement
from kravkompass.catalog.terms import (
    ACCESSIBILITY_CODES,
    ENVIRONMENT_CODES,
    GREEN_CODES,
    INNOVATION_CODES,
    SOCIAL_CODES,
    Confidence,
    Kind,
    ParameterType,
)
from kravkompass.catalog.wordings import EQUIVALENT, LABEL_DEMANDED, ORIGIN_WORDS, PLACEHOLDER, STANDARD

Check = Callable[[Requirement, Reading], Iterator[str]]
BUILT_IN_FACTS = frozenset({"country", "value", "announced", "contract-months", "purchase-type", "procedure"})
ID = re.compile(r"(SE|NO)-[A-Z]+-\d+[a-z]?")
NATIONAL_ID = re.compile(r"\d{4,6}(:\d+)?")
MOST_WORDS = {
    "title": 14,
    "demand": 170,
    "why": 75,
    "evidence": 95,
    "follow_up": 85,
    "question": 45,
    "met": 40,
    "partly": 40,
    "not_met": 40,
}


def check_catalog(reading: Reading, today: date) -> None:
    """Run every check; problems are added to the reading."""
    for requirement in reading.requirements:
        for check in CHECKS:
            for message in check(requirement, reading):
                reading.problem(requirement.id, message)
    _same_demand(reading)
    _dates(reading, today)
    _groups(reading)
    _packages(reading)
    _published(reading)


def _identity(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    if not ID.fullmatch(requirement.id):
        yield "the id should look like SE-FOOD-51 or NO-MAT-01"
    elif requirement.id[:2].lower() != requirement.country.value:
        yield f"the id says another country than the folder {requirement.country}"
    if requirement.revision < 1:
        yield "the revision begins at 1"
    if requirement.national_id and not NATIONAL_ID.fullmatch(requirement.national_id):
        yield f"the national id “{requirement.national_id}” should be a number, with or without version (10397:2)"
    if requirement.national_id and (requirement.confidence is Confidence.LOW or requirement.common_practice):
        yield "common practice (confidence L) cannot have a national id"
    if requirement.confidence is Confidence.LOW and not requirement.common_practice:
        yield "confidence L is for common practice only"


def _languages(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    missing = set(requirement.country.languages) - requirement.texts.keys()
    if missing:
        yield f"texts are missing in {', '.join(sorted(missing))}"


def _placeholders(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    declared = {parameter.name for parameter in requirement.parameters}
    used: set[str] = set()
    for language, texts in requirement.texts.items():
        found = set(
            PLACEHOLDER.findall(
                f"{texts.demand} {texts.evidence} {texts.follow_up} {texts.question} {texts.met} {texts.partly} {texts.not_met}"
            )
        )
        used |= found
        if unknown := found - declared:
            yield f"placeholder not declared in parameters ({language}): {', '.join(sorted(unknown))}"
        if lost := declared - found:
            yield f"parameter not used in the text ({language}): {', '.join(sorted(lost))}"


def _parameters(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    if unknown := requirement.stricter.keys() - {one.name for one in requirement.parameters if one.type.is_number}:
        yield f"stricter names what is no number among the parameters: {', '.join(sorted(unknown))}"
    for parameter in requirement.parameters:
        yield from (f"parameter {parameter.name}: {fault}" for fault in _parameter_faults(parameter))
        if missing := set(requirement.country.languages) - parameter.labels.keys():
            yield f"parameter {parameter.name}: no label in {', '.join(sorted(missing))}"


def _parameter_faults(parameter: Parameter) -> Iterator[str]:
    if parameter.type.is_number:
        if parameter.min is None or parameter.max is None:
            yield "has no bounds (min and max)"
        elif parameter.min >= parameter.max:
            yield "min should be below max"
        elif isinstance(parameter.default, int | float) and not parameter.min <= parameter.default <= parameter.max:
            yield "the default lies outside the bounds"
        if isinstance(parameter.default, str):
            yield "the default should be a number"
    if parameter.type is ParameterType.NUMBER and not parameter.unit:
        yield "a plain number needs a unit"


def _known_words(requirement: Requirement, reading: Reading) -> Iterator[str]:
    groups = {group.id for group in reading.groups} | {"all"}
    facts = {question.id for question in reading.questions} | BUILT_IN_FACTS
    labels = {label.id for label in reading.labels}
    for name in sorted((requirement.groups | groups_in(requirement.when)) - groups):
        yield f"unknown product group “{name}”"
    for name in sorted(facts_in(requirement.when) - facts):
        yield f"unknown fact “{name}” in when"
    for name in sorted(set(requirement.labels) - labels):
        yield f"unknown label “{name}”"
    if not requirement.groups:
        yield "no product group"


def _sources(requirement: Requirement, reading: Reading) -> Iterator[str]:
    if not requirement.sources and not requirement.common_practice:
        yield "no source"
    for name in requirement.sources:
        country, _, own = name.rpartition("/")
        known = {one.value: sources for one, sources in reading.sources.items()}
        if own not in known.get(country or requirement.country.value, {}):
            yield f"unknown source “{name}”"


def _origin(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    if requirement.origin is not None and requirement.origin.taken_from not in ORIGIN_NAMES:
        yield f"unknown origin “{requirement.origin.taken_from}”; choose one of: {', '.join(ORIGIN_NAMES)}"


def _relations(requirement: Requirement, reading: Reading) -> Iterator[str]:
    by_id = {other.id: other for other in reading.requirements}
    relations = requirement.relations
    for name in (*relations.replaces, *relations.adds_to, *relations.exceeds, *relations.excludes, *relations.repeat_as):
        if name not in by_id:
            yield f"relation to “{name}”, which does not exist"
        elif name == requirement.id:
            yield "relation to itself"
    for name in relations.exceeds:
        if name in by_id and (requirement.kind is not Kind.AWARD or by_id[name].kind is Kind.AWARD):
            yield f"“exceeds” ties an award criterion to a minimum requirement; {name} does not fit"
    for name in relations.replaces:
        if name in by_id and by_id[name].level.height > requirement.level.height:
            yield f"replaces {name}, which is of a higher level"


def _placing(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    if requirement.kind.place not in requirement.place:
        yield f"a {requirement.kind} should be placed in “{requirement.kind.place}”"
    social = requirement.codes.social & {"hum-right"}
    if social and requirement.kind is Kind.SPECIFICATION:
        yield "social terms about production are contract terms, not technical specifications"


def _codes(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    codes = requirement.codes
    for name, given, allowed in (
        ("env", codes.environment, ENVIRONMENT_CODES),
        ("soc", codes.social, SOCIAL_CODES),
        ("inn", codes.innovation, INNOVATION_CODES),
        ("acc", codes.accessibility, ACCESSIBILITY_CODES),
        ("gpp", frozenset({codes.green} - {""}), GREEN_CODES),
    ):
        if unknown := given - allowed:
            yield f"unknown notice code in {name}: {', '.join(sorted(unknown))}"
    if not codes.sdg <= set(range(1, 18)) or not codes.environmental_objectives <= set(range(1, 17)):
        yield "UN goals go from 1 to 17, environmental objectives from 1 to 16"


def _wording(requirement: Requirement, _reading: Reading) -> Iterator[str]:
    for language, texts in requirement.texts.items():
        both = f"{texts.demand} {texts.evidence}"
        if STANDARD.search(texts.demand) and not EQUIVALENT[language].search(texts.demand):
            yield f"the demand ({language}) names a standard or label without “or equivalent”"
        elif STANDARD.search(texts.evidence) and not EQUIVALENT[language].search(both):
            yield f"the evidence ({language}) names a standard or label without “or equivalent”"
        if found := ORIGIN_WORDS.search(texts.demand):
            yield f"the demand ({language}) asks for origin: “{found.group()}”"
        if found := LABEL_DEMANDED.search(texts.demand):
            yield f"the demand ({language}) asks for a label: “{found.group()}”"
        for name, most in MOST_WORDS.items():
            words = len(getattr(texts, name).split())
            if words > most:
                yield f"{name.replace('_', '-')} ({language}) has {words} words; more than {most} is hard to read"


def _retiring(requirement: Requirement, reading: Reading) -> Iterator[str]:
    if requirement.replaced_by and not requirement.retired:
        yield "“replaced-by” is for retired requirements"
    if not requirement.retired:
        return
    other = next((one for one in reading.requirements if one.id == requirement.replaced_by), None)
    if not requirement.replaced_by:
        yield "a retired requirement says what it is replaced by"
    elif other is None:
        yield f"replaced by “{requirement.replaced_by}”, which does not exist"
    elif other.retired:
        yield f"replaced by {other.id}, which is retired itself"


CHECKS: tuple[Check, ...] = (
    _identity,
    named_in_a_source,
    _languages,
    _placeholders,
    _parameters,
    _known_words,
    _sources,
    _origin,
    _relations,
    _placing,
    _codes,
    _wording,
    _retiring,
)


def _same_demand(reading: Reading) -> None:
    seen: dict[tuple[str, str], str] = {}
    for requirement in reading.requirements:
        for language, texts in requirement.texts.items():
            key = (language, texts.demand.casefold())
            if texts.demand and key in seen and seen[key] != requirement.id:
                reading.problem(requirement.id, f"has the same demand as {seen[key]} ({language})")
            seen.setdefault(key, requirement.id)


def _dates(reading: Reading, today: date) -> None:
    for country, sources in reading.sources.items():
        for source in sources.values():
            if source.seen > today.isoformat():
                reading.problem(f"{country}/sources/{source.id}", f"was seen in the future: {source.seen}")


def _groups(reading: Reading) -> None:
    ids = {group.id for group in reading.groups}
    questions = {question.id for question in reading.questions}
    for group in reading.groups:
        if group.area and group.area not in ids:
            reading.problem(f"product_groups/{group.id}", f"unknown area “{group.area}”")
        for name in (*group.asks, *group.facts):
            if name not in questions:
                reading.problem(f"product_groups/{group.id}", f"asks for the unknown question “{name}”")


def _packages(reading: Reading) -> None:
    requirements = {one.id: one for one in reading.requirements}
    for package in reading.packages:
        for message in faults(package, requirements):
            reading.problem(f"packages/{package.id}", message)


def _published(reading: Reading) -> None:
    reading.problems += gone(reading.requirements, reading.published)
    for requirement in reading.requirements:
        for message in changed(requirement, reading.published.get(requirement.id)):
            reading.problem(requirement.id, message)
