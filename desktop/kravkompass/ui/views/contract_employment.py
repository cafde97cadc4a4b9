"""How the jobs through a contract look: the dialogue, what is promised and what came of it, and Norway's duty to have apprentices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.followup.apprentices import SHARE_RULE, Duty
from kravkompass.followup.employment_naming import AFTER_NAMES, DUTY_NAMES, KIND_NAMES, extent_said, quarter_name
from kravkompass.screens.contract_employment import EmploymentScreen
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.employment_dialogue import DialogueCard
from kravkompass.ui.views.employment_promise import PromiseForm
from kravkompass.ui.views.employment_quarter import QuarterForm
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, SectionTitle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kravkompass.followup.apprentices import ApprenticeShare
    from kravkompass.followup.contract import Supplier
    from kravkompass.followup.employment import JobOutcome, JobPromise, PromiseKind, Tally
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_employment import PromiseView
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

DUTY_TONES = {Duty.NOT_KNOWN: Tone.INFO, Duty.ENOUGH: Tone.POSITIVE, Duty.TRIED: Tone.POSITIVE, Duty.TOO_LITTLE: Tone.NEGATIVE}


class EmploymentPage(ContractPage):
    """The jobs of one supplier at a time."""

    section = "employment"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers)
        self.jobs = EmploymentScreen(screen)
        self._supplier = ""
        self.new = Button(voice, lambda t: t.say("Add a promise"), Weight.PRIMARY, "add")
        self.new.clicked.connect(lambda: self.fill_in(self.jobs.blank_promise(self._supplier)))
        self.set_actions([self.new])
        self._which, self._pressing, self._list = column(gap=0), column(gap=MEDIUM), column(gap=MEDIUM)
        self.dialogue = DialogueCard(voice, self.jobs)
        self.dialogue.message.connect(self.message)
        self.form, self.quarter = PromiseForm(voice, self.jobs), QuarterForm(voice, self.jobs)
        self.form.kept.connect(self._keep_promise)
        self.quarter.kept.connect(self._keep_outcome)
        for form in (self.form, self.quarter):
            form.cancelled.connect(self._put_away)
            form.hide()
        only_numbers = Callout(
            voice,
            Tone.INFO,
            lambda t: t.say("Only numbers, never people"),
            lambda t: t.say(
                "There is no field for who is placed, and notes warn at identity numbers. Names and other personal data belong with whoever places people."
            ),
        )
        for part in (only_numbers, self._which, self._pressing, self.dialogue, self.form, self.quarter, self._list):
            self.add(part)

    def refresh(self) -> None:
        """Show the dialogue, the promises and what came of them."""
        suppliers = self.contract_screen.suppliers
        if self._supplier not in {one.id for one in suppliers}:
            self._supplier = suppliers[0].id if suppliers else ""
        self._offer(suppliers)
        self.new.setEnabled(bool(suppliers))
        self.dialogue.setVisible(bool(suppliers))
        if suppliers:
            self.dialogue.put(self._supplier)
        clear(self._pressing)
        if (share := self.jobs.apprentices()) is not None:
            self._pressing.addWidget(self._duty(share))
        clear(self._list)
        for part in self._parts():
            self._list.addWidget(part)

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self.new

    def show_part(self, identity: str) -> None:
        """Show a promise to change."""
        views = {view.promise.id: view for one in self.contract_screen.suppliers for view in self.jobs.promises(one.id)}
        if identity in views:
            self._supplier = views[identity].promise.supplier
            self.refresh()
            self.fill_in(views[identity].promise)

    def fill_in(self, promise: JobPromise) -> None:
        """Show a promise to fill in or to change."""
        self.quarter.hide()
        self.form.begin(promise)
        self.form.show()
        self.form.setFocus()

    def write_in(self, promise: JobPromise, at: tuple[int, int] | None = None) -> None:
        """Show a quarter of a promise to write in."""
        self.form.hide()
        self.quarter.begin(promise, at)
        self.quarter.show()
        self.quarter.setFocus()

    def _keep_promise(self, promise: JobPromise) -> None:
        self.jobs.keep_promise(promise)
        self._put_away()

    def _keep_outcome(self, outcome: JobOutcome) -> None:
        self.jobs.keep_outcome(outcome)
        self._put_away()

    def _put_away(self) -> None:
        self.form.hide()
        self.quarter.hide()
        self.refresh()
        self.new.setFocus()

    def _offer(self, suppliers: Sequence[Supplier]) -> None:
        clear(self._which)
        if len(suppliers) > 1:
            which = Segments(self.voice, [Alternative(one.id, one.name) for one in suppliers])
            which.put_value(self._supplier)
            which.changed.connect(self._other)
            self._which.addWidget(Field(self.voice, lambda t: t.say("Supplier"), which))

    def _other(self, supplier: object) -> None:
        self._supplier = str(supplier)
        self._put_away()

    def _parts(self) -> Iterator[QWidget]:
        views = self.jobs.promises(self._supplier) if self._supplier else ()
        if not views:
            yield EmptyState(
                self.voice,
                "employment",
                lambda t: t.say("Nothing is promised yet"),
                lambda t: (
                    t.say("Hold the dialogue, agree on what fits the work, and write the promises in here.")
                    if self._supplier
                    else t.say("Add the supplier to the contract first.")
                ),
            )
            return
        yield SectionTitle(self.voice, lambda t: t.say("Promised and done"))
        for view in views:
            yield self._card(view)

    def _card(self, view: PromiseView) -> Card:
        promise = view.promise
        card = Card()
        line = row(gap=MEDIUM)
        line.addWidget(Label(self.voice, lambda t: t.say(KIND_NAMES[promise.kind]), Text.HEADING), 1)
        line.addWidget(Chip(self.voice, lambda t: _done(view.whole, t), _tone(view.whole)))
        card.add(line)
        facts = KeyValues(self.voice)
        facts.put([*self._facts(view)])
        card.add(facts)
        if promise.note:
            card.add(Label(self.voice, promise.note, Text.MUTED))
        card.add(self._buttons(promise))
        return card

    def _facts(self, view: PromiseView) -> Iterator[tuple[Wording, Wording]]:
        kind = view.promise.kind
        for year, tally in view.by_year.items():
            yield str(year), partial(_year, tally)
        for (year, quarter), tally in view.by_quarter.items():
            yield partial(quarter_name, year, quarter), partial(_quarter, tally, kind)

    def _buttons(self, promise: JobPromise) -> Flow:
        write = Button(self.voice, lambda t: t.say("Write in a quarter"), icon="edit")
        write.clicked.connect(lambda: self.write_in(promise))
        change = Button(self.voice, lambda t: t.say("Change"), Weight.QUIET, "edit")
        change.clicked.connect(lambda: self.fill_in(promise))
        drop = Button(self.voice, lambda t: t.say("Take away"), Weight.QUIET, "delete")
        drop.clicked.connect(lambda: self._drop(promise))
        flow = Flow(gap=SMALL)
        flow.add([write, change, drop])
        return flow

    def _drop(self, promise: JobPromise) -> None:
        undo = self.jobs.drop_promise(promise)
        self.message.emit(lambda t: t.say("The promise has been taken away."), undo)

    def _duty(self, share: ApprenticeShare) -> Callout:
        kept = self.contract_screen.contract
        day = kept.signed or kept.start or self.contract_screen.today
        found = self.contract_screen.catalog.rules.row(SHARE_RULE, day)
        sources = [self.contract_screen.catalog.source(kept.country, name) for name in (found.sources if found else ())]
        return Callout(
            self.voice,
            DUTY_TONES[share.standing],
            lambda t: t.say("Apprentices' part of the work: {standing}", standing=t.say(DUTY_NAMES[share.standing]).lower()),
            lambda t: " ".join(
                (_share(share, t), *(t.say("Source: {title}, seen {day}.", title=one.title, day=t.formats.kept_date(one.seen)) for one in sources if one))
            ),
        )


def _done(tally: Tally, t: Translation) -> str:
    return t.say("{done} of {promised} done", done=t.formats.number(tally.done), promised=t.formats.number(tally.promised))


def _tone(tally: Tally) -> Tone:
    return Tone.POSITIVE if tally.done >= tally.promised else Tone.WARNING if tally.done else Tone.NEUTRAL


def _year(tally: Tally, t: Translation) -> str:
    done = t.formats.number(tally.done)
    if tally.share is None:
        return t.say("{done} done, no target for the year", done=done)
    percent = t.formats.number(round(100 * tally.share))
    return t.say("{done} of {promised} done ({percent} %)", done=done, promised=t.formats.number(tally.promised), percent=percent)


def _quarter(tally: Tally, kind: PromiseKind, t: Translation) -> str:
    after = (f"{t.say(AFTER_NAMES[end]).lower()} {t.formats.number(count)}" for end, count in tally.after.items())
    people = t.count("{n} person", "{n} people", tally.done)
    return ", ".join(part for part in (people, extent_said(tally.extent, kind, t), *after) if part)


def _share(share: ApprenticeShare, t: Translation) -> str:
    least = t.formats.number(share.least) if share.least is not None else "?"
    if share.percent is None:
        return t.say("At least {least} % is asked for where the duty holds. Write in the apprentices' hours and all hours per quarter.", least=least)
    percent = t.formats.number(round(share.percent, 1))
    hours, whole = t.formats.number(share.hours), t.formats.number(share.all_hours)
    return t.say(
        "{percent} % of the work so far ({hours} of {whole} hours); at least {least} % is asked for where the duty holds.",
        percent=percent, hours=hours, whole=whole, least=least,
    )  # fmt: skip
