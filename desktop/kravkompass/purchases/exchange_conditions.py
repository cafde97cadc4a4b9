"""The conditions of an own requirement in an exchange file: simple ones, all of which must hold. ``own_form`` says every field."""

from __future__ import annotations

from collections.abc import Sequence

from kravkompass.catalog.condition import Condition, FactCompares, FactIs, RiskAtLeast
from kravkompass.guidance.own_conditions import BELOW_BOUND, LEAST, ground_of, joined, parts_of
from kravkompass.language import text
from kravkompass.purchases.exchange_errors import WrongValueError
from kravkompass.purchases.exchange_faults import Spot
from kravkompass.purchases.form_types import LARGEST_NUMBER
from kravkompass.purchases.own_form import OwnConditionForm

CONDITION = text("a condition about one fact or one area of risk, with what it is to be")


def condition_in(forms: Sequence[OwnConditionForm], spot: Spot) -> Condition:
    """Give the condition that all of these hold. Raises WrongValueError for one that says nothing, or two things at once."""
    return joined(_condition(form, spot.inside(f"[{place}]")) for place, form in enumerate(forms))


def _condition(form: OwnConditionForm, spot: Spot) -> Condition:
    if len(found := _said(form)) != 1 or ground_of(found[0]) is None:
        raise WrongValueError(**spot.values(), expected=CONDITION)
    return found[0]


def _said(form: OwnConditionForm) -> list[Condition]:
    """Give every condition the fields can be read as."""
    if form.risk is not None and form.risk_level is not None:
        rest = OwnConditionForm(risk=form.risk, risk_level=form.risk_level)
        return [RiskAtLeast(form.risk, form.risk_level)] if form == rest else []
    if not form.fact or form.risk is not None or form.risk_level is not None:
        return []
    bounds = ((LEAST, form.at_least), (BELOW_BOUND, form.less_than))
    compared = [FactCompares(form.fact, relation, _whole(bound)) for relation, bound in bounds if _is_bound(bound)]
    chosen = [FactIs(form.fact, frozenset(form.answers))] if form.answers else []
    return [*compared, *chosen]


def _is_bound(bound: float | None) -> bool:
    return bound is not None and abs(bound) <= LARGEST_NUMBER


def _whole(bound: float | None) -> int | float:
    number = bound or 0
    return int(number) if float(number).is_integer() else number


def condition_out(condition: Condition) -> list[OwnConditionForm]:
    """Give the simple conditions as they stand in a file."""
    return [_form(one) for one in parts_of(condition) or ()]


def _form(one: Condition) -> OwnConditionForm:
    match one:
        case RiskAtLeast(area, level):
            return OwnConditionForm(risk=area, risk_level=level)
        case FactCompares(fact, relation, bound) if not isinstance(bound, str):
            least = float(bound) if relation == LEAST else None
            return OwnConditionForm(fact=fact, at_least=least, less_than=float(bound) if relation == BELOW_BOUND else None)
        case FactIs(fact, values):
            return OwnConditionForm(fact=fact, answers=sorted(str(value) for value in values))
        case _:
            return OwnConditionForm()
