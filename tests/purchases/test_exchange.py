"""The exchange form: what is written is read back, and what is wrong is told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.purchases.exchanged import DECISION, NAMED, anything, encoded, in_lots, purchases
from tests.purchases.samples import purchase

from kravkompass.catalog.terms import Country
from kravkompass.errors import KnownError
from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Decision, Lot, Purchase, Verdict
from kravkompass.language import pseudo_translation
from kravkompass.purchases import exchange_errors as errors
from kravkompass.purchases.exchange import parse_purchase, purchase_content, read_purchase_file, write_purchase_file
from kravkompass.purchases.exchange_form import LARGEST_FILE


@given(purchases | in_lots())
def test_what_is_written_is_read_back(value: Purchase) -> None:
    content = purchase_content(value)
    read = parse_purchase(content, NAMED)
    assert read.purchase == value
    assert read.decided
    assert purchase_content(read.purchase) == content


@pytest.mark.parametrize(
    ("content", "place", "word"),
    [
        (b'{"format": "kravkompass-purchase", "version": 1, "country": "no", "title": "a", "title": "b"}', "$", "title"),
        (
            b'{"format": "kravkompass-purchase", "version": 1, "country": "no", "title": "a",'
            b' "decisions": [{"requirement": "A", "revision": 1, "verdict": "chosen", "values": {"n": 1, "n": 2}}]}',
            "decisions[0].values",
            "n",
        ),
        (b'{"format": "kravkompass-purchase", "version": 1, "answers": {"x": [1, {"y": 1, "y": 1}]}}', "answers.x[1]", "y"),
    ],
)
def test_a_field_that_stands_twice_is_refused(content: bytes, place: str, word: str) -> None:
    with pytest.raises(errors.TwiceError) as refused:
        parse_purchase(content, NAMED)
    assert (refused.value.values["place"], refused.value.values["word"]) == (place, word)


@given(anything)
def test_anything_in_any_field_is_read_or_known_to_be_wrong(value: object) -> None:
    whole = {**json.loads(purchase_content(purchase())), "decisions": [json.loads(json.dumps(DECISION))]}
    for field in whole:
        with suppress(KnownError):
            parse_purchase(json.dumps({**whole, field: value}).encode(), NAMED)


@given(st.binary())
def test_any_bytes_are_known_to_be_wrong(content: bytes) -> None:
    with pytest.raises((errors.BrokenPurchaseFileError, errors.NotAPurchaseFileError)):
        parse_purchase(content, NAMED)


@given(st.integers(0, 5000))
def test_a_file_cut_short_is_known_to_be_wrong(kept: int) -> None:
    content = purchase_content(purchase()).rstrip()
    with pytest.raises(errors.BrokenPurchaseFileError):
        parse_purchase(content[: min(kept, len(content) - 1)], NAMED)


def test_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "frukt.json"
    write_purchase_file(purchase(), path)
    assert read_purchase_file(path).purchase == replace(purchase(), page="")
    assert path.read_bytes().endswith(b"}\n")
    assert "Frukt och grönt" in path.read_text(encoding="utf-8")


def test_a_file_is_in_the_oldest_version_that_can_say_what_is_in_it() -> None:
    for value, version in (
        (purchase(), 1),
        (divided(purchase(), [Lot("1")]), 2),
        (replace(purchase(), decisions={"A": Decision("A", 1, Verdict.CHOSEN, taken_from="Frukt 2024")}), 2),
        (replace(purchase(), decisions={"A": Decision("A", 1, Verdict.CHOSEN, lots=("gone",))}), 1),
    ):
        assert json.loads(purchase_content(value))["version"] == version


def test_the_product_groups_are_those_of_the_lots() -> None:
    lots = [{"id": "1", "product-groups": ["meat", "fish"]}, {"id": "2", "product-groups": ["fish", "food"]}]
    for given_groups in ([], ["fish"], ["food", "fish", "meat"]):
        read = parse_purchase(encoded(lots=lots, **{"product-groups": given_groups}), NAMED).purchase
        assert read.groups == ("meat", "fish", "food")


def test_no_decisions_is_not_the_same_as_none_taken() -> None:
    assert not parse_purchase(encoded(), NAMED).decided
    assert not parse_purchase(encoded(decisions=None), NAMED).decided
    assert parse_purchase(encoded(decisions=[]), NAMED).decided
    assert not parse_purchase(purchase_content(purchase(), decided=False), NAMED).decided
    assert parse_purchase(purchase_content(replace(purchase(), decisions={})), NAMED).decided


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_purchase(b"\xef\xbb\xbf" + encoded(), NAMED).purchase.country is Country.NORWAY


@pytest.mark.parametrize(
    ("content", "known", "values"),
    [
        (encoded(format="tender"), errors.NotAPurchaseFileError, {}),
        (b"[]", errors.NotAPurchaseFileError, {}),
        (b'{"format": "kravkompass-purchase", "answers": ' + b"[" * 100_000, errors.NotAPurchaseFileError, {}),
        (b"", errors.BrokenPurchaseFileError, {"line": 1, "column": 1}),
        (b"%PDF-1.7\n%\xe2\xe3", errors.BrokenPurchaseFileError, {"line": 1, "column": 1}),
        (b'{"format":\n  "kravkompass-purchase",\n  x}', errors.BrokenPurchaseFileError, {"line": 3, "column": 3}),
        (b'{"title": "\xc3\xa5\xff"}', errors.BrokenPurchaseFileError, {"line": 1, "column": 13}),
        (encoded(version=3), errors.NewerPurchaseFileError, {"version": 3, "known": 2}),
        (encoded(version=0), errors.WrongValueError, {"place": "version"}),
        (encoded(version="1"), errors.WrongValueError, {"place": "version"}),
        (encoded(country="dk"), errors.UnknownWordError, {"place": "country", "word": "dk", "known": "se, no"}),
        (encoded(colour=1), errors.UnknownFieldError, {"place": "$", "field": "colour"}),
        (b'{"format": "kravkompass-purchase", "version": 1, "country": "se"}', errors.MissingFieldError, {"field": "title"}),
        (encoded(title=3), errors.WrongValueError, {"place": "title", "expected": "text"}),
        (encoded(title="a\nb"), errors.WrongValueError, {"expected": "text on one line without control characters"}),
        (encoded(description="a\x07"), errors.WrongValueError, {"expected": "text without control characters"}),
        (encoded(description="a" * 100_001), errors.WrongValueError, {"expected": "shorter"}),
        (encoded(**{"cpv-codes": ["banana"]}), errors.WrongValueError, {"place": "cpv-codes[0]"}),
        (encoded(**{"product-groups": "food"}), errors.WrongValueError, {"expected": "a list in square brackets"}),
        (encoded(**{"product-groups": ["food", "food"]}), errors.TwiceError, {"place": "product-groups", "word": "food"}),
        (encoded(answers={"children": True}), errors.WrongValueError, {"place": "answers.children"}),
        (encoded(answers={"amount": 10**16}), errors.WrongValueError, {"place": "answers.amount"}),
        (encoded(answers={"note": "a\x00"}), errors.WrongValueError, {"place": "answers.note"}),
        (encoded(answers={"areas": ["a"] * 201}), errors.WrongValueError, {"expected": "fewer entries"}),
        (encoded(answers={"areas": ["a", "a"]}), errors.TwiceError, {"word": "a"}),
        (encoded(answers=[]), errors.WrongValueError, {"expected": "fields in curly brackets"}),
        (encoded(lots=[{"id": "1"}, {"id": "1"}]), errors.TwiceError, {"place": "lots[1]", "word": "1"}),
        (encoded(lots=[{"title": "Frukt"}]), errors.MissingFieldError, {"field": "id"}),
        (encoded(lots=[{"id": "1", "colour": 1}]), errors.UnknownFieldError, {"place": "lots[0]", "field": "colour"}),
        (encoded(lots=[{"id": "1", "value": -1}]), errors.WrongValueError, {"place": "lots[0].value"}),
        (encoded(lots=[{"id": "1", "value": 10**16}]), errors.WrongValueError, {"place": "lots[0].value"}),
        (encoded(lots=[{"id": "1", "product-groups": ["food", "food"]}]), errors.TwiceError, {"place": "lots[0].product-groups"}),
        (encoded(lots=[{"id": str(n)} for n in range(201)]), errors.WrongValueError, {"expected": "fewer entries"}),
        (
            encoded(lots=[{"id": "1", "product-groups": ["food"]}], **{"product-groups": ["meat"]}),
            errors.UnknownWordError,
            {"place": "product-groups", "word": "meat", "known": "food"},
        ),
        (
            encoded(lots=[{"id": "1"}], decisions=[{**DECISION, "lots": ["1", "2"]}]),
            errors.UnknownWordError,
            {"place": "decisions[0].lots", "word": "2", "known": "1"},
        ),
        (encoded(created="yesterday"), errors.WrongValueError, {"place": "created"}),
        (encoded(decisions=[DECISION, DECISION]), errors.TwiceError, {"place": "decisions[1]", "word": "NO-TXT-01"}),
        (encoded(decisions=[{**DECISION, "verdict": "maybe"}]), errors.UnknownWordError, {"word": "maybe"}),
        (encoded(decisions=[{**DECISION, "revision": 0}]), errors.WrongValueError, {}),
        (encoded(decisions=[{**DECISION, "wording": {"en": "x"}}]), errors.UnknownWordError, {"known": "sv, nb, nn"}),
        (
            encoded(decisions=[{**DECISION, "values": {"days": []}}]),
            errors.WrongValueError,
            {"place": "decisions[0].values.days"},
        ),
        (encoded(decisions=[{**DECISION, "decided-at": "x"}]), errors.WrongValueError, {"place": "decisions[0].decided-at"}),
        (
            encoded(decisions=[{**DECISION, "verdict": "left-out", "reason-code": "bored"}]),
            errors.UnknownWordError,
            {"place": "decisions[0].reason-code", "word": "bored"},
        ),
        (encoded(risks=[{"area": "luck", "level": "high", "reason": ""}]), errors.UnknownWordError, {"word": "luck"}),
        (encoded(risks=[{"area": "labour", "level": "high"}]), errors.MissingFieldError, {"field": "reason"}),
        (encoded(risks=[{"area": "labour", "level": "low", "reason": ""}] * 2), errors.TwiceError, {"place": "risks"}),
    ],
)
def test_what_is_wrong_is_told_with_its_place(content: bytes, known: type[KnownError], values: dict[str, object]) -> None:
    with pytest.raises(known) as problem:
        parse_purchase(content, NAMED)
    assert type(problem.value) is known
    assert problem.value.values["path"] == NAMED
    assert {name: problem.value.values[name] for name in values} == values
    assert "purchase.json" in problem.value.said(pseudo_translation())


def test_words_from_a_foreign_file_are_quoted_with_care() -> None:
    with pytest.raises(errors.UnknownFieldError) as problem:
        parse_purchase(encoded(**{"x`\n" * 200: 1}), NAMED)
    assert "\n" not in str(problem.value)
    assert len(str(problem.value)) < 300


@pytest.mark.parametrize(
    ("make", "known"),
    [
        (lambda _path: None, errors.PurchaseFileMissingError),
        (lambda path: path.mkdir(), errors.PurchaseFileUnreadableError),
        (lambda path: path.write_bytes(b" " * (LARGEST_FILE + 1)), errors.PurchaseFileTooLargeError),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, make: Callable[[Path], object], known: type[KnownError]) -> None:
    path = tmp_path / "purchase.json"
    make(path)
    with pytest.raises(known) as problem:
        read_purchase_file(path)
    assert problem.value.values["path"] == path
