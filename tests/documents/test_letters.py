"""Every letter in every language keeps the standards, holds what a letter must hold, and says nothing it cannot know."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest
from tests.documents.edges import LONG_TITLE, LONG_WORD
from tests.documents.letter_samples import DEMANDS, EVIDENCES, made
from tests.documents.meaning import meant
from tests.documents.test_real_documents import check
from tests.followup.deviation_samples import fresh
from tests.purchases.contract_samples import frozen

from kravkompass.catalog.terms import Country, Severity
from kravkompass.documents import word
from kravkompass.documents.letter_parts import RESTS_ON_A_TERM
from kravkompass.documents.letter_texts import LETTER_TEXTS, PEOPLE_FIRST, RESERVED
from kravkompass.documents.letters import asks_for_a_day, letter, letter_name
from kravkompass.documents.pdf import render
from kravkompass.followup.letter import LETTER_NAMES, LetterKind
from kravkompass.followup.remedy import Remedy
from kravkompass.guidance.listing import BLANKS
from kravkompass.language import Language, translation

LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=lambda one: one.value)
KINDS = pytest.mark.parametrize("kind", list(LetterKind), ids=lambda one: one.value)
LAW = re.compile(r"§|\b(?:kap|LOU|LOA|FOA|köplagen|kjøpsloven|kjøpslova|lagen|loven|lova|forskrift)\b")


@KINDS
@LANGUAGES
@pytest.mark.parametrize("country", Country)
def test_a_letter_keeps_the_standards_and_says_what_was_meant(kind: LetterKind, language: Language, country: Country) -> None:
    check(letter(made(kind, language, country)))


@KINDS
@LANGUAGES
def test_a_letter_in_word_says_what_the_pdf_says(kind: LetterKind, language: Language) -> None:
    outline = letter(made(kind, language))
    data = word.render(outline)
    file = docx.Document(io.BytesIO(data))
    said = "".join(node.text or "" for node in file.element.body.iter() if node.tag.endswith("}t"))
    missing = [one for one in set(re.findall(r"\w{4,}", meant(outline))) if one not in said]
    assert not missing
    assert data == word.render(outline)


@KINDS
@LANGUAGES
def test_a_letter_holds_the_frozen_wording_facts_ground_and_contact(kind: LetterKind, language: Language) -> None:
    whole = made(kind, language)
    said = meant(letter(whole))
    assert DEMANDS["sv"] in said  # the wording that binds, in the contract's language
    assert DEMANDS[language.value] in said
    assert EVIDENCES["sv"] in said
    assert "Två av tre odlingar saknar giltigt certifikat." in said
    assert whole.contact in said
    assert whole.contract.reference in said
    assert "Vi talades vid om detta den 1 oktober." in said
    if whole.step is not None:
        assert whole.step.ground in said
        assert whole.step.clause in said
    assert BLANKS[language.value] not in said
    assert not LAW.search(said.replace(whole.deviation.what, ""))


@LANGUAGES
def test_the_deadline_is_said_where_there_is_one(language: Language) -> None:
    formats = translation(language).formats
    for kind in LetterKind:
        whole = made(kind, language)
        assert whole.last_day is not None
        assert (formats.long_date(whole.last_day) in meant(letter(whole))) == asks_for_a_day(kind)
        step = replace(whole.step, deadline=None) if whole.step is not None else None
        without = meant(letter(replace(whole, step=step, deadline=None)))
        assert formats.long_date(whole.last_day) not in without
        assert BLANKS[language.value] not in without


def test_every_text_of_a_letter_is_translated(each_translation: object) -> None:
    assert hasattr(each_translation, "say")
    for kind in LetterKind:
        texts = LETTER_TEXTS[kind]
        every = [LETTER_NAMES[kind], texts.begins, texts.then.words, *(ask.words for ask in texts.asks)]
        every += [texts.alone] if texts.alone else []
        every += [words for ask in (*texts.asks, texts.then) for words in (ask.without_day, ask.without_requirement) if words]
        values = dict.fromkeys(("deadline", "day", "concerns", "remedy", "plan_day"), "X")
        assert all(each_translation.say(one, **values) != one for one in every)


def test_options_follow_the_country_and_the_language() -> None:
    def claim(remedy: Remedy, language: Language, country: Country) -> str:
        whole = made(LetterKind.CLAIM, language, country)
        assert whole.step is not None
        return meant(letter(replace(whole, step=replace(whole.step, remedy=remedy))))

    assert "Dagmulkt" in claim(Remedy.DAILY_PENALTY, Language.BOKMAL, Country.NORWAY)
    assert "Dagbot" in claim(Remedy.DAILY_PENALTY, Language.NYNORSK, Country.NORWAY)
    assert "Prisavslag" in claim(Remedy.PRICE_REDUCTION, Language.BOKMAL, Country.NORWAY)
    assert "Vite" in claim(Remedy.PENALTY, Language.SWEDISH, Country.SWEDEN)
    assert "Innehållande av betalning" in claim(Remedy.WITHHELD_PAYMENT, Language.SWEDISH, Country.SWEDEN)


def test_a_letter_that_ends_the_contract_is_called_by_how_it_ends() -> None:
    say = translation(Language.SWEDISH).say
    assert say(letter_name(LetterKind.TERMINATION, Remedy.RESCISSION)) == "Meddelande om hävning"
    assert say(letter_name(LetterKind.TERMINATION, Remedy.NOTICE_TO_END)) == "Meddelande om uppsägning"
    assert say(letter_name(LetterKind.WARNING, Remedy.NOTICE_TO_END)) == "Varning om uppsägning"
    assert say(letter_name(LetterKind.NOTICE, None)) == "Reklamation: avvikelse från avtalet"


@LANGUAGES
@KINDS
def test_a_letter_claims_no_right_without_naming_its_term_and_reserves_the_others(kind: LetterKind, language: Language) -> None:
    say = translation(language).say
    whole = made(kind, language)
    unknown = say("[to be filled in: which term of the contract this rests on]")
    step = whole.step
    bare = replace(whole, step=replace(step, clause="") if step is not None else None)
    assert (unknown in meant(letter(bare))) == (kind in RESTS_ON_A_TERM)
    assert unknown not in meant(letter(whole))
    assert (say(RESERVED) in meant(letter(whole))) == (kind is not LetterKind.CLOSED)


def test_a_letter_does_not_rest_on_steps_that_were_never_taken() -> None:
    for kind in (LetterKind.WARNING, LetterKind.TERMINATION):
        whole = made(kind)
        assert "de tidigare stegen" in meant(letter(whole))
        assert "tidigare steg" not in meant(letter(replace(whole, earlier=())))


def test_a_lower_price_for_what_was_delivered_is_not_asked_for_together_with_putting_it_right() -> None:
    for remedy in (Remedy.PRICE_REDUCTION, Remedy.PENALTY):
        whole = made(LetterKind.CLAIM)
        assert whole.step is not None
        said = meant(letter(replace(whole, step=replace(whole.step, remedy=remedy))))
        assert ("Åtgärda ändå avvikelsen" in said) == (remedy is not Remedy.PRICE_REDUCTION)


@pytest.mark.parametrize("kind", [LetterKind.NOTICE, LetterKind.PLAN_DEMAND])
def test_people_come_first_where_zero_tolerance_is_at_stake(kind: LetterKind) -> None:
    say = translation(Language.SWEDISH).say
    zero = replace(made(kind).deviation, severity=Severity.ZERO_TOLERANCE)
    assert say(PEOPLE_FIRST) in meant(letter(made(kind, deviation=zero)))
    assert say(PEOPLE_FIRST) not in meant(letter(made(kind)))


@KINDS
def test_a_bare_letter_and_one_with_words_that_fit_nowhere(kind: LetterKind) -> None:
    whole = made(kind, Language.NYNORSK)
    bare = replace(whole, deviation=fresh(), requirement=None, step=None, earlier=(), plan=None, deadline=None, contact="", free="")
    check(letter(replace(bare, contract=replace(whole.contract, language="", signed=None, reference="", checksum=""))))
    step = replace(whole.step, ground=LONG_WORD, clause=LONG_WORD, claim=LONG_WORD * 3) if whole.step is not None else None
    long = replace(whole, step=step, free=f"{LONG_WORD} <b>&amp;]]>\n\n{LONG_TITLE}", contact=LONG_WORD)
    long = replace(long, deviation=replace(whole.deviation, what=LONG_WORD * 2))
    assert render(letter(long))
    assert word.render(letter(long))


def test_a_wording_in_another_language_is_marked() -> None:
    only = frozen("c", texts={"sv": made(LetterKind.NOTICE).requirement.texts["sv"]})  # type: ignore[union-attr]
    check(letter(made(LetterKind.NOTICE, Language.NYNORSK, requirement=only)))
