"""Word files say what the outline means, with real structure, and hold what people paste without taking it for markup."""

from __future__ import annotations

import errno
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from tests.documents import edges
from tests.documents.meaning import meant
from tests.documents.office import DAY, EVIL, part, sheet
from tests.documents.samples import follow_up_plan, requirement_list

from kravkompass.documents.errors import LogoError
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Document, Paragraph, Section
from kravkompass.documents.word import pictures, render, write
from kravkompass.documents.word.controls import ROOM
from kravkompass.documents.word_tables import list_with_tables
from kravkompass.errors import DiskFullError, NotWritableError
from kravkompass.language import Language

SAMPLES: dict[str, Callable[[], Document]] = {
    "plan": follow_up_plan,
    "list": requirement_list,
    "nynorsk": lambda: follow_up_plan("nn"),
    **{one.__name__: one for one in edges.EDGES},
}
every_sample = pytest.mark.parametrize("name", SAMPLES)
# Marks that Word makes by itself, and what stands between badges.
_MARKS = re.compile(r"[•–·]|\d\.")
# Children in the order of the format; Word calls a file broken that has them otherwise.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b i color sz szCs u shd lang",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan shd",
    "sdtPr": "alias tag id text date checkbox",
    "style": "name basedOn next link semiHidden qFormat pPr rPr tblPr",
}


def body(data: bytes) -> etree._Element:
    return etree.fromstring(part(data, "word/document.xml").encode())[0]


def said(data: bytes) -> list[str]:
    """The words of the document in reading order, without its list of contents and the marks of lists."""
    words = []
    for paragraph in body(data).iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or not style.get(qn("w:val")).startswith(("TOC", "Contents")):
            parts = (node.text if node.tag == qn("w:t") else " " for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
            words += "".join(parts).split()
    return [word for word in words if not _MARKS.fullmatch(word)]


@cache
def written(name: str) -> bytes:
    """A sample as a Word file, made once."""
    return render(SAMPLES[name]())


@every_sample
def test_a_word_file_says_what_is_meant(name: str) -> None:
    document = SAMPLES[name]()
    wanted = [word for word in fit(meant(document)).split() if not _MARKS.fullmatch(word)]
    assert said(written(name)) == wanted


@every_sample
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert render(SAMPLES[name]()) == written(name)


@every_sample
def test_every_part_is_xml_in_the_order_of_the_format(name: str) -> None:
    data = written(name)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.testzip() is None
        assert parts.namelist()[0] == "[Content_Types].xml"
        assert "docProps/thumbnail.jpeg" not in parts.namelist()
        trees = [etree.fromstring(parts.read(one)) for one in parts.namelist() if one.endswith((".xml", ".rels"))]
    for tree in trees:
        for kind, order in ORDERS.items():
            ranks = order.split()
            for found in tree.iter(qn(f"w:{kind}")):
                places = [ranks.index(etree.QName(child).localname) for child in found]
                assert places == sorted(places), etree.tostring(found)


@every_sample
def test_tables_and_controls_are_whole(name: str) -> None:
    content = body(written(name))
    for table in content.iter(qn("w:tbl")):
        wide = len(table.find(qn("w:tblGrid")))
        for row in table.iter(qn("w:tr")):
            spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iter(qn("w:tc"))]
            assert sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans) == wide
        assert all(cell[-1].tag == qn("w:p") for cell in table.iter(qn("w:tc")))
    for tag, key in (("w:sdtPr/w:id", "w:val"), ("w:bookmarkStart", "w:id")):
        path = "/".join(qn(step) for step in tag.split("/"))
        keys = [one.get(qn(key)) for one in content.iterfind(f".//{path}")]
        assert len(keys) == len(set(keys))
    assert not any(one.tag == after.tag == qn("w:tbl") for one, after in pairwise(content))


@every_sample
def test_every_run_has_a_language(name: str) -> None:
    for run in body(written(name)).iter(qn("w:r")):
        if run.find(qn("w:t")) is not None:
            assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None


def languages(data: bytes) -> dict[str, set[str]]:
    """Which languages each word is marked with."""
    found: dict[str, set[str]] = {}
    for run in body(data).iter(qn("w:r")):
        for text in run.iter(qn("w:t")):
            for word in (text.text or "").split():
                found.setdefault(word, set()).add(run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")))
    return found


def test_each_part_is_marked_with_its_own_language() -> None:
    found = languages(render(edges.two_languages()))
    assert found["Spårbar"] == {"sv-SE"}
    assert found["Sporbar"] == found["Norsk"] == found["lenke"] == {"nb-NO"}
    assert found["tiltaksplan"] == {"nn-NO"}


def test_headings_go_down_one_step_at_a_time_and_can_be_jumped_to() -> None:
    file = docx.Document(io.BytesIO(render(follow_up_plan())))
    levels = [int(one.style.name[-1]) for one in file.paragraphs if one.style and one.style.name.lower().startswith("heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    content = file.element.body
    anchors = {one.get(qn("w:name")) for one in content.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in content.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= anchors


def test_titles_of_tables_repeat_and_rows_may_break() -> None:
    content = body(render(requirement_list(12)))
    tables = [one for one in content.iter(qn("w:tbl")) if one.find(f".//{qn('w:tblHeader')}") is not None]
    assert tables
    for table in tables:
        first, *others = table.iter(qn("w:tr"))
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}").get(qn("w:val")) == "0" for row in others)
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))


def test_the_footer_counts_pages_and_the_file_says_what_it_is() -> None:
    data = render(requirement_list(12))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        footer = next(parts.read(one).decode() for one in parts.namelist() if "footer" in one and one.endswith("xml"))
        header = next(parts.read(one).decode() for one in parts.namelist() if "header" in one and one.endswith("xml"))
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert "KK-7F3A-19C2" in footer
    assert "UTKAST" in header
    about = docx.Document(io.BytesIO(data)).core_properties
    assert (about.title, about.language, about.author) == ("Kravlista: Frukt och grönt till förskolor", "sv-SE", "Upphandlingsenheten")
    assert about.created is not None
    assert about.created.date() == about.modified.date() == requirement_list().date


def test_numbered_lists_each_begin_at_one() -> None:
    two = replace(follow_up_plan(), blocks=follow_up_plan().blocks * 2)
    numbering = etree.fromstring(part(render(two), "word/numbering.xml").encode())
    assert len(list(numbering.iter(qn("w:startOverride")))) == 2


def test_what_people_paste_is_text() -> None:
    written = " ".join(said(render(edges.document(Section(EVIL, (Paragraph(EVIL),)), title=EVIL))))
    assert "<b>fet</b> &amp; ]]>" in written
    assert not re.search("[\x00-\x08\ud800-\udfff\u202e]", written)


def test_fields_can_be_filled_in() -> None:
    content = body(render(follow_up_plan()))
    tags = [one.get(qn("w:val")) for one in content.iter(qn("w:tag"))]
    assert tags == ["requirement", "what", "by"]
    boxes = [one.get("{http://schemas.microsoft.com/office/word/2010/wordml}val") for one in content.iter("{*}checked")]
    assert boxes == ["1", "0", "0", "0", "0", "0"]
    assert ROOM in "".join(content.itertext())


def test_a_chart_has_its_words_and_a_logo_its_name() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (300, 100), (10, 80, 90, 128)).save(target, "PNG")
    document = replace(follow_up_plan(), logo=target.getvalue())
    spoken = [one.get("descr") for one in body(render(document)).iter("{*}docPr")]
    assert spoken[0] == "Exempel kommun"
    assert spoken[1].startswith("Stapeldiagram")
    with pytest.raises(LogoError):
        render(replace(document, logo=b"no picture"))


@pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
def test_the_list_for_word_ends_in_a_table_for_each_kind(language: Language) -> None:
    made = sheet(0, language)
    file = docx.Document(io.BytesIO(render(list_with_tables(made))))
    ids = [cell.text.split(",")[0] for table in file.tables if len(table.columns) == 6 for cell in table.columns[5].cells[1:]]
    assert ids == [row.requirement.id for row in made.rows]
    assert file.core_properties.language == language.tag
    assert file.core_properties.created is not None
    assert file.core_properties.created.date() == DAY


def test_an_old_file_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "list.docx"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("kravkompass.purchases.atomic._write_through", full)
    with pytest.raises(DiskFullError):
        write(requirement_list(2), target)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    folder = tmp_path / "taken.docx"
    folder.mkdir()
    with pytest.raises(NotWritableError):
        write(requirement_list(2), folder)


def test_a_word_too_long_for_its_box_is_cut_where_it_fits() -> None:
    face = pictures.font("Bold")
    for words, room in (("Provodlarna S.A.", 200.0), (edges.LONG_WORD * 20, 60.0), ("W", 1.0), ("Kort och gott", 40.0)):
        shown = pictures.fitting(words, face, room)
        fits = face.getlength(words) <= room * pictures.SCALE
        assert (shown == words) is fits
        if not fits:
            cut = shown.removesuffix("…")
            assert words.startswith(cut)
            assert not cut or face.getlength(shown) <= room * pictures.SCALE
            assert face.getlength(f"{words[: len(cut) + 1]}…") > room * pictures.SCALE
