"""A purchase of meals in three lots and one of workwear in two, for documents by lot."""

from __future__ import annotations

from dataclasses import replace

from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.guide import guide
from kravkompass.guidance.lots import divided, lots_of
from kravkompass.guidance.purchase import Decision, Lot, Purchase, Verdict

FRUIT, MEAT, SERVED = (
    Lot("f", "Frukt och grönt", ("fruit-vegetables",), 1_200_000),
    Lot("m", "Kött och fisk", ("meat", "fish"), 2_000_000),
    Lot("s", "Serverade måltider", ("meals-catering",)),
)
WEAR, LAUNDRY = Lot("a", "Arbeidsklede", ("workwear",)), Lot("b", "Vask og leige", ("laundry-services",), 300_000.5)
FACTS = Facts({"value": 4_000_000, "children": "yes", "contract-months": 24, "outside-eea": "yes", "award-criteria": "yes"})


def meals() -> Purchase:
    """Meals in three lots; one requirement that fits two of them is limited to one."""
    whole = divided(Purchase("meals", Country.SWEDEN, "Måltider", organisation="Provkommunen", facts=FACTS), (FRUIT, MEAT, SERVED))
    return limited(whole)


def workwear() -> Purchase:
    """Workwear in two lots."""
    return divided(Purchase("wear", Country.NORWAY, "Arbeidsklede", organisation="Prøvekommunen", facts=FACTS), (WEAR, LAUNDRY))


def limited(whole: Purchase) -> Purchase:
    """The purchase with the first proposal that fits several lots limited to the last of them."""
    for one in guide(whole, catalog(), TODAY).recommendations:
        fit = lots_of(one.requirement, None, whole, catalog().groups)
        if one.standing == "recommended" and len(fit) > 1:
            decision = Decision(one.requirement.id, one.requirement.revision, Verdict.CHOSEN, lots=(fit[-1].id,))
            return replace(whole, decisions={decision.requirement: decision})
    raise AssertionError("nothing fits several lots")
