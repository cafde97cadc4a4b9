"""Asking for a reason when a requirement is left out, and for a wording when it is adapted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.purchase import LeftOutReason
from kravkompass.guidance.saying import LEFT_OUT_NAMES
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.text_fields import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.screens.requirements import Choice as RequirementChoice
    from kravkompass.screens.requirements import Requirements
    from kravkompass.ui.language import Voice


def leave_out(voice: Voice, screen: Requirements, choice: RequirementChoice, over: QWidget) -> None:
    """Ask why, and leave the requirement out."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Leave out “{title}”", title=choice.texts.title),
        lambda t: t.say("The reason is kept with the purchase."),
        over=over,
    )
    why = Choice(voice, [_alternative(code, words) for code, words in LEFT_OUT_NAMES.items()])
    more = TextArea(voice, lambda t: t.say("In your own words"))
    before = choice.decision
    if before is not None and before.reason_code:
        why.put_value(before.reason_code)
        more.put_value(before.reason)
    prompt.add(why)
    prompt.add(Field(voice, lambda t: t.say("In your own words"), more))
    keep = Button(voice, lambda t: t.say("Leave out"), Weight.PRIMARY)

    def judge() -> None:
        keep.setEnabled(why.value is not None and (why.value != LeftOutReason.OTHER.value or bool(more.value)))

    why.changed.connect(lambda _value: judge())
    more.textChanged.connect(judge)
    judge()
    prompt.offer([(keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
    if prompt.exec() == 1 and why.value is not None:
        screen.leave_out(choice.requirement.id, LeftOutReason(str(why.value)), more.value)


def adapt(voice: Voice, screen: Requirements, choice: RequirementChoice, over: QWidget) -> None:
    """Ask for a wording of the buyer's own, and take the requirement with it."""
    prompt = Prompt(
        voice,
        lambda t: t.say("Change the wording"),
        lambda t: t.say("Words in braces, such as {example}, are filled in with your values.", example="{days}"),
        over=over,
    )
    raw = choice.requirement.texts[choice.language].demand
    wording = TextArea(voice, lambda t: t.say("Wording"), lines=(8, 16))
    wording.put_value((choice.decision.wording.get(choice.language) if choice.decision else None) or raw)
    reason = TextArea(voice, lambda t: t.say("Reason"), lines=(2, 6))
    reason.put_value(choice.decision.reason if choice.decision else "")
    prompt.add(wording)
    prompt.add(
        Field(voice, lambda t: t.say("Reason"), reason, help_text=lambda t: t.say("Why the catalog's own wording does not fit."))
    )
    restore = Button(voice, lambda t: t.say("Use the catalog's wording"))
    keep = Button(voice, lambda t: t.say("Keep the wording"), Weight.PRIMARY)
    prompt.offer([(keep, 1), (restore, 2), (Button(voice, lambda t: t.say("Cancel")), 0)])
    result = prompt.exec()
    if result:
        screen.adapt(choice.requirement.id, voice.translation.language, wording.value if result == 1 else raw, reason.value)


def _alternative(code: LeftOutReason, words: str) -> Alternative:
    return Alternative(code.value, lambda t: t.say(words))
