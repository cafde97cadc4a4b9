"""Packages of findings: what is written is read back, and what is wrong in a file from outside is told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.followup.test_reuse import finding, ours

from kravkompass.catalog.terms import Country, Level
from kravkompass.errors import KnownError
from kravkompass.followup.activity import Status
from kravkompass.followup.shared_finding import Conditions, Seen, SharedFinding
from kravkompass.purchases import exchange_errors as errors
from kravkompass.purchases import findings_errors as own
from kravkompass.purchases.clean_text import clean_text, one_line
from kravkompass.purchases.findings_file import (
    Package,
    findings_content,
    kept_by,
    parse_findings,
    read_findings_file,
    write_findings_file,
)
from kravkompass.purchases.findings_form import MOST_FINDINGS

FILE = Path("fynd.json")
PACKAGE = Package(
    "Grannköping",
    Country.SWEDEN,
    date(2028, 3, 15),
    (
        replace(finding(), id="", source="one", evidence=(Seen.DOCUMENT, Seen.PICTURE), note="Intyget gäller till 2029."),
        replace(finding(ours(45, 12.5)), id="", source="two", method=None, status=Status.NOT_MET),
    ),
)


def read(content: bytes) -> Package:
    return parse_findings(content, FILE)


def alike(one: Package) -> Package:
    """The package as it is before it is written."""
    return replace(one, checksum="", findings=tuple(replace(each, package="") for each in one.findings))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The package's file with a change made by hand."""
    plain = json.loads(findings_content(PACKAGE))
    change(plain)
    return json.dumps(plain).encode()


def test_what_is_written_is_read_back() -> None:
    package = read(findings_content(PACKAGE))
    assert alike(package) == PACKAGE
    assert {one.package for one in package.findings} == {package.checksum}
    assert len(package.checksum) == 64


def test_the_same_package_gives_the_same_bytes() -> None:
    assert findings_content(PACKAGE) == findings_content(read(findings_content(PACKAGE)))


def test_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "fynd.json"
    write_findings_file(PACKAGE, path)
    assert alike(read_findings_file(path)) == PACKAGE
    assert [one.name for one in tmp_path.iterdir()] == ["fynd.json"]


def test_an_editor_may_lay_it_out_anew() -> None:
    plain = json.loads(findings_content(PACKAGE))
    again = b"\xef\xbb\xbf" + json.dumps(dict(reversed(plain.items())), indent=7).encode()
    assert alike(read(again)) == PACKAGE


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(origin="Kungälv"),
        lambda plain: plain.update(written="2028-03-16"),
        lambda plain: plain["findings"][0].update(status="not-met"),
        lambda plain: plain["findings"][0].update(day="2028-03-15"),
        lambda plain: plain["findings"][0].pop("note"),
        lambda plain: plain["findings"][1]["values"].update(share=90),
        lambda plain: plain["findings"].pop(),
        lambda plain: plain.update(checksum="0" * 64),
    ],
)
def test_a_change_on_the_way_is_seen(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(own.FindingsChangedError):
        read(changed(change))


PERSON = "19121212-1212"


@pytest.mark.parametrize(
    ("content", "known", "values"),
    [
        (changed(lambda plain: plain.update(format="kravkompass-purchase")), own.NotAFindingsFileError, {}),
        (b"[]", own.NotAFindingsFileError, {}),
        (b'{"format": "kravkompass-findings", "findings": ' + b"[" * 100_000, own.NotAFindingsFileError, {}),
        (b"{}", own.NotAFindingsFileError, {}),
        (b"", errors.BrokenPurchaseFileError, {"line": 1, "column": 1}),
        (findings_content(PACKAGE)[:-5], errors.BrokenPurchaseFileError, {}),
        (changed(lambda plain: plain.update(version=2)), own.NewerFindingsFileError, {"version": 2, "known": 1}),
        (changed(lambda plain: plain.update(version=0)), errors.WrongValueError, {"place": "version"}),
        (changed(lambda plain: plain.update(colour=1)), errors.UnknownFieldError, {"place": "$", "field": "colour"}),
        (changed(lambda plain: plain.pop("origin")), errors.MissingFieldError, {"field": "origin"}),
        (changed(lambda plain: plain.update(origin="")), errors.WrongValueError, {"place": "origin"}),
        (changed(lambda plain: plain.update(origin="a" * 301)), errors.WrongValueError, {"expected": "shorter"}),
        (changed(lambda plain: plain.update(written="i går")), errors.WrongValueError, {"place": "written"}),
        (changed(lambda plain: plain.update(findings=[])), errors.WrongValueError, {"place": "findings"}),
        (
            changed(lambda plain: plain.update(findings=plain["findings"] * (MOST_FINDINGS // 2 + 1))),
            errors.WrongValueError,
            {"expected": "fewer entries"},
        ),
        (
            changed(lambda plain: plain.update(findings=plain["findings"] * 2)),
            errors.TwiceError,
            {"place": "findings", "word": "one"},
        ),
        (
            changed(lambda plain: plain["findings"][1].update(status="nja")),
            errors.UnknownWordError,
            {"place": "findings[1].status", "word": "nja"},
        ),
        (
            changed(lambda plain: plain["findings"][0].update(level="high")),
            errors.UnknownWordError,
            {"known": "base, advanced, spearhead"},
        ),
        (changed(lambda plain: plain["findings"][0].update(evidence=["pdf"])), errors.UnknownWordError, {"word": "pdf"}),
        (changed(lambda plain: plain["findings"][0].update(evidence=["other"] * 9)), errors.WrongValueError, {}),
        (
            changed(lambda plain: plain["findings"][0].update(day="2027-02-29")),
            errors.WrongValueError,
            {"place": "findings[0].day"},
        ),
        (
            changed(lambda plain: plain["findings"][0]["values"].update(share=[1])),
            errors.WrongValueError,
            {"place": "findings[0].values.share"},
        ),
        (changed(lambda plain: plain["findings"][0]["values"].update(share=1e300)), errors.WrongValueError, {}),
        (changed(lambda plain: plain["findings"][0].update(values={str(n): 1 for n in range(51)})), errors.WrongValueError, {}),
        (changed(lambda plain: plain["findings"][0].update(note="a\x07")), errors.WrongValueError, {"place": "findings[0].note"}),
        (
            changed(lambda plain: plain["findings"][0].update(note=f"Ring {PERSON}.")),
            own.PersonInFindingsError,
            {"place": "findings[0].note"},
        ),
        (
            changed(lambda plain: plain["findings"][1].update(number="121212-1212")),
            own.PersonInFindingsError,
            {"place": "findings[1].number"},
        ),
        (
            changed(lambda plain: plain["findings"][0]["wording"].update(sv=PERSON)),
            own.PersonInFindingsError,
            {"place": "findings[0].wording.sv"},
        ),
        (
            findings_content(PACKAGE).replace(b'"status": "met"', b'"status": "not-met", "status": "met"'),
            errors.TwiceError,
            {"place": "findings[0]", "word": "status"},
        ),
        (
            findings_content(PACKAGE).replace(b'"share": 50', b'"share": 5, "share": 50', 1),
            errors.TwiceError,
            {"place": "findings[0].values", "word": "share"},
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(content: bytes, known: type[KnownError], values: dict[str, object]) -> None:
    with pytest.raises(known) as problem:
        read(content)
    assert {name: problem.value.values[name] for name in values} == values


def test_no_value_is_nested_deeper_than_the_form() -> None:
    deep: object = 1
    for _ in range(30):
        deep = [deep]
    with pytest.raises(own.NotAFindingsFileError):
        read(changed(lambda plain: plain["findings"][0]["values"].update(share=deep)))


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.json"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(own.FindingsFileTooLargeError) as problem:
        read_findings_file(path)
    assert (problem.value.values["size"], problem.value.values["limit"]) == (21, 20)
    with pytest.raises(errors.PurchaseFileMissingError):
        read_findings_file(tmp_path / "borta.json")


@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_known_to_be_wrong(content: bytes) -> None:
    with pytest.raises(KnownError):
        read(content)


_values = st.dictionaries(
    st.from_regex(r"[a-z][a-z-]{0,10}", fullmatch=True),
    st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.text(max_size=20),
    max_size=4,
)
_findings = st.builds(
    SharedFinding,
    id=st.just(""),
    contract=st.just(""),
    origin=st.just("Grannköping"),
    country=st.just(Country.SWEDEN),
    supplier=st.text(min_size=1, max_size=60).map(lambda words: "x" + one_line(words)),
    number=st.just("556000-0000"),
    agreed=st.builds(
        Conditions,
        st.just("SE-FOOD-51"),
        st.integers(1, 9),
        st.sampled_from(["", "food-palm-oil"]),
        st.sampled_from(Level),
        _values.map(lambda found: {name: one_line(one) if isinstance(one, str) else one for name, one in found.items()}),
        st.dictionaries(st.sampled_from(["sv", "nb", "nn"]), st.text(max_size=60).map(clean_text)),
    ),
    day=st.dates(),
    status=st.sampled_from(Status),
    method=st.none(),
    evidence=st.lists(st.sampled_from(Seen), unique=True).map(tuple),
    note=st.text(max_size=60).map(clean_text),
    source=st.just("one"),
    package=st.just(""),
)


@given(one=_findings)
def test_anything_that_is_written_is_read_back(one: SharedFinding) -> None:
    package = replace(PACKAGE, findings=(one,))
    assert alike(read(findings_content(package))) == package


def test_a_contract_keeps_them_with_the_day_they_came() -> None:
    (one, _) = kept_by(PACKAGE.findings, "c", date(2028, 4, 1))
    assert (one.contract, one.received, one.id) == ("c", date(2028, 4, 1), "")
