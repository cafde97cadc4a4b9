"""National requirements as a purchase took them, in an exchange file: reading them strictly, and writing them. ``taken_form`` says every field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, TypeVar

from kravkompass.catalog.requirement import Codes, FollowUp, Origin, Relations, Requirement, Texts
from kravkompass.catalog.terms import Country
from kravkompass.guidance.own import blank, number_of
from kravkompass.guidance.purchase import Decision
from kravkompass.language import Language
from kravkompass.purchases.exchange_errors import TwiceError, UnknownWordError, WrongValueError
from kravkompass.purchases.exchange_faults import Spot
from kravkompass.purchases.exchange_own import REVISION, follow_up_out, parameter_in, parts_of, texts_out, value_out
from kravkompass.purchases.taken_form import TakenCodesForm, TakenForm, TakenOriginForm, TakenRelationsForm

F = TypeVar("F", TakenCodesForm, TakenRelationsForm)
_SAME = ("id", "revision", "area", "kind", "level", "priority", "theme", "confidence", "fulfilled", "national_id", "statutory", "common_practice", "duty")
"""Fields that stand in the file under the names they have in the requirement."""


def taken_in(forms: Sequence[TakenForm], decisions: Mapping[str, Decision], country: Country, spot: Spot) -> Mapping[str, Requirement]:
    """Give the national requirements that come with a purchase, by id.

    Raises:
        TwiceError: an id stands twice.
        UnknownWordError: nothing is decided about one, or its id is that of a municipality's own.
        WrongValueError: a decision is about another revision, or a value is not of its type.
    """
    found: dict[str, Requirement] = {}
    for place, form in enumerate(forms):
        at = spot.inside(f"[{place}]")
        if form.id in found:
            raise TwiceError(**at.values(), word=form.id)
        decision = decisions.get(form.id)
        if decision is None or number_of(form.id):
            known = ", ".join(name for name in sorted(decisions) if not number_of(name))
            raise UnknownWordError(**at.inside("id").values(), word=form.id, known=known or "–")
        if decision.revision != form.revision:
            raise WrongValueError(**at.inside("revision").values(), expected=REVISION)
        found[form.id] = _requirement(form, country, at)
    return MappingProxyType(found)


def _requirement(form: TakenForm, country: Country, spot: Spot) -> Requirement:
    codes: list[Any] = [frozenset(one) if isinstance(one, list) else one for one in parts_of(form.codes, Codes)]
    same = {name: getattr(form, name) for name in _SAME}
    return replace(
        blank(country),
        **same,
        feature=form.about,
        groups=frozenset(form.product_groups),
        texts={language.value: Texts(*parts_of(one, Texts)) for language, one in form.texts.items()},
        follow_up=FollowUp(*parts_of(form.follow_up, FollowUp)),
        place=frozenset(form.place),
        parameters=tuple(parameter_in(one, spot.inside(f"values.{one.name}")) for one in form.values),
        labels=tuple(form.labels),
        sources=tuple(form.sources),
        relations=Relations(*(tuple(one) for one in parts_of(form.relations, Relations))),
        codes=Codes(*codes),
        origin=None if form.origin is None else Origin(form.origin.taken_from, form.origin.via),
        stricter=dict(form.stricter),
        written=None,
    )


def taken_out(requirements: Iterable[Requirement]) -> list[TakenForm]:
    """Give national requirements as they stand in a file, in the order of their ids."""
    return [_form(one) for one in sorted(requirements, key=lambda one: one.id)]


def _form(one: Requirement) -> TakenForm:
    same: dict[str, Any] = {name: getattr(one, name) for name in _SAME}
    return TakenForm(
        **same,
        about=one.feature,
        product_groups=sorted(one.groups),
        texts={Language(language): texts_out(texts) for language, texts in sorted(one.texts.items())},
        follow_up=follow_up_out(one.follow_up),
        place=sorted(one.place),
        values=[value_out(value) for value in one.parameters],
        labels=list(one.labels),
        sources=list(one.sources),
        relations=_listed(TakenRelationsForm, one.relations),
        codes=_listed(TakenCodesForm, one.codes),
        stricter=dict(sorted(one.stricter.items())),
        origin=None if one.origin is None else TakenOriginForm(one.origin.taken_from, one.origin.via),
    )


def _listed(form: type[F], one: Codes | Relations) -> F:
    """Give the fields of a value as lists; codes have no order of their own, relations have."""
    said: dict[str, Any] = {field.name: getattr(one, field.name) for field in fields(one)}
    return form(**{name: _list(value) for name, value in said.items()})


def _list(value: Any) -> Any:  # noqa: ANN401 - a field of either form
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value
