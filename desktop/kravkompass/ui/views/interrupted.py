"""What the program says of a meeting that was interrupted, and going on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.language import Translation
    from kravkompass.purchases.glance_meetings import Interrupted
    from kravkompass.ui.language import Voice


def interrupted_callout(voice: Voice, meeting: Interrupted, go_on: Callable[[Interrupted], object]) -> Callout:
    """Say with whom the meeting was and what is kept of it, with a button to go on."""
    button = Button(voice, lambda t: t.say("Go on with the meeting"), icon="next")
    button.clicked.connect(lambda _on=False: go_on(meeting))
    return Callout(
        voice,
        Tone.WARNING,
        lambda t: t.say("The meeting with {supplier} was interrupted", supplier=meeting.supplier),
        lambda t: _kept(meeting, t),
        [button],
    )


def _kept(meeting: Interrupted, t: Translation) -> str:
    if meeting.saved is None:
        return t.say("Nothing had been written yet.")
    local = meeting.saved.astimezone()
    return t.say("Everything until {time} on {day} is kept.", time=f"{local:%H:%M}", day=t.formats.short_date(local.date()))
