"""Reasons: a code with values, said later in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kravkompass.language import text


class Code(StrEnum):
    """Why a requirement is recommended, offered, waiting or put aside, or why a risk is what it is."""

    STATUTORY = "statutory"
    CORE = "core"
    USEFUL = "useful"
    GROUP = "group"
    ALL_GROUPS = "all-groups"
    ANSWER = "answer"
    NOT_KNOWN = "not-known"
    RISK = "risk"
    WAITS = "waits"
    SMALL = "small"
    EXTRA = "extra"
    ENOUGH = "enough"
    PROFILE = "profile"
    HIGHER_LEVEL = "higher-level"
    REPLACED = "replaced"
    EXCLUDED = "excluded"
    CHECK_BEFORE_USE = "check-before-use"
    COMMON_PRACTICE = "common-practice"
    ELSEWHERE = "elsewhere"
    AWARD_OFFERED = "award-offered"
    PRODUCT_RISK = "product-risk"
    PRODUCTION_UNKNOWN = "production-unknown"
    INSIDE_EEA = "inside-eea"
    OVERRULED = "overruled"
    NO_RISK_DATA = "no-risk-data"
    GROUP_NOT_SAID = "group-not-said"
    GOOD_FROM_COUNTRY = "good-from-country"
    COUNTRY_RISK = "country-risk"
    COUNTRY_NOT_LISTED = "country-not-listed"
    WELL_GOVERNED = "well-governed"
    OWN = "own"
    OWN_STANDARD = "own-standard"
    GOAL = "goal"
    NO_LONGER = "no-longer"


SENTENCES: Mapping[Code, str] = {
    Code.STATUTORY: text("The law asks for it in this situation."),
    Code.CORE: text("Among the most important for what you buy."),
    Code.USEFUL: text("Suits an ordinary purchase of this kind."),
    Code.GROUP: text("Fits {group}."),
    Code.ALL_GROUPS: text("Fits every kind of purchase."),
    Code.ANSWER: text("You answered {answer} to “{question}”"),
    Code.NOT_KNOWN: text("Not known yet, and counted as a risk: “{question}”"),
    Code.RISK: text("In the supply chain: {level} ({area})."),
    Code.WAITS: text("Waits for your answer: “{question}”"),
    Code.SMALL: text("Not proposed by itself in a small direct purchase."),
    Code.EXTRA: text("Offered, but not proposed: choose it if it matters to you."),
    Code.ENOUGH: text("Fits, but enough is already proposed in this theme. Choose it if it matters more to you than the others."),
    Code.PROFILE: text("Your profile gives priority to {theme}."),
    Code.HIGHER_LEVEL: text("A higher level: not proposed unless the risk or your own goals call for it."),
    Code.REPLACED: text("Replaced by {other}, which goes further on the same thing."),
    Code.EXCLUDED: text("Cannot stand together with {other}."),
    Code.CHECK_BEFORE_USE: text("The source is older or second hand: check it before use."),
    Code.COMMON_PRACTICE: text("Common practice, without a national criterion behind it."),
    Code.ELSEWHERE: text("Built on facts from {origin}, since there is no national requirement of our own."),
    Code.AWARD_OFFERED: text("An award criterion: choose it if you compare tenders on more than price."),
    Code.PRODUCT_RISK: text("{group} ({product}), {step}: {level} ({publisher}, {year})"),
    Code.PRODUCTION_UNKNOWN: text("Where it is made is not known, which counts as a risk. Ask the supplier."),
    Code.INSIDE_EEA: text("You answered that everything is made inside the EEA."),
    Code.OVERRULED: text("You set the risk yourself: {reason}"),
    Code.NO_RISK_DATA: text("No published risk level for this product group."),
    Code.GROUP_NOT_SAID: text("Say which product group it is, and the published risk levels count too."),
    Code.GOOD_FROM_COUNTRY: text("{good} from {country}: {abuse} ({publisher}, {year})"),
    Code.COUNTRY_RISK: text("Made in {country}: {level}, by how well the country is governed ({publisher}, {year})"),
    Code.COUNTRY_NOT_LISTED: text("Made in {country}: no published figure, which counts as a risk."),
    Code.WELL_GOVERNED: text("Made in well-governed countries: medium at most, since the raw material can come from elsewhere."),
    Code.OWN: text("The municipality's own requirement: choose it where it matters."),
    Code.OWN_STANDARD: text("The municipality's own standard requirement, proposed in every purchase that it fits."),
    Code.GOAL: text("Your own goal: {goal}"),
    Code.NO_LONGER: text("No longer among what applies to the purchase."),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. Values are words of the catalog (ids, levels) that are named in the reader's language when said."""

    code: Code
    values: Mapping[str, str] = field(default_factory=dict)
