"""Product groups are found from how people write, in both countries, and the suggestion says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog

from kravkompass.catalog.search import Finder
from kravkompass.catalog.terms import Country

SE, NO = Country.SWEDEN, Country.NORWAY
FINDER = Finder(catalog())


def first(text: str, country: Country | None = None) -> str:
    """The best suggestion's group, or nothing."""
    found = FINDER.suggest(text, (), country)
    return found[0].group.id if found else ""


def groups(text: str, *cpv: str, country: Country | None = None) -> list[str]:
    """The suggested groups, best first."""
    return [suggestion.group.id for suggestion in FINDER.suggest(text, cpv, country)]


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("bananer", "fruit-vegetables"),
        ("frukt till förskolan", "fruit-vegetables"),
        ("köttfärs", "meat"),
        ("fika", "coffee-tea-cocoa"),
        ("smörgåstårta", "meals-catering"),
        ("mat till dagis", "meals-catering"),
        ("skurmedel", "cleaning-products"),
        ("städ", "cleaning-services"),
        ("rengöring", "cleaning-services"),
        ("blöjor", "hygiene-products"),
        ("gungor", "playground"),
        ("pyssel", "toys"),
        ("vaktmästare", "real-estate"),
        ("stolar till matsalen", "furniture"),
        ("vinterskor till hemtjänsten", "workwear"),
        ("nya datorer till eleverna", "computers"),
        ("surfplattor", "phones-tablets"),
        ("snöskottning", "snow-streets"),
        ("gräsklippning", "green-areas"),
        ("brandbil", "heavy-vehicles"),
        ("däck", "vehicle-parts"),
        ("rullstolar", "assistive-devices"),
        ("sjuksköterskor från bemanningsföretag", "staffing"),
        ("tolk", "interpreting"),
        ("julklappar till personalen", "promotional-items"),
        ("slamtömning", "waste-collection"),
        ("väktare", "security"),
        ("målare", "maintenance-repairs"),
        ("ombyggnad av förskola", "building-works"),
        ("elektriker", "installation-works"),
    ],
)
def test_swedish_words_find_their_group(written: str, group: str) -> None:
    assert first(written, SE) == group


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("frukt til barnehagen", "fruit-vegetables"),
        ("kjøttdeig", "meat"),
        ("mjølk", "dairy"),
        ("kaffi", "coffee-tea-cocoa"),
        ("mat til barnehage", "meals-catering"),
        ("vaktmester", "real-estate"),
        ("vaktmeister", "real-estate"),
        ("lekeplass", "playground"),
        ("leikeplass", "playground"),
        ("arbeidsklær", "workwear"),
        ("arbeidsklede", "workwear"),
        ("renhold", "cleaning-services"),
        ("reinhald", "cleaning-services"),
        ("vaskemidler", "cleaning-products"),
        ("bleier", "hygiene-products"),
        ("leker", "toys"),
        ("stoler til kantina", "furniture"),
        ("nettbrett", "phones-tablets"),
        ("snøbrøyting", "snow-streets"),
        ("plenklipping", "green-areas"),
        ("skuleskyss", "passenger-transport"),
        ("rullestoler", "assistive-devices"),
        ("vikarer til sykehjemmet", "staffing"),
        ("tolketjenester", "interpreting"),
        ("brannbil", "heavy-vehicles"),
        ("straum", "electricity"),
        ("rørlegger", "installation-works"),
        ("snekker", "maintenance-repairs"),
        ("rådgivende ingeniører", "engineering-architecture"),
        ("renovasjon", "waste-collection"),
    ],
)
def test_norwegian_words_find_their_group(written: str, group: str) -> None:
    assert first(written, NO) == group


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("livsmedelsupphandling", "groceries"),
        ("renholdstjenesteanskaffelse", "cleaning-services"),
        ("skolmöbler", "furniture"),
        ("ungdomsskolemøbler", "furniture"),
        ("fotbollsplan", "civil-works"),
        ("fritidsgårdssoffor", "furniture"),
        ("barnehageleker", "toys"),
    ],
)
def test_compounds_are_taken_apart(written: str, group: str) -> None:
    assert first(written) == group


@pytest.mark.parametrize(
    ("one", "other"), [("banan", "bananerna"), ("stol", "stolarna"), ("leketøy", "leketøyet"), ("traktor", "traktorane")]
)
def test_inflections_find_the_same(one: str, other: str) -> None:
    assert first(one) == first(other) != ""


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("snöröjnign", "snow-streets"),
        ("fruckt", "fruit-vegetables"),
        ("arbetskäder", "workwear"),
        ("lekeplas", "playground"),
        ("renhodl", "cleaning-services"),
    ],
)
def test_small_typing_errors_do_no_harm(written: str, group: str) -> None:
    assert first(written) == group


@pytest.mark.parametrize(
    ("one", "other"), [("möbler", "møbler"), ("blåbär", "blåbær"), ("bröd", "brød"), ("blåbær", "blaabær"), ("TVÄTT", "tvætt")]
)
def test_the_languages_letters_are_the_same(one: str, other: str) -> None:
    assert groups(one)[0] == groups(other)[0]


def test_letters_that_make_other_words_stay_apart() -> None:
    assert first("får") == "meat"
    assert "meat" not in groups("far.")


@pytest.mark.parametrize(
    ("written", "country", "group"),
    [
        ("städ", NO, "cleaning-services"),
        ("renhold", SE, "cleaning-services"),
        ("lekplats", NO, "playground"),
        ("barnehageleker", SE, "toys"),
        ("snøbrøyting", SE, "snow-streets"),
        ("kläder", NO, "workwear"),
    ],
)
def test_words_of_the_other_country_are_understood(written: str, country: Country, group: str) -> None:
    assert first(written, country) == group


@pytest.mark.parametrize("code", ["15300000", "15300000-1", "15310000", "03222111-4", "03221000"])
def test_a_code_at_any_level_finds_its_group(code: str) -> None:
    assert groups("", code)[0] == "fruit-vegetables"
    assert groups(code)[0] == "fruit-vegetables"


def test_a_broad_code_finds_what_stands_under_it() -> None:
    found = groups("", "15000000")
    assert found[0] == "groceries"
    assert {"fruit-vegetables", "meat", "dairy", "fish"} <= set(found)


def test_words_and_codes_together_are_surer_than_either() -> None:
    def score(text: str, *cpv: str) -> float:
        return FINDER.suggest(text, cpv, SE)[0].score

    assert score("bananer", "15300000") > max(score("bananer"), score("", "15300000"))


@pytest.mark.parametrize(
    "written",
    [
        "upphandling", "ramavtal", "kommun", "upphandling av tjänster", "tjänster", "leverans", "levering", "innkjøp", "rammeavtale",
        "anskaffelse av tjenester", "kjøp av varer", "ny konkurranse 2026", "kommunane", "innkjøpsprosjekter",
    ],
)  # fmt: skip
def test_words_that_only_tell_of_buying_find_nothing(written: str) -> None:
    assert groups(written) == []


@pytest.mark.parametrize("written", ["", "   ", "?!", "xyzzyq", "qwer asdf zxcv", "4711", "ÅÄÖ", "\x00", "🙂" * 50])
def test_nonsense_finds_nothing(written: str) -> None:
    assert groups(written) == []


def test_generic_words_beside_others_change_nothing() -> None:
    assert groups("Upphandling av bananer, ramavtal 2026–2028", country=SE)[0] == groups("bananer", country=SE)[0]


def test_what_is_bought_weighs_more_than_for_whom() -> None:
    assert first("Arbetskläder till städare", SE) == "workwear"
    assert first("Møbler til kantine", NO) == "furniture"


def test_the_suggestion_says_why() -> None:
    assert [str(why) for why in FINDER.suggest("bananer", (), SE)[0].why] == ["bananer → banan"]
    assert str(FINDER.suggest("blåbær", (), SE)[0].why[0]) == "blåbær"
    assert str(FINDER.suggest("", ("15310000-4",), SE)[0].why[0]) == "15310000-4 → 153"
    assert all(suggestion.why for suggestion in FINDER.suggest("Lokalvård, fönsterputs och blöjor 90910000", (), SE))


def test_the_first_words_of_what_is_being_typed_are_enough() -> None:
    assert first("arbetsklä", SE) == "workwear"
    assert first("snøbrøy", NO) == "snow-streets"


@given(st.text(max_size=120), st.lists(st.text(alphabet="0123456789- x", max_size=12), max_size=3))
def test_any_text_gives_the_same_answer_twice_and_sound_scores(text: str, cpv: list[str]) -> None:
    found = FINDER.suggest(text, cpv)
    assert found == Finder(catalog()).suggest(text, cpv) if text == "" else found == FINDER.suggest(text, cpv)
    scores = [suggestion.score for suggestion in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert all(suggestion.group.area for suggestion in found)


def test_every_group_is_found_by_its_own_name_and_most_typical_word() -> None:
    for group in catalog().groups.values():
        if not group.area:
            continue
        for language, country in (("sv", SE), ("nb", NO), ("nn", NO)):
            assert group.id in groups(group.names[language], country=country), (group.id, language)
            assert group.id in groups(group.words[language][0], country=country)[:3], (group.id, group.words[language][0])


def test_every_group_has_words_codes_facts_and_questions() -> None:
    for group in catalog().groups.values():
        if not group.area:
            continue
        assert all(len(group.words[language]) >= 8 for language in ("sv", "nb", "nn")), group.id
        assert all(len(set(listed)) == len(listed) for listed in group.words.values()), group.id
        assert group.cpv, group.id
        assert group.facts, group.id
        assert all(code.isdigit() and 2 <= len(code) <= 8 for code in group.cpv), group.id
        assert 2 <= len(group.asks) <= 6, group.id


def test_fruit_asks_what_a_buyer_of_fruit_must_know() -> None:
    assert set(catalog().groups["fruit-vegetables"].asks) == {"outside-eea", "transport", "packaging", "children"}
