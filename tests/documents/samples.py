"""Outlines to try the writers on: a requirement list as a buyer in Kalmar might send it, and a follow-up plan."""

from __future__ import annotations

import datetime as dt

from tests.documents.wordings import WORDINGS

from kravkompass.documents.outline import (
    Badge,
    Badges,
    Bar,
    Block,
    BulletList,
    Card,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Field,
    FieldKind,
    Figure,
    GroupRow,
    Item,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tick,
    TickList,
    Together,
    Tone,
)

DAY = dt.date(2026, 10, 1)

DEMANDS = (
    ("Spårbar palmolja", "All palmolja i varorna ska vara spårbar och komma från odlingar utan ny avskogning. "
     "Kravet gäller även palmolja i sammansatta varor och i beredningar."),
    ("Ekologiska bananer", "Bananer ska vara ekologiskt odlade och märkta så att ursprung och odlare kan följas "
     "från leverans till plantage."),
    ("Öppen leveranskedja", "Leverantören ska på begäran redovisa alla underleverantörer i leveranskedjan, med namn, "
     "land och det led de arbetar i, och hålla uppgifterna aktuella under hela avtalstiden."),
    ("Rutiner för mänskliga rättigheter", "Leverantören ska vid avtalsstart ha rutiner för att finna, förebygga och "
     "avhjälpa risker för mänskliga rättigheter och arbetstagares villkor i leveranskedjan."),
    ("Förpackningar utan PVC", "Förpackningar som kommer i kontakt med livsmedel ska vara fria från PVC."),
)
LEVELS = (("Bas", Tone.QUIET), ("Avancerad", Tone.ACCENT), ("Spjutspets", Tone.STRONG))
KINDS = ("Teknisk specifikation", "Särskilt kontraktsvillkor", "Tilldelningskriterium", "Kvalificeringskrav")
THEMES = ("Miljö och klimat", "Mänskliga rättigheter i leveranskedjan", "Kemikalier nära barn", "Arbetsvillkor")
LINK = "https://example.org/kriterier/palmolja"


def requirement(number: int) -> Card:
    """One requirement as it stands in the list."""
    title, demand = DEMANDS[number % len(DEMANDS)]
    level, tone = LEVELS[number % 3]
    return Card(
        number=f"K{number + 1:03d}",
        title=title,
        badges=(Badge(level, "Nivå", tone), Badge(KINDS[number % 4], "Typ"), Badge("1,5 tim/år", "Arbete")),
        blocks=(
            Paragraph(demand),
            Facts(
                summary=f"Uppgifter om krav K{number + 1:03d}",
                items=(
                    Fact("Bevis", "Certifikat eller annat likvärdigt underlag som visar att kravet är uppfyllt."),
                    Fact("Uppföljning", "Stickprov varje år, första gången 2027-03-15."),
                    Fact("Källa", ("Kriterietjänsten, ", Span("krav 10234:3", link=LINK), ", läst 2026-09-12")),
                ),
            ),
        ),
    )


def overview(count: int) -> Table:
    """The requirements in short, as the first table of the list."""
    rows: list[Row | GroupRow] = []
    for number in range(count):
        if number % 5 == 0:
            rows.append(GroupRow(THEMES[number // 5 % len(THEMES)]))
        level, tone = LEVELS[number % 3]
        rows.append(Row((
            f"K{number + 1:03d}",
            DEMANDS[number % len(DEMANDS)][0],
            KINDS[number % 4],
            Cell((Badges((Badge(level, tone=tone),)),)),
        )))
    return Table(
        columns=(Column("Nr", 0.6), Column("Krav", 3), Column("Typ", 2), Column("Nivå", 1.2)),
        rows=tuple(rows),
        caption="Alla krav i korthet",
        summary="Nummer, namn, typ och nivå för varje krav",
    )


def requirement_list(count: int = 12, language: str = "sv") -> Document:
    """A requirement list of so many requirements."""
    parts: list[Block] = [
        Section("Kraven i korthet", (
            Paragraph(("Listan gäller ", Span("fyra varugrupper", bold=True), " och ska läsas tillsammans med "
                       "avtalsvillkoren. Krav märkta ", Span("spjutspets", italic=True), " ger mervärde i utvärderingen.")),
            overview(count),
        )),
    ]
    for at in range(0, count, 5):
        cards = tuple(requirement(number) for number in range(at, min(at + 5, count)))
        intro = Paragraph("Kraven här gäller alla varor i temat om inget annat sägs.", Manner.QUIET)
        parts.append(Section(THEMES[at // 5 % len(THEMES)], (intro, *cards)))
    return Document(
        title="Frukt och grönt till förskolor",
        kind="Kravlista",
        subject="Hållbarhetskrav med bevis och uppföljning",
        language=language,
        date=DAY,
        organisation="Exempel kommun",
        author="Upphandlingsenheten",
        reference="KS 2026/0457",
        version="2",
        identity="KK-7F3A-19C2",
        keywords=("upphandling", "hållbarhet"),
        facts=(Fact("Avtalstid", "2027-01-01 till 2028-12-31"), Fact("Antal krav", str(count)),
               Fact("Varugrupper", "Frukt, grönsaker, bananer, rotfrukter")),
        summary="Kraven nedan ställs i upphandlingen. Varje krav har ett nummer som följer det genom hela avtalet.",
        draft=True,
        blocks=tuple(parts),
        wording=WORDINGS[language],
    )


CALENDAR = Table(
    columns=(Column("Datum", 1), Column("Aktivitet", 3), Column("Ansvarig", 1.4), Column("Timmar", 0.8, numeric=True)),
    rows=(
        GroupRow("Kvartal 1, 2027"),
        Row(("2027-01-20", "Startmöte", "Inköpare", "2")),
        Row((
            "2027-03-15",
            Cell((Paragraph("Egenrapport om leveranskedjan"), Paragraph("Rapport om leverandørkjeden", language="nb"))),
            "Leverantör",
            "",
        )),
        GroupRow("Kvartal 2, 2027"),
        Row(("2027-05-10", "Stickprov av spårbar palmolja", "Kostchef", "4")),
    ),
    caption="Kalender för 2027",
)
CHART = Figure(
    caption="Timmar per kvartal",
    bars=(
        Bar("Kvartal 1", 6, "6 tim"),
        Bar("Kvartal 2", 4, "4 tim"),
        Bar("Kvartal 3", 2.5, "2,5 tim"),
        Bar("Kvartal 4", 0, "0 tim"),
    ),
    alternative="Stapeldiagram över timmar: kvartal 1 sex, kvartal 2 fyra, kvartal 3 två och en halv, kvartal 4 inga.",
    label_title="Kvartal",
    value_title="Timmar",
)
LADDER = BulletList((
    Item("Samtal med leverantören."),
    Item("Åtgärdsplan med datum:", (Item("orsak"), Item("åtgärd", (Item("vem"), Item("när"))))),
    Item(("Vite enligt avtalet, se ", Span("villkoren", link="https://example.org/villkor"), ".")),
    Item("Hävning är sista utvägen."),
), numbered=True)
BEFORE_THE_MEETING = Section("Före mötet", (
    TickList((Tick("Läs förra protokollet.", done=True), Tick("Be om en aktuell lista över underleverantörer."))),
    Note(
        "Kontrollera före bruk",
        (Paragraph("Beloppen i avtalet räknas upp varje år."), BulletList(("Index", "Datum"))),
        Tone.WATCH,
    ),
))
FORM = Together((
    Field("requirement", "Krav som avviker"),
    Field("what", "Beskrivning av avvikelsen", FieldKind.LINES, lines=5),
    Field("how-bad", "Allvar", FieldKind.CHOICE, options=("Låg", "Medel", "Hög")),
    Field("told", "Leverantören har fått del av rapporten", FieldKind.TICK),
    Field("by", "Klart senast", FieldKind.DATE),
))
IN_NORWEGIAN = Section("På norsk", (
    Paragraph(("Uttrykket ", Span("spjutspets", language="sv"), " brukes ikke her."), language="nb"),
    Facts((Fact("Kontakt", "innkjop@example.org"), Fact("Telefon", ""))),
), language="nb")


def follow_up_plan(language: str = "sv") -> Document:
    """A follow-up plan with every kind of block an outline has."""
    return Document(
        title="Frukt och grönt till förskolor",
        kind="Uppföljningsplan",
        language=language,
        date=DAY,
        organisation="Exempel kommun",
        reference="KS 2026/0457",
        identity="KK-7F3A-19C2",
        wording=WORDINGS[language],
        contents=True,
        blocks=(
            Section("Kalender", (CALENDAR, CHART)),
            Section("När något avviker", (
                Section("Trappan", (Paragraph("Vi går ett steg i taget."), LADDER)),
                BEFORE_THE_MEETING,
            )),
            Section("Avvikelserapport", (Paragraph("Fylls i på mötet."), FORM), new_page=True),
            IN_NORWEGIAN,
        ),
    )
