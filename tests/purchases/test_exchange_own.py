"""Own requirements in an exchange file: what is written is read back, and what is wrong is told with its place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.purchases.exchanged import DECISION, NAMED, anything, decisions, encoded, ids, line, purchases, times, words

from kravkompass.catalog.condition import FactCompares, FactIs, RiskAtLeast
from kravkompass.catalog.requirement import Texts, Written
from kravkompass.catalog.terms import Kind, Level, RiskArea, RiskLevel, Theme
from kravkompass.errors import KnownError
from kravkompass.guidance.own import blank, id_of, settled
from kravkompass.guidance.own_conditions import ANSWERS, joined
from kravkompass.guidance.purchase import Purchase
from kravkompass.language import Language, translation
from kravkompass.purchases import exchange_errors as errors
from kravkompass.purchases.exchange import parse_purchase, purchase_content
from kravkompass.purchases.own_form import OwnForm

OWN: dict[str, Any] = {
    "id": "OWN-001",
    "key": "k1",
    "revision": 1,
    "country": "no",
    "kind": "contract-term",
    "level": "base",
    "theme": "climate",
    "product-groups": ["all"],
    "texts": {"nb": {"title": "Tittel", "demand": "Leverandøren skal rapportere."}},
    "follow-up": {
        "stage": "during", "method": "report", "interval": "yearly", "who": "buyer", "minutes": 30,
        "supplier-effort": "low", "severity": "ordinary",
    },
    "place": ["contract"],
    "fulfilled": "during-contract",
    "about": "own-k1",
}  # fmt: skip
texts = st.builds(Texts, line.map(lambda said: f"T{said}"[:300]), *[words.map(lambda said: f"D{said}".strip()[:10_000])] * 8)

conditions = (
    st.builds(RiskAtLeast, st.sampled_from(RiskArea), st.sampled_from(RiskLevel))
    | st.builds(FactCompares, st.just("value"), st.sampled_from(["at-least", "less-than"]), st.integers(0, 10**9) | st.floats(0, 1e9))
    | st.builds(FactIs, st.just("children"), st.sampled_from(list(ANSWERS.values())))
    | st.builds(FactIs, st.just("procedure"), st.sampled_from(["direct", "above-threshold"]).map(lambda one: frozenset({one})))
)


@st.composite
def with_own(draw: st.DrawFn) -> Purchase:
    """A purchase with own requirements, some of them decided about."""
    bought = draw(purchases)
    own = {}
    for number in range(1, draw(st.integers(1, 3)) + 1):
        one = replace(
            blank(bought.country),
            id=id_of(number),
            revision=draw(st.integers(1, 9)),
            kind=draw(st.sampled_from(Kind)),
            theme=draw(st.sampled_from(Theme)),
            level=draw(st.sampled_from(Level)),
            groups=frozenset(draw(st.sets(ids, min_size=1, max_size=3))),
            texts={language: draw(texts) for language in bought.country.languages},
            written=Written(f"key-{number}", draw(line), draw(times), draw(line)),
            when=joined(draw(st.lists(conditions, max_size=3))),
        )
        own[one.id] = settled(one)
    decided = {name: draw(decisions) for name in own if draw(st.booleans())}
    made = {name: replace(one, requirement=name, revision=own[name].revision, lots=()) for name, one in decided.items()}
    return replace(bought, decisions={**bought.decisions, **made}, taken=own)


@given(with_own())
def test_own_requirements_travel_with_the_purchase(value: Purchase) -> None:
    content = purchase_content(value)
    read = parse_purchase(content, NAMED)
    assert read.purchase == value
    assert purchase_content(read.purchase) == content


@given(anything, st.sampled_from([field.name for field in msgspec.structs.fields(OwnForm)]))
def test_anything_in_any_field_of_an_own_requirement_is_read_or_known_to_be_wrong(value: object, field: str) -> None:
    name = field.replace("_", "-")
    with suppress(KnownError):
        parse_purchase(encoded(**{"version": 2, "own-requirements": [{**OWN, name: value}]}), NAMED)


@pytest.mark.parametrize(
    ("changes", "known", "values"),
    [
        ({"id": "SE-FOOD-01"}, errors.WrongValueError, {"place": "own-requirements[0].id"}),
        ({"kind": "wish"}, errors.UnknownWordError, {"place": "own-requirements[0].kind", "word": "wish"}),
        ({"level": "high"}, errors.UnknownWordError, {"known": "base, advanced, spearhead"}),
        ({"place": ["shelf"]}, errors.UnknownWordError, {"place": "own-requirements[0].place[0]"}),
        ({"country": "se", "texts": {"sv": {"title": "T", "demand": "D"}}}, errors.UnknownWordError, {"place": "own-requirements[0].country", "known": "no"}),
        ({"colour": 1}, errors.UnknownFieldError, {"field": "colour"}),
        ({"texts": {"sv": {"title": "T", "demand": "D"}}}, errors.MissingFieldError, {"place": "own-requirements[0].texts.nb"}),
        ({"texts": {"nb": {"title": " ", "demand": "D"}}}, errors.MissingFieldError, {"field": "title"}),
        ({"written-at": "i går"}, errors.WrongValueError, {"place": "own-requirements[0].written-at"}),
        ({"written-at": "0001-01-01"}, errors.WrongValueError, {"place": "own-requirements[0].written-at"}),
        ({"values": [{"name": "n", "type": "days", "words": "x"}]}, errors.WrongValueError, {}),
        ({"values": [{"name": "n", "type": "days", "least": 9, "most": 1}]}, errors.WrongValueError, {}),
        ({"values": [{"name": "n", "type": "days", "least": -1e300}]}, errors.WrongValueError, {}),
        ({"values": [{"name": "n", "type": "date", "words": "x"}]}, errors.WrongValueError, {}),
        ({"when": [{}]}, errors.WrongValueError, {"place": "own-requirements[0].when[0]"}),
        ({"when": [{"fact": "value"}]}, errors.WrongValueError, {}),
        ({"when": [{"fact": "value", "at-least": 1, "less-than": 2}]}, errors.WrongValueError, {}),
        ({"when": [{"fact": "value", "at-least": 1e300}]}, errors.WrongValueError, {}),
        ({"when": [{"fact": "procedure", "is": ["sometimes"]}]}, errors.WrongValueError, {}),
        ({"when": [{"risk": "labour", "fact": "value", "risk-level": "high"}]}, errors.WrongValueError, {}),
        ({"when": [{"risk": "weather", "risk-level": "high"}]}, errors.UnknownWordError, {"word": "weather"}),
        ({"follow-up": {}}, errors.MissingFieldError, {"field": "stage"}),
        ({"product-groups": []}, errors.WrongValueError, {}),
    ],
)  # fmt: skip
def test_an_own_requirement_that_is_not_as_it_should_be(
    changes: dict[str, object], known: type[KnownError], values: dict[str, object]
) -> None:
    with pytest.raises(known) as refused:
        parse_purchase(encoded(**{"version": 2, "own-requirements": [{**OWN, **changes}]}), NAMED)
    assert refused.value.values.items() >= values.items()
    for language in Language:
        assert str(refused.value.values["path"]) in refused.value.said(translation(language))


def test_a_decision_about_an_own_requirement_wants_its_words_in_the_same_revision() -> None:
    decided = {**DECISION, "requirement": "OWN-001"}
    with pytest.raises(errors.MissingFieldError) as refused:
        parse_purchase(encoded(decisions=[decided]), NAMED)
    assert refused.value.values["field"] == "OWN-001"
    with pytest.raises(errors.WrongValueError):
        parse_purchase(encoded(**{"version": 2, "decisions": [{**decided, "revision": 2}], "own-requirements": [OWN]}), NAMED)


@pytest.mark.parametrize("other", [{"key": "k2"}, {"id": "OWN-002"}])
def test_neither_an_id_nor_a_key_may_stand_twice(other: dict[str, object]) -> None:
    with pytest.raises(errors.TwiceError):
        parse_purchase(encoded(**{"version": 2, "own-requirements": [OWN, {**OWN, **other}]}), NAMED)
