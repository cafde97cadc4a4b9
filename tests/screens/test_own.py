"""Own requirements as a screen offers them: begun, remembered while they are written, kept, used in purchases, and looked over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.catalog.real import catalog

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Country, Kind, Theme
from kravkompass.guidance.braces import UnknownBracesError
from kravkompass.guidance.findings import Found
from kravkompass.guidance.own import EMPTY, EVERY_GROUP, Lacking, State
from kravkompass.guidance.purchase import LeftOutReason, Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language
from kravkompass.purchases.store import Store
from kravkompass.screens.own import OwnRequirements
from kravkompass.screens.requirements import Choice, Requirements
from kravkompass.screens.wizard import Wizard

SV = Language.SWEDISH


@pytest.fixture
def screen(store: Store) -> OwnRequirements:
    return OwnRequirements(lambda: store, catalog)


def draft(screen: OwnRequirements, demand: str = "Frukten ska levereras i returlådor.", **changes: object) -> Requirement:
    said = replace(EMPTY, title="Returlådor", demand=demand, evidence="Beskrivning", follow_up="Fråga förskolorna.")
    return replace(screen.fresh(Country.SWEDEN), texts={"sv": said}, **changes)  # type: ignore[arg-type]


def shown(wizard: Wizard) -> dict[str, Choice]:
    wizard.look_again()
    return {choice.requirement.id: choice for theme in Requirements(wizard).themes(SV) for choice in theme.choices}


def test_a_new_one_begins_where_the_buyer_is(screen: OwnRequirements) -> None:
    assert screen.fresh(Country.NORWAY).groups == {EVERY_GROUP}
    begun = screen.fresh(Country.SWEDEN, Theme.CLIMATE, ["fruit-vegetables"])
    assert (begun.theme, begun.groups, begun.country) == (Theme.CLIMATE, frozenset({"fruit-vegetables"}), Country.SWEDEN)
    assert screen.lacking(begun) == (Lacking.TITLE, Lacking.DEMAND)


def test_what_is_being_written_is_remembered_until_it_is_kept(screen: OwnRequirements) -> None:
    written = draft(screen)
    screen.remember(written)
    assert screen.drafts() == {"": written}
    kept = screen.keep(written)
    assert screen.drafts() == {}
    screen.remember(replace(kept, theme=Theme.CLIMATE))
    assert list(screen.drafts()) == [kept.id]
    assert screen.requirement(kept.id) == kept
    screen.forget(kept.id)
    assert screen.drafts() == {}


def test_braces_that_cannot_be_filled_in_are_refused_in_every_text(screen: OwnRequirements) -> None:
    for name in ("demand", "evidence", "met"):
        wrong = draft(screen)
        texts = replace(wrong.texts["sv"], **{name: "Inom {dagar} dagar."})
        with pytest.raises(UnknownBracesError):
            screen.keep(replace(wrong, texts={"sv": texts}))
    assert screen.all() == ()


def test_the_wording_is_looked_over_while_it_is_written(screen: OwnRequirements) -> None:
    wrong = draft(screen, "Frukten ska vara närproducerad och Svanenmärkt.", kind=Kind.SPECIFICATION, theme=Theme.SUPPLY_CHAIN)
    texts = replace(wrong.texts["sv"], evidence="")
    found = {one.found for one in screen.findings(replace(wrong, texts={"sv": texts}), SV)}
    assert found == {Found.ORIGIN_DEMANDED, Found.LABEL_DEMANDED, Found.PRODUCTION_IN_SPECIFICATION, Found.NOT_CHECKABLE}
    assert screen.findings(draft(screen), SV) == ()


def test_it_stands_in_the_checklist_and_is_decided_about_like_any_other(screen: OwnRequirements, wizard: Wizard) -> None:
    kept = screen.keep(draft(screen))
    assert shown(wizard)[kept.id].standing is Standing.OFFERED
    screen.set_standard(kept.id, on=True)
    assert shown(wizard)[kept.id].standing is Standing.RECOMMENDED
    page = Requirements(wizard)
    page.adapt(kept.id, SV, "Frukten ska levereras i returlådor varje vecka.", "Små kök.")
    assert wizard.purchase.decisions[kept.id].verdict is Verdict.ADAPTED
    page.leave_out(kept.id, LeftOutReason.MARKET, "Ingen kan.")
    assert wizard.purchase.decisions[kept.id].verdict is Verdict.LEFT_OUT
    page.choose(kept.id)
    assert kept.id in {row.requirement.id for row in wizard.guide.rows(SV)}


def test_a_change_is_offered_to_the_purchases_that_have_it_and_never_slipped_in(screen: OwnRequirements, wizard: Wizard) -> None:
    kept = screen.keep(draft(screen))
    wizard.look_again()
    page = Requirements(wizard)
    page.choose(kept.id)
    newer = screen.keep(replace(kept, texts={"sv": replace(kept.texts["sv"], demand="Något helt annat.")}))
    choice = shown(wizard)[kept.id]
    assert (choice.requirement, choice.newer) == (kept, newer)
    assert choice.texts.demand == "Frukten ska levereras i returlådor."
    assert Found.NEWER_REVISION in {one.found for one in wizard.findings(SV)}
    before = page.take_newer(kept.id)
    choice = shown(wizard)[kept.id]
    assert (choice.requirement, choice.newer, choice.texts.demand) == (newer, None, "Något helt annat.")
    assert choice.decision is not None
    assert choice.decision.decided_by == "Åsa Öst"
    page.undo(before)
    assert shown(wizard)[kept.id].texts.demand == "Frukten ska levereras i returlådor."


def test_out_of_use_it_is_not_offered_and_purchases_keep_it(screen: OwnRequirements, wizard: Wizard) -> None:
    used, unused = screen.keep(draft(screen)), screen.keep(draft(screen, "Lådorna ska vara rena."))
    wizard.look_again()
    Requirements(wizard).choose(used.id)
    for one in (used, unused):
        screen.set_state(one.id, State.RETIRED)
    choices = shown(wizard)
    assert unused.id not in choices
    assert choices[used.id].is_in
    assert choices[used.id].reasons[0].code == "no-longer"


def test_a_national_one_can_be_started_from(screen: OwnRequirements, wizard: Wizard) -> None:
    national = next(choice.requirement for choice in shown(wizard).values() if choice.requirement.parameters)
    kept = screen.keep(screen.started_from(national))
    assert (kept.id, kept.feature, kept.national_id, kept.sources) == ("OWN-001", national.feature, "", ())
    assert kept.texts == national.texts
    levels = {choice.requirement.id for choice in Requirements(wizard).levels(national.id, SV)}
    wizard.look_again()
    assert {choice.requirement.id for choice in Requirements(wizard).levels(national.id, SV)} == levels | {kept.id}


def test_one_that_no_longer_applies_can_be_seen_and_taken_away(wizard: Wizard) -> None:
    page = Requirements(wizard)
    name = next(name for name, choice in shown(wizard).items() if "all" not in choice.requirement.groups)
    page.choose(name)
    wizard.set_groups(["computers"])
    choice = shown(wizard)[name]
    assert (choice.is_in, choice.standing) == (True, Standing.OFFERED)
    page.undecide(name)
    assert name not in shown(wizard)


def test_wordings_that_came_without_being_kept_are_kept_when_the_purchase_is_opened(wizard: Wizard, store: Store) -> None:
    decided = wizard.purchase.decisions
    assert decided
    again = Wizard(store, catalog(), wizard.purchase.id, lambda: wizard.today, wizard.finder)
    assert again.purchase.taken.keys() == decided.keys()
