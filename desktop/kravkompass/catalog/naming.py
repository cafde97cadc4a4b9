"""What the catalog's closed terms are called, as English source texts to be said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from kravkompass.catalog.requirement import Requirement, Source, Written
from kravkompass.catalog.terms import (
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
    PurchaseType,
    RiskArea,
    RiskLevel,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.language import Translation, text

_NAMES: Mapping[type[StrEnum], Mapping[str, str]] = {
    Country: {"se": text("Sweden"), "no": text("Norway")},
    Kind: {
        "qualification-requirement": text("Qualification requirement"),
        "technical-specification": text("Technical specification"),
        "award-criterion": text("Award criterion"),
        "contract-term": text("Contract term"),
    },
    Level: {"base": text("Base"), "advanced": text("Advanced"), "spearhead": text("Spearhead")},
    Priority: {"core": text("Most important"), "useful": text("Useful"), "extra": text("Extra")},
    Theme: {
        "climate": text("Climate and energy"),
        "environment": text("Environment and resources"),
        "chemicals": text("Chemicals"),
        "supply-chain": text("Human rights in the supply chain"),
        "working-conditions": text("Pay and working conditions"),
        "animal-welfare": text("Animal welfare"),
        "integrity": text("Honest business"),
        "employment": text("Jobs and inclusion"),
        "accessibility": text("Accessibility"),
        "health-safety": text("Health, safety and quality"),
    },
    Confidence: {
        "H": text("Read in the source"),
        "M": text("Check before use"),
        "L": text("Common practice"),
    },
    Place: {
        "qualification": text("Qualification requirements"),
        "specification": text("Specification"),
        "award": text("Award criteria"),
        "contract": text("Contract terms"),
    },
    Fulfilled: {
        "bid": text("When the tender is submitted"),
        "contract-start": text("When the contract starts"),
        "delivery": text("At delivery"),
        "during-contract": text("During the whole contract"),
        "date": text("By a stated date"),
    },
    Stage: {
        "bid": text("Before the contract"),
        "start": text("At the start"),
        "during": text("During the contract"),
        "end": text("At the end"),
    },
    Method: {
        "label-check": text("Check of labels"),
        "register-check": text("Check in a register"),
        "report": text("Report from the supplier"),
        "statistics": text("Statistics"),
        "spot-check": text("Spot check"),
        "meeting": text("Follow-up meeting"),
        "self-report": text("Self-report"),
        "document-review": text("Document review"),
        "test": text("Test"),
        "site-visit": text("Site visit"),
        "office-audit": text("Office audit"),
        "factory-audit": text("Factory audit"),
    },
    Interval: {
        "once": text("Once"),
        "monthly": text("Every month"),
        "quarterly": text("Every quarter"),
        "half-yearly": text("Every six months"),
        "yearly": text("Every year"),
        "every-second-year": text("Every second year"),
    },
    Who: {
        "buyer": text("Buyer"),
        "contract-manager": text("Contract manager"),
        "orderer": text("Orderer"),
        "expert": text("Expert"),
        "third-party": text("Third party"),
    },
    Effort: {"low": text("Low effort"), "medium": text("Medium effort"), "high": text("High effort")},
    Severity: {"ordinary": text("Ordinary breach"), "serious": text("Serious breach"), "zero-tolerance": text("Zero tolerance")},
    RiskArea: {
        "human-rights": text("Human rights"),
        "labour": text("Workers' rights"),
        "environment": text("Environmental protection"),
        "corruption": text("Corruption"),
    },
    RiskLevel: {
        "low": text("Low risk"),
        "medium": text("Medium risk"),
        "unknown": text("Unknown risk"),
        "high": text("High risk"),
        "very-high": text("Very high risk"),
    },
    ParameterType: {
        "percent": text("A percentage"),
        "amount": text("An amount of money"),
        "days": text("A number of days"),
        "weeks": text("A number of weeks"),
        "months": text("A number of months"),
        "years": text("A number of years"),
        "hours": text("A number of hours"),
        "count": text("How many there are"),
        "kg": text("A weight in kilograms"),
        "number": text("Another number"),
        "date": text("A date"),
        "text": text("Words"),
    },
    PurchaseType: {"goods": text("Goods"), "services": text("Services"), "works": text("Works")},
}
ORIGIN_NAMES: Mapping[str, str] = {"se": text("Sweden"), "eu": text("the EU"), "swan": text("the Nordic Swan Ecolabel")}
UNDATED = "undated"
STEP_NAMES: Mapping[str, str] = {
    "raw-material": text("raw material"),
    "processing": text("processing"),
    "final-manufacture": text("final manufacture"),
}
ABUSE_NAMES: Mapping[str, str] = {
    "both": text("child labour and forced labour"),
    "forced": text("forced labour"),
    "child": text("child labour"),
    "inputs": text("raw material from child labour or forced labour"),
}
_PLURALS: Mapping[Kind, str] = {
    Kind.QUALIFICATION: text("Qualification requirements"),
    Kind.SPECIFICATION: text("Technical specifications"),
    Kind.AWARD: text("Award criteria"),
    Kind.CONTRACT: text("Contract terms"),
}


def source_name(term: StrEnum) -> str:
    """Give the English source text for a term."""
    return _NAMES[type(term)][term.value]


def name(term: StrEnum, translation: Translation) -> str:
    """Say a term."""
    return translation.say(source_name(term))


def plural(kind: Kind, translation: Translation) -> str:
    """Say a kind of requirement in the plural, as a heading."""
    return translation.say(_PLURALS[kind])


def source_date(source: Source, translation: Translation) -> str:
    """Say the date a source carries, as the language writes it, or that it carries none."""
    return translation.say("undated") if source.date == UNDATED else translation.formats.kept_date(source.date)


def own_origin(written: Written, translation: Translation) -> str:
    """Say that a requirement is a municipality's own, whose, and who wrote it when, as far as that is known."""
    parts = [translation.say("the municipality's own requirement")]
    if written.organisation:
        parts.append(written.organisation)
    day = translation.formats.long_date(datetime.fromisoformat(written.at).astimezone().date()) if written.at else ""
    if written.by and day:
        parts.append(translation.say("written by {who} on {day}", who=written.by, day=day))
    elif written.by or day:
        parts.append(translation.say("written by {who}", who=written.by) if written.by else translation.say("written on {day}", day=day))
    return ", ".join(parts)


def identified(requirement: Requirement, revision: int, translation: Translation) -> str:
    """Say a requirement's id with its revision, and that it is the municipality's own where it is."""
    known = revised(requirement.id, revision, translation)
    own = translation.say("own requirement")
    return f"{known}, {own}" if requirement.is_own else known


def revised(requirement: str, revision: int, translation: Translation) -> str:
    """Say a requirement's id with its revision."""
    said = translation.say("revision {n}", n=revision)
    return f"{requirement}, {said}"
