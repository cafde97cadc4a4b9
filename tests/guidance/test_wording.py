"""What was changed in a wording: nothing is lost, nothing is invented, and it is told in whole words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.guidance.wording import Edit, Piece, compare

KEPT, REMOVED, ADDED = Edit
SENTENCES = st.lists(st.sampled_from(["krav", "ska", "30", "dagar", ",", ".", " ", "\n", "{days}", "å"]), max_size=12).map(
    "".join
)
WORDINGS = st.one_of(st.text(max_size=60), SENTENCES)


@given(WORDINGS, WORDINGS)
def test_both_wordings_can_be_read_out_of_it(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(piece.words for piece in pieces if piece.edit is not ADDED) == before
    assert "".join(piece.words for piece in pieces if piece.edit is not REMOVED) == after


@given(WORDINGS, WORDINGS)
def test_no_piece_is_empty_and_none_is_told_twice(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert all(piece.words for piece in pieces)
    assert all(one.edit is not other.edit for one, other in pairwise(pieces))


@given(WORDINGS)
def test_the_same_wording_has_no_changes(wording: str) -> None:
    assert compare(wording, wording) == ((Piece(KEPT, wording),) if wording else ())


@given(WORDINGS)
def test_from_and_to_nothing(wording: str) -> None:
    assert compare("", wording) == ((Piece(ADDED, wording),) if wording else ())
    assert compare(wording, "") == ((Piece(REMOVED, wording),) if wording else ())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("inom 30 dagar", "inom 60 dagar", [(KEPT, "inom "), (REMOVED, "30"), (ADDED, "60"), (KEPT, " dagar")]),
        ("ska rapportera.", "ska alltid rapportera.", [(KEPT, "ska"), (ADDED, " alltid"), (KEPT, " rapportera.")]),
        ("en två tre", "en fyra fem", [(KEPT, "en "), (REMOVED, "två tre"), (ADDED, "fyra fem")]),
    ],
)
def test_changes_are_told_in_whole_words(before: str, after: str, told: list[tuple[Edit, str]]) -> None:
    assert [(piece.edit, piece.words) for piece in compare(before, after)] == told
