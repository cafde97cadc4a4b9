"""How the list of deviations looks: each in a row, and small ones that together should be treated as a serious one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_date, source_name
from kravkompass.catalog.terms import Severity
from kravkompass.followup.deviation_naming import when_due
from kravkompass.followup.gathering import PRACTICE
from kravkompass.followup.ladder import STEP_NAMES
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.list_row import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kravkompass.followup.gathering import Gathering
    from kravkompass.language import Translation
    from kravkompass.screens.contract_deviations import Deviations
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.ui.language import Voice

LONGEST = 140
SEVERITY_TONES = {Severity.ORDINARY: Tone.NEUTRAL, Severity.SERIOUS: Tone.WARNING, Severity.ZERO_TOLERANCE: Tone.NEGATIVE}


def deviation_row(voice: Voice, deviations: Deviations, dossier: Dossier, today: date) -> ListRow:
    """Make the row of a deviation; pressing it is for the caller to connect."""
    deviation = dossier.deviation

    def detail(t: Translation) -> str:
        taken = dossier.standing.taken
        parts = (
            deviations.title(dossier.requirement, t.language) or t.say("The whole contract"),
            dossier.supplier.name if dossier.supplier is not None else "",
            t.say("Latest step: {step}", step=t.say(STEP_NAMES[taken[-1]])) if taken else t.say("No step taken yet"),
        )
        return " · ".join(part for part in parts if part)

    return ListRow(voice, shortened(deviation.what), detail, "deviation", state_chips(voice, dossier, today))


def state_chips(voice: Voice, dossier: Dossier, today: date) -> list[Chip]:
    """Make the chips that say how a deviation stands."""
    deviation = dossier.deviation
    overdue = deviation.is_overdue(today)
    tone = Tone.WARNING if overdue else Tone.NEUTRAL if deviation.is_open else Tone.POSITIVE
    icon = "warning" if overdue else "" if deviation.is_open else "check"
    return [
        Chip(voice, lambda t: when_due(deviation, today, t), tone, icon),
        Chip(voice, lambda t: t.say(source_name(deviation.severity)), SEVERITY_TONES[deviation.severity]),
    ]


def gathering_callout(voice: Voice, deviations: Deviations, gathering: Gathering, treat: Callable[[Gathering], None]) -> Callout:
    """Say that small deviations together should be treated as a serious one, on which advice, and offer to do so."""
    source = deviations.practice_source()
    supplier = next((one.name for one in deviations.screen.suppliers if one.id == gathering.supplier), "")
    requirement = next((one for one in deviations.screen.requirements if one.id == gathering.requirement), None)
    together = Button(voice, lambda t: t.say("Treat them together …"), Weight.SECONDARY, "deviation")
    together.clicked.connect(lambda _on=False: treat(gathering))

    def heading(t: Translation) -> str:
        about = deviations.title(requirement, t.language) or t.say("several requirements")
        n = len(gathering.deviations)
        return t.count(
            "{n} small deviation at {supplier}: {about}", "{n} small deviations at {supplier}: {about}", n, supplier=supplier, about=about
        )

    def words(t: Translation) -> str:
        said = t.say(
            "Several small deviations can together be a serious one. Our practice: {number} within {months} months are looked at together.",
            number=t.formats.number(PRACTICE.number),
            months=t.formats.number(PRACTICE.months),
        )
        if source is None:
            return said
        rests = t.say(
            "The advice is {publisher}'s: {title} ({date}, checked {seen}).",
            publisher=source.publisher,
            title=source.title,
            date=source_date(source, t),
            seen=t.formats.kept_date(source.seen),
        )
        return f"{said} {rests}"

    return Callout(voice, Tone.INFO, heading, words, [together])


def shortened(words: str) -> str:
    """Give the beginning of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"
