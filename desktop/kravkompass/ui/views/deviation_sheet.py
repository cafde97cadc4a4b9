"""How one deviation looks: what was found, its ladder, the supplier's plan, and how it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.terms import Severity
from kravkompass.followup.contract import texts_in
from kravkompass.followup.deviation import PlanState
from kravkompass.followup.deviation_naming import PLAN_NAMES
from kravkompass.followup.ladder import ZERO_TOLERANCE
from kravkompass.followup.letter import LetterKind
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.deviation_ladder import LadderSteps
from kravkompass.ui.views.deviation_list import shortened, state_chips
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kravkompass.followup.deviation import ActionPlan
    from kravkompass.language import Translation
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.views.deviation_verbs import DeviationVerbs

PLAN_TONES = {PlanState.SENT: Tone.WARNING, PlanState.APPROVED: Tone.POSITIVE, PlanState.SENT_BACK: Tone.NEUTRAL}


class DeviationSheet(QWidget):
    """One deviation. What is pressed is done by the verbs."""

    def __init__(self, voice: Voice, dossier: Dossier, verbs: DeviationVerbs) -> None:
        super().__init__()
        self._voice, self._dossier, self._verbs = voice, dossier, verbs
        inside = column(self, gap=LARGE)
        self.back = self._button(lambda t: t.say("All deviations"), verbs.show_all, Weight.QUIET, "back")
        line = Flow(gap=SMALL)
        line.add([self.back])
        inside.addLayout(line)
        if dossier.deviation.severity is Severity.ZERO_TOLERANCE and dossier.deviation.is_open:
            inside.addWidget(Callout(voice, Tone.WARNING, lambda t: t.say("Zero tolerance"), lambda t: t.say(ZERO_TOLERANCE)))
        inside.addWidget(self._found())
        inside.addWidget(self._ladder())
        inside.addWidget(self._plans())
        inside.addWidget(self._closing())

    def _button(self, wording: Wording, do: Callable[[], None], weight: Weight = Weight.SECONDARY, icon: str = "") -> Button:
        button = Button(self._voice, wording, weight, icon)
        button.clicked.connect(lambda _on=False: do())
        return button

    # -- what was found

    def _found(self) -> Card:
        voice, dossier, verbs = self._voice, self._dossier, self._verbs
        card = Card()
        card.add(Label(voice, dossier.deviation.what, Text.HEADING).selectable())
        chips = Flow(gap=SMALL)
        chips.add(state_chips(voice, dossier, verbs.today))
        card.add(chips)
        facts = KeyValues(voice)
        facts.put(list(self._facts()))
        card.add(facts)
        if (requirement := dossier.requirement) is not None:
            _, texts = texts_in(requirement, voice.translation.language)
            wording = Label(voice, f"{texts.demand}\n\n{texts.evidence}").selectable()
            card.add(Expander(voice, lambda t: t.say("The wording agreed"), wording))
        for small in dossier.gathered:
            card.add(self._gathered(small.id, small.what))
        buttons = Flow(gap=SMALL)
        if dossier.deviation.is_open:
            buttons.add([self._button(lambda t: t.say("Change"), lambda: verbs.edit(dossier), icon="edit")])
        buttons.add([self._button(lambda t: t.say("Chronology"), lambda: verbs.chronology(dossier), icon="history")])
        card.add(buttons)
        return card

    def _gathered(self, deviation: str, what: str) -> Button:
        said = shortened(what)
        return self._button(lambda t: t.say("Treated here: {what}", what=said), lambda: self._verbs.open(deviation), Weight.QUIET, "deviation").flush()

    def _facts(self) -> Iterator[tuple[Wording, Wording]]:
        dossier, deviation = self._dossier, self._dossier.deviation
        title = self._verbs.deviations.title
        yield (lambda t: t.say("Requirement")), (lambda t: title(dossier.requirement, t.language) or t.say("The whole contract"))
        if dossier.supplier is not None:
            yield (lambda t: t.say("Supplier")), dossier.supplier.name
        yield (lambda t: t.say("Found")), (lambda t: t.formats.short_date(deviation.found))
        if deviation.meeting or deviation.activity or deviation.outcome:
            yield (lambda t: t.say("Came from")), self._origin
        if deviation.reopened_reason:
            yield (lambda t: t.say("Opened again because")), deviation.reopened_reason

    def _origin(self, t: Translation) -> str:
        deviation = self._dossier.deviation
        parts = (
            t.say("A meeting") if deviation.meeting else "",
            t.say("An activity of the plan") if deviation.activity else "",
            t.say("The outcome of a check") if deviation.outcome else "",
        )
        return " · ".join(part for part in parts if part)

    # -- the ladder

    def _ladder(self) -> Card:
        card = Card()
        lead: Wording = (
            (lambda t: t.say("One step at a time, termination last. Each wants a day, a ground and a document."))
            if self._dossier.deviation.is_open
            else (lambda t: t.say("The deviation is closed: no further step can be taken."))
        )
        card.add(Label(self._voice, lambda t: t.say("The ladder"), Text.HEADING))
        card.add(Label(self._voice, lead, Text.MUTED))
        steps = LadderSteps(self._voice, self._verbs.letters, self._dossier)
        steps.wanted.connect(lambda step: self._verbs.step(self._dossier, step))
        steps.came.connect(lambda step: self._verbs.what_came(self._dossier, step))
        steps.message.connect(self._verbs.page.message)
        card.add(steps)
        return card

    # -- the supplier's plan

    def _plans(self) -> Card:
        card = Card()
        card.add(Label(self._voice, lambda t: t.say("The supplier's action plan"), Text.HEADING))
        for plan in reversed(self._dossier.plans):
            card.add(self._plan(plan))
        if not self._dossier.plans:
            card.add(Label(self._voice, lambda t: t.say("No plan has come in yet."), Text.MUTED))
        if self._dossier.deviation.is_open:
            buttons = Flow(gap=SMALL)
            buttons.add(self._plan_buttons())
            card.add(buttons)
        return card

    def _plan_buttons(self) -> Iterator[Button]:
        dossier, verbs, plan = self._dossier, self._verbs, self._dossier.plan
        if plan is not None and plan.state is PlanState.SENT:
            yield self._button(lambda t: t.say("Approve …"), lambda: verbs.letter(dossier, LetterKind.PLAN_APPROVED), icon="check")
            yield self._button(lambda t: t.say("Send back …"), lambda: verbs.letter(dossier, LetterKind.PLAN_SENT_BACK), icon="undo")
            yield self._button(lambda t: t.say("Change the plan"), lambda: verbs.plan(dossier, plan), Weight.QUIET, "edit")
            return
        yield self._button(lambda t: t.say("A plan has come in …"), lambda: verbs.plan(dossier), icon="add")

    def _plan(self, plan: ActionPlan) -> QWidget:
        voice = self._voice
        whole = QWidget()
        inside = column(whole, gap=SMALL)
        head = Flow(gap=SMALL)
        name = Label(voice, lambda t: t.say("Plan {n}, {day}", n=t.formats.number(plan.number), day=t.formats.short_date(plan.sent)), Text.STRONG, wraps=False)
        head.add([name, Chip(voice, lambda t: t.say(PLAN_NAMES[plan.state]), PLAN_TONES[plan.state])])
        inside.addLayout(head)
        facts = KeyValues(voice)
        facts.put(list(_plan_facts(plan)))
        inside.addWidget(facts)
        return whole

    # -- verifying and closing

    def _closing(self) -> Card:
        voice, dossier, verbs = self._voice, self._dossier, self._verbs
        deviation = dossier.deviation
        card = Card()
        card.add(Label(voice, lambda t: t.say("Verification and closing"), Text.HEADING))
        facts = KeyValues(voice)
        facts.put(list(self._closed_facts()))
        card.add(facts)
        buttons = Flow(gap=MEDIUM)
        if deviation.is_open:
            verified = self._button(lambda t: t.say("It has been put right …"), lambda: verbs.verify(dossier), icon="check-over")
            close = self._button(lambda t: t.say("Close the deviation"), lambda: verbs.close(dossier), icon="check")
            buttons.add([verified, close])
        else:
            confirm = self._button(lambda t: t.say("Confirm to the supplier …"), lambda: verbs.letter(dossier, LetterKind.CLOSED), icon="file")
            again = self._button(lambda t: t.say("Open again …"), lambda: verbs.reopen(dossier), icon="undo")
            buttons.add([confirm, again])
        card.add(buttons)
        return card

    def _closed_facts(self) -> Iterator[tuple[Wording, Wording]]:
        deviation = self._dossier.deviation
        if (verified := deviation.verified) is not None:
            yield (lambda t: t.say("Verified")), (lambda t: f"{t.formats.short_date(verified)}: {deviation.verification}")
            names = self._verbs.evidence_names(deviation.evidence)
            if names:
                yield (lambda t: t.say("Evidence")), ", ".join(names)
        else:
            yield (lambda t: t.say("Verified")), (lambda t: t.say("Not yet"))
        if deviation.closing_reason:
            yield (lambda t: t.say("Closed because")), deviation.closing_reason
        if (closed := deviation.closed) is not None:
            yield (lambda t: t.say("Day the deviation was closed")), (lambda t: t.formats.short_date(closed))
        if deviation.confirmation:
            yield (lambda t: t.say("Confirmation to the supplier")), deviation.confirmation


def _plan_facts(plan: ActionPlan) -> Iterator[tuple[Wording, Wording]]:
    yield (lambda t: t.say("Cause")), plan.cause
    if plan.people:
        yield (lambda t: t.say("How the people affected are protected")), plan.people
    for measure in plan.measures:
        by = measure.by

        def said(t: Translation, who: str = measure.who, what: str = measure.what, by: object = by) -> str:
            day = t.formats.short_date(by) if by is not None else t.say("no date")  # type: ignore[arg-type]
            return " · ".join(part for part in (what, who, day) if part)

        yield (lambda t: t.say("Measure")), said
    if plan.reason:
        yield (lambda t: t.say("What is missing")), plan.reason
    if (decided := plan.decided) is not None:
        yield (lambda t: t.say("Answered")), (lambda t: t.formats.short_date(decided))
    if (verified := plan.verified) is not None:
        yield (lambda t: t.say("Verified")), (lambda t: t.formats.short_date(verified))
