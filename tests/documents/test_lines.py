"""Breaking text into lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kravkompass.documents.pdf import faces
from kravkompass.documents.pdf.lines import Line, Run, break_lines, widest_word
from kravkompass.documents.style import INK

TEXTS = st.text(st.sampled_from("abåÖ -/.\n\u00a0WW"), max_size=120)


def run(text: str, *, bold: bool = False) -> Run:
    return Run(text, faces.face_of(bold=bold, italic=False), 10, INK)


def words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(stretch.text for stretch in line.stretches) for line in lines]


def test_words_go_where_they_fit() -> None:
    room = faces.width("ett två tre", faces.REGULAR, 10)
    assert words(break_lines((run("ett två tre fyra"),), room)) == ["ett två tre ", "fyra"]


def test_a_line_may_end_after_a_hyphen_between_letters_but_not_inside_a_date() -> None:
    narrow = faces.width("miljö- ", faces.REGULAR, 10)
    assert words(break_lines((run("miljö-krav"),), narrow)) == ["miljö-", "krav"]
    date = faces.width("2026-10-01", faces.REGULAR, 10)
    assert words(break_lines((run("den 2026-10-01"),), date + 1)) == ["den ", "2026-10-01"]


def test_no_break_spaces_hold() -> None:
    room = faces.width("i 10\u00a0000", faces.REGULAR, 10) - 1
    assert words(break_lines((run("i 10\u00a0000"),), room)) == ["i ", "10\u00a0000"]


def test_a_word_may_cross_from_bold_to_plain() -> None:
    lines = break_lines((run("krav", bold=True), run("lista och mer")), faces.width("kravlista och", faces.BOLD, 10))
    assert words(lines)[0].startswith("kravlista")


def test_an_end_of_line_ends_the_line() -> None:
    assert words(break_lines((run("ett\ntvå\n\ntre\n"),), 300)) == ["ett ", "två ", "tre"]


def test_an_address_is_cut_after_a_slash() -> None:
    address = "https://example.org/abcdefgh/ijklmnop"
    first = words(break_lines((run(address),), faces.width(address, faces.REGULAR, 10) - 15))[0]
    assert first.endswith("/")


@given(TEXTS, TEXTS, st.integers(12, 200))
def test_nothing_is_lost_and_nothing_sticks_out(one: str, two: str, limit: int) -> None:
    lines = break_lines((run(one), run(two, bold=True)), limit)
    assert all(line.width <= limit + 1e-6 for line in lines)
    assert "".join("".join(words(lines)).split()) == "".join((one + two).split())


@given(TEXTS)
def test_a_line_as_wide_as_the_widest_word_cuts_no_word(text: str) -> None:
    lines = break_lines((run(text),), widest_word((run(text),)) + 1e-6)
    for line in words(lines)[:-1]:
        assert line[-1] in " -/"
