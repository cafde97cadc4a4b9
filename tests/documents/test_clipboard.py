"""What goes to the clipboard: whole HTML that is also XML, plain text with rows as rows, and nobody's markup but ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree, html
from tests.documents import edges
from tests.documents.office import EVIL, purchase, sheet, sheet_of
from tests.documents.samples import CALENDAR, follow_up_plan, requirement_list

from kravkompass.documents.clipboard import Copied, copied, copied_list, copied_requirement, copied_table, copied_tables
from kravkompass.documents.outline import Column, Document, Paragraph, Row, Span, Table
from kravkompass.language import Language, translation

SWEDISH = translation(Language.SWEDISH)
ALLOWED = set("html head meta body h2 h3 h4 h5 h6 p table caption thead tbody tr th td ul ol li strong em span a br div".split())
ATTRIBUTES = {"lang", "style", "scope", "colspan", "href", "charset"}


def tree(given: Copied) -> etree._Element:
    return etree.fromstring(given.html)


@pytest.mark.parametrize("make", [follow_up_plan, requirement_list, *edges.EDGES], ids=lambda make: make.__name__)
def test_html_is_whole_plain_and_harmless(make: Callable[[], Document]) -> None:
    given = copied(make().blocks, SWEDISH)
    for one in tree(given).iter():
        assert one.tag in ALLOWED
        assert set(one.attrib) <= ATTRIBUTES
        assert not one.get("href", "https:").startswith("javascript")
        assert not re.search("url|expression|@import", one.get("style", ""))
    loose = html.document_fromstring(given.html)
    assert " ".join(loose.text_content().split()) == " ".join("".join(tree(given).itertext()).split())
    assert given.plain.endswith("\n")


def test_text_is_never_taken_for_markup() -> None:
    given = copied((Paragraph(EVIL), Paragraph(Span(EVIL, bold=True, link="javascript:alert(1)"))), SWEDISH)
    said = "".join(tree(given).itertext())
    assert said.count("<b>fet</b> &amp; ]]>") == 2
    assert "<b>fet</b> &amp; ]]>" in given.plain
    assert not re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff\u202e\ufffe]", given.html + given.plain)


def test_a_table_is_rows_of_tabs_and_a_table() -> None:
    given = copied_table(CALENDAR, SWEDISH)
    lines = given.plain.splitlines()
    assert lines[0] == "Kalender för 2027"
    assert lines[1] == "Datum\tAktivitet\tAnsvarig\tTimmar"
    assert lines[4] == f"2027-03-15\tEgenrapport om leveranskedjan Rapport om leverandørkjeden\tLeverantör\t{SWEDISH.say('Not stated')}"
    rows = tree(given).findall(".//tr")
    assert len(rows) == len(CALENDAR.rows) + 1
    assert [one.get("scope") for one in rows[2]] == ["row", None, None, None]
    assert tree(given).find(".//p[@lang='nb-NO']") is not None


def test_a_cell_with_tabs_and_line_ends_stays_a_cell() -> None:
    given = copied_table(Table((Column("A"), Column("B")), (Row(("ett\ttvå\ntre", "fyra")),)), SWEDISH)
    assert given.plain == "A\tB\nett två tre\tfyra\n"


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_a_requirement_says_what_a_tender_system_asks_for(language: Language) -> None:
    made = sheet(0, language)
    row = made.rows[0]
    given = copied_requirement(row, made.translation)
    for said in (given.plain, "".join(tree(given).itertext())):
        for part in (row.texts.title, row.texts.demand, row.texts.evidence, row.requirement.id):
            assert part in said
    assert tree(given).get("lang") == language.tag


def test_a_requirement_in_a_stand_in_language_says_so() -> None:
    made = sheet(0, Language.NYNORSK)
    row = next(row for row in made.rows if row.language != "nn")
    tag = Language(row.language).tag
    assert tree(copied_requirement(row, made.translation)).find(f".//p[@lang='{tag}']") is not None


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_list_and_its_tables_hold_every_requirement(number: int) -> None:
    made = sheet(number)
    running, tables = copied_list(made), copied_tables(made)
    for row in made.rows:
        for said in (running.plain, running.html, tables.plain, tables.html):
            assert row.requirement.id in said
    kinds = {row.requirement.kind for row in made.rows}
    assert len(tree(tables).findall(".//table")) == len(kinds)
    cells = [line.split("\t") for line in tables.plain.splitlines() if "\t" in line]
    assert {len(one) for one in cells} == {6}
    assert len(cells) == len(made.rows) + len(kinds)


def test_an_empty_list_is_nothing_much() -> None:
    assert copied_list(replace(sheet_of(purchase()), rows=())).plain == "\n"
