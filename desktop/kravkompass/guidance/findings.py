"""What can be found when a list is looked over before publishing: how serious it is, what to do, and where to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kravkompass.language import text


class Weight(StrEnum):
    """How serious a finding is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Found(StrEnum):
    """What was found."""

    NO_TITLE = "no-title"
    NO_GROUPS = "no-groups"
    NO_REQUIREMENTS = "no-requirements"
    VALUE_MISSING = "value-missing"
    PRODUCTION_IN_SPECIFICATION = "production-in-specification"
    ORIGIN_DEMANDED = "origin-demanded"
    LABEL_DEMANDED = "label-demanded"
    EQUIVALENT_MISSING = "equivalent-missing"
    TOGETHER = "together"
    NOT_ABOVE_MINIMUM = "not-above-minimum"
    NOT_REPEATED = "not-repeated"
    STATUTORY_LEFT_OUT = "statutory-left-out"
    NO_REASON = "no-reason"
    CHECK_BEFORE_USE = "check-before-use"
    NEWER_REVISION = "newer-revision"
    OPEN_QUESTIONS = "open-questions"
    THEME_OPEN = "theme-open"
    THEME_NONE = "theme-none"
    SAME_TWICE = "same-twice"
    NOT_CHECKABLE = "not-checkable"
    SOURCES_OLD = "sources-old"
    TOO_FEW_HOURS = "too-few-hours"
    TOO_SHORT_FOR_AUDIT = "too-short-for-audit"
    PROCEDURE_UNKNOWN = "procedure-unknown"
    LOT_WITHOUT_GROUPS = "lot-without-groups"
    LOT_VALUES = "lot-values"
    SE_DOCUMENT_DIRECT = "se-document-direct"
    SE_LABOUR_TERMS = "se-labour-terms"
    SE_LABOUR_NOT_ASSESSED = "se-labour-not-assessed"
    SE_ACCESSIBILITY = "se-accessibility"
    SE_CLEAN_VEHICLES = "se-clean-vehicles"
    NO_ENVIRONMENT_OPEN = "no-environment-open"
    NO_ENVIRONMENT_WEIGHT = "no-environment-weight"
    NO_ENVIRONMENT_PRIORITY = "no-environment-priority"
    NO_ENVIRONMENT_CRITERION = "no-environment-criterion"
    NO_ENVIRONMENT_REQUIREMENT = "no-environment-requirement"
    NO_ENVIRONMENT_REASON = "no-environment-reason"
    NO_ENVIRONMENT_NOT_YET = "no-environment-not-yet"
    NO_WAGES = "no-wages"
    NO_APPRENTICES = "no-apprentices"
    NO_TIERS = "no-tiers"
    NO_SERIOUSNESS = "no-seriousness"
    NO_VEHICLES = "no-vehicles"
    NO_HIGH_RISK = "no-high-risk"
    NO_TRANSPARENCY = "no-transparency"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``page`` is the wizard's page to go to, ``requirement`` the one it is about, ``law`` what it rests on."""

    found: Found
    weight: Weight
    page: str
    requirement: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    law: str = ""


SENTENCES: Mapping[Found, str] = {
    Found.NO_TITLE: text("The purchase has no title. Give it one, so that the documents can be told apart."),
    Found.NO_GROUPS: text("No product group has been chosen. Choose at least one to get requirements."),
    Found.NO_REQUIREMENTS: text("The list is empty. Choose at least one requirement, or note why none is needed."),
    Found.VALUE_MISSING: text("“{title}” has a value that is not filled in: {parameters}."),
    Found.PRODUCTION_IN_SPECIFICATION: text(
        "“{title}” is about conditions in the production. It should be a contract term, not a specification."
    ),
    Found.ORIGIN_DEMANDED: text(
        "“{title}” asks for a local or national origin (“{word}”). That may not be demanded; divide into lots instead."
    ),
    Found.LABEL_DEMANDED: text("“{title}” demands a label. Describe what is wanted, and accept the label or other proof."),
    Found.EQUIVALENT_MISSING: text(
        "“{title}” names {label} without accepting other proof. Add “or equivalent”, so that nobody is shut out."
    ),
    Found.TOGETHER: text("“{title}” and “{other}” cannot stand together. Leave one of them out."),
    Found.NOT_ABOVE_MINIMUM: text(
        "The award criterion “{title}” is about the same thing as “{other}” and must reach further than it."
    ),
    Found.NOT_REPEATED: text(
        "“{title}” is only a qualification requirement. Take “{other}” as a contract term too, so that it holds during the contract."
    ),
    Found.STATUTORY_LEFT_OUT: text(
        "“{title}” is required by law here, but has been left out. Take it back, or write down why it does not apply."
    ),
    Found.NO_REASON: text("“{title}” has been left out without a reason. Write one, so that the decision holds in an audit."),
    Found.CHECK_BEFORE_USE: text("{n} requirements rest on older or second-hand sources. Check them before you publish."),
    Found.NEWER_REVISION: text(
        "“{title}” has a newer version than the one you took. Compare the two, and take the new one if you want it."
    ),
    Found.OPEN_QUESTIONS: text("{n} questions about the situation are open. The answers may change the list."),
    Found.THEME_OPEN: text("The theme “{theme}” is not finished: {n} proposals are waiting for your decision."),
    Found.THEME_NONE: text(
        "Nothing in the theme “{theme}” is on the list. Choose something, or write down why nothing is needed."
    ),
    Found.SAME_TWICE: text(
        "“{title}” and “{other}” are about the same thing. Keep the one you mean, or make sure that both are needed."
    ),
    Found.NOT_CHECKABLE: text(
        "“{title}” says nothing about how it is proved or followed up. What cannot be checked should not be demanded."
    ),
    Found.SOURCES_OLD: text(
        "{n} requirements rest on sources that were checked more than a year ago. See whether they still hold."
    ),
    Found.TOO_FEW_HOURS: text(
        "The plan needs more hours than there are in your profile: {n} checks will not be done. Choose fewer requirements, or set aside more hours."
    ),
    Found.TOO_SHORT_FOR_AUDIT: text(
        "An audit needs at least a year left of the contract. This one is too short for the audits in the plan."
    ),
    Found.PROCEDURE_UNKNOWN: text(
        "It cannot be told whether the value is above the threshold. Say it on the page about the purchase."
    ),
    Found.LOT_WITHOUT_GROUPS: text(
        "Lot {n} has no product group, so only what holds for all lots is asked of it. Choose what is bought in it, or remove it."
    ),
    Found.LOT_VALUES: text("The values of the lots do not add up to the value of the purchase. See which of them is right."),
    Found.SE_DOCUMENT_DIRECT: text(
        "A direct purchase from {amount} must be documented: who was asked, who won and why, the value and the contract's length."
    ),
    Found.SE_LABOUR_TERMS: text(
        "Labour-law terms are needed: pay, leave and working hours, all three. Choose the term about them."
    ),
    Found.SE_LABOUR_NOT_ASSESSED: text(
        "Write a short assessment of whether there is a risk of unfair working conditions. Answer the question about it."
    ),
    Found.SE_ACCESSIBILITY: text(
        "People will use what you buy. Accessibility for all users must then be part of the specification."
    ),
    Found.SE_CLEAN_VEHICLES: text(
        "What you buy can count towards the municipality's share of clean vehicles. Choose the requirement about it, and keep the figures for the yearly sum."
    ),
    Found.NO_ENVIRONMENT_OPEN: text(
        "Say how the purchase meets the rule on climate and environment: weight, place in the order, requirements instead, or an exemption."
    ),
    Found.NO_ENVIRONMENT_WEIGHT: text("Climate and environment must weigh at least {limit} percent."),
    Found.NO_ENVIRONMENT_PRIORITY: text(
        "Climate and environment should be among the {limit} highest priorities, when criteria are given in order."
    ),
    Found.NO_ENVIRONMENT_CRITERION: text(
        "Climate and environment are to be weighed, but the list has no award criterion about them. Choose one."
    ),
    Found.NO_ENVIRONMENT_REQUIREMENT: text(
        "Requirements are to replace the award criteria, but the list has no climate or environment requirement in the specification. Choose one."
    ),
    Found.NO_ENVIRONMENT_REASON: text("Write the reason: it must stand in the tender documents."),
    Found.NO_ENVIRONMENT_NOT_YET: text(
        "This exemption can be used for purchases announced from 1 July 2026. Choose another way, or change the date."
    ),
    Found.NO_WAGES: text(
        "Terms about pay and working conditions are required above the threshold for services and works. Choose them."
    ),
    Found.NO_APPRENTICES: text(
        "The contract is longer than {months} months and skilled work is relevant: check the duty to require apprentices."
    ),
    Found.NO_TIERS: text("At most {n} tiers of subcontractors may be allowed here. Choose the term about it."),
    Found.NO_SERIOUSNESS: text(
        "Works above the threshold need the terms of the national model for serious business: identity cards, pension, pay by bank and lawful employment."
    ),
    Found.NO_VEHICLES: text(
        "New cars and vans must be without emissions. Choose the requirement, or report to DFØ why the need could not be met."
    ),
    Found.NO_HIGH_RISK: text(
        "The risk of breaches of human rights is high. Suitable routines are a duty: choose requirements on due diligence in the supply chain."
    ),
    Found.NO_TRANSPARENCY: text(
        "Larger suppliers must account in public for their due diligence by 30 June each year. Ask for the link to the account."
    ),
}
