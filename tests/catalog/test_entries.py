"""The text files are read strictly, and every fault is told at once with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kravkompass.catalog.entries import Entry, Problem, entries_in
from kravkompass.catalog.terms import Country, Level


def read(tmp_path: Path, text: str) -> tuple[list[Entry], list[Problem]]:
    file = tmp_path / "list.yaml"
    file.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    return list(entries_in(file, "shown.yaml", problems)), problems


def only(tmp_path: Path, text: str) -> tuple[Entry, list[Problem]]:
    entries, problems = read(tmp_path, text)
    assert len(entries) == 1
    return entries[0], problems


def test_a_problem_says_where_it_stands() -> None:
    assert str(Problem("se/food/fish.yaml", 12, "“id” is missing")) == "se/food/fish.yaml:12: “id” is missing"


def test_problems_sort_by_file_and_line() -> None:
    later, earlier = Problem("a.yaml", 10, "x"), Problem("a.yaml", 9, "y")
    assert sorted([later, earlier]) == [earlier, later]


def test_yes_no_on_and_off_are_words(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- {a: no, b: yes, c: on, d: off, e: [no, yes]}")
    assert [entry.words(name) for name in "abcd"] == ["no", "yes", "on", "off"]
    assert entry.list("e") == ("no", "yes")
    assert entry.choice("a", Country) is Country.NORWAY
    assert not problems


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("30", 30),
        ("+30", 30),
        ("-5", -5),
        ("1_000", 1000),
        ("38.5", 38.5),
        ("0.", 0.0),
        ("text", "text"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-11-22", "2026-11-22"),
        ("", None),
        ("~", None),
        ("null", None),
        ("'30'", "30"),
    ],
)
def test_only_plain_numbers_are_numbers(tmp_path: Path, written: str, read_as: object) -> None:
    entry, problems = only(tmp_path, f"- value: {written}")
    found = entry.plain("value")
    assert (found, type(found)) == (read_as, type(read_as))
    assert not problems


def test_a_text_is_gathered_from_its_lines(tmp_path: Path) -> None:
    entry, _ = only(tmp_path, "- demand: >-\n    Fisken ska\n    vara   färsk.\n")
    assert entry.words("demand") == "Fisken ska vara färsk."


@pytest.mark.parametrize("written", ["", "~", "null", '""', "'  '"])
def test_an_empty_text_is_a_problem_where_it_stands(tmp_path: Path, written: str) -> None:
    entry, problems = only(tmp_path, f"# first\n- id: x\n  title: {written}\n")
    assert entry.words("title") == ""
    assert [(one.line, one.message) for one in problems] == [(3, "“title” is empty")]


def test_a_missing_text_is_a_problem_of_the_entry(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "\n\n- id: x\n")
    assert entry.words("title") == ""
    assert entry.words("subtitle", required=False) == ""
    assert problems == [Problem("shown.yaml", 3, "“title” is missing")]


@pytest.mark.parametrize("written", ["{sv: Fisk}", "[Fisk]"])
def test_a_text_is_no_list_and_no_fields(tmp_path: Path, written: str) -> None:
    entry, problems = only(tmp_path, f"- title: {written}")
    assert entry.words("title") == ""
    assert [one.message for one in problems] == ["“title” should be text"]


def test_an_unknown_field_is_told_with_its_line(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- id: x\n  tittle: y\n  level: base\n")
    entry.words("id")
    entry.choice("level", Level)
    entry.finish()
    assert problems == [Problem("shown.yaml", 2, "unknown field “tittle”")]


def test_a_field_that_stands_twice_is_told_and_the_last_one_holds(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- id: x\n  level: base\n  level: advanced\n")
    assert problems == [Problem("shown.yaml", 3, "“level” stands twice")]
    assert entry.choice("level", Level) is Level.ADVANCED


@pytest.mark.parametrize("written", ["many", "1.5", "true", "[1]", ""])
def test_a_number_must_be_whole(tmp_path: Path, written: str) -> None:
    entry, problems = only(tmp_path, f"- minutes: {written}")
    assert entry.number("minutes") == 0
    assert "“minutes” should be a whole number" in [one.message for one in problems]


def test_a_number_may_have_a_default_when_it_is_left_out(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- id: x")
    assert entry.number("minutes", 7) == 7
    assert not problems
    assert entry.number("minutes") == 0
    assert [one.message for one in problems] == ["“minutes” is missing"]


def test_a_flag_is_true_or_false(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- {a: true, b: false, c: yes}")
    assert (entry.flag("a"), entry.flag("b"), entry.flag("left-out")) == (True, False, False)
    assert not problems
    assert entry.flag("c") is False
    assert [one.message for one in problems] == ["“c” should be true or false"]


def test_a_choice_names_the_words_allowed(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- level: bas")
    assert entry.choice("level", Level) is Level.BASE
    assert [one.message for one in problems] == ["“level” cannot be “bas”; choose one of: base, advanced, spearhead"]


def test_a_choice_with_a_default_may_be_left_out(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- id: x")
    assert entry.choice("level", Level, Level.ADVANCED) is Level.ADVANCED
    assert not problems
    entry.choice("level", Level)
    assert [one.message for one in problems] == ["“level” is missing"]


def test_several_choices_keep_the_ones_that_are_known(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- countries: [se, dk, fi]")
    assert entry.choices("countries", Country) == {Country.SWEDEN}
    assert [one.message for one in problems] == ["“countries” cannot be “dk, fi”; choose among: se, no"]


@pytest.mark.parametrize(("written", "given"), [("[a, b]", ("a", "b")), ("a", ("a",)), ("", ()), ("[]", ()), ("[7]", ("7",))])
def test_a_list_may_be_one_word_or_nothing(tmp_path: Path, written: str, given: tuple[str, ...]) -> None:
    entry, problems = only(tmp_path, f"- groups: {written}")
    assert entry.list("groups") == given
    assert not problems


@pytest.mark.parametrize("written", ["{a: b}", "[{a: b}]", "[[a]]"])
def test_a_list_holds_words_only(tmp_path: Path, written: str) -> None:
    entry, problems = only(tmp_path, f"- groups: {written}")
    assert entry.list("groups") == ()
    assert [one.message for one in problems] == ["“groups” should be a list"]


def test_entries_below_keep_their_own_lines(tmp_path: Path) -> None:
    entry, problems = only(tmp_path, "- id: x\n  rows:\n  - a: 1\n  - 7\n")
    rows = entry.entries("rows")
    assert [row.line for row in rows] == [3, 4]
    assert problems == [Problem("shown.yaml", 4, "expected fields (name: value) here")]
    assert entry.entries("others") == ()


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    entries, problems = read(tmp_path, "- level: bas\n- minutes: x\n- 5\n")
    entries[0].choice("level", Level)
    entries[1].number("minutes")
    assert [one.line for one in sorted(problems)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a: [1,\n- b: 2\n", 2),
        ("- a: 'open\n", 2),
        ("- a: 1\n\t- b: 2\n", 2),
        ("- a: *unknown\n", 1),
        ("--- \n- a\n---\n- b\n", 3),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    entries, problems = read(tmp_path, text)
    assert not entries
    assert len(problems) == 1
    assert problems[0].message.startswith("not readable as YAML")
    assert abs(problems[0].line - line) <= 1


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_bytes("- title: Fågel".encode("latin-1"))
    problems: list[Problem] = []
    assert list(entries_in(file, "shown.yaml", problems)) == []
    assert problems[0].message.startswith("not readable as YAML")


def test_a_file_of_fields_instead_of_a_list_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "id: x") == ([], [Problem("shown.yaml", 1, "the file should be a list (every item begins with “- ”)")])


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_file_holds_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ([], [])
