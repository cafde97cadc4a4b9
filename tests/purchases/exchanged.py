"""Purchases and files of every sort, made up at random, for what must hold of every exchange file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.facts import YEARS, Facts
from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Decision, LeftOutReason, Lot, Purchase, RiskOverride, Verdict
from kravkompass.language import Language
from kravkompass.purchases.clean_text import clean_text

NAMED = Path("purchase.json")
SMALLEST: dict[str, Any] = {"format": "kravkompass-purchase", "version": 1, "country": "no", "title": "Arbeidstøy"}
DECISION: dict[str, Any] = {"requirement": "NO-TXT-01", "revision": 1, "verdict": "chosen"}

OLDEST, NEWEST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (YEARS.start, YEARS.stop - 1))
words = st.text().map(clean_text)
line = words.map(lambda text: " ".join(text.split("\n")))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)
numbers = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15)
times = st.datetimes(OLDEST, NEWEST).map(lambda moment: moment.isoformat(timespec="milliseconds"))
decisions = st.builds(
    Decision,
    requirement=ids,
    revision=st.integers(1, 1000),
    verdict=st.sampled_from(Verdict),
    values=st.dictionaries(ids, numbers | words, max_size=3),
    reason_code=st.sampled_from(["", *map(str, LeftOutReason)]),
    reason=words,
    wording=st.dictionaries(st.sampled_from([language.value for language in Language]), words),
    decided_by=line,
    decided_at=times,
    taken_from=line,
)
lots = st.lists(
    st.builds(
        Lot,
        ids,
        line,
        st.lists(ids, unique=True, max_size=3).map(tuple),
        st.none() | st.integers(0, 10**15) | st.floats(0, 1e15),
    ),
    unique_by=lambda lot: lot.id,
    max_size=4,
)
purchases = st.builds(
    Purchase,
    id=st.just(""),
    country=st.sampled_from(Country),
    title=line,
    description=words,
    organisation=line,
    reference=line,
    buyer=line,
    supplier=line,
    groups=st.lists(ids, unique=True, max_size=4).map(tuple),
    cpv=st.lists(st.from_regex(r"[0-9]{8}(-[0-9])?", fullmatch=True), unique=True, max_size=4).map(tuple),
    facts=st.builds(Facts, st.dictionaries(ids, numbers | words | st.frozensets(words, max_size=3), max_size=5)),
    decisions=st.lists(decisions, max_size=3).map(lambda made: {one.requirement: one for one in made}),
    risks=st.lists(st.builds(RiskOverride, st.sampled_from(RiskArea), st.sampled_from(RiskLevel), words)).map(
        lambda made: {one.area: one for one in made}
    ),
    created=times,
    changed=times,
)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def encoded(**changes: object) -> bytes:
    return json.dumps({**SMALLEST, **changes}, ensure_ascii=False).encode()


@st.composite
def in_lots(draw: st.DrawFn) -> Purchase:
    """Any purchase in any lots, each decision limited to any of them."""
    whole = divided(draw(purchases), draw(lots))
    some = st.lists(st.sampled_from(whole.lots), unique=True).map(lambda found: tuple(lot.id for lot in found))
    limited = {name: replace(one, lots=draw(some) if whole.lots else ()) for name, one in whole.decisions.items()}
    return replace(whole, decisions=limited)
