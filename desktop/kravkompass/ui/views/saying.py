"""Saying the reasons and findings of the rules in a language, with names from the catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import STEP_NAMES, source_name
from kravkompass.catalog.terms import RiskArea, RiskLevel, Theme
from kravkompass.guidance.findings import SENTENCES as FINDING_SENTENCES
from kravkompass.guidance.reasons import SENTENCES as REASON_SENTENCES

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.guidance.findings import Finding
    from kravkompass.guidance.reasons import Reason
    from kravkompass.language import Translation

_ANSWERS = {"yes": "Yes", "no": "No"}


def said_reason(reason: Reason, t: Translation, catalog: Catalog) -> str:
    """Say a reason."""
    return t.say(
        REASON_SENTENCES[reason.code], **{name: _named(name, value, t, catalog) for name, value in reason.values.items()}
    )


def said_finding(finding: Finding, t: Translation, catalog: Catalog) -> str:
    """Say a finding."""
    return t.say(
        FINDING_SENTENCES[finding.found], **{name: _named(name, value, t, catalog) for name, value in finding.values.items()}
    )


def _named(name: str, value: str, t: Translation, catalog: Catalog) -> str:
    language = t.language.value
    match name:
        case "question":
            return catalog.questions[value].ask[language] if value in catalog.questions else value
        case "answer":
            return t.say(_ANSWERS[value]).lower() if value in _ANSWERS else value
        case "group":
            return catalog.groups[value].names[language] if value in catalog.groups else value
        case "area":
            return t.say(source_name(RiskArea(value))).lower()
        case "level":
            return t.say(source_name(RiskLevel(value))).lower()
        case "step":
            return t.say(STEP_NAMES[value])
        case "theme":
            return t.say(source_name(Theme(value)))
        case "origin":
            return value.upper()
        case _:
            return value
