"""Contracts, suppliers and frozen requirements made for one test, and strategies that make any of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.guidance.made import FOLLOW_UP, texts

from kravkompass.catalog.requirement import FollowUp
from kravkompass.catalog.terms import (
    Country,
    Effort,
    Interval,
    Kind,
    Level,
    Method,
    RiskArea,
    RiskLevel,
    Severity,
    Stage,
    Theme,
    Who,
)
from kravkompass.followup.contract import Classification, Contract, Extension, FrozenRequirement, Supplier

START = date(2027, 3, 1)


def contract(**changes: Any) -> Contract:  # noqa: ANN401 - any field
    """A Swedish medium contract of two years from 1 March 2027, with changes."""
    one = Contract("c", Country.SWEDEN, "Frukt", start=START, signed=date(2027, 2, 15), classification=Classification.MEDIUM)
    return replace(one, **changes)


def frozen(name: str = "K01", lots: tuple[str, ...] = (), *, statutory: bool = False, **follow_up: Any) -> FrozenRequirement:  # noqa: ANN401
    """A requirement with a yearly report, or with changes of its follow-up."""
    how = replace(FOLLOW_UP, **follow_up)
    return FrozenRequirement(
        name, "c", name, "SE-X-01", 1, Kind.CONTRACT, Theme.ENVIRONMENT, Level.BASE, {"sv": texts()}, how, statutory, lots
    )


def supplier(name: str, *lots: str) -> Supplier:
    """A supplier with its lots."""
    return Supplier(name, "c", name, lots=lots)


follow_ups = st.builds(
    FollowUp,
    st.sampled_from(Stage),
    st.sampled_from(Method),
    st.sampled_from(Interval),
    st.sampled_from(Who),
    st.integers(0, 300),
    st.just(Effort.LOW),
    st.sampled_from(Severity),
    st.integers(0, 30),
)
lot_numbers = st.lists(st.sampled_from("123"), max_size=2, unique=True).map(tuple)
requirement_lists = st.lists(st.tuples(follow_ups, lot_numbers, st.booleans()), max_size=6).map(
    lambda made: tuple(
        replace(frozen(f"K{place:02}", lots, statutory=statutory), follow_up=follow_up)
        for place, (follow_up, lots, statutory) in enumerate(made, 1)
    )
)
supplier_lists = st.lists(lot_numbers, max_size=3).map(
    lambda made: tuple(supplier(f"S{place}", *lots) for place, lots in enumerate(made, 1))
)
extensions = st.lists(
    st.builds(
        Extension,
        st.integers(1, 24),
        st.sampled_from([None, True, False]),
        st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2033, 1, 1))),
    ),
    max_size=3,
).map(tuple)
contracts = st.builds(
    contract,
    country=st.sampled_from(Country),
    start=st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2032, 12, 31))),
    months=st.integers(1, 72),
    extensions=extensions,
    notice=st.integers(0, 12),
    classification=st.sampled_from(Classification),
    risks=st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel)),
    hours=st.integers(0, 40),
    ended=st.one_of(st.none(), st.none(), st.dates(date(2024, 1, 1), date(2034, 12, 31))),
)
