"""Nothing on a page is clipped, overlaps or is left alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest
from tests.documents.edges import EDGES, SENTENCE, document, long_words, strange_text, two_languages
from tests.documents.readback import Readback, Shown, read_back
from tests.documents.samples import follow_up_plan, requirement_list

from kravkompass.documents.outline import (
    Card,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    GroupRow,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Together,
)
from kravkompass.documents.pdf import render
from kravkompass.documents.style import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP, PAGE_HEIGHT, PAGE_WIDTH

TOLERANCE = 0.6
DOCUMENTS = [requirement_list, follow_up_plan, *EDGES]


def lines_of(page: list[Shown]) -> list[Shown]:
    return [run for run in page if run.text.strip()]


def leaving_the_margins(result: Readback) -> list[tuple[int, Shown]]:
    """The words, each with its page, that stand outside the margins."""
    found = []
    for number, shown in enumerate(result.pages, start=1):
        for run in lines_of(shown):
            text = run.text.rstrip()
            right = run.x + run.width * len(text) / len(run.text)
            beside = run.x < MARGIN_SIDE - TOLERANCE or right > PAGE_WIDTH - MARGIN_SIDE + TOLERANCE
            inside = MARGIN_BOTTOM - TOLERANCE <= run.y <= PAGE_HEIGHT - MARGIN_TOP + TOLERANCE
            if beside or (isinstance(run.owner, int) and not inside):
                found.append((number, run))
    return found


def overlapping(result: Readback) -> list[tuple[int, Shown, Shown]]:
    """The pairs of words, each with their page, that stand on each other."""
    found = []
    for number, shown in enumerate(result.pages, start=1):
        runs = sorted(lines_of(shown), key=lambda run: (-run.y, run.x))
        for at, one in enumerate(runs):
            for other in runs[at + 1 :]:
                if one.y - other.y > one.size:
                    break
                apart = other.x >= one.x + one.width - TOLERANCE or one.x >= other.x + other.width - TOLERANCE
                if not apart and one.y - other.y < 0.7 * other.size:
                    found.append((number, one, other))
    return found


@pytest.mark.parametrize("make", DOCUMENTS)
def test_nothing_leaves_the_margins(make: Callable[[], Document]) -> None:
    assert not leaving_the_margins(read_back(render(make())))


@pytest.mark.parametrize("make", DOCUMENTS)
def test_no_words_overlap(make: Callable[[], Document]) -> None:
    assert not overlapping(read_back(render(make())))


def pages_with(result: Readback, words: str) -> list[int]:
    return [number for number, page in enumerate(result.pages) if any(words in run.text for run in page)]


def test_a_heading_stands_with_what_follows() -> None:
    sections = tuple(Section(f"Rubrik {number}", (Paragraph(SENTENCE * 3),)) for number in range(40))
    result = read_back(render(document(*sections)))
    for page in result.pages:
        content = [run.text for run in page if isinstance(run.owner, int)]
        assert not content[-1].startswith("Rubrik")


def test_what_belongs_together_moves_together() -> None:
    group = Together((Paragraph("Först. " + SENTENCE), Paragraph(SENTENCE), Paragraph("Sist. " + SENTENCE)))
    for filler in range(1, 60, 3):
        result = read_back(render(document(*(Paragraph("Fyll."),) * filler, group)))
        assert pages_with(result, "Först.") == pages_with(result, "Sist.")


def test_a_card_is_not_torn() -> None:
    blocks = (Paragraph("Början. " + SENTENCE), Paragraph("Slutet."))
    cards = tuple(Card(f"K{number:02}", "Namn", blocks=blocks) for number in range(30))
    result = read_back(render(document(*cards)))
    for page in result.pages:
        assert sum("Början" in run.text for run in page) == sum("Slutet" in run.text for run in page)


@pytest.mark.parametrize("lines", [3, 8])
def test_what_is_written_stands_beside_what_it_is_about(lines: int) -> None:
    fields = Together((Field("a", "Svar", FieldKind.CHOICE, options=("Ja", "Nej")), Field("b", "Hur", FieldKind.LINES, lines=lines)))
    cards = tuple(
        Card(f"K{number:02}", "Namn", blocks=(Paragraph(f"Början {number}. " + SENTENCE * 4), fields)) for number in range(20)
    )
    result = read_back(render(document(*cards)))
    for page in result.pages:
        assert sum("Början" in run.text for run in page) == sum(run.text.strip() == "Hur" for run in page)


def test_no_single_line_of_a_table_goes_on_alone() -> None:
    facts = Facts(tuple(Fact(f"Rad {number}", "Kort") for number in range(12)))
    for filler in range(20, 50):
        cards = tuple(Card(f"K{number}", "Namn", blocks=(Paragraph(SENTENCE * 9), facts)) for number in range(4))
        result = read_back(render(document(*(Paragraph("Fyll."),) * filler, *cards)))
        for page in result.pages[1:]:
            content = [run.text.strip() for run in page if isinstance(run.owner, int)]
            assert not content[0].startswith("Rad 11")
            assert not (content[0].startswith("Rad 10") and content[4:5] and content[4].startswith("K"))


def test_a_table_never_begins_with_a_short_row_alone_and_a_low_box_stands_whole() -> None:
    """Below a heading stands what it is about; of a short table or box nothing goes on alone."""
    table = Table((Column("Svenska"), Column("Bokmål")), (Row(("Nivå", "Nivå")), Row((SENTENCE * 3, SENTENCE * 3)), Row(("Slut", "Slutt"))))
    note = Note("Två språk", (Paragraph("Första."), Paragraph("Andra."), Paragraph("Sista.")))
    pair = Facts((Fact("Bevis", "Intyg"), Fact("Uppfylls", "Vid leverans")))
    for filler in range(20, 44):
        section = Section("Rubrik", (Card("K1", "Namn", blocks=(table,)), Paragraph("Text."), pair, note))
        for page in read_back(render(document(*(Paragraph("Fyll."),) * filler, section))).pages:
            said = [run.text.strip() for run in page if isinstance(run.owner, int)]
            assert said[-1] != "Nivå"
            assert ("Två språk" in said) == ("Sista." in said)
            assert ("Bevis" in said) == ("Uppfylls" in said)


def test_no_heading_ends_a_page_whatever_the_table_below_it() -> None:
    for rows in (1, 2, 3, 4, 6):
        table = Table((Column("Datum"), Column("Steg")), tuple(Row((f"2027-09-0{number}", "Samtal")) for number in range(1, rows + 1)))
        for filler in range(22, 42):
            result = read_back(render(document(*(Paragraph("Fyll."),) * filler, Section("Tidigare steg", (table,)))))
            for page in result.pages:
                lowest = min((run for run in page if isinstance(run.owner, int)), key=lambda run: run.y)
                assert lowest.text.strip() != "Tidigare steg"


def test_a_group_row_never_ends_a_page() -> None:
    rows = tuple(row for number in range(60) for row in (GroupRow(f"Grupp {number}"), Row((str(number), SENTENCE))))
    result = read_back(render(document(Table((Column("Nr"), Column("Krav")), rows))))
    assert len(result.pages) > 2
    for page in result.pages:
        content = [run.text for run in page if isinstance(run.owner, int)]
        assert not content[-1].startswith("Grupp")


def test_column_titles_are_repeated_but_read_once() -> None:
    rows = tuple(Row((str(number), SENTENCE)) for number in range(120))
    result = read_back(render(document(Table((Column("Nummer"), Column("Krav")), rows))))
    assert all(any(run.text.startswith("Nummer") for run in page) for page in result.pages)
    assert sum(element.text.strip() == "Nummer" for element in result.elements) == 1


def test_an_empty_cell_says_so() -> None:
    rows = (Row(("K001", "")), Row(("K002", Cell((Paragraph(" "),)))), Row(("K003", Cell(()))))
    said = read_back(render(document(Table((Column("Nr"), Column("Bevis")), rows)))).said()
    assert said.count("Ej angivet") == 3


def test_a_page_break_gives_no_empty_page() -> None:
    two = Section("Två", new_page=True)
    result = read_back(render(document(PageBreak(), Paragraph("Ett"), PageBreak(), PageBreak(), two, PageBreak())))
    assert len(result.pages) == 3


def test_common_words_are_not_cut_in_narrow_columns() -> None:
    word = "Leverantörsbedömningar"
    rows = (Row((word, SENTENCE * 2, SENTENCE * 2)),)
    result = read_back(render(document(Table((Column("A", 0.1), Column("B", 4), Column("C", 4)), rows))))
    assert any(run.text.strip() == word for run in result.pages[0])


def test_links_lead_where_they_should_and_never_run_scripts() -> None:
    with pikepdf.open(io.BytesIO(render(long_words()))) as pdf:
        addresses = {str(a.A.URI) for page in pdf.pages for a in page.get("/Annots", []) if "/A" in a}
        places = [a for page in pdf.pages for a in page.get("/Annots", []) if "/Dest" in a]
    assert addresses == {next(iter(addresses))}
    assert next(iter(addresses)).startswith("https://example.org/en/mycket")
    assert len(places) == 2
    with pikepdf.open(io.BytesIO(render(strange_text()))) as pdf:
        assert not any("/A" in a for page in pdf.pages for a in page.get("/Annots", []))


def test_a_link_to_an_international_address_is_written_in_ascii() -> None:
    with pikepdf.open(io.BytesIO(render(two_languages()))) as pdf:
        assert [str(a.A.URI) for a in pdf.pages[0].Annots] == ["https://example.org/%C3%B8?%C3%A5=1"]


def test_each_language_is_marked() -> None:
    result = read_back(render(two_languages()))
    spoken = {element.text.strip(): element.language for element in result.elements}
    assert spoken["Sporbar palmeolje"] == "nb"
    assert spoken["tiltaksplan"] == "nn"
    assert spoken["Hele avsnittet er på norsk."] == "nb"
    assert spoken["Tekst."] == "nb"
    assert spoken["Spårbar palmolja"] == ""


def test_ticks_are_spoken_in_words() -> None:
    result = read_back(render(follow_up_plan("nn")))
    assert {element.actual for element in result.elements if element.role == "Lbl"} >= {"Ferdig: ", "Ikkje ferdig: "}


def test_the_contents_name_the_right_pages() -> None:
    made = requirement_list(60)
    result = read_back(render(made))
    listed = [element.text.strip() for element in result.elements if element.role == "Link" and "TOC" in element.within]
    for words, number in zip(listed[::2], listed[1::2], strict=True):
        assert any(run.text.strip() == words and run.size > 15 for run in result.pages[int(number) - 1])


def test_bookmarks_are_the_headings() -> None:
    with pikepdf.open(io.BytesIO(render(follow_up_plan()))) as pdf, pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        below = [item.title for item in outline.root[2].children]
    assert top == ["Frukt och grönt till förskolor", "Kalender", "När något avviker", "Avvikelserapport", "På norsk"]
    assert below == ["Trappan", "Före mötet"]


def test_headings_go_down_one_level_at_a_time() -> None:
    result = read_back(render(requirement_list(12)))
    levels = [int(element.role[1]) for element in result.elements if element.role[0] == "H" and element.role[1:].isdigit()]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_page_says_which_it_is_and_whose() -> None:
    result = read_back(render(requirement_list(30)))
    for number, page in enumerate(result.pages, start=1):
        around = " ".join(run.text for run in page if run.owner == "artifact")
        assert f"Sida {number} av {len(result.pages)}" in around
        assert "KK-7F3A-19C2" in around
        assert "UTKAST" in around
        assert number == 1 or "Exempel kommun" in around


def test_markup_in_text_is_text() -> None:
    words = "<b>fet</b> <font color=red>&amp;</font> ]]>"
    assert words in read_back(render(document(Paragraph((words, Span("!", bold=True)))))).said()


def test_a_lead_in_is_not_left_alone_with_its_heading() -> None:
    cards = tuple(Card(f"K{number}", "Namn", blocks=(Paragraph(SENTENCE * 4),)) for number in range(2))
    for filler in range(20, 50):
        section = Section("Rubrik", (Paragraph("Inledning."), Section("Tema", cards)))
        result = read_back(render(document(*(Paragraph("Fyll."),) * filler, section)))
        assert pages_with(result, "Inledning.") == pages_with(result, "K0")


def test_little_of_a_page_is_left_empty() -> None:
    cards = tuple(Card(f"K{number:02}", "Namn", blocks=(Paragraph(SENTENCE * 6), Paragraph(SENTENCE * 6))) for number in range(40))
    result = read_back(render(document(*(Section(f"Rubrik {at}", cards[at : at + 3]) for at in range(0, 40, 3)))))
    for page in result.pages[:-1]:
        lowest = min(run.y for run in page if isinstance(run.owner, int))
        assert lowest - MARGIN_BOTTOM < 0.34 * (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM)
