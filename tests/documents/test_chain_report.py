"""The report of a supply chain: it keeps the standards in every language, its drawing is spoken, and its table holds every link."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.chain_made import CONTRACT, SUPPLIER, made
from tests.documents.edges import LONG_WORD
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.test_real_documents import check
from tests.purchases.chain_samples import link

from kravkompass.documents import word
from kravkompass.documents.chain_report import Chain, chain_report
from kravkompass.documents.outline import Diagram, Document, Section, Table
from kravkompass.documents.pdf import render
from kravkompass.followup.supply_chain import ChainCircleError
from kravkompass.language import Language


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_the_standards_are_kept(count: int, language: Language) -> None:
    check(chain_report(made(count, language)))


@pytest.mark.long
@pytest.mark.parametrize("count", [200, 400])
def test_long_chains_go_on(count: int) -> None:
    check(chain_report(made(count)))


def section(document: Document, place: int = 0) -> Section:
    found = document.blocks[place]
    assert isinstance(found, Section)
    return found


def drawn(chain: Chain) -> tuple[Diagram, Table]:
    diagram, table = section(chain_report(chain)).blocks
    assert isinstance(diagram, Diagram)
    assert isinstance(table, Table)
    return diagram, table


def test_the_drawing_and_the_table_hold_the_same() -> None:
    chain = made(60)
    diagram, table = drawn(chain)
    assert len(diagram.boxes) == 61
    assert len(table.rows) == 60
    assert {box.id for box in diagram.boxes} == {SUPPLIER.id, *(one.id for one in chain.links)}
    said = meant(chain_report(chain))
    for box in diagram.boxes[1:]:
        assert box.title.split(" ", 1)[1] in said
    ids = {box.id for box in diagram.boxes}
    assert all(box.parent in ids for box in diagram.boxes[1:])


def test_a_chain_of_sixty_fits_a_page_and_what_is_not_known_has_a_broken_edge() -> None:
    chain = made(60)
    figures = [one for one in read_back(render(chain_report(chain))).elements if one.role == "Figure"]
    diagram, _ = drawn(chain)
    assert [one.alternative for one in figures if "Kedjan" in one.alternative or "kedjan" in one.alternative] == [diagram.alternative]
    assert {box.id for box in diagram.boxes if box.broken} == {one.id for one in chain.links if one.unknown}


def test_a_link_behind_another_supplier_stands_in_its_own_section() -> None:
    other = replace(SUPPLIER, id="other", name="Mejeriet AB")
    chain = replace(made(3), suppliers=(SUPPLIER, other))
    chain = replace(chain, links=(*chain.links, link(CONTRACT.id, "Gården", id="g", supplier="other")))
    document = chain_report(chain)
    assert [section(document, place).title for place in range(2)] == [SUPPLIER.name, "Mejeriet AB"]
    check(document)


def test_words_that_fit_nowhere_and_markup() -> None:
    long = link(CONTRACT.id, LONG_WORD, id="1", site=f"{LONG_WORD} <b>&amp;]]>", product=LONG_WORD, number=LONG_WORD, note=LONG_WORD)
    behind = [link(CONTRACT.id, f"<i>{tier}</i>", id=str(tier), parent=str(tier - 1)) for tier in range(2, 9)]
    chain = replace(made(0), links=(long, *behind), suppliers=(replace(SUPPLIER, name=LONG_WORD),))
    document = chain_report(chain)
    check(document)
    assert word.render(document)


def test_a_circle_is_refused_in_words() -> None:
    with pytest.raises(ChainCircleError):
        chain_report(replace(made(0), links=(link(CONTRACT.id, id="a", parent="b"), link(CONTRACT.id, id="b", parent="a"))))
