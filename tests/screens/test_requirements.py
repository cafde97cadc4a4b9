"""The page of requirements: choose, leave out, adapt, fill in, take back."""

from __future__ import annotations

import pytest

from kravkompass.catalog.terms import Theme
from kravkompass.guidance.braces import UnknownBracesError
from kravkompass.guidance.purchase import Decision, LeftOutReason, Verdict
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language
from kravkompass.screens.requirements import Choice, Requirements
from kravkompass.screens.wizard import Wizard

SV, NB, NN = Language.SWEDISH, Language.BOKMAL, Language.NYNORSK


@pytest.fixture
def page(wizard: Wizard) -> Requirements:
    """The page of requirements."""
    return Requirements(wizard)


def choices(page: Requirements, language: Language = SV) -> dict[str, Choice]:
    return {choice.requirement.id: choice for theme in page.themes(language) for choice in theme.choices}


def undecided(page: Requirements) -> str:
    """A recommended requirement nobody has decided about."""
    return next(name for name, one in choices(page).items() if one.standing is Standing.RECOMMENDED and not one.is_decided)


def with_values(page: Requirements) -> str:
    """A recommended requirement with a value that has a suggestion."""
    return next(
        name
        for name, one in choices(page).items()
        if one.standing is Standing.RECOMMENDED and any(value.default is not None for value in one.requirement.parameters)
    )


def decided(wizard: Wizard, name: str) -> Decision:
    return wizard.purchase.decisions[name]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("wizard", ["kalmar-fruit", "karlstad-repairs", "lillestrom-workwear"], indirect=True)
def test_every_theme_stands_once_in_order_with_the_proposed_first(page: Requirements, language: Language) -> None:
    themes = page.themes(language)
    order = [list(Theme).index(one.theme) for one in themes]
    assert order == sorted(set(order))
    for theme in themes:
        standings = [list(Standing).index(choice.standing) for choice in theme.choices]
        assert standings == sorted(standings)
        assert theme.proposed == standings.count(0)
        assert theme.undecided <= theme.proposed
    for choice in choices(page, language).values():
        assert choice.language == language.value or language.value not in choice.requirement.texts
        assert choice.texts.title
        assert choice.reasons


@pytest.mark.parametrize("wizard", ["lillestrom-workwear"], indirect=True)
def test_lillestrom_finds_its_four_areas(page: Requirements) -> None:
    shown = {theme.theme for theme in page.themes(NB) if theme.proposed}
    assert {Theme.SUPPLY_CHAIN, Theme.ANIMAL_WELFARE, Theme.WORKING_CONDITIONS} <= shown
    assert shown & {Theme.CLIMATE, Theme.ENVIRONMENT, Theme.CHEMICALS}


def test_what_is_proposed_is_in_until_it_is_decided(page: Requirements) -> None:
    shown = choices(page)
    assert all(one.is_in == (one.standing is Standing.RECOMMENDED) for one in shown.values() if not one.is_decided)


def test_choosing_keeps_the_revision_the_values_who_and_when(wizard: Wizard, page: Requirements) -> None:
    name = with_values(page)
    page.choose(name)
    requirement = wizard.guide.requirements[name]
    decision = decided(wizard, name)
    assert (decision.verdict, decision.revision) == (Verdict.CHOSEN, requirement.revision)
    suggested = {one.name: one.default for one in requirement.parameters if one.default is not None}
    assert decision.values.items() >= suggested.items()
    assert decision.decided_by == "Åsa Öst"
    assert decision.decided_at
    assert choices(page)[name].is_decided


def test_choosing_again_changes_nothing(wizard: Wizard, page: Requirements) -> None:
    name = undecided(page)
    page.choose(name)
    before = wizard.purchase
    page.choose(name)
    assert wizard.purchase.decisions == before.decisions


def test_leaving_out_keeps_the_reason(wizard: Wizard, page: Requirements) -> None:
    name = undecided(page)
    page.leave_out(name, LeftOutReason.MARKET, "Ingen kan leverera det ännu.")
    decision = decided(wizard, name)
    assert (decision.verdict, decision.reason_code, decision.reason) == (
        Verdict.LEFT_OUT,
        "market",
        "Ingen kan leverera det ännu.",
    )
    shown = choices(page)[name]
    assert (shown.is_decided, shown.is_in) == (True, False)
    assert name not in [row.requirement.id for row in wizard.guide.rows(SV)]


def test_taking_back_in_what_was_left_out_forgets_the_reason(wizard: Wizard, page: Requirements) -> None:
    name = with_values(page)
    value = next(one for one in wizard.guide.requirements[name].parameters if one.default is not None)
    page.fill_in(name, {value.name: value.max or 1})
    page.leave_out(name, LeftOutReason.OTHER, "Av misstag.")
    page.choose(name)
    decision = decided(wizard, name)
    assert (decision.verdict, decision.reason_code, decision.reason) == (Verdict.CHOSEN, "", "")
    assert decision.values[value.name] == (value.max or 1)


def test_filling_in_takes_it_onto_the_list_and_shows_in_the_text(wizard: Wizard, page: Requirements) -> None:
    name = with_values(page)
    value = next(one for one in wizard.guide.requirements[name].parameters if one.type.is_number and one.default is not None)
    page.fill_in(name, {value.name: 37})
    assert decided(wizard, name).verdict is Verdict.CHOSEN
    texts = choices(page)[name].texts
    assert (
        "37" in f"{texts.demand} {texts.evidence} {texts.follow_up} {texts.question} {texts.met} {texts.partly} {texts.not_met}"
    )


def test_what_is_missing_is_told_until_it_is_filled_in(wizard: Wizard, page: Requirements) -> None:
    name = with_values(page)
    value = next(one for one in wizard.guide.requirements[name].parameters if one.default is not None)
    assert value.name not in page.missing(choices(page)[name])
    page.fill_in(name, {value.name: ""})
    assert value.name in page.missing(choices(page)[name])


def test_adapting_keeps_the_wording_in_its_language_and_the_reason(wizard: Wizard, page: Requirements) -> None:
    name = undecided(page)
    page.adapt(name, SV, "  Leverantören ska rapportera varje år. ", "Små leverantörer.")
    decision = decided(wizard, name)
    assert (decision.verdict, decision.reason) == (Verdict.ADAPTED, "Små leverantörer.")
    assert decision.wording == {"sv": "Leverantören ska rapportera varje år."}
    assert choices(page)[name].texts.demand == "Leverantören ska rapportera varje år."
    assert choices(page, NB)[name].texts.demand != "Leverantören ska rapportera varje år."
    page.adapt(name, NB, "Leverandøren skal rapportere.", "Små leverantörer.")
    assert decided(wizard, name).wording.keys() == {"sv", "nb"}


@pytest.mark.parametrize("wording", ["", "   ", "own"])
def test_the_catalogs_own_wording_takes_the_adaptation_away(wizard: Wizard, page: Requirements, wording: str) -> None:
    name = undecided(page)
    own = wizard.guide.requirements[name].texts["sv"].demand
    page.adapt(name, SV, "Eget.", "x")
    page.adapt(name, SV, own if wording == "own" else wording, "")
    decision = decided(wizard, name)
    assert (decision.verdict, decision.wording) == (Verdict.CHOSEN, {})


def test_adapting_in_a_language_it_is_not_written_in_adapts_the_one_that_stands_in(wizard: Wizard, page: Requirements) -> None:
    name = undecided(page)
    page.adapt(name, NN, "Leverandøren skal.", "x")
    assert decided(wizard, name).wording.keys() == {"nb"}


def test_a_wording_with_braces_that_cannot_be_filled_in_is_refused_and_nothing_is_decided(wizard: Wizard, page: Requirements) -> None:
    name = with_values(page)
    known = wizard.guide.requirements[name].parameters[0].name
    with pytest.raises(UnknownBracesError) as refused:
        page.adapt(name, SV, f"Inom {{{known}}} dagar efter {{beställning}}.", "x")
    assert refused.value.values["names"] == "“{beställning}”"
    assert name not in wizard.purchase.decisions
    page.adapt(name, SV, f"Inom {{{known}}} dagar.", "x")
    assert decided(wizard, name).verdict is Verdict.ADAPTED


def test_leaving_out_an_adapted_one_keeps_the_wording_for_when_it_comes_back(wizard: Wizard, page: Requirements) -> None:
    name = undecided(page)
    page.adapt(name, SV, "Eget.", "x")
    page.leave_out(name, LeftOutReason.OTHER, "y")
    page.choose(name)
    decision = decided(wizard, name)
    assert (decision.verdict, decision.wording) == (Verdict.ADAPTED, {"sv": "Eget."})


def test_a_whole_theme_is_chosen_at_once_and_taken_back_at_once(wizard: Wizard, page: Requirements) -> None:
    before = wizard.purchase.decisions
    theme = next(one for one in page.themes(SV) if one.undecided >= 2)
    waiting = {
        choice.requirement.id for choice in theme.choices if choice.standing is Standing.RECOMMENDED and not choice.is_decided
    }
    names = page.choose_proposed(theme.theme)
    assert set(names) == waiting
    assert all(decided(wizard, name).verdict is Verdict.CHOSEN for name in names)
    assert next(one for one in page.themes(SV) if one.theme is theme.theme).undecided == 0
    assert page.choose_proposed(theme.theme) == ()
    page.undecide(*names)
    assert wizard.purchase.decisions == before


def test_taking_back_what_was_never_decided_is_no_fault(wizard: Wizard, page: Requirements) -> None:
    before = wizard.purchase
    page.undecide(undecided(page), "SE-NONE-01")
    assert wizard.purchase == before


def test_every_shown_requirement_has_its_sources(page: Requirements) -> None:
    for choice in choices(page).values():
        assert len(page.sources(choice.requirement)) == len(choice.requirement.sources)


def test_deciding_everything_leaves_nothing_undecided(wizard: Wizard, page: Requirements) -> None:
    for theme in page.themes(SV):
        page.choose_proposed(theme.theme)
    done, proposed = wizard.status("requirements")
    assert done == proposed > 0
    assert not any(theme.undecided for theme in page.themes(SV))
    assert all(not row.proposed for row in wizard.guide.rows(SV))
