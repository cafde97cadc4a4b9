"""How the year looks: the months as a wheel, and the list of what is to do across all contracts, overdue first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QWidget

from kravkompass.followup.plan_naming import KIND_NAMES
from kravkompass.followup.planning import Occasion
from kravkompass.purchases.kinds import OF_CONTRACTS, Kind
from kravkompass.screens.year import Filters
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import HUGE, LARGE, MEDIUM, SMALL, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.activity_list import ActivityList
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.plan_row import said_minutes
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.year_wheel import WheelMonth, YearWheel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from kravkompass.language import Translation
    from kravkompass.purchases.activity_rows import ActivityRow
    from kravkompass.screens.year import MonthLook, Year
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

ALL = ""
_LEAST_BESIDE = 320


class YearView(View):
    """The year across all contracts."""

    kinds = OF_CONTRACTS | {Kind.SETTINGS}

    def __init__(self, voice: Voice, screen: Year, workers: Workers) -> None:
        super().__init__(voice)
        self._screen, self._workers = screen, workers
        self._year = screen.today.year
        self._month: int | None = None
        self._filters = Filters()
        self._rows: list[ActivityRow] = []
        self._page = Page(voice, width=WORKING)
        self._page.set_title(
            lambda t: t.say("The year"),
            lambda t: t.say("What is to be done in all contracts, month by month. Choose a month to see only that one."),
        )
        self._make_wheel()
        self._make_filters()
        self._list = ActivityList(voice, screen.today)
        self._list.opened.connect(self._open)
        self._list.more.connect(self._show_more)
        self._page.add(self._top())
        self._page.add(self._list)
        row(self, gap=0).addWidget(self._page)

    # -- made once

    def _make_wheel(self) -> None:
        self._wheel = YearWheel(self.voice, lambda t: t.say("Year wheel {year}", year=str(self._year)))
        self._wheel.chosen.connect(self._choose_month)
        before = IconButton(self.voice, lambda t: t.say("Year before"), "back")
        after = IconButton(self.voice, lambda t: t.say("Year after"), "next")
        before.clicked.connect(lambda: self._go_to(self._year - 1))
        after.clicked.connect(lambda: self._go_to(self._year + 1))
        self._shown_year = Label(self.voice, "", Text.HEADING, wraps=False)
        self._years = row(gap=SMALL)
        self._years.addStretch()
        for one in (before, self._shown_year, after):
            self._years.addWidget(one)
        self._years.addStretch()
        self._months = KeyValues(self.voice)

    def _make_filters(self) -> None:
        self._supplier, self._kind, self._person = (Select(self.voice) for _ in range(3))
        self._kind.offer([Alternative(ALL, _all), *(_kind(one) for one in Occasion)])
        self._done = Segments(
            self.voice,
            [Alternative(value=False, wording=lambda t: t.say("To do")), Alternative(value=True, wording=lambda t: t.say("Done"))],
        )
        self._supplier.changed.connect(lambda value: self._filter(supplier=str(value or "")))
        self._kind.changed.connect(lambda value: self._filter(occasion=Occasion(value) if value else None))
        self._person.changed.connect(lambda value: self._filter(responsible=str(value or "")))
        self._done.changed.connect(lambda value: self._filter(done=bool(value)))

    def _top(self) -> QWidget:
        left, right = column(gap=SMALL), column(gap=LARGE)
        left.addLayout(self._years)
        left.addWidget(self._wheel)
        self._late = Chip(self.voice, "", Tone.WARNING, "warning")
        self._sum = Label(self.voice, "", Text.HEADING)
        self._hours = Label(self.voice, "", Text.MUTED)
        self._whole = Button(self.voice, lambda t: t.say("Show the whole year"), Weight.SECONDARY, "undo")
        self._whole.clicked.connect(lambda: self._choose_month(None))
        summary = column(gap=SMALL)
        for one in (self._sum, self._hours, self._late):
            summary.addWidget(one)
        right.addLayout(summary)
        fields: tuple[tuple[Wording, QWidget], ...] = (
            (lambda t: t.say("Show"), self._done),
            (lambda t: t.say("Supplier"), self._supplier),
            (lambda t: t.say("Kind of activity"), self._kind),
            (lambda t: t.say("Responsible"), self._person),
        )
        flow = Flow(gap=MEDIUM)
        flow.add(Field(self.voice, wording, control) for wording, control in fields)
        right.addLayout(flow)
        right.addWidget(self._whole)
        right.addWidget(Expander(self.voice, lambda t: t.say("The months as a table"), self._months))
        right.addStretch()
        return SideBySide(left, right, self._wheel)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("The year")

    def first_focus(self) -> QWidget:
        """Begin at the wheel."""
        return self._wheel

    # -- shown

    def refresh(self) -> None:
        """Show the year, with the filters there are."""
        suppliers, people = self._screen.choices()
        for select, names, chosen in ((self._supplier, suppliers, self._filters.supplier), (self._person, people, self._filters.responsible)):
            select.offer([Alternative(ALL, _all), *(Alternative(name, name) for name in sorted(names, key=str.casefold))])
            select.put_value(chosen)
        self._kind.put_value(self._filters.occasion.value if self._filters.occasion else ALL)
        self._done.put_value(self._filters.done)
        self._show_months()
        self._rows = list(self._screen.rows(self._year, self._month, self._filters))
        self._show_rows()

    def _show_months(self) -> None:
        looks = self._screen.months(self._year, self._filters)
        today = self._screen.today
        done = self._filters.done
        most = max((_minutes(one, done=done) for one in looks), default=0) or 1
        chosen = looks if self._month is None else [looks[self._month - 1]]
        count, minutes = sum(_count(one, done=done) for one in chosen), sum(_minutes(one, done=done) for one in chosen)
        self._wheel.put(
            [self._wheel_month(one, most) for one in looks],
            (lambda t: t.formats.number(count), lambda t: self._under(minutes, t)),
            today.month if today.year == self._year else 0,
            self._month,
        )
        self._shown_year.put(str(self._year))
        self._sum.put(self._period)
        self._sum.setVisible(self._month is not None)
        hours, planned = self._screen.hours, sum(one.sum.minutes + one.sum.used for one in looks)
        self._hours.setVisible(bool(hours) and self._filters == Filters())
        self._hours.put(
            lambda t: t.say(
                "The year asks for {planned}; the profile has {hours} h.", planned=said_minutes(planned, t), hours=t.formats.number(hours)
            )
        )
        late = self._screen.overdue(self._filters)
        self._late.setVisible(bool(late))
        self._late.put(lambda t: t.count("{n} activity is overdue", "{n} activities are overdue", late))
        self._whole.setVisible(self._month is not None)
        self._months.put([(_month_name(one.month), _said(one, done=done)) for one in looks])

    def _wheel_month(self, one: MonthLook, most: int) -> WheelMonth:
        done = self._filters.done
        count, minutes = _count(one, done=done), _minutes(one, done=done)
        said, name = _said(one, done=done), _month_name(one.month)
        return WheelMonth(
            lambda t: t.formats.number(count) if count else "–",
            lambda t: said_minutes(minutes, t) if count else "",
            lambda t: f"{name(t)}: {said(t)}",
            minutes / most,
            bool(one.late) and not done,
        )

    def _under(self, minutes: int, t: Translation) -> str:
        words = t.say("done") if self._filters.done else t.say("to do")
        return f"{words}\n{said_minutes(minutes, t)}"

    def _period(self, t: Translation) -> str:
        return "" if self._month is None else f"{_month_name(self._month)(t)} {self._year}"

    def _show_rows(self) -> None:
        whole = self._screen.count(self._year, self._month, self._filters)
        filtered = self._filters != Filters(done=self._filters.done)
        self._list.show_rows(self._rows, whole, done=self._filters.done, filtered=filtered)

    # -- done

    def _show_more(self) -> None:
        self._rows += self._screen.rows(self._year, self._month, self._filters, len(self._rows))
        self._show_rows()

    def _choose_month(self, month: int | None) -> None:
        self._month = month
        self.refresh()

    def _go_to(self, year: int) -> None:
        self._year, self._month = year, None
        self.refresh()

    def _filter(self, **fields: object) -> None:
        self._filters = replace(self._filters, **fields)  # type: ignore[arg-type] # the fields of Filters
        self.refresh()

    def _open(self, activity: ActivityRow) -> None:
        view = ContractView(self.voice, self._screen.open(activity.contract), self._workers, "plan")
        self.go.emit(view)
        view.open("plan", activity.id)


class SideBySide(QWidget):
    """Two things beside each other; under each other where the second would be narrower than it can be read."""

    def __init__(self, first: QLayout, second: QLayout, wide: QWidget) -> None:
        super().__init__()
        self._wide = wide
        self._inside = row(self, gap=HUGE)
        self._inside.addLayout(first)
        self._inside.addLayout(second, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that there is room for."""
        super().resizeEvent(event)
        fits = event.size().width() >= self._wide.sizeHint().width() + look().px(_LEAST_BESIDE)
        self._inside.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _count(one: MonthLook, *, done: bool) -> int:
    return one.sum.done if done else one.sum.planned


def _minutes(one: MonthLook, *, done: bool) -> int:
    return one.sum.used if done else one.sum.minutes


def _said(one: MonthLook, *, done: bool) -> Callable[[Translation], str]:
    """Say a month in words."""

    def said(t: Translation) -> str:
        count = _count(one, done=done)
        parts = [t.count("{n} activity", "{n} activities", count), said_minutes(_minutes(one, done=done), t)]
        if one.late and not done:
            parts.append(t.count("{n} overdue", "{n} overdue", one.late))
        return ", ".join(parts) if count else t.say("nothing")

    return said


def _month_name(month: int) -> Callable[[Translation], str]:
    return lambda t: QLocale(t.language.locale).standaloneMonthName(month).capitalize()


def _all(t: Translation) -> str:
    return t.say("All")


def _kind(occasion: Occasion) -> Alternative:
    return Alternative(occasion.value, lambda t: t.say(KIND_NAMES[occasion]))
