"""How a table shares its width out: by the columns' wishes, never less than a column needs, and sideways when there is too little."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kravkompass.ui.widgets.column_widths import shared_out

columns = st.lists(st.tuples(st.integers(1, 6), st.integers(20, 300)), min_size=1, max_size=9)


@given(st.integers(100, 2_000), columns)
def test_every_column_gets_what_it_needs_and_the_whole_width_is_used(width: int, made: list[tuple[int, int]]) -> None:
    shares, least = [share for share, _ in made], [need for _, need in made]
    widths = shared_out(width, shares, least)
    assert all(one >= need for one, need in zip(widths, least, strict=True))
    assert sum(widths) == max(width, sum(least))


def test_where_there_is_room_the_wishes_decide() -> None:
    assert shared_out(1_000, [1, 3, 1], [50, 50, 50]) == [200, 600, 200]
    assert shared_out(1_000, [1, 3, 1], [300, 50, 50]) == [300, 521, 179]
