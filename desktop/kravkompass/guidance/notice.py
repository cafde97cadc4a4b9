"""The notice helper: which boxes to tick in the eForms notice, computed from what was chosen.

Sources: the EU's eForms code lists (BT-06, 774, 775, 776, 754, 805) and DFØ's Norwegian extension (BT-774, 776, 539), as of August 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.terms import Country, Kind
from kravkompass.guidance.environment_rule import FROM, REVISED, Way, has_green, is_asked, ways_on
from kravkompass.guidance.facts import NO
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.situation import Picture
from kravkompass.language import text

NONE = "none"
NORWEGIAN_ONLY = frozenset("emas-com ene-ef-com iso-14001-com iso-14024-com reg-834-2007-com buy-eff fp-requ org-nov".split())
_GREEN_ORDER = ("national", "eu", "other")

FIELDS: Mapping[str, str] = {
    "BT-06": text("Strategic procurement"),
    "BT-774": text("Environmental impact"),
    "BT-775": text("Social objective"),
    "BT-776": text("Innovation"),
    "BT-754": text("Accessibility"),
    "BT-805": text("Criteria for green procurement"),
    "BT-539": text("How FOA § 7-9 is met"),
}
LABELS: Mapping[str, str] = {
    "env-imp": text("Reduces the impact on the environment"),
    "soc-obj": text("Fulfils social objectives"),
    "inn-pur": text("Buys innovation"),
    "none": text("None"),
    "biodiv-eco": text("Protects biodiversity and ecosystems"),
    "circ-econ": text("Transition to a circular economy"),
    "clim-adapt": text("Adaptation to climate change"),
    "clim-mitig": text("Limits climate change"),
    "pollu-prev": text("Prevents and limits pollution"),
    "water-mar": text("Protects water and marine resources"),
    "other": text("Other"),
    "acc-all": text("Accessibility for all"),
    "et-eq": text("Ethnic equality"),
    "gen-eq": text("Gender equality"),
    "hum-right": text("Due diligence for human rights in global supply chains"),
    "opp": text("Jobs for those far from the labour market"),
    "work-cond": text("Fair working conditions"),
    "mar-nov": text("New to the market"),
    "proc-innov": text("Innovative process"),
    "prod-innov": text("Innovative product"),
    "rd-act": text("Research and development"),
    "buy-eff": text("More efficient for the buyer"),
    "fp-requ": text("Requirements on function and performance"),
    "org-nov": text("New to the organisation"),
    "emas-com": text("Environmental management by EMAS"),
    "ene-ef-com": text("Energy efficiency"),
    "iso-14001-com": text("Environmental management by ISO 14001"),
    "iso-14024-com": text("Type I ecolabel by ISO 14024"),
    "reg-834-2007-com": text("Organic production"),
    "inc": text("Accessibility requirements are included"),
    "n-inc": text("Not included: not intended for use by people"),
    "n-inc-just": text("Not included, with a justification"),
    "national": text("National criteria"),
    "eu": text("EU criteria"),
    "quality-nor-env-criteria": text("Climate and environment as award criteria"),
    "quality-nor-env-spec": text("Requirements in the specification, instead or in combination"),
    "quality-nor-env-exempt-insignificant": text("Exempt: insignificant climate footprint and environmental load"),
    "quality-nor-env-exempt-critical-interest": text("Exempt: vital interests in health, safety or preparedness"),
    "quality-nor-env-exempt-national-minimum": text("Exempt: mandatory standardised minimum requirements"),
    "quality-nor-env-none": text("Insignificant climate footprint and environmental load"),
}
_CRITERIA = "quality-nor-env-criteria"
_SPECIFICATION = "quality-nor-env-spec"
_INSIGNIFICANT = "quality-nor-env-exempt-insignificant"
_INSIGNIFICANT_BEFORE = "quality-nor-env-none"
_WAYS = {
    Way.WEIGHT: _CRITERIA,
    Way.PRIORITY: _CRITERIA,
    Way.REQUIREMENTS: _SPECIFICATION,
    Way.INSIGNIFICANT: _INSIGNIFICANT,
    Way.VITAL_INTERESTS: "quality-nor-env-exempt-critical-interest",
    Way.NATIONAL_MINIMUM: "quality-nor-env-exempt-national-minimum",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A field of the notice with the codes to tick, and the requirements each code comes from (by id)."""

    field: str
    codes: tuple[str, ...]
    because: Mapping[str, tuple[str, ...]]


def notice(rows: Sequence[Listed], picture: Picture) -> tuple[Box, ...]:
    """Give every field with its codes. A detailed code always has its general code in BT-06, and “none” stands alone."""
    country = picture.purchase.country
    detailed = {
        "BT-774": _coded((row, row.requirement.codes.environment) for row in rows),
        "BT-775": _coded((row, row.requirement.codes.social) for row in rows),
        "BT-776": _coded((row, row.requirement.codes.innovation) for row in rows),
    }
    own = {field: _of_country(codes, country) for field, codes in detailed.items()}
    way = _way(rows, picture)
    boxes = [_strategic(own, way), *(_box(field, codes) for field, codes in own.items() if codes)]
    boxes += [_accessibility(rows, picture), _green(rows, own["BT-774"])]
    return tuple(boxes if way is None else [*boxes, way])


def _coded(pairs: Iterable[tuple[Listed, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row, codes in pairs:
        for code in sorted(codes):
            found[code] = (*found.get(code, ()), row.requirement.id)
    return dict(sorted(found.items()))


def _of_country(codes: Mapping[str, tuple[str, ...]], country: Country) -> dict[str, tuple[str, ...]]:
    return {code: ids for code, ids in codes.items() if country is Country.NORWAY or code not in NORWEGIAN_ONLY}


def _box(field: str, codes: Mapping[str, tuple[str, ...]]) -> Box:
    return Box(field, tuple(codes), codes)


def _strategic(own: Mapping[str, Mapping[str, tuple[str, ...]]], way: Box | None) -> Box:
    general = {"BT-774": "env-imp", "BT-775": "soc-obj", "BT-776": "inn-pur"}
    found = {
        code: tuple(sorted({name for ids in own[field].values() for name in ids}))
        for field, code in general.items()
        if own[field]
    }
    # Who meets § 7-9 by criteria or requirements buys with the environment in mind, also where no detailed code fits.
    if way is not None and {_CRITERIA, _SPECIFICATION} & set(way.codes) and "env-imp" not in found:
        found = {"env-imp": (), **found}
    return _box("BT-06", found or {NONE: ()})


def _accessibility(rows: Sequence[Listed], picture: Picture) -> Box:
    included = tuple(row.requirement.id for row in rows if "inc" in row.requirement.codes.accessibility)
    if included:
        return _box("BT-754", {"inc": included})
    return _box("BT-754", {"n-inc" if picture.fact("used-by-people") == NO else "n-inc-just": ()})


def _green(rows: Sequence[Listed], environmental: Mapping[str, tuple[str, ...]]) -> Box:
    # The lists of green criteria hold social ones too: only what is ticked as environmental counts.
    named = {name for names in environmental.values() for name in names}
    green = (row for row in rows if row.requirement.id in named)
    found = _coded((row, frozenset({row.requirement.codes.green} - {""})) for row in green)
    ordered = {code: found[code] for code in _GREEN_ORDER if code in found}
    return _box("BT-805", ordered or {NONE: ()})


def _way(rows: Sequence[Listed], picture: Picture) -> Box | None:
    """Give BT-539, where § 7-9 is a matter and the way can be taken on the day: each code has days of its own."""
    given = picture.purchase.facts.words("environment-way")
    asked = is_asked(picture.purchase.country, picture.least_procedure) and picture.day >= FROM
    if not asked or given not in set(ways_on(picture.day)):
        return None
    code = _WAYS[Way(given)]
    if picture.day < REVISED:
        return _box("BT-539", {_INSIGNIFICANT_BEFORE if code == _INSIGNIFICANT else code: ()})
    codes = {code}
    if code == _CRITERIA and has_green(rows, Kind.SPECIFICATION):
        codes.add(_SPECIFICATION)
    if code == _SPECIFICATION and has_green(rows, Kind.AWARD):
        codes.add(_CRITERIA)
    return _box("BT-539", dict.fromkeys(sorted(codes), ()))
