"""Any document in two languages: both stand in it, each word is marked with its language, and the standards are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.documents import contract_set
from tests.documents.edges import EDGES, LONG_WORD
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.test_pdf_layout import leaving_the_margins
from tests.documents.test_pdf_standards import PROFILES, failures
from tests.documents.test_real_documents import check
from tests.documents.wordings import WORDINGS

from kravkompass.app import Parts
from kravkompass.catalog.catalog import Catalog
from kravkompass.documents.form_reading import fields_of
from kravkompass.documents.outline import (
    Badge,
    Bar,
    Block,
    Box,
    BulletList,
    Card,
    Cell,
    Column,
    Diagram,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    Figure,
    GroupRow,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Tick,
    TickList,
    Together,
    plain,
)
from kravkompass.documents.pdf import render
from kravkompass.documents.side_by_side import side_by_side
from kravkompass.language import Language, Languages
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.screens.export import DocumentKind, outline
from kravkompass.screens.export_formats import Wish

DAY = dt.date(2026, 11, 2)
MARKED = (
    "Rubrik", "Stycke", "punkt", "ett", "gjort", "Bevis", "intyg", "vid leverans", "Titel", "Bas", "Nivå", "Krav", "Not", "rad",
    "cell", "grupp", "tabell", "tom", "Diagram", "Kedja", "Uppfyllt", "Namn", "Kravlista", "Sammandrag", "Grupp", "frukt",
)  # fmt: skip
OPTIONS = ("Ja", "Nej")
PAIRS = [(Language.SWEDISH, Language.BOKMAL), (Language.NYNORSK, Language.SWEDISH), (Language.BOKMAL, Language.NYNORSK)]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Parts().catalog


def made(language: str, *blocks: Block, **more: object) -> Document:
    return Document("Frukt", language, DAY, WORDINGS[language], blocks, **more)  # type: ignore[arg-type]


def everything(language: str) -> Document:
    """Something of every kind, each word of it telling its language."""
    def said(words: str) -> str:
        return f"{words} {language}"

    rows = (GroupRow(said("grupp")), Row((said("K01"), Cell((Paragraph(said("cell")), BulletList((said("punkt"),)))))), Row(("K02", "samma")))
    options = (said("Ja"), said("Nej"))
    blocks: tuple[Block, ...] = (
        Section(said("Rubrik"), (
            Paragraph(said("Stycke")),
            BulletList((said("ett"),)),
            TickList((Tick(said("gjort"), done=True),)),
            Facts((Fact(said("Bevis"), said("intyg")), Fact(said("Ställe"), Cell((Paragraph(said("vid leverans")),))))),
            Card("K1", said("Titel"), (Badge(said("Bas"), said("Nivå")),), (Paragraph(said("Krav")),)),
            Card("K2", said("Lånad"), (), (Paragraph(said("Lånat krav"), language="nb"),), language="nb"),
            Note(said("Not"), (Paragraph(said("rad")), Paragraph("samma"))),
            Table((Column(said("Nr")), Column("Text")), rows, caption=said("tabell")),
            Table((Column(said("Nr")),), (), empty=said("tom")),
            Figure(said("Diagram"), (Bar(said("a"), 1, "1"),), said("Diagrammet"), said("Sak"), said("Antal")),
            Diagram(said("Kedja"), (said("Led"),), (Box("a", 0, 0, said("Odlare")),), said("En odlare")),
            Together((Field("f", said("Uppfyllt"), FieldKind.CHOICE, options=options), Field("g", said("Namn")))),
        )),
    )
    return made(language, *blocks, kind=said("Kravlista"), summary=said("Sammandrag"), facts=(Fact(said("Grupp"), said("frukt")),))


def words_by_language(document: Document) -> dict[str, str]:
    """What is read in each language, as a screen reader is told."""
    said: dict[str, list[str]] = {}
    for element in read_back(render(document)).elements:
        said.setdefault((element.language or document.language).split("-")[0], []).append(element.text)
    return {language: " ".join(" ".join(parts).split()) for language, parts in said.items()}


@pytest.mark.parametrize("fillable", [False, True])
@pytest.mark.parametrize(("one", "other"), [("sv", "nb"), ("nb", "nn"), ("nn", "sv")])
def test_every_word_is_marked_with_its_language(one: str, other: str, *, fillable: bool) -> None:
    both = side_by_side(*(replace(everything(language), fillable=fillable) for language in (one, other)))
    check(both)
    said = words_by_language(both)
    for words in MARKED + (() if fillable else OPTIONS):
        assert f"{words} {other}" in said[other]
        assert f"{words} {one}" in said[one]
        assert f"{words} {other}" not in said[one]
        assert f"{words} {one}" not in said[other]
    for language in (one, other):
        assert f"Lånad {language}" in said["nb"]
        assert f"Lånat krav {language}" in said["nb"]


def test_what_agrees_stands_once() -> None:
    both = side_by_side(everything("sv"), everything("nb"))
    (section,) = (block for block in both.blocks if isinstance(block, Section))
    note = next(block for block in section.blocks if isinstance(block, Note))
    assert [plain(block.text) for block in note.blocks if isinstance(block, Paragraph)] == ["rad sv", "rad nb", "samma"]
    table = next(block for block in section.blocks if isinstance(block, Table) and plain(block.caption).startswith("tabell"))
    assert table.rows[-1] == Row(("K02", "samma"))
    assert both.title == "Frukt"


def test_a_text_that_stands_in_carries_a_badge_in_its_own_column() -> None:
    both = side_by_side(everything("sv"), everything("nn"))
    said = meant(both)
    assert "Text på bokmål" in said
    assert "Tekst på bokmål" in said


def test_a_choice_is_read_back_by_the_words_of_the_first_language() -> None:
    both = side_by_side(everything("sv"), everything("nb"))
    choice = next(field for field in fields_of(both.blocks) if field.name == "f")
    assert choice.options == ("Ja sv", "Nej sv")
    assert [plain(shown) for shown in choice.choices] == ["Ja sv / Ja nb", "Nej sv / Nej nb"]


def test_what_only_one_of_them_has_stands_alone_and_is_marked() -> None:
    one = made("sv", Section("A", (Paragraph("ett"), Card("K1", "bara här"))), Paragraph("slut"))
    other = made("nb", Section("A", (Paragraph("en"), Card("K2", "bare der"), Table((Column("x"),), (Row(("y",)),)))), Paragraph("slutt"))
    both = side_by_side(one, other)
    check(both)
    said = words_by_language(both)
    assert "bara här" in said["sv"]
    assert "bare der" in said["nb"]
    assert "x y" in said["nb"]


def test_tables_whose_rows_do_not_answer_each_other_follow_each_other() -> None:
    one = made("sv", Table((Column("Nr"),), (Row(("ett",)),)))
    other = made("nb", Table((Column("Nr"),), (Row(("en",)), Row(("to",)))))
    assert [block for block in side_by_side(one, other).blocks if isinstance(block, Table)] == [
        Table((Column("Nr"),), (Row(("ett",)),)),
        Table((Column("Nr", language="nb"),), (Row(("en",)), Row(("to",)))),
    ]


@pytest.mark.parametrize("make", EDGES)
def test_at_the_edges(make: object) -> None:
    one: Document = make()  # type: ignore[operator]
    for other in (one, made("nb", Paragraph(LONG_WORD))):
        both = side_by_side(one, other)
        data = render(both)
        assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)
        assert not read_back(data).faults
        assert not leaving_the_margins(read_back(data))


def _cards(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Card):
            yield block.number
        elif isinstance(block, Section):
            yield from _cards(block.blocks)


@pytest.mark.long
@pytest.mark.parametrize(("language", "beside"), PAIRS)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_any_document_in_any_two_languages(kind: DocumentKind, language: Language, beside: Language, catalog: Catalog) -> None:
    _in_two(kind, language, beside, catalog)


@pytest.mark.parametrize(("place", "kind"), list(enumerate(DocumentKind)))
def test_any_document_in_two_languages(place: int, kind: DocumentKind, catalog: Catalog) -> None:
    """The short form: each kind in one of the pairs, in turn."""
    _in_two(kind, *PAIRS[place % len(PAIRS)], catalog)


def _in_two(kind: DocumentKind, language: Language, beside: Language, catalog: Catalog) -> None:
    for example in (EXAMPLES[0], EXAMPLES[2]):
        both = outline(kind, example.purchase(), catalog, DAY, Wish(language=language, beside=beside))
        check(both)
        for spoken in (language, beside):
            alone = outline(kind, example.purchase(), catalog, DAY, Wish(language=spoken))
            assert list(_cards(both.blocks)) == list(_cards(alone.blocks))
            assert [field.name for field in fields_of(both.blocks)] == [field.name for field in fields_of(alone.blocks)]


@pytest.mark.long
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("name", contract_set.NAMES)
def test_any_document_about_contracts_in_any_two_languages(name: str, pair: tuple[Language, Language]) -> None:
    check(contract_set.documents()[name](Languages(*pair)))


@pytest.mark.parametrize("place", range(3))
def test_documents_about_contracts_in_two_languages(place: int) -> None:
    """The short form: each kind in one of the pairs, in turn; of the letters every fourth."""
    names = [name for name in contract_set.NAMES if not name.startswith("letter-")] + list(contract_set.NAMES[:11:4])
    pair = PAIRS[place]
    for name in names[place::3]:
        both = contract_set.documents()[name](Languages(*pair))
        check(both)
        for spoken in pair:
            alone = contract_set.documents()[name](Languages(spoken))
            assert list(_cards(both.blocks)) == list(_cards(alone.blocks))
            assert [field.name for field in fields_of(both.blocks)] == [field.name for field in fields_of(alone.blocks)]


def test_each_chart_keeps_its_own_text_for_a_screen_reader() -> None:
    both = contract_set.documents()["overview-contracts"](Languages(Language.SWEDISH, Language.NYNORSK))
    drawn = [one for one in read_back(render(both)).elements if one.role == "Figure"]
    assert len(drawn) > 5
    languages = [(one.language or both.language)[:2] for one in drawn]
    assert languages == ["sv", "nn"] * (len(drawn) // 2)
    assert all(one.alternative for one in drawn)


def test_a_list_in_a_cell_says_each_entry_in_both_languages_and_what_agrees_once() -> None:
    def table(language: str, *items: str) -> Document:
        return made(language, Table((Column("Nr"),), (Row((Cell((BulletList(items),)),)),)))

    both = side_by_side(table("sv", "Land: Sverige", "Titel: Frukt"), table("nb", "Land: Sverige", "Tittel: Frukt"))
    assert "• Land: Sverige • Titel: Frukt / Tittel: Frukt" in " ".join(meant(both).split())
    check(both)
    uneven = side_by_side(table("sv", "ett", "två"), table("nb", "en"))
    assert "• ett • två • en" in " ".join(meant(uneven).split())


def test_words_that_agree_in_a_row_stand_once() -> None:
    same = (Paragraph("Vi talades vid."), Paragraph("Hör av dig."))
    both = side_by_side(made("sv", Section("Mer", same)), made("nb", Section("Mer", same)))
    assert both.blocks[1] == Section("Mer", same)


def test_a_catalog_text_that_is_missing_in_a_language_is_marked_and_carries_a_badge(catalog: Catalog) -> None:
    both = outline(DocumentKind.TENDER_TEXT, EXAMPLES[0].purchase(), catalog, DAY, Wish(language=Language.SWEDISH, beside=Language.NYNORSK))
    said = words_by_language(both)
    assert "Tekst på bokmål" in said["nn"]
    assert "Dokumentasjon" in said["nn"]
    assert "skal" in said["nb"]
