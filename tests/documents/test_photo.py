"""Photos in documents: small, upright, and silent about where and when they were taken."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kravkompass.documents.photo import LARGEST_SIDE, small

TOP_LEFT, RED, BLUE = (0, 0), (250, 0, 0), (0, 0, 250)
TURNED = 6
"""As a telephone held upright says it: turn a quarter to the right."""


def taken(wide: int = 3000, high: int = 2000, *, kind: str = "JPEG", turned: int = 1, mode: str = "RGB") -> bytes:
    """A photo with a red upper half, a blue lower half, and everything a telephone writes into it."""
    picture = Image.new("RGB", (wide, high), RED)
    picture.paste(BLUE, (0, high // 2, wide, high))
    about = Image.Exif()
    about[0x0112] = turned
    about[0x010F] = "Telefonmärke"
    about.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    picture.convert(mode).save(target, kind, **({"exif": about} if kind == "JPEG" else {}))
    return target.getvalue()


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=True))


def test_a_photo_becomes_small_and_forgets_where_it_was_taken() -> None:
    made = small(taken())
    assert made is not None
    assert (made.wide, made.high) == (LARGEST_SIDE, round(LARGEST_SIDE * 2 / 3))
    with Image.open(io.BytesIO(made.data)) as read:
        assert (read.format, read.mode, read.size) == ("JPEG", "RGB", (made.wide, made.high))
        assert not read.getexif()
    assert b"Telefonm" not in made.data


def test_a_photo_taken_with_the_telephone_upright_stands_upright() -> None:
    made = small(taken(turned=TURNED))
    assert made is not None
    assert made.wide < made.high
    with Image.open(io.BytesIO(made.data)) as read:
        assert near(read.getpixel((made.wide - 5, made.high // 2)), RED)
        assert near(read.getpixel((5, made.high // 2)), BLUE)


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGB"), ("PNG", "P"), ("PNG", "L"), ("TIFF", "CMYK"), ("JPEG", "CMYK"), ("WEBP", "RGB")])
def test_every_kind_of_picture_is_read(kind: str, mode: str) -> None:
    made = small(taken(200, 100, kind=kind, mode=mode))
    assert made is not None
    assert (made.wide, made.high) == (200, 100)


def test_what_is_see_through_stands_on_white() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")
    made = small(target.getvalue())
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as read:
        assert near(read.getpixel(TOP_LEFT), (255, 255, 255))


@pytest.mark.parametrize("data", [b"", b"no picture", taken()[:500], b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_whole_picture_is_none(data: bytes) -> None:
    assert small(data) is None


def test_a_picture_that_would_fill_the_memory_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kravkompass.documents.photo.MOST_PIXELS", 10_000)
    assert small(taken(200, 100)) is None
