"""Own requirements in an exchange file: reading them strictly, and writing them. ``own_form`` says every field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from msgspec import structs

from kravkompass.catalog.requirement import FollowUp, Parameter, Requirement, Texts, Written
from kravkompass.catalog.terms import Country, ParameterType
from kravkompass.guidance.facts import day_of
from kravkompass.guidance.own import Lacking, blank, lacking, number_of, settled
from kravkompass.guidance.purchase import Decision
from kravkompass.language import Language, text
from kravkompass.purchases.exchange_conditions import condition_in, condition_out
from kravkompass.purchases.exchange_errors import MissingFieldError, TwiceError, UnknownWordError, WrongValueError
from kravkompass.purchases.exchange_faults import Spot, known_time
from kravkompass.purchases.form_types import LARGEST_NUMBER
from kravkompass.purchases.own_form import OwnFollowUpForm, OwnForm, OwnTextsForm, OwnValueForm

VALUE = text("a value whose suggestion and bounds are of its type, in order")
REVISION = text("the revision that the decision about it names")


def own_in(forms: Sequence[OwnForm], spot: Spot) -> tuple[Requirement, ...]:
    """Give the requirements in a file; ``spot`` names the file and the field in errors.

    Raises:
        TwiceError: an id, or a key, stands twice.
        MissingFieldError: a title or a demand in the language of the contract is not there.
    """
    for words in ([form.id for form in forms], [form.key for form in forms]):
        twice = next((word for at, word in enumerate(words) if word in words[:at]), None)
        if twice is not None:
            raise TwiceError(**spot.values(), word=twice)
    return tuple(_requirement(form, spot.inside(f"[{place}]")) for place, form in enumerate(forms))


def _requirement(form: OwnForm, spot: Spot) -> Requirement:
    made = settled(
        replace(
            blank(form.country),
            id=form.id,
            revision=form.revision,
            kind=form.kind,
            level=form.level,
            theme=form.theme,
            feature=form.about,
            groups=frozenset(form.product_groups),
            texts={language.value: Texts(*parts_of(one, Texts)) for language, one in form.texts.items()},
            follow_up=FollowUp(*parts_of(form.follow_up, FollowUp)),
            place=frozenset(form.place),
            fulfilled=form.fulfilled,
            parameters=tuple(parameter_in(one, spot.inside(f"values.{one.name}")) for one in form.values),
            when=condition_in(form.when, spot.inside("when")),
            labels=tuple(form.labels),
            written=Written(form.key, form.written_by, known_time(form.written_at, spot.inside("written-at")), form.organisation),
        )
    )
    if missing := [name.value for name in lacking(made) if name in {Lacking.TITLE, Lacking.DEMAND}]:
        at = spot.inside(f"texts.{form.country.languages[0]}")
        raise MissingFieldError(**at.values(), field=missing[0])
    return made


def parts_of(one: object, value: type) -> list[Any]:
    """Give the fields of a value that stand, under the same names, in its form or in the value itself."""
    return [getattr(one, field.name) for field in fields(value)]


def parameter_in(form: OwnValueForm, spot: Spot) -> Parameter:
    """Give a value to fill in. Raises WrongValueError when its suggestion and bounds are not of its type, in order."""
    if not _can_be(form):
        raise WrongValueError(**spot.values(), expected=VALUE)
    number = int(form.number) if form.number is not None and form.number.is_integer() else form.number
    labels = {language.value: words for language, words in form.labels.items()}
    return Parameter(form.name, form.type, form.words or number, form.least, form.most, form.unit, labels)


def _can_be(form: OwnValueForm) -> bool:
    """Whether the default and the bounds are of the type, and stand in order."""
    numbers = [one for one in (form.least, form.number, form.most) if one is not None]
    if not form.type.is_number:
        return not numbers and (form.type is not ParameterType.DATE or not form.words or day_of(form.words) is not None)
    return not form.words and numbers == sorted(numbers) and all(abs(one) <= LARGEST_NUMBER for one in numbers)


def own_of(
    forms: Sequence[OwnForm], decisions: Mapping[str, Decision], country: Country, spot: Spot
) -> Mapping[str, Requirement]:
    """Give the own requirements that come with a purchase, by id: every one that is decided about must be there, as it was taken.

    Raises as ``own_in``, and WrongValueError, UnknownWordError or MissingFieldError for one that does not belong to the purchase.
    """
    found = {one.id: one for one in own_in(forms, spot)}
    for place, one in enumerate(found.values()):
        at = spot.inside(f"[{place}]")
        if one.country is not country:
            raise UnknownWordError(**at.inside("country").values(), word=one.country.value, known=country.value)
        decision = decisions.get(one.id)
        if decision is not None and decision.revision != one.revision:
            raise WrongValueError(**at.inside("revision").values(), expected=REVISION)
    if missing := sorted(name for name in decisions if number_of(name) and name not in found):
        raise MissingFieldError(**spot.values(), field=missing[0])
    return MappingProxyType(found)


def own_out(
    requirements: Iterable[Requirement], standard: frozenset[str] = frozenset(), *, people: bool = True
) -> list[OwnForm]:
    """Give own requirements as they stand in a file, in the order of their ids; without who wrote them when asked to leave people out."""
    made = [_form(one, standard=one.id in standard) for one in sorted(requirements, key=lambda one: one.id)]
    return made if people else [structs.replace(one, written_by="") for one in made]


def _form(one: Requirement, *, standard: bool) -> OwnForm:
    written = one.written or Written("")
    return OwnForm(
        id=one.id,
        key=written.key,
        revision=one.revision,
        country=one.country,
        kind=one.kind,
        level=one.level,
        theme=one.theme,
        product_groups=sorted(one.groups),
        texts={Language(language): texts_out(texts) for language, texts in sorted(one.texts.items())},
        follow_up=follow_up_out(one.follow_up),
        place=sorted(one.place),
        fulfilled=one.fulfilled,
        about=one.feature,
        values=[value_out(value) for value in one.parameters],
        when=condition_out(one.when),
        labels=list(one.labels),
        written_by=written.by,
        written_at=written.at,
        organisation=written.organisation,
        standard=standard,
    )


def texts_out(texts: Texts) -> OwnTextsForm:
    """Give texts as they stand in a file."""
    return OwnTextsForm(*parts_of(texts, Texts))


def follow_up_out(one: FollowUp) -> OwnFollowUpForm:
    """Give how a requirement is checked as it stands in a file."""
    return OwnFollowUpForm(*parts_of(one, FollowUp))


def value_out(one: Parameter) -> OwnValueForm:
    """Give a value to fill in as it stands in a file."""
    default = one.default
    return OwnValueForm(
        name=one.name,
        type=one.type,
        number=float(default) if isinstance(default, int | float) else None,
        words=default if isinstance(default, str) else "",
        least=one.min,
        most=one.max,
        unit=one.unit,
        labels={Language(language): words for language, words in sorted(one.labels.items())},
    )
