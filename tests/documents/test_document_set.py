"""The set of documents about a purchase: what each must hold, and purchases at the edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.documents.edges import LONG_WORD
from tests.documents.meaning import meant
from tests.documents.test_real_documents import DAY, check

from kravkompass.app import Parts
from kravkompass.catalog.catalog import Catalog
from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import Kind, RiskArea, RiskLevel
from kravkompass.documents.outline import Block, Card, Document, Field, Section, Together
from kravkompass.followup.plan_naming import CLASS_NAMES
from kravkompass.followup.planning import period_of, plan
from kravkompass.guidance.again import copied
from kravkompass.guidance.guide import guide
from kravkompass.guidance.ledger import VERDICTS
from kravkompass.guidance.profile import NO_PROFILE, Contact
from kravkompass.guidance.purchase import Decision, LeftOutReason, Purchase, RiskOverride, Verdict
from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.screens.export import DocumentKind, Wish, outline

SWEDISH = translation(Language.SWEDISH)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Parts().catalog


def fields(blocks: tuple[Block, ...]) -> Iterator[Field]:
    for block in blocks:
        if isinstance(block, Field):
            yield block
        elif isinstance(block, Section | Card | Together):
            yield from fields(block.blocks)


def decided(purchase: Purchase, **changes: object) -> Purchase:
    """The purchase with its first decision changed."""
    first = next(iter(purchase.decisions.values()))
    changed = replace(first, **changes)  # type: ignore[arg-type]
    return replace(purchase, decisions={**purchase.decisions, first.requirement: changed})


def made(kind: DocumentKind, purchase: Purchase, catalog: Catalog, language: Language = Language.SWEDISH) -> Document:
    return outline(kind, purchase, catalog, DAY, Wish(language=language))


def test_the_annex_says_what_was_decided_why_by_whom_and_when(catalog: Catalog) -> None:
    purchase = decided(
        EXAMPLES[0].purchase(), verdict=Verdict.LEFT_OUT, reason_code=LeftOutReason.MARKET.value, reason="Tre leverantörer tillfrågade",
        decided_by="Anna Ek", decided_at="2026-10-30T09:12:00",
    )
    document = made(DocumentKind.DECISION_ANNEX, purchase, catalog)
    check(document)
    said = meant(document)
    for words in ("Tre leverantörer tillfrågade", "Anna Ek, 2026-10-30", SWEDISH.say(VERDICTS[Verdict.LEFT_OUT])):
        assert words in said


def test_the_annex_tells_what_was_taken_from_an_earlier_purchase_and_what_has_changed_since(catalog: Catalog) -> None:
    first, *_, last = (one for one in catalog.requirements(EXAMPLES[0].purchase().country) if not one.retired)
    old = {one.id: Decision(one.id, one.revision, Verdict.CHOSEN, decided_by="Bo Ek", decided_at="2024-01-02") for one in (first, last)}
    gone = Decision("SE-GONE-1", 3, Verdict.CHOSEN)
    earlier = replace(EXAMPLES[0].purchase(), title="Frukt 2024", decisions={**old, gone.requirement: gone})
    kept = dict(copied(earlier, "Frukt 2028").decisions)
    kept[last.id] = replace(kept[last.id], revision=0)
    document = made(DocumentKind.DECISION_ANNEX, replace(copied(earlier, "Frukt 2028"), decisions=kept), catalog)
    check(document)
    said = meant(document)
    source = f"Frukt 2024 · {earlier.reference}"
    for words in (f"3 beslut från ”{source}”", f"Hämtat från ”{source}”", "Bo Ek, 2024-01-02", "SE-GONE-1 Finns inte längre i katalogen.",
                  f"Beslutat i version 0. Katalogen har nu version {last.revision}."):
        assert words in said
    assert "Hämtat från" not in meant(made(DocumentKind.DECISION_ANNEX, EXAMPLES[0].purchase(), catalog))


def test_the_annex_shows_an_adapted_wording_beside_the_catalogs(catalog: Catalog) -> None:
    purchase = decided(EXAMPLES[0].purchase(), verdict=Verdict.ADAPTED, wording={"sv": "Vår egen lydelse <b>här</b> & nu."})
    document = made(DocumentKind.DECISION_ANNEX, purchase, catalog)
    check(document)
    assert "Vår egen lydelse <b>här</b> & nu." in meant(document)


def test_the_annex_shows_a_risk_the_buyer_set(catalog: Catalog) -> None:
    override = RiskOverride(RiskArea.CORRUPTION, RiskLevel.HIGH, "Känt fall hos mellanled")
    document = made(DocumentKind.DECISION_ANNEX, replace(EXAMPLES[0].purchase(), risks={override.area: override}), catalog)
    check(document)
    assert "Känt fall hos mellanled" in meant(document)


@pytest.mark.parametrize(("value", "asked"), [(99_999, 0), (100_000, 7), (400_000, 7), (5_000_000, 0)])
def test_a_swedish_direct_purchase_is_documented_from_its_limit(value: int, asked: int, catalog: Catalog) -> None:
    purchase = EXAMPLES[0].purchase()
    answers = purchase.facts.with_answer("procedure", None).with_answer("value", value)
    document = made(DocumentKind.DECISION_ANNEX, replace(purchase, facts=answers), catalog)
    check(document)
    assert sum(field.name.startswith("lou-") for field in fields(document.blocks)) == asked


def test_the_norwegian_annex_reasons_on_climate_and_environment(catalog: Catalog) -> None:
    purchase = EXAMPLES[2].purchase()
    answers = purchase.facts.with_answer("environment-way", "requirements").with_answer("environment-reason", "Klårt betre verknad")
    document = made(DocumentKind.DECISION_ANNEX, replace(purchase, facts=answers), catalog, Language.NYNORSK)
    check(document)
    values = {field.name: field.value for field in fields(document.blocks)}
    assert values["climate-reason"] == "Klårt betre verknad"
    assert values["climate-way"]
    assert not [name for name in values if name.startswith("lou-")]


def test_the_kinds_together_are_the_whole_list(catalog: Catalog) -> None:
    purchase = EXAMPLES[2].purchase()
    whole = _cards(made(DocumentKind.REQUIREMENT_LIST, purchase, catalog))
    of_kinds = (DocumentKind.QUALIFICATION, DocumentKind.SPECIFICATION, DocumentKind.AWARD, DocumentKind.CONTRACT)
    assert len(of_kinds) == len(Kind)
    assert [card for kind in of_kinds for card in _cards(made(kind, purchase, catalog))] == whole
    assert _cards(made(DocumentKind.TENDER_TEXT, purchase, catalog)) == whole
    assert _cards(made(DocumentKind.MEETING_SHEET, purchase, catalog)) == whole


def _cards(document: Document) -> list[tuple[str, str]]:
    def within(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
        for block in blocks:
            if isinstance(block, Card):
                yield block.number, str(block.title)
            elif isinstance(block, Section):
                yield from within(block.blocks)

    return list(within(document.blocks))


def test_the_self_report_has_six_steps_and_a_twin_on_paper(catalog: Catalog) -> None:
    on_screen = made(DocumentKind.SELF_REPORT, EXAMPLES[2].purchase(), catalog, Language.BOKMAL)
    on_paper = made(DocumentKind.SELF_REPORT_PAPER, EXAMPLES[2].purchase(), catalog, Language.BOKMAL)
    steps = next(block for block in on_screen.blocks if isinstance(block, Section) and len(block.blocks) == 6)
    assert all(isinstance(step, Section) for step in steps.blocks)
    assert on_screen.fillable
    assert replace(on_screen, fillable=False) == on_paper
    names = [field.name for field in fields(on_screen.blocks)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_purchase_of_which_nothing_is_known(kind: DocumentKind, catalog: Catalog) -> None:
    for country in ("se", "no"):
        bare = Purchase("", type(EXAMPLES[0].purchase().country)(country), "")
        check(outline(kind, bare, catalog, DAY, Wish(language=Language.BOKMAL, decided=True)))


@pytest.mark.parametrize("kind", [DocumentKind.DECISION_ANNEX, DocumentKind.SELF_REPORT, DocumentKind.MEETING_SHEET])
def test_words_that_fit_nowhere_and_a_decision_on_what_is_gone(kind: DocumentKind, catalog: Catalog) -> None:
    gone = Decision("SE-GONE-1", 3, Verdict.LEFT_OUT, reason=LONG_WORD, decided_by=LONG_WORD)
    purchase = EXAMPLES[0].purchase()
    strange = decided(replace(purchase, supplier=LONG_WORD, buyer=LONG_WORD), reason=LONG_WORD, decided_by=LONG_WORD)
    check(made(kind, replace(strange, decisions={**strange.decisions, gone.requirement: gone}), catalog))


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_the_plan_tells_people_classes_risks_and_every_date(language: Language, catalog: Catalog) -> None:
    purchase = replace(EXAMPLES[0].purchase(), buyer="Åsa Öst", supplier="Grönt AB")
    contact = Contact("Per Ek", "kostchef", "per.ek@example.org", "0480-45 00 00")
    document = outline(
        DocumentKind.FOLLOWUP_PLAN, purchase, catalog, DAY, Wish(language=language), profile=replace(NO_PROFILE, contacts=(contact,))
    )
    check(document)
    said = meant(document)
    for words in ("Åsa Öst", "Grönt AB", "Per Ek, kostchef, per.ek@example.org"):
        assert words in said
    speaks = translation(language)
    rules = guide(purchase, catalog, DAY)
    assert all(speaks.say(one) in said for one in CLASS_NAMES.values())
    assert all(name(view.area, speaks) in said for view in rules.risks)
    laid_out = plan(rules.rows(language), period_of(purchase.facts, purchase.country))
    for row in rules.rows(language):
        days = [one.day for one in laid_out.activities if row.requirement.id in one.requirements and one.day is not None]
        assert days
        assert ", ".join(dict.fromkeys(speaks.formats.short_date(day) for day in days)) in said
