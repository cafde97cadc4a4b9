"""The chain behind a supplier: tiers, circles, what is not told, certificates, and the Norwegian tiers of subcontractors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.purchases.chain_samples import link as sample
from tests.purchases.chain_samples import request
from tests.purchases.contract_samples import supplier

from kravkompass.followup.supply_chain import (
    Certificate,
    ChainCircleError,
    ChainLink,
    Gap,
    RequestOutcome,
    Role,
    behind,
    check_place,
    contracted_tiers,
    in_order,
    moved_up,
    running_out,
    undisclosed,
)

TODAY = date(2027, 6, 1)
SUPPLIER = replace(supplier("c"), id="s")


def link(name: str, parent: str = "", **changes: object) -> ChainLink:
    return sample("c", name, id=name, parent=parent, **changes)


CHAIN = (link("grower", "packer"), link("packer", "importer"), link("importer"), link("driver"), link("farm", "packer"))


def tiers(links: tuple[ChainLink, ...]) -> list[tuple[str, int]]:
    return [(one.link.name, one.tier) for one in in_order(links)]


def test_tiers_follow_from_whom_each_delivers_to() -> None:
    assert tiers(CHAIN) == [("driver", 1), ("importer", 1), ("packer", 2), ("farm", 3), ("grower", 3)]
    assert tiers(()) == []


def test_one_whose_parent_is_gone_stands_directly_behind_the_supplier() -> None:
    assert tiers((link("a", "gone"),)) == [("a", 1)]


@pytest.mark.parametrize("circle", [(link("a", "a"),), (link("a", "b"), link("b", "a")), (link("a", "b"), link("b", "c"), link("c", "a"))])
def test_a_circle_is_refused(circle: tuple[ChainLink, ...]) -> None:
    with pytest.raises(ChainCircleError):
        in_order((*CHAIN, *circle))
    assert {one.id for one in behind(circle, circle[0])} == {one.id for one in circle[1:]}
    with pytest.raises(ChainCircleError):
        check_place(circle, circle[0])


def test_a_place_behind_itself_is_refused_before_it_is_kept() -> None:
    importer = next(one for one in CHAIN if one.name == "importer")
    for parent in ("importer", "packer", "grower"):
        with pytest.raises(ChainCircleError, match="importer"):
            check_place(CHAIN, replace(importer, parent=parent))
    check_place(CHAIN, replace(importer, parent="driver"))
    check_place(CHAIN, replace(importer, id="", parent="grower"))


def test_those_behind_one_that_is_taken_away_move_up() -> None:
    packer = next(one for one in CHAIN if one.name == "packer")
    moved = moved_up(CHAIN, packer)
    assert {(one.name, one.parent) for one in moved} == {("grower", "importer"), ("farm", "importer")}


@given(st.lists(st.integers(0, 30), max_size=40))
def test_any_chain_is_laid_out_whole_and_a_tier_is_one_more_than_the_parents(parents: list[int]) -> None:
    links = tuple(link(str(n), str(parent) if parent < n else "") for n, parent in enumerate(parents))
    placed = {one.link.id: one.tier for one in in_order(links)}
    assert len(placed) == len(links)
    for one in links:
        assert placed[one.id] == placed.get(one.parent, 0) + 1
        assert one.id not in {each.id for each in behind(links, one)}


def gaps(*links: ChainLink) -> list[tuple[Gap, str]]:
    return [(one.gap, one.link) for one in undisclosed(links, [SUPPLIER])]


def test_what_is_not_told() -> None:
    assert gaps() == [(Gap.NOTHING, "")]
    assert gaps(link("grower")) == []
    assert gaps(link("maker", role=Role.MANUFACTURE)) == [(Gap.FURTHER_BACK, "maker")]
    assert gaps(link("maker", role=Role.MANUFACTURE), link("grower", "maker")) == []
    assert gaps(link("who", unknown=True, country="", site="")) == [(Gap.WHO, "who"), (Gap.COUNTRY, "who")]
    assert gaps(link("maker", role=Role.MANUFACTURE, country="", site=""), link("grower", "maker", site="")) == [
        (Gap.COUNTRY, "maker"), (Gap.SITE, "maker"), (Gap.SITE, "grower"),
    ]
    assert gaps(link("driver", role=Role.TRANSPORT, site="")) == []
    assert [one.supplier for one in undisclosed([link("x", supplier="other")], [SUPPLIER])] == ["s"]


def test_certificates_that_run_out() -> None:
    certificates = tuple(Certificate(f"{days}", valid_to=TODAY + timedelta(days=days)) for days in (91, 90, 0, -1))
    links = [link("a", certificates=(*certificates, Certificate("no end"))), link("b", certificates=())]
    assert [(one.certificate.name, one.days) for one in running_out(links, TODAY)] == [("-1", -1), ("0", 0), ("90", 90)]
    assert [one.days for one in running_out(links, TODAY, 0)] == [-1, 0]


def test_only_subcontractors_make_a_tier_in_norway() -> None:
    sub = Role.SUBCONTRACTOR
    links = (link("a", role=sub), link("goods", "a", role=Role.TRADE), link("b", "goods", role=sub), link("c", "b", role=sub),
             link("hired", "c", role=Role.STAFFING))
    assert contracted_tiers(links) == {"a": 1, "b": 2, "c": 3}


def test_a_request_is_late_the_day_after() -> None:
    waiting = request("c", due=TODAY, answered=None, outcome=RequestOutcome.WAITING)
    assert not waiting.is_late(TODAY)
    assert waiting.is_late(TODAY + timedelta(days=1))
    assert not replace(waiting, due=None).is_late(TODAY + timedelta(days=999))
    assert not replace(waiting, outcome=RequestOutcome.REFUSED).is_late(TODAY + timedelta(days=1))
