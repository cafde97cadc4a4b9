"""Asking for a reason when a requirement is left out, and for a wording when it is adapted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from kravkompass.guidance.braces import UnknownBracesError, check_braces
from kravkompass.guidance.purchase import LeftOutReason
from kravkompass.guidance.saying import LEFT_OUT_NAMES
from kravkompass.ui.layout import column
from kravkompass.ui.look import TIGHT, Text, look
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.text_fields import TextArea
from kravkompass.ui.widgets.word_changes import WordChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.catalog.requirement import Parameter
    from kravkompass.screens.requirements import Choice as RequirementChoice
    from kravkompass.screens.requirements import Requirements
    from kravkompass.ui.language import Voice, Wording

_WIDE = 720
_CHANGES_HIGH = 120


def leave_out(voice: Voice, screen: Requirements, choice: RequirementChoice, over: QWidget) -> None:
    """Ask why, and leave the requirement out."""
    before = choice.decision
    given = (before.reason_code, before.reason) if before is not None else ("", "")
    answer = ask_why(voice, lambda t: t.say("Leave out “{title}”", title=choice.texts.title), over, given)
    if answer is not None:
        screen.leave_out(choice.requirement.id, *answer)


def ask_why(voice: Voice, heading: Wording, over: QWidget, given: tuple[str, str] = ("", "")) -> tuple[LeftOutReason, str] | None:
    """Ask for a reason from the short list and in the buyer's own words; None when the buyer changed her mind."""
    prompt = Prompt(voice, heading, lambda t: t.say("The reason is kept with the purchase."), over=over)
    why = Choice(voice, [_alternative(code, words) for code, words in LEFT_OUT_NAMES.items()])
    more = TextArea(voice, lambda t: t.say("In your own words"))
    if given[0]:
        why.put_value(given[0])
        more.put_value(given[1])
    prompt.add(why)
    prompt.add(Field(voice, lambda t: t.say("In your own words"), more))
    keep = Button(voice, lambda t: t.say("Leave out"), Weight.PRIMARY)

    def judge() -> None:
        keep.setEnabled(why.value is not None and (why.value != LeftOutReason.OTHER.value or bool(more.value)))

    why.changed.connect(lambda _value: judge())
    more.textChanged.connect(judge)
    judge()
    prompt.offer([(keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    why.setFocus()
    return (LeftOutReason(str(why.value)), more.value) if prompt.exec() == 1 and why.value is not None else None


def adapt(voice: Voice, screen: Requirements, choice: RequirementChoice, over: QWidget) -> None:
    """Ask for a wording of the buyer's own, and take the requirement with it."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Change the wording"),
        _about_braces(choice.requirement.parameters),
        over=over,
    )
    prompt.setMinimumWidth(look().px(_WIDE))
    raw = choice.requirement.texts[choice.language].demand
    wording = TextArea(voice, lambda t: t.say("Wording"), lines=(6, 12))
    wording.put_value((choice.decision.wording.get(choice.language) if choice.decision else None) or raw)
    reason = TextArea(voice, lambda t: t.say("Reason"), lines=(2, 6))
    reason.put_value(choice.decision.reason if choice.decision else "")
    asked = Field(voice, lambda t: t.say("Wording"), wording)
    prompt.add(asked)
    prompt.add(_live_changes(voice, raw, wording))
    prompt.add(
        Field(voice, lambda t: t.say("Reason"), reason, help_text=lambda t: t.say("Why the catalog's own wording does not fit."))
    )
    restore = Button(voice, lambda t: t.say("Use the catalog's wording"))
    keep = Button(voice, lambda t: t.say("Keep the wording"), Weight.PRIMARY)
    prompt.offer([(keep, 1), (restore, 2), (Button(voice, lambda t: t.say("Cancel")), 0)])
    _watch_braces(wording, asked, keep, choice.requirement.parameters)
    # Only a wording that was kept before can be given up for the catalog's; one that is being written is left with Cancel.
    restore.setVisible(choice.decision is not None and choice.language in choice.decision.wording)
    wording.setFocus()
    result = prompt.exec()
    if result:
        screen.adapt(choice.requirement.id, voice.translation.language, wording.value if result == 1 else raw, reason.value)


def _about_braces(parameters: Sequence[Parameter]) -> Wording:
    """Tell of braces where there are any, by one of the requirement's own."""
    if not parameters:
        return ""
    example = "{" + parameters[0].name + "}"
    return lambda t: t.say("Words in braces, such as {example}, are filled in with your values.", example=example)


def _watch_braces(wording: TextArea, asked: Field, keep: Button, parameters: Sequence[Parameter]) -> None:
    """Tell of braces that cannot be filled in while they are written; a wording that has them cannot be kept."""

    def judge() -> None:
        try:
            check_braces([wording.value], parameters)
        except UnknownBracesError as error:
            asked.show_error(error.said)
            keep.setEnabled(False)
        else:
            asked.show_error("")
            keep.setEnabled(True)

    wording.textChanged.connect(judge)
    judge()


def _live_changes(voice: Voice, raw: str, wording: TextArea) -> QWidget:
    """Show what is changed against the catalog while it is written."""
    changes = WordChanges(voice)

    def show() -> None:
        changes.put(raw, wording.value)

    wording.textChanged.connect(show)
    show()
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to write in it
    scroll.setMinimumHeight(look().px(_CHANGES_HIGH))
    changes.setObjectName("page")
    changes.setAlignment(Qt.AlignmentFlag.AlignTop)
    scroll.setWidget(changes)
    whole = QWidget()
    inside = column(whole, gap=TIGHT)
    inside.addWidget(Label(voice, lambda t: t.say("Changed against the catalog"), Text.STRONG))
    inside.addWidget(Label(voice, lambda t: t.say("Struck out: taken away. Underlined: added."), Text.MUTED))
    inside.addWidget(scroll)
    return whole


def _alternative(code: LeftOutReason, words: str) -> Alternative:
    return Alternative(code.value, lambda t: t.say(words))
