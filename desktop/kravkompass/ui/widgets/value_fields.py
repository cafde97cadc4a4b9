"""Fields to write a number, an amount or a day in, as the language writes it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kravkompass.guidance.facts import YEARS
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import row
from kravkompass.ui.look import TIGHT, look
from kravkompass.ui.typed import read_day, read_number
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.calendar import Calendar

if TYPE_CHECKING:
    from decimal import Decimal

    from kravkompass.ui.language import Voice, Wording

V = TypeVar("V")
_EXAMPLE = dt.date(2027, 3, 1)
_WHOLE_DAY = 8
"""Letters of a day with its year in full; a shorter one may still be on its way to another."""


class _Typed(Speaking, QLineEdit, Generic[V]):
    """A field whose text is read as a value when the person leaves it.

    ``changed`` comes with the value, None when the field is empty; ``problem`` with a wording when the text cannot be
    read, and with "" when it can again. What cannot be read stays as it was written and is not handed on.
    """

    changed = Signal(object)
    problem = Signal(object)
    letters: ClassVar[int] = 12

    def __init__(self, voice: Voice, name: Wording = "") -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._value: V | None = None
        self.editingFinished.connect(self.commit)
        self.setMaximumWidth(look().px(self.letters * 11))
        self.retranslate()

    @property
    def value(self) -> V | None:
        """The value last read, None for none."""
        return self._value

    def put_value(self, value: V | None) -> None:
        """Show a value. A text that the person has not finished is left alone."""
        if self.hasFocus() and self.isModified():
            return
        self._value = value
        self.setText("" if value is None else self._written(value))

    def commit(self) -> None:
        """Read and hand on at once what was written."""
        if not self.isModified():
            return
        value = self._read(self.text()) if self.text().strip() else None
        wrong = self._outside(value) if value is not None else self._unreadable() if self.text().strip() else ""
        self.problem.emit(wrong)
        if wrong:
            return
        self.setModified(False)
        self.setText("" if value is None else self._written(value))
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def retranslate(self) -> None:
        """Write the value as the language of the window writes it; an unfinished text stays."""
        if self._name:
            self.setAccessibleName(self._voice.word(self._name))
        if self._value is not None and not self.isModified():
            self.setText(self._written(self._value))

    def _read(self, typed: str) -> V | None:
        raise NotImplementedError

    def _written(self, value: V) -> str:
        raise NotImplementedError

    def _unreadable(self) -> Wording:
        raise NotImplementedError

    def _outside(self, value: V) -> Wording:  # noqa: ARG002 - what subclasses need
        return ""


class NumberField(_Typed["Decimal"]):
    """A number between ``least`` and ``most``, with at most so many decimals."""

    def __init__(
        self,
        voice: Voice,
        name: Wording = "",
        *,
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        decimals: int = 0,
    ) -> None:
        self._least, self._most, self._decimals = least, most, decimals
        super().__init__(voice, name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _read(self, typed: str) -> Decimal | None:
        number = read_number(typed)
        return None if number is None else round(number, self._decimals)

    def _written(self, value: Decimal) -> str:
        locale = self._voice.locale
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        whole = value == value.to_integral_value()
        return locale.toString(int(value)) if whole else locale.toString(float(value), "f", self._decimals)

    def _unreadable(self) -> Wording:
        return lambda t: t.say("Write a number, such as 1500.")

    def _outside(self, value: Decimal) -> Wording:
        least, most = self._least, self._most
        if least is not None and value < least:
            return lambda t: t.say("The number must be at least {least}.", least=t.formats.number(least))
        if most is not None and value > most:
            return lambda t: t.say("The number can be at most {most}.", most=t.formats.number(most))
        return ""


class AmountField(NumberField):
    """An amount of money without tax, zero or more, in whole kronor. The field beside it says the currency."""

    letters: ClassVar[int] = 15

    def __init__(self, voice: Voice, name: Wording = "") -> None:
        super().__init__(voice, name, least=0)

    def _unreadable(self) -> Wording:
        return lambda t: t.say("Write an amount, such as 250 000.")


class _DayText(_Typed[dt.date]):
    letters: ClassVar[int] = 13

    def hand_on_soon(self) -> None:
        """Hand on a whole day as soon as it is written, before the person leaves the field; a half-written one is left alone."""
        self.textEdited.connect(self._whole)

    def _whole(self, typed: str) -> None:
        day = read_day(typed)
        if day is not None and day != self._value and len(typed.strip()) >= _WHOLE_DAY:
            self._value = day
            self.changed.emit(day)

    def _read(self, typed: str) -> dt.date | None:
        return read_day(typed)

    def _written(self, value: dt.date) -> str:
        return self._voice.translation.formats.short_date(value)

    def _outside(self, value: dt.date) -> Wording:
        if value.year in YEARS:
            return ""
        return lambda t: t.say("The year must lie between {first} and {last}.", first=YEARS.start, last=YEARS.stop - 1)

    def _unreadable(self) -> Wording:
        return lambda t: t.say("Write a date, such as {example}.", example=t.formats.short_date(_EXAMPLE))


class DateField(QWidget):
    """A day, written or picked from a calendar. Signals and values as in the other fields."""

    changed = Signal(object)
    problem = Signal(object)

    def __init__(self, voice: Voice, name: Wording = "", *, soon: bool = False) -> None:
        """Make the field; ``soon`` hands a whole day on as it is written."""
        super().__init__()
        self._voice = voice
        self._text = _DayText(voice, name)
        if soon:
            self._text.hand_on_soon()
        self._text.changed.connect(self.changed)
        self._text.problem.connect(self.problem)
        self._pick = IconButton(voice, lambda t: t.say("Choose from a calendar"), "calendar")
        self._pick.clicked.connect(self.open_calendar)
        inside: QHBoxLayout = row(self, gap=TIGHT)
        inside.addWidget(self._text)
        inside.addWidget(self._pick)
        inside.addStretch()
        self.setFocusProxy(self._text)

    @property
    def value(self) -> dt.date | None:
        """The day, None for none."""
        return self._text.value

    def put_value(self, value: dt.date | None) -> None:
        """Show a day. A text that the person has not finished is left alone."""
        self._text.put_value(value)

    def commit(self) -> None:
        """Read and hand on at once what was written."""
        self._text.commit()

    def setAccessibleName(self, name: str) -> None:
        """Name the field to write in."""
        self._text.setAccessibleName(name)

    def open_calendar(self) -> None:
        """Show a calendar under the field; Escape closes it."""
        popup = Calendar(self._voice, self.value, self)
        popup.picked.connect(self._picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + look().px(TIGHT))))
        popup.show()

    def _picked(self, day: dt.date) -> None:
        self._text.setText(self._voice.translation.formats.short_date(day))
        self._text.setModified(True)
        self._text.commit()
        self._text.setFocus()
