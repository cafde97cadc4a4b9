"""Photos in a row, each with its caption below."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.documents.outline import plain
from kravkompass.documents.pdf.box_piece import Picture
from kravkompass.documents.pdf.inline import shown, text_block
from kravkompass.documents.pdf.piece import Piece, draw_stack, stack_height
from kravkompass.documents.pdf.structure import Node
from kravkompass.documents.style import PHOTO_CAPTION, PHOTO_GAP, PHOTO_HEIGHT, PHOTOS_IN_ROW, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.documents.outline import Photo
    from kravkompass.documents.pdf.canvas import TaggedCanvas


@dataclass(eq=False, slots=True, kw_only=True)
class PhotoRow(Piece):
    """Photos beside each other; each has an equal part of the width."""

    photos: list[list[Piece]]

    def height(self, width: float) -> float:
        """The highest photo with its caption."""
        return max(stack_height(pieces, self._part(width)) for pieces in self.photos)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """The photos, from left to right."""
        part = self._part(width)
        for number, pieces in enumerate(self.photos):
            draw_stack(pieces, canvas, x + number * (part + PHOTO_GAP), top, part)

    def _part(self, width: float) -> float:
        return (width - (PHOTOS_IN_ROW - 1) * PHOTO_GAP) / PHOTOS_IN_ROW


def photo_rows(photos: Sequence[Photo], parent: Node, room: float = TEXT_WIDTH) -> list[Piece]:
    """The photos as rows that fit in a width of ``room`` points."""
    rows = (photos[at : at + PHOTOS_IN_ROW] for at in range(0, len(photos), PHOTOS_IN_ROW))
    widest = (room - (PHOTOS_IN_ROW - 1) * PHOTO_GAP) / PHOTOS_IN_ROW
    return [PhotoRow(photos=[_photo(photo, parent, widest) for photo in row], before=4, after=8) for row in rows]


def _photo(photo: Photo, parent: Node, widest: float) -> list[Piece]:
    from reportlab.lib.utils import ImageReader

    scale = min(widest / photo.wide, PHOTO_HEIGHT / photo.high)
    figure = Node("Figure", parent, alternative=shown(photo.alternative) or shown(plain(photo.caption)))
    picture = Picture(
        image=ImageReader(io.BytesIO(photo.data)), wide=photo.wide * scale, high=photo.high * scale, node=figure, after=3
    )
    caption = text_block(photo.caption, PHOTO_CAPTION, Node("P", parent))
    return [picture, *([caption] if caption.runs else [])]
