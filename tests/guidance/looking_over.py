"""Looking over a purchase whose requirements are made for one test."""

from __future__ import annotations

from typing import Any

from tests.guidance.made import guided

from kravkompass.catalog.requirement import Requirement
from kravkompass.guidance.checklist import CHECKLIST
from kravkompass.guidance.findings import SENTENCES, Finding, Found, Weight
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reviewing import review
from kravkompass.language import Language, translation


def findings(bought: Purchase, *requirements: Requirement, **shelf: Any) -> dict[Found, Finding]:  # noqa: ANN401 - the shelf's fields
    whole = guided(bought, *requirements, **shelf)
    found = review(whole, whole.rows(Language.SWEDISH))
    assert [list(Weight).index(one.weight) for one in found] == sorted(list(Weight).index(one.weight) for one in found)
    for one in found:
        assert one.page in {page.id for page in CHECKLIST}
        for language in Language:
            assert translation(language).say(SENTENCES[one.found], **one.values)
    return {one.found: one for one in found}


def expect(found: Found, weight: Weight, bought: Purchase, *requirements: Requirement, **shelf: Any) -> Finding:  # noqa: ANN401
    one = findings(bought, *requirements, **shelf)[found]
    assert one.weight is weight
    return one


def refuse(found: Found, bought: Purchase, *requirements: Requirement, **shelf: Any) -> None:  # noqa: ANN401
    assert found not in findings(bought, *requirements, **shelf)
