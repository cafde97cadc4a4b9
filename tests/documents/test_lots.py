"""Documents by lot: a part for each lot, a document for a chosen one, and everywhere which lots a requirement holds for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from tests.catalog.real import catalog
from tests.documents.lots import FRUIT, MEAT, SERVED, meals, workwear
from tests.documents.meaning import meant
from tests.documents.test_real_documents import DAY, check

from kravkompass.documents import excel
from kravkompass.documents.excel_columns import COLUMNS, LOTS_COLUMN
from kravkompass.documents.excel_reading import about, read_back
from kravkompass.documents.outline import Block, Card, Document, Facts, Section, Together, plain
from kravkompass.documents.sheet import Sheet
from kravkompass.documents.word_tables import requirement_table
from kravkompass.errors import UnknownLotError
from kravkompass.guidance.guide import guide
from kravkompass.guidance.listing import Listed, checksum, fingerprint, number
from kravkompass.guidance.lots import divided, rows_of
from kravkompass.guidance.purchase import Purchase
from kravkompass.language import Language, translation
from kravkompass.screens.document_kinds import WHOLE, offered
from kravkompass.screens.export import DocumentKind, outline
from kravkompass.screens.export_formats import Wish

PURCHASES = [pytest.param(meals, id="meals"), pytest.param(workwear, id="workwear")]
WITH_CARDS = [
    kind
    for kind in DocumentKind
    if kind not in {DocumentKind.DECISION_ANNEX, DocumentKind.LIST_BY_LOT, DocumentKind.SELF_REPORT, DocumentKind.SELF_REPORT_PAPER}
]


def rows(purchase: Purchase, language: Language = Language.SWEDISH) -> tuple[Listed, ...]:
    return guide(purchase, catalog(), DAY).rows(language)


def made(kind: DocumentKind, purchase: Purchase, lot: int = 0, language: Language = Language.SWEDISH) -> Document:
    return outline(kind, purchase, catalog(), DAY, Wish(language=language, lot=lot))


def cards(blocks: tuple[Block, ...]) -> Iterator[Card]:
    for block in blocks:
        if isinstance(block, Card):
            yield block
        elif isinstance(block, Section | Together):
            yield from cards(block.blocks)


def numbers(purchase: Purchase, wanted: tuple[Listed, ...]) -> list[str]:
    whole = rows(purchase)
    return [number(whole.index(row)) for row in wanted]


@pytest.mark.long
@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("make", PURCHASES)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_about_lots_keeps_the_standards_in_every_language(
    kind: DocumentKind, make: object, language: Language
) -> None:
    purchase: Purchase = make()  # type: ignore[operator]
    check(made(kind, purchase, language=language))
    check(made(kind, purchase, 2, language))


@pytest.mark.parametrize(("place", "kind"), list(enumerate(DocumentKind)))
@pytest.mark.parametrize("make", PURCHASES)
def test_every_document_about_lots_keeps_the_standards(place: int, kind: DocumentKind, make: object) -> None:
    """The short form: each kind in one of the languages, in turn."""
    language = list(Language)[place % len(Language)]
    purchase: Purchase = make()  # type: ignore[operator]
    check(made(kind, purchase, language=language))
    check(made(kind, purchase, 2, language))


@pytest.mark.parametrize("kind", [DocumentKind.LIST_BY_LOT, DocumentKind.FOLLOWUP_PLAN, DocumentKind.SELF_REPORT])
def test_documents_about_lots_in_two_languages(kind: DocumentKind) -> None:
    for lot in (0, 1):
        check(outline(kind, workwear(), catalog(), DAY, Wish(language=Language.NYNORSK, beside=Language.SWEDISH, lot=lot)))


@pytest.mark.parametrize("make", PURCHASES)
def test_the_list_by_lot_has_every_requirement_in_the_parts_it_holds_for(make: object) -> None:
    purchase: Purchase = make()  # type: ignore[operator]
    whole = rows(purchase)
    parts = [block for block in made(DocumentKind.LIST_BY_LOT, purchase).blocks if isinstance(block, Section)]
    common, *own = parts[1 : 2 + len(purchase.lots)]
    assert [card.number for card in cards(common.blocks)] == numbers(purchase, tuple(row for row in whole if not row.lots))
    for lot, part in zip(purchase.lots, own, strict=True):
        assert lot.title in plain(part.title)
        assert part.new_page
        wanted = tuple(row for row in rows_of(lot, whole) if row.lots)
        assert [card.number for card in cards(part.blocks)] == numbers(purchase, wanted)
    everywhere = {card.number for part in parts for card in cards(part.blocks)}
    assert everywhere == {number(place) for place in range(len(whole))}


@pytest.mark.parametrize("kind", WITH_CARDS)
def test_a_document_about_one_lot_holds_that_lots_requirements_with_their_numbers_on_the_whole_list(kind: DocumentKind) -> None:
    purchase = meals()
    whole = [card.number for card in cards(made(kind, purchase).blocks)]
    for place, lot in enumerate(purchase.lots, 1):
        document = made(kind, purchase, place)
        own = numbers(purchase, rows_of(lot, rows(purchase)))
        assert [card.number for card in cards(document.blocks)] == [one for one in whole if one in own]
        assert f"Delområde {place}: {lot.title}" in plain(document.kind)
        assert document.identity == made(kind, purchase).identity


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_what_is_about_the_whole_purchase_stays_so(kind: DocumentKind) -> None:
    assert made(kind, meals(), 2) == made(kind, meals())


@pytest.mark.parametrize(
    "kind", [kind for kind in DocumentKind if kind not in {DocumentKind.DECISION_ANNEX, DocumentKind.QUALIFICATION, DocumentKind.AWARD}]
)
def test_a_requirement_says_which_lots_it_holds_for_only_when_there_are_lots(kind: DocumentKind) -> None:
    purchase = meals()
    lotless = divided(replace(purchase, decisions={}), ())
    said = meant(made(kind, purchase))
    assert ("Gäller för Alla delområden" in said) is (kind is not DocumentKind.SPECIFICATION)
    assert "Gäller för Delområde" in said
    for plain_one in (made(kind, lotless), *(() if kind in WHOLE else (made(kind, purchase, 1),))):
        assert "Gäller för" not in meant(plain_one)


def test_the_annex_says_what_the_buyer_limited() -> None:
    purchase = meals()
    (decision,) = purchase.decisions.values()
    assert decision.lots
    assert "Bara för: Delområde" in meant(made(DocumentKind.DECISION_ANNEX, purchase))


def test_the_lots_are_named_with_what_is_bought_and_its_value() -> None:
    said = meant(made(DocumentKind.LIST_BY_LOT, meals()))
    assert "1 Frukt och grönt Frukt och grönt 1 200 000 kr" in said.replace("\N{NO-BREAK SPACE}", " ")
    about_one = {plain(fact.label): fact.value for fact in made(DocumentKind.MEETING_SHEET, meals(), 1).facts}
    assert str(about_one["Uppskattat värde"]).replace("\N{NO-BREAK SPACE}", " ") == "1 200 000 kr"
    assert "Uppskattat värde" not in {plain(fact.label) for fact in made(DocumentKind.MEETING_SHEET, meals(), 3).facts}


def test_a_lot_with_nothing_of_its_own_and_an_untitled_one() -> None:
    purchase = divided(meals(), (FRUIT, replace(MEAT, groups=(), title=""), SERVED))
    document = made(DocumentKind.LIST_BY_LOT, purchase)
    check(document)
    assert "För det här delområdet gäller bara kraven för alla delområden." in meant(document)
    assert "Delområde 2" in [plain(block.title) for block in document.blocks if isinstance(block, Section)]


def test_a_lot_that_is_not_there() -> None:
    for wanted, purchase in ((4, meals()), (-1, meals()), (1, replace(meals(), lots=()))):
        with pytest.raises(UnknownLotError):
            made(DocumentKind.REQUIREMENT_LIST, purchase, wanted)


def test_the_list_by_lot_is_offered_only_with_lots() -> None:
    assert DocumentKind.LIST_BY_LOT in offered(meals())
    assert offered(replace(meals(), lots=())) == tuple(kind for kind in DocumentKind if kind is not DocumentKind.LIST_BY_LOT)


def test_the_list_is_another_one_when_a_requirement_holds_for_other_lots() -> None:
    before = meals()
    (decision,) = before.decisions.values()
    after = replace(before, decisions={decision.requirement: replace(decision, lots=())})
    assert checksum(rows(before)) != checksum(rows(after))
    assert fingerprint(rows(before)) != fingerprint(rows(after))
    lotless = divided(before, ())
    assert checksum(rows(replace(lotless, decisions={}))) == checksum(tuple(replace(row, lots=()) for row in rows(replace(after, decisions={}))))


# -- tables for Word and Excel


def sheet(purchase: Purchase, language: Language = Language.SWEDISH) -> Sheet:
    return Sheet(purchase, rows(purchase, language), catalog(), DAY, translation(language))


def test_word_tables_say_the_lots() -> None:
    whole = sheet(meals())
    assert "Gäller för" in [plain(column.title) for column in requirement_table(whole, whole.rows).columns]
    assert {row.cells[5] for row in requirement_table(whole, whole.rows).rows} > {"Alla delområden", "Delområde 1"}  # type: ignore[union-attr]
    for one in (whole.about(FRUIT), sheet(replace(meals(), lots=()))):
        assert "Gäller för" not in [plain(column.title) for column in requirement_table(one, one.rows).columns]


def titles(content: bytes) -> list[object]:
    return [cell.value for cell in load_workbook(io.BytesIO(content)).worksheets[0][1]]


def test_excel_has_a_column_for_lots_only_with_lots() -> None:
    say = translation(Language.SWEDISH).say
    usual = [say(column.title) for column in COLUMNS]
    assert titles(excel.render(sheet(replace(meals(), lots=())))) == usual
    assert titles(excel.render(sheet(meals()).about(MEAT))) == usual
    found = titles(excel.render(sheet(meals())))
    assert found == [*usual[:10], say(LOTS_COLUMN.title), *usual[10:]]


def test_a_list_about_one_lot_comes_back_without_missing_the_rest(tmp_path: object) -> None:
    whole = sheet(meals())
    path = tmp_path / "delområde.xlsx"  # type: ignore[operator]
    excel.write(whole.about(MEAT), path)
    read = read_back(path, whole)
    assert (about(path).lot, read.list_changed) == ("Delområde 2: Kött och fisk", False)
    assert (read.compared.missing, read.compared.unknown, read.compared.refused) == ((), (), ())
    excel.write(whole, path)
    read = read_back(path, whole)
    assert (about(path).lot, read.compared.missing, read.compared.refused) == ("", (), ())


def test_facts_say_lots_in_every_card() -> None:
    for card in cards(made(DocumentKind.REQUIREMENT_LIST, meals()).blocks):
        (facts,) = (block for block in card.blocks if isinstance(block, Facts))
        assert [plain(fact.label) for fact in facts.items].count("Gäller för") == 1
