"""Every text the project says, by language, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from babel.messages.pofile import read_po
from tests.catalog.real import reading
from tests.rules.tree import ROOT

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.rules import read_rules
from kravkompass.paths import bundled

Said = Iterator[tuple[str, str, str]]
"""Language, text, place."""


def texts() -> Said:
    """Give the texts of the catalog, the rules and the interface."""
    for requirement in reading().requirements:
        yield from _requirement(requirement)
    yield from _lists()
    yield from _interface()


def _requirement(requirement: Requirement) -> Said:
    file, line = reading().lines[requirement.id]
    for language, said in requirement.texts.items():
        for one in fields(said):
            yield language, getattr(said, one.name), f"{file}:{line} {requirement.id} {one.name}"
    for parameter in requirement.parameters:
        yield from _each(parameter.labels, f"{file}:{line} {requirement.id} {parameter.name}")


def _lists() -> Said:
    read = reading()
    for group in read.groups:
        yield from _each(group.names, f"product_groups.yaml {group.id}")
    for question in read.questions:
        for said in (question.ask, question.why, *question.options.values()):
            yield from _each(said, f"questions.yaml {question.id}")
    for label in read.labels:
        yield from _each(label.names, f"labels.yaml {label.id}")
    for good in read.goods:
        yield from _each(good.names, f"goods.yaml {good.id}")
    for package in read.packages:
        yield from _each(package.names, f"packages.yaml {package.id}")
        yield from _each(package.fits, f"packages.yaml {package.id}")
    for rule in read_rules(bundled("resources", "rules"), []).by_id.values():
        for said in (rule.names, *(row.note for row in rule.rows)):
            yield from _each(said, f"rules/{rule.country}.yaml {rule.id}")


def _interface() -> Said:
    for path in sorted((ROOT / "i18n").glob("*/LC_MESSAGES/*.po")):
        language = path.parts[-3]
        with path.open("rb") as file:
            for message in read_po(file):
                forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
                for form in forms if message.id else ():
                    yield language, str(form), f"i18n/{language}/{path.name}:{message.lineno}"


def _each(said: Mapping[str, str], place: str) -> Said:
    for language, text in said.items():
        yield language, text, place
