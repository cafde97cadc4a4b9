"""Documents at the edge of what a buyer might make."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

from PIL import Image
from tests.documents.samples import requirement_list
from tests.documents.wordings import WORDINGS

from kravkompass.documents.outline import (
    Badge,
    Badges,
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
    GroupRow,
    Note,
    Paragraph,
    Photo,
    Photos,
    Row,
    Section,
    Span,
    Table,
    Tick,
    TickList,
    Together,
    Tone,
)

LONG_WORD = "Upphandlingsdirektivsöversättningskommittéordförandeskapsförhandlingsberedningsgrupp"
LONG_WORD = (LONG_WORD * 2)[:120]
LONG_TITLE = " ".join(["Livsmedel, fisk & grönt till förskolor och äldreboenden"] * 6)[:300]
ADDRESS = "https://example.org/" + "en/mycket/djup/katalog/" * 6 + "fil.html?a=1&b=2#" + "x" * 60
SENTENCE = "Leverantören ska vid avtalsstart kunna visa skriftliga rutiner för hur kravet följs upp i alla led. "


def document(*blocks: Block, language: str = "sv", title: str = "Kantfall") -> Document:
    """A document of these blocks."""
    return Document(title=title, kind="Prov", language=language, date=dt.date(2026, 10, 1), wording=WORDINGS[language],
                    organisation="Exempel kommun", identity="KK-1", blocks=blocks)


def empty() -> Document:
    """Nothing in it but an empty table, empty lists and empty words."""
    table = Table((Column("Nr"), Column("Krav")), (), caption="Krav")
    blocks = (table, BulletList(()), TickList(()), Badges(()), Facts(()), Paragraph(""))
    return document(Section("Tomt", blocks, new_page=True), title="")


def bare() -> Document:
    """No blocks at all."""
    return document()


def long_words() -> Document:
    """Words and titles that fit nowhere, in every kind of place."""
    cells = (LONG_WORD, LONG_WORD, Cell((Paragraph(LONG_WORD), Badges((Badge(LONG_WORD, "Nivå"),)))))
    return replace(
        document(
            Section(LONG_TITLE, (
                Paragraph((LONG_WORD, Span(LONG_WORD, bold=True), " ", Span(ADDRESS, link=ADDRESS), " slut")),
                Table((Column("Nr", 0.2), Column(LONG_WORD), Column("Krav")), (GroupRow(LONG_WORD), Row(cells))),
                Card("K" + "0" * 30, LONG_TITLE, (Badge(LONG_WORD, LONG_WORD), Badge("Bas")), (Paragraph(LONG_WORD),)),
                BulletList((LONG_WORD,)),
                TickList((Tick(LONG_WORD),)),
                Note(LONG_WORD, (Paragraph(LONG_WORD),)),
                Facts((Fact(LONG_WORD, LONG_WORD),)),
                Field("f", LONG_WORD),
                Section(LONG_WORD),
            )),
            title=LONG_TITLE,
        ),
        organisation=LONG_WORD, reference=LONG_WORD, identity=LONG_WORD, version=LONG_WORD, kind=LONG_TITLE, contents=True,
        draft=True,
    )


def tall_row() -> Document:
    """Table rows and a note higher than a page, and a field of many lines."""
    high = SENTENCE * 60
    rows = (
        Row(("K001", "kort", high)),
        GroupRow("Grupp"),
        Row(("K002", Cell((Paragraph(high), BulletList((high, high)))), "kort")),
        Row(("K003", "kort", "kort")),
    )
    return document(Section("Höga rader", (
        Table((Column("Nr", 0.5), Column("Krav", 2), Column("Uppföljning", 2)), rows, caption="Tabell"),
        Note("Notera", (Paragraph(high), BulletList((high,)))),
        Together((Paragraph(high), Paragraph(high))),
        Field("f", "Text", FieldKind.LINES, lines=400),
    )))


def strange_text() -> Document:
    """What people paste: markup, control characters, emoji, other scripts, loose accents."""
    words = (
        "<b>fet</b> &amp; ]]> <para> \x00\x07\x1b a\u200bb\u00adc \u202eomvänt \ud800 "
        "🍌👩\u200d👩\u200d👧 日本語 العربية e\u0301 ﬁ ½ ² Č ŋ đ Ω Я"
    )
    return document(
        Section(words, (
            Paragraph((words, Span(words, bold=True), Span(words, italic=True, link="javascript:alert(1)"))),
            Table((Column(words), Column("B")), (Row((words, words)), GroupRow(words)), caption=words, summary=words),
            Card(words, words, (Badge(words, words),), (Paragraph("rad ett\nrad två\r\nrad tre\n\n"),)),
            Facts((Fact(words, words),), summary=words),
        )),
        title=words,
    )


def two_languages() -> Document:
    """Swedish and Norwegian beside each other, in columns, cells, spans and links."""
    rows = (
        Row(("K001", "Spårbar palmolja", Cell((Paragraph("Sporbar palmeolje"),), language="nb"))),
        Row((
            "K002",
            ("Se ", Span("tiltaksplan", language="nn")),
            Span("lenke", link="https://example.org/ø?å=1", language="nb"),
        )),
    )
    return document(
        Section("Två språk", (
            Table((Column("Nr", 0.4), Column("Svenska", 2), Column("Norsk", 2, language="nb")), rows),
            Paragraph("Hele avsnittet er på norsk.", language="nb"),
        )),
        Section("Norsk del", (Paragraph("Tekst."),), language="nb"),
    )


def three_hundred() -> Document:
    """A list of 300 requirements in one table and as cards."""
    return requirement_list(300)


def drawings() -> Document:
    """A drawing with one box, one that fills a page, and one with words that fit nowhere that goes on over several pages."""
    one = Diagram("En ruta", ("Leverantör",), (Box("a", 0, 0, "Frukt AB"),), "Bara leverantören.")
    whole = Diagram("Full sida", ("Leverantör", "Led 1", "Led 2"), _boxes(60, 2), "Sextio rutor i två led.")
    long = Diagram(LONG_WORD, (LONG_WORD,) * 9, _boxes(70, 8, LONG_WORD), "Sjuttio rutor i varje led <b>&")
    return document(Section("Kedjan", (one, Paragraph("Mellan."), whole, long, Paragraph("Efter."))))


def _boxes(rows: int, deepest: int, words: str = "Ecuador, hög risk") -> tuple[Box, ...]:
    """Boxes behind each other down to a depth, so many rows of them."""
    boxes = [Box("0", 0, 0, "Leverantören", tone=Tone.ACCENT)]
    for row in range(rows):
        for column in range(1, deepest + 1):
            parent = "0" if column == 1 else f"{row}.{column - 1}"
            tone = (Tone.GOOD, Tone.WATCH, Tone.BAD)[row % 3]
            boxes.append(Box(f"{row}.{column}", column, row, f"{row + 1}.{column} {words}", words, "hög", tone, broken=row % 5 == 4, parent=parent))
    return tuple(boxes)


def photos() -> Document:
    """Photos of every shape, in a row and alone, one with a long caption and one without any."""
    shapes = ((400, 300), (300, 400), (1000, 60), (40, 900), (1, 1), (640, 480), (200, 200))
    pictures = tuple(photo(wide, high, f"Bild {number}: {SENTENCE}") for number, (wide, high) in enumerate(shapes, 1))
    return document(
        Section("Bilder", (Photos(pictures), Photos(()), Card("K001", "Kort", (), (Paragraph(SENTENCE), Photos(pictures[:1]))))),
        Section("En", (Photos((photo(300, 200, ""),)),)),
    )


def photo(wide: int, high: int, caption: str) -> Photo:
    """A photo of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (wide, high), (20, 120, 60)).save(target, "JPEG")
    return Photo(target.getvalue(), wide, high, caption, "En lapp på en vägg")


EDGES = (bare, empty, long_words, tall_row, strange_text, two_languages, drawings, photos)
