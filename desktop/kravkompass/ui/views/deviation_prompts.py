"""Asking about a deviation: what came of a step, how it was verified, and why it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.plan_prompts import offered
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.evidence import Evidence
    from kravkompass.ui.language import Voice


@dataclass(frozen=True, slots=True)
class Verified:
    """How it was seen that a deviation has been put right: the day, the words, and ids of evidence."""

    day: date
    words: str
    evidence: tuple[str, ...]


def ask_what_came(voice: Voice, given: str, over: QWidget) -> str | None:
    """Ask what came of a step; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("What came of it"), lambda t: t.say("What the supplier answered or did, and when."), over=over)
    words = NoteArea(voice, lines=(3, 8))
    words.put_value(given)
    prompt.add(Field(voice, lambda t: t.say("What came of it"), words))
    done = offered(voice, prompt, lambda t: t.say("Keep"), words, (words,), lambda: not words.points_out)
    return words.value if done else None


def ask_verified(voice: Voice, today: date, evidence: Sequence[Evidence], over: QWidget) -> Verified | None:
    """Ask how it was verified that a deviation has been put right; None when the buyer changed her mind."""
    prompt = Prompt(
        voice,
        lambda t: t.say("The deviation has been put right"),
        lambda t: t.say("Say how you saw it. Files are added under Evidence and can be chosen here."),
        over=over,
    )
    day, words = DateField(voice), NoteArea(voice, lines=(3, 8))
    day.put_value(today)
    chosen = MultiChoice(voice, [Alternative(one.id, one.name) for one in evidence])
    prompt.add(Field(voice, lambda t: t.say("Day"), day))
    prompt.add(Field(voice, lambda t: t.say("How you saw it"), words))
    if evidence:
        prompt.add(Field(voice, lambda t: t.say("Evidence"), chosen))

    def is_whole() -> bool:
        return bool(words.value) and not words.points_out

    if not offered(voice, prompt, lambda t: t.say("Keep the verification"), words, (words,), is_whole):
        return None
    day.commit()
    picked = tuple(one.id for one in evidence if one.id in chosen.value)
    return Verified(day.value or today, words.value, picked)
