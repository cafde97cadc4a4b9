"""Large rows to say how something stands, each with a number key: for a table with somebody on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from kravkompass.ui import icons, painting
from kravkompass.ui.look import Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.option import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.palettes import Shades

_MARK = 30


class StatusOption(Option):
    """A row with its number in a box; the box shows an icon when the row is chosen.

    Up and down go from row to row without choosing, so that nothing is said by accident; Space and Enter choose.
    """

    words_kind: ClassVar[Text] = Text.LEAD
    note_kind: ClassVar[Text] = Text.BODY
    mark: ClassVar[int] = _MARK

    def __init__(self, voice: Voice, alternative: Alternative, number: int, tone: Tone, icon: str) -> None:
        self._number, self._tone, self._icon = number, tone, icon
        super().__init__(voice, alternative.wording, alternative.note)

    def retranslate(self) -> None:
        """Say the words in the language of the window, with the number first for those who hear them."""
        super().retranslate()
        self.setAccessibleName(f"{self._number}. {self._words()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row; what goes sideways goes on to whatever the rows stand in."""
        match event.key():
            case Qt.Key.Key_Up:
                self._to_neighbour(-1)
            case Qt.Key.Key_Down:
                self._to_neighbour(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def _to_neighbour(self, by: int) -> None:
        rows = self.group().buttons()
        rows[min(max(rows.index(self) + by, 0), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _shades(self) -> Shades:
        return look().palette.shades(self._tone)

    def _paint_mark(self, painter: QPainter, where: QRectF) -> None:
        palette, shades = look().palette, self._shades()
        on = self.isChecked()
        painting.rounded(painter, where, where.width() / 4, shades.strong if on else palette.sunken, shades.strong if on else palette.edge)
        if on:
            inset = where.width() * 0.18
            icons.paint(painter, self._icon, shades.on_strong, where.adjusted(inset, inset, -inset, -inset))
            return
        painter.setFont(look().font(Text.STRONG))
        painter.setPen(QColor(palette.text))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StatusChoice(Choice):
    """One status of a few, each on a large row with its tone and icon."""

    def __init__(self, voice: Voice, alternatives: Sequence[Alternative], looks: Sequence[tuple[Tone, str]]) -> None:
        """Make the rows; ``looks`` gives each its tone and icon."""
        self._looks = tuple(looks)
        super().__init__(voice, alternatives)

    def put(self, wordings: Sequence[tuple[Wording, Wording]]) -> None:
        """Call the statuses by other words, each with a note."""
        for place, (wording, note) in enumerate(wordings):
            button = self._group.button(place)
            if isinstance(button, StatusOption):
                button.put(wording, note)

    def press(self, place: int) -> None:
        """Choose by place, from 0, as if it had been pressed."""
        if (button := self._group.button(place)) is not None:
            button.click()

    def _option(self, voice: Voice, alternative: Alternative, place: int, _of: int) -> StatusOption:
        tone, icon = self._looks[place]
        return StatusOption(voice, alternative, place + 1, tone, icon)
