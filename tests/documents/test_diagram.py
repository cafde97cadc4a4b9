"""A drawing of boxes and lines: every box in its place, every line between boxes that belong together, page by page."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.documents.edges import _boxes, drawings
from tests.documents.readback import read_back

from kravkompass.documents.diagram import HEAD, MOST_ROWS, Box, Diagram, Part, parts, spoken_parts
from kravkompass.documents.pdf import render
from kravkompass.documents.style import TEXT_HEIGHT, TEXT_WIDTH
from kravkompass.documents.word.diagram_picture import drawing
from kravkompass.documents.word.pictures import SCALE


def diagram(rows: int, deepest: int) -> Diagram:
    return Diagram("Kedjan", tuple(f"Led {n}" for n in range(deepest + 1)), _boxes(rows, deepest), "Rutor.")


@pytest.mark.parametrize(("rows", "deepest"), [(1, 1), (12, 3), (60, 2), (61, 2), (300, 7)])
def test_every_box_stands_once_inside_its_part_and_none_covers_another(rows: int, deepest: int) -> None:
    whole = diagram(rows, deepest)
    found = parts(whole, TEXT_WIDTH)
    assert len(found) == -(-rows // MOST_ROWS)
    assert [one.box for part in found for one in part.rectangles] == sorted(whole.boxes, key=lambda box: box.row // MOST_ROWS)
    for part in found:
        assert part.height <= TEXT_HEIGHT - 50
        for one in part.rectangles:
            assert one.left >= 0
            assert one.left + one.width <= TEXT_WIDTH + 0.01
            assert one.top >= HEAD
            assert one.top + one.height <= part.height
        places = {(round(one.left, 3), round(one.top, 3)) for one in part.rectangles}
        assert len(places) == len(part.rectangles)
        assert part.row > max((one.height for one in part.rectangles), default=0)


def level(part: Part, name: str) -> float:
    return next(one.top + one.height / 2 for one in part.rectangles if one.box.id == name)


def test_lines_join_each_box_to_the_one_it_hangs_on() -> None:
    boxes = (Box("a", 0, 0, "A"), Box("b", 1, 0, "B", parent="a"), Box("c", 1, 1, "C", parent="a"), Box("x", 1, 2, "X", parent="gone"))
    part = parts(Diagram("", ("", ""), boxes, ""), TEXT_WIDTH)[0]
    places = {one.box.id: one for one in part.rectangles}
    turn = places["b"].left - (places["b"].left - places["a"].width) / 2
    assert {(one.start, one.end) for one in part.strokes} == {
        ((turn, level(part, "b")), (places["b"].left, level(part, "b"))),
        ((turn, level(part, "c")), (places["c"].left, level(part, "c"))),
        ((places["a"].width, level(part, "a")), (turn, level(part, "a"))),
        ((turn, level(part, "a")), (turn, level(part, "c"))),
    }


def test_a_line_that_goes_on_reaches_the_edge_of_the_part() -> None:
    first, second, third = parts(diagram(150, 1), TEXT_WIDTH)
    assert max(one.end[1] for one in first.strokes) == pytest.approx(first.height)
    upright = [one for one in second.strokes if one.start[0] == one.end[0]]
    assert [(one.start[1], round(one.end[1], 6)) for one in upright] == [(HEAD, round(second.height, 6))]
    assert max(one.end[1] for one in third.strokes) < third.height


def test_each_part_says_which_it_is() -> None:
    assert [said for _, said in spoken_parts(diagram(61, 1), TEXT_WIDTH)] == ["Rutor. (1/2)", "Rutor. (2/2)"]
    assert [said for _, said in spoken_parts(diagram(60, 1), TEXT_WIDTH)] == ["Rutor."]
    assert list(spoken_parts(Diagram("Tom", (), (), "Inget."), TEXT_WIDTH)) == []


def test_a_reader_hears_the_alternative_of_every_part() -> None:
    figures = [one for one in read_back(render(drawings())).elements if one.role == "Figure"]
    assert [one.alternative for one in figures] == [
        "Bara leverantören.", "Sextio rutor i två led.", *(f"Sjuttio rutor i varje led <b>& ({n}/2)" for n in (1, 2)),
    ]


@pytest.mark.parametrize(("rows", "deepest"), [(1, 1), (60, 3)])
def test_the_picture_for_word_has_ink_where_the_boxes_are(rows: int, deepest: int) -> None:
    part = parts(diagram(rows, deepest), TEXT_WIDTH)[0]
    picture = Image.open(io.BytesIO(drawing(part)))
    for one in part.rectangles:
        middle = ((one.left + one.width - 3) * SCALE, (one.top + one.height - 2) * SCALE)
        assert picture.getpixel((round(middle[0]), round(middle[1]))) != (255, 255, 255)
