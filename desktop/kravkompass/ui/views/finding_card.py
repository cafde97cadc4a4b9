"""How one finding from another municipality looks: what they found, the three tests, and what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kravkompass.catalog.naming import name
from kravkompass.followup.contract import texts_in
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.reuse import Answer, Point
from kravkompass.followup.reuse_naming import ANSWER_NAMES, POINT_NAMES, SEEN_NAMES, USE_NAMES, said_judged
from kravkompass.followup.shared_finding import Use
from kravkompass.language import within_sentence
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.word_changes import WordChanges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.followup.activity import KeptActivity
    from kravkompass.followup.reuse import Judged
    from kravkompass.followup.shared_finding import TakenOver
    from kravkompass.language import Translation
    from kravkompass.screens.contract_findings import Findings, Offer
    from kravkompass.ui.language import Voice

ANSWER_TONES = {Answer.YES: Tone.POSITIVE, Answer.JUDGE: Tone.WARNING, Answer.NO: Tone.NEGATIVE}
USE_TONES = {Use.REUSE: Tone.POSITIVE, Use.PARTIAL: Tone.WARNING, Use.OWN_CHECK: Tone.NEUTRAL}


class OfferCard(Card):
    """A finding for a requirement at a supplier. ``decide`` and ``take_back`` come with the offer."""

    decide = Signal(object)
    take_back = Signal(object)

    def __init__(self, voice: Voice, screen: Findings, offer: Offer) -> None:
        super().__init__()
        self._voice, self._screen, self._offer = voice, screen, offer
        fit, decision = offer.fit, offer.decision
        language, texts = texts_in(fit.requirement, voice.translation.language)
        inside = column(gap=SMALL)
        inside.addWidget(Label(voice, f"{fit.requirement.number}  {texts.title}", Text.STRONG))
        inside.addWidget(Label(voice, self._found).selectable())
        chips = Flow(gap=SMALL)
        chips.add(self._chips())
        inside.addLayout(chips)
        if decision is not None:
            inside.addWidget(self._decided(decision))
        tests = _Tests(voice, offer, screen)
        inside.addWidget(tests if decision is None else Expander(voice, lambda t: t.say("The tests, as they stand today"), tests))
        inside.addWidget(Expander(voice, lambda t: t.say("Compare the wordings"), _wordings(voice, offer, language)))
        inside.addLayout(self._buttons())
        self.add(inside)

    def _found(self, t: Translation) -> str:
        finding = self._offer.fit.finding
        how = name(finding.method, t).lower() if finding.method is not None else t.say("method not said")
        return t.say(
            "{supplier}: {status}. {origin} checked on {day}, {how}.",
            supplier=self._offer.fit.supplier.name,
            status=t.say(STATUS_NAMES[finding.status]),
            origin=finding.origin,
            day=t.formats.long_date(finding.day),
            how=how,
        )

    def _chips(self) -> Iterator[Chip]:
        proposed, decision, finding = self._offer.assessment.use, self._offer.decision, self._offer.fit.finding
        if decision is None:
            yield Chip(self._voice, lambda t: t.say("Proposed: {use}", use=within_sentence(t.say(USE_NAMES[proposed]))), USE_TONES[proposed])
        else:
            yield Chip(
                self._voice,
                lambda t: t.say("Decided: {use}", use=within_sentence(t.say(USE_NAMES[decision.decided]))),
                USE_TONES[decision.decided],
                "check",
            )
        if finding.evidence:
            yield Chip(
                self._voice,
                lambda t: t.say("Looked at: {kinds}", kinds=", ".join(within_sentence(t.say(SEEN_NAMES[one])) for one in finding.evidence)),
            )

    def _decided(self, decision: TakenOver) -> Callout:
        spared = self._screen.spared(decision)
        def told(t: Translation) -> str:
            lines = [t.say("The tests proposed: {use}.", use=within_sentence(t.say(USE_NAMES[decision.proposed])))]
            if decision.reason:
                lines.append(t.say("Your reason: {reason}", reason=decision.reason))
            lines += [
                t.count("The check on {day} became {n} minute lighter.", "The check on {day} became {n} minutes lighter.", minutes, day=_day(activity, t))
                if activity.requirements
                else t.say("The check on {day} falls away: nothing else was to be checked then.", day=_day(activity, t))
                for activity, minutes in spared
            ]
            return "\n".join(lines)

        return Callout(
            self._voice,
            Tone.INFO,
            lambda t: t.say("{use}, decided on {day}", use=t.say(USE_NAMES[decision.decided]), day=t.formats.long_date(decision.day)),
            told,
        )

    def _buttons(self) -> Flow:
        buttons = Flow(gap=SMALL)
        title = self._offer.fit.requirement.number
        if self._offer.decision is None:
            choose = Button(self._voice, lambda t: t.say("Decide"), Weight.PRIMARY, "check")
            made = [choose]
        else:
            choose = Button(self._voice, lambda t: t.say("Change the decision"), Weight.QUIET, "edit")
            back = Button(self._voice, lambda t: t.say("Take it back"), Weight.QUIET, "undo")
            back.clicked.connect(lambda: self.take_back.emit(self._offer))
            made = [choose, back]
        choose.clicked.connect(lambda: self.decide.emit(self._offer))
        for button in made:
            button.setAccessibleDescription(title)
        buttons.add(made)
        return buttons


class _Tests(QWidget):
    """The three tests and what was found, each with its answer in words and its reasons."""

    def __init__(self, voice: Voice, offer: Offer, screen: Findings) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().gap(LARGE))
        grid.setVerticalSpacing(look().gap(SMALL))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 7)
        asked = screen.requirement(offer)
        for place, point in enumerate(Point):
            answer = offer.assessment.answer(point)
            grid.addWidget(Label(voice, _point(point), Text.STRONG), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Chip(voice, _answer(answer), ANSWER_TONES[answer]), place, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            reasons = column(gap=TIGHT)
            for judged in offer.assessment.judged:
                if judged.point is point:
                    reasons.addWidget(Label(voice, _reason(judged, asked)).selectable())
            grid.addLayout(reasons, place, 2, Qt.AlignmentFlag.AlignTop)


def _reason(judged: Judged, asked: Requirement | None) -> Callable[[Translation], str]:
    return lambda t: said_judged(judged, asked, t)


def _point(point: Point) -> Callable[[Translation], str]:
    return lambda t: t.say(POINT_NAMES[point])


def _answer(answer: Answer) -> Callable[[Translation], str]:
    return lambda t: t.say(ANSWER_NAMES[answer])


def _wordings(voice: Voice, offer: Offer, language: str) -> QWidget:
    """Show theirs against ours, in the language shown where both have it."""
    theirs, ours = offer.fit.finding.agreed.wording, offer.fit.requirement.texts
    common = language if language in theirs else next((one for one in ours if one in theirs), "")
    whole = QWidget()
    inside = column(whole, gap=SMALL)
    if common:
        inside.addWidget(Label(voice, lambda t: t.say("Struck out: only theirs. Underlined: only yours."), Text.MUTED))
        changes = WordChanges(voice)
        changes.put(theirs[common], ours[common].demand)
        inside.addWidget(changes)
    else:
        pairs = ((lambda t: t.say("Theirs"), next(iter(theirs.values()), "–")), (lambda t: t.say("Yours"), ours[language].demand))
        for title, words in pairs:
            inside.addWidget(Label(voice, title, Text.STRONG))
            inside.addWidget(Label(voice, words).selectable())
    if note := offer.fit.finding.note:
        inside.addWidget(Label(voice, lambda t: t.say("Their note"), Text.STRONG))
        inside.addWidget(Label(voice, note).selectable())
    return whole


def _day(activity: KeptActivity, t: Translation) -> str:
    return t.formats.long_date(activity.day)
