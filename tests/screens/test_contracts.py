"""From a purchase to a contract: signing, the list, the trash, and what a contract's screen gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY
from tests.purchases.contract_samples import outcome

from kravkompass.followup.activity import Status
from kravkompass.language import Language
from kravkompass.purchases.errors import PartMissingError
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen, texts_in
from kravkompass.screens.contracts import Contracts
from kravkompass.screens.signing import Signing
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def contracts(store: Store) -> Contracts:
    return Contracts(lambda: store, catalog, lambda: TODAY)


@pytest.fixture
def signed(wizard: Wizard, contracts: Contracts) -> ContractScreen:
    made = Signing(wizard).sign("Grönt i Provstad AB", "556000-0000", date(2027, 2, 15), date(2027, 3, 1), Language.SWEDISH)
    return contracts.open(made)


def test_signing_freezes_the_list(wizard: Wizard, signed: ContractScreen) -> None:
    rows = wizard.guide.rows(Language.SWEDISH)
    assert [one.requirement for one in signed.requirements] == [row.requirement.id for row in rows]
    assert [one.name for one in signed.suppliers] == ["Grönt i Provstad AB"]
    assert signed.contract.start == date(2027, 3, 1)
    wizard.describe(title="Annat")
    wizard.set_groups([])
    assert signed.contract.title != "Annat"
    assert len(signed.requirements) == len(rows)


def test_the_list_and_the_trash(contracts: Contracts, signed: ContractScreen) -> None:
    (row,) = contracts.rows()
    assert (row.id, row.checked, row.requirements) == (signed.id, 0, len(signed.requirements))
    contracts.delete(signed.id)
    assert contracts.rows() == ()
    contracts.restore(signed.id)
    assert [one.id for one in contracts.rows()] == [signed.id]


def test_the_latest_outcome_is_the_one_written_last(signed: ContractScreen) -> None:
    one = signed.requirements[0]
    first = outcome(signed.id, one.id, status=Status.MET, at="2027-09-01T10:00:00.000+00:00")
    with signed.change() as change:
        change.contracts.keep(replace(first, status=Status.NOT_MET, at="2027-09-01T11:00:00.000+00:00"))
        change.contracts.keep(first)
        change.contracts.keep(replace(first, day=date(2027, 8, 1), at="2027-09-01T12:00:00.000+00:00"))
    assert signed.latest()[one.id].status is Status.NOT_MET


def test_texts_stand_in(signed: ContractScreen) -> None:
    one = signed.requirements[0]
    assert texts_in(one, Language.NYNORSK)[0] == ("nn" if "nn" in one.texts else "nb")
    only = replace(one, texts={"sv": one.texts["sv"]})
    assert texts_in(only, Language.BOKMAL)[0] == "sv"


def test_no_such_contract(contracts: Contracts) -> None:
    with pytest.raises(PartMissingError):
        contracts.open("nothing")
