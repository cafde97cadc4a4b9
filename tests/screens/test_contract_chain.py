"""The chain of a contract: built link by link, with risk, what is not told, and what the supplier is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.screens.chain_contract import TODAY, firm, more, signed

from kravkompass.catalog.terms import Country, RiskLevel
from kravkompass.followup.supply_chain import (
    Certificate,
    ChainCircleError,
    ChainLink,
    DisclosureRequest,
    Gap,
    RequestOutcome,
    Role,
)
from kravkompass.guidance.reasons import Code
from kravkompass.language import Language, Languages
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_chain import ANSWER_DAYS, ChainScreen


@pytest.fixture
def contract(store: Store) -> ContractScreen:
    return signed(store)


@pytest.fixture
def chain(contract: ContractScreen) -> ChainScreen:
    return ChainScreen(contract)


def add(chain: ChainScreen, name: str, parent: str = "", **changes: object) -> ChainLink:
    blank = chain.blank(firm(chain.contract).id, parent)
    return chain.keep(replace(blank, name=name, **changes))  # type: ignore[arg-type]


def names(chain: ChainScreen) -> list[tuple[str, str, int]]:
    return [(view.link.name, view.spot.number, view.spot.column) for view in chain.chain(firm(chain.contract).id)]


def test_a_chain_is_built_link_by_link(chain: ChainScreen) -> None:
    importer = add(chain, "Importören", role=Role.TRADE, product="Bananer", group="fruit-vegetables", country="NL")
    packer = add(chain, "Packeriet", importer.id, country="EC")
    add(chain, "Odlarna", packer.id, role=Role.RAW_MATERIAL)
    assert names(chain) == [("Importören", "1", 1), ("Packeriet", "1.1", 2), ("Odlarna", "1.1.1", 3)]
    assert (packer.product, packer.group) == ("Bananer", "fruit-vegetables")
    assert [one.name for one in chain.parents(importer)] == []
    assert [one.name for one in chain.parents(packer)] == ["Importören"]
    with pytest.raises(ChainCircleError):
        chain.keep(replace(importer, parent=packer.id))
    assert names(chain)[0] == ("Importören", "1", 1)


def test_one_that_is_taken_away_leaves_those_behind_it_and_can_be_put_back(chain: ChainScreen) -> None:
    importer = add(chain, "Importören")
    packer = add(chain, "Packeriet", importer.id)
    add(chain, "Odlarna", packer.id)
    undo = chain.remove(packer)
    assert names(chain) == [("Importören", "1", 1), ("Odlarna", "1.1", 2)]
    undo()
    assert names(chain) == [("Importören", "1", 1), ("Packeriet", "1.1", 2), ("Odlarna", "1.1.1", 3)]


def test_each_link_has_a_risk_with_reasons_and_sources(chain: ChainScreen) -> None:
    add(chain, "Odlarna", role=Role.RAW_MATERIAL, group="fruit-vegetables", country="EC", site="Plantage 7")
    unknown = chain.keep(replace(chain.blank(firm(chain.contract).id, unknown=True), group="fruit-vegetables"))
    views = {view.link.id: view for view in chain.chain(firm(chain.contract).id)}
    assert views[unknown.id].level.height >= RiskLevel.UNKNOWN.height
    assert any(reason.code is Code.PRODUCTION_UNKNOWN for risk in views[unknown.id].risks for reason in risk.reasons)
    grower = next(view for view in views.values() if view.link.name)
    assert grower.level is RiskLevel.HIGH
    sourced = [reason for risk in grower.risks for reason in risk.reasons if "publisher" in reason.values]
    assert sourced
    assert all(reason.values["year"] for reason in sourced)


def test_what_is_not_told_is_asked_about_in_the_contracts_language(chain: ChainScreen) -> None:
    supplier = firm(chain.contract).id
    assert [one.gap for one in chain.undisclosed()] == [Gap.NOTHING]
    assert "råvaran" in chain.question(supplier)
    packer = add(chain, "Packeriet", country="", site="")
    asked = chain.question(supplier)
    assert chain.contract.contract.title in asked
    assert "I vilket land finns 1 Packeriet?" in asked
    assert "På vilken plats" in asked
    assert asked == chain.question(supplier, (packer.id,))
    whole = chain.keep(replace(packer, country="SE", site="Provstad", role=Role.TRANSPORT))
    assert "Allt som har ändrats när det gäller 1 Packeriet" in chain.question(supplier, (whole.id,))


def test_a_norwegian_contract_asks_in_norwegian(store: Store) -> None:
    chain = ChainScreen(signed(store, Country.NORWAY))
    assert "leverandørkjeden" in chain.question(firm(chain.contract).id)


def test_a_request_is_kept_settled_and_taken_away(chain: ChainScreen) -> None:
    request = chain.keep_request(chain.blank_request(firm(chain.contract).id))
    assert (request.asked, request.due) == (TODAY, TODAY + timedelta(days=ANSWER_DAYS))
    chain.settle(request, RequestOutcome.PARTLY, date(2028, 5, 20), "Bara landet")
    (kept,) = chain.requests
    assert (kept.outcome, kept.answered, kept.note) == (RequestOutcome.PARTLY, date(2028, 5, 20), "Bara landet")
    chain.settle(kept, RequestOutcome.NO_ANSWER, date(2028, 6, 20), "")
    assert chain.requests[0].answered is None
    undo = chain.drop_request(chain.requests[0])
    assert not chain.requests
    undo()
    assert [one.id for one in chain.requests] == [request.id]
    assert [event.part for event in chain.contract.store.events(chain.contract.id)].count("disclosure_request") == 5


def test_certificates_that_run_out_are_told(chain: ChainScreen) -> None:
    add(chain, "Odlarna", certificates=(Certificate("Rättvis odling", "1", TODAY + timedelta(days=10)), Certificate("Lång", "", date(2031, 1, 1))))
    assert [(one.certificate.name, one.days) for one in chain.running_out()] == [("Rättvis odling", 10)]


def test_a_third_tier_of_subcontractors_is_too_deep_in_norway_only(store: Store) -> None:
    expected: dict[Country, list[str]] = {Country.NORWAY: ["c"], Country.SWEDEN: []}
    for country, deep in expected.items():
        chain = ChainScreen(signed(store, country))
        one = add(chain, "a", role=Role.SUBCONTRACTOR)
        two = add(chain, "b", one.id, role=Role.SUBCONTRACTOR)
        assert not chain.too_deep()[0]
        add(chain, "c", two.id, role=Role.SUBCONTRACTOR)
        found, limit = chain.too_deep()
        assert [link.name for link in found] == deep
        assert limit == (2 if country is Country.NORWAY else 0)


def test_each_supplier_has_its_own_chain(chain: ChainScreen) -> None:
    other = more(chain.contract)
    add(chain, "Importören")
    chain.keep(replace(chain.blank(other.id), name="Gården"))
    assert [view.link.name for view in chain.chain(other.id)] == ["Gården"]
    assert names(chain) == [("Importören", "1", 1)]


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_report_is_written(chain: ChainScreen, ending: str, tmp_path: Path) -> None:
    add(chain, "Odlarna")
    path = chain.write(tmp_path / chain.file_name(Languages(Language.NYNORSK), ending), Languages(Language.NYNORSK))
    assert path.name == f"frukt-och-gront-till-forskolor-leverandorkjede-nn.{ending}"
    assert path.stat().st_size > 1000
    if ending == "pdf":
        assert "Odlarna" in "".join(page.extract_text() for page in PdfReader(path).pages)


def test_what_was_asked_is_gone_with_the_contract(chain: ChainScreen) -> None:
    chain.keep_request(chain.blank_request(firm(chain.contract).id))
    with chain.contract.change() as change:
        change.contracts.drop(chain.contract.contract)
    assert chain.contract.store.parts(DisclosureRequest) == ()
