"""Copying and templates: what is kept, what belongs to the one occasion, and what has changed in the catalog since."""

from __future__ import annotations

from dataclasses import replace

from tests.guidance.made import decision, guided, left_out, purchase, requirement
from tests.purchases.samples import purchase as full

from kravkompass.guidance.again import Changed, Since, as_template, changed_since, copied, from_template
from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Lot, Purchase, Verdict

LOTS = (Lot("1", "Frukt", ("fruit-vegetables",), 1_000_000), Lot("2", "Mat", ("food",)))


def occasion() -> Purchase:
    bought = divided(full(), LOTS)
    facts = bought.facts.with_answer("announced", "2026-12-01").with_answer("contract-months", 24)
    return replace(bought, facts=facts)


def test_a_copy_keeps_everything_but_reference_number_supplier_and_dates() -> None:
    original = occasion()
    copy = copied(original, "Frukt 2028")
    assert (copy.title, copy.reference, copy.supplier, copy.page, copy.id) == ("Frukt 2028", "", "", "", "")
    assert copy.facts.get("announced") is None
    assert {name: copy.facts.get(name) for name in ("contract-months", "children", "amount", "areas")} == {
        "contract-months": 24, "children": "yes", "amount": 1_500_000, "areas": frozenset({"a", "b"}),
    }  # fmt: skip
    same = ("country", "description", "organisation", "buyer", "groups", "lots", "cpv", "risks")
    assert [getattr(copy, name) for name in same] == [getattr(original, name) for name in same]
    one = copy.decisions["SE-FOOD-51"]
    assert one.values == {"report-days": 30, "share": 12.5}
    assert (one.wording, one.decided_by, one.decided_at) == (
        original.decisions["SE-FOOD-51"].wording, "Åsa Öst", "2026-11-20T08:15:00+00:00",
    )  # fmt: skip
    assert one.taken_from == "Frukt och grönt till förskolor · KS 2026/114"


def test_a_copy_of_a_nameless_copy_tells_the_first_source() -> None:
    first = copied(purchase(decision("SE-X-01")), "")
    assert copied(first, "b").decisions["SE-X-01"].taken_from == "Fisk till skolan"


def test_a_template_names_no_person_and_no_municipality() -> None:
    template = as_template(occasion(), "Skolmat")
    assert (template.title, template.organisation, template.buyer, template.supplier, template.reference) == ("Skolmat", "", "", "", "")
    assert template.lots == LOTS
    assert template.facts.get("announced") is None
    one = template.decisions["SE-FOOD-51"]
    assert (one.decided_by, one.decided_at, one.taken_from) == ("", "", "")
    assert (one.verdict, one.reason, dict(one.wording)) == (
        Verdict.ADAPTED, "Små leverantörer behöver längre tid.", {"sv": "Leverantören ska …", "nb": "Leverandøren skal …"},
    )  # fmt: skip


def test_making_a_template_of_what_came_from_a_template_changes_nothing() -> None:
    template = as_template(occasion(), "Skolmat")
    begun = from_template(template, "Provkommunen", ("Bo Ek", "2027-01-02T10:00:00+00:00"))
    assert (begun.organisation, begun.buyer) == ("Provkommunen", "Bo Ek")
    assert {(one.decided_by, one.decided_at, one.taken_from) for one in begun.decisions.values()} == {
        ("Bo Ek", "2027-01-02T10:00:00+00:00", "Skolmat")
    }
    assert as_template(begun, "Skolmat") == template


def test_what_has_changed_in_the_catalog_since() -> None:
    taken = copied(purchase(decision("SE-X-01"), decision("SE-X-02"), decision("SE-X-03"), left_out("SE-X-04")), "Fisk 2028")
    found = changed_since(
        guided(
            taken,
            requirement("SE-X-01"),
            requirement("SE-X-02", revision=3),
            requirement("SE-X-04", retired=True, replaced_by="SE-X-05"),
            requirement("SE-X-05"),
        )
    )
    assert found == (
        Changed("SE-X-02", Since.REVISED, 1, 3),
        Changed("SE-X-03", Since.GONE, 1),
        Changed("SE-X-04", Since.RETIRED, 1, 1, "SE-X-05"),
        Changed("SE-X-05", Since.NEW, now=1),
    )


def test_a_purchase_of_its_own_has_nothing_to_tell_of_since() -> None:
    assert changed_since(guided(purchase(decision("SE-X-01")), requirement("SE-X-01", revision=2), requirement("SE-X-02"))) == ()
