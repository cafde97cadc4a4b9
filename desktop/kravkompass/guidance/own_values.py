"""The values to fill in of an own requirement: naming a new one, and what is wrong with one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum

from kravkompass.catalog.requirement import Parameter, Requirement
from kravkompass.catalog.terms import ParameterType
from kravkompass.guidance.braces import named_in

MOST_LETTERS = 40
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ß": "ss"})
_UNNAMED = "n"
UNITED = frozenset({ParameterType.NUMBER, ParameterType.COUNT})
"""The types whose unit is said in words: percent, days and the like say it themselves."""


class ValueFault(StrEnum):
    """What is wrong with a value to fill in."""

    LABEL = "label"
    ORDER = "order"
    SUGGESTION = "suggestion"
    UNIT = "unit"


def value_name(label: str, taken: Collection[str]) -> str:
    """Give the name a value gets from what it is called, as it stands in braces: “Dagar till hämtning” is dagar-till-hamtning.

    A name that is taken already gets a number.
    """
    plain = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    name = _OTHER.sub("-", letters)[:MOST_LETTERS].strip("-") or _UNNAMED
    numbered = (f"{name}-{n}" for n in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def value_faults(parameter: Parameter, language: str) -> tuple[ValueFault, ...]:
    """Give what is wrong with a value; what it is called is needed in the language of the contract."""
    numbers = [one for one in (parameter.min, parameter.max) if one is not None]
    suggested = parameter.default if isinstance(parameter.default, int | float) else None
    within = suggested is None or all(
        (parameter.min is None or suggested >= parameter.min, parameter.max is None or suggested <= parameter.max)
    )
    wrong = {
        ValueFault.LABEL: not parameter.labels.get(language, "").strip(),
        ValueFault.UNIT: parameter.type is ParameterType.NUMBER and not parameter.unit.strip(),
        ValueFault.ORDER: numbers != sorted(numbers),
        ValueFault.SUGGESTION: numbers == sorted(numbers) and not within,
    }
    return tuple(fault for fault, there in wrong.items() if there)


def faulty_values(requirement: Requirement) -> tuple[str, ...]:
    """Give the names of the values that something is wrong with."""
    first = requirement.country.languages[0]
    return tuple(one.name for one in requirement.parameters if value_faults(one, first))


def asked_for(requirement: Requirement) -> frozenset[str]:
    """Give the names in braces that the texts ask for, in any language."""
    return named_in(_words(requirement))


def undeclared(requirement: Requirement) -> tuple[str, ...]:
    """Give the names in braces that no value has yet, in the order they stand in the texts."""
    known = {one.name for one in requirement.parameters}
    return tuple(dict.fromkeys(name for one in _words(requirement) for name in sorted(named_in([one])) if name not in known))


def retyped(parameter_type: ParameterType, parameter: Parameter) -> dict[str, object]:
    """Give the fields that change when a value becomes of another type: what no longer means anything is let go."""
    kept = parameter_type.is_number and parameter.type.is_number
    return {
        "type": parameter_type,
        "default": parameter.default if kept else None,
        "min": parameter.min if kept else None,
        "max": parameter.max if kept else None,
        "unit": parameter.unit if parameter_type in UNITED else "",
    }


def _words(requirement: Requirement) -> Iterable[str]:
    for texts in requirement.texts.values():
        yield from (getattr(texts, name) for name in type(texts).__slots__)
