"""The table of the overview that shows where the risks are in time: a line for each quarter, a column for each risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.catalog.naming import name
from kravkompass.catalog.terms import RiskLevel
from kravkompass.followup.employment_naming import quarter_name
from kravkompass.screens.risk_by_quarter import Spot, When, WhenLine
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice

RISK_TONES = {
    RiskLevel.VERY_HIGH: Tone.NEGATIVE,
    RiskLevel.HIGH: Tone.WARNING,
    RiskLevel.UNKNOWN: Tone.WARNING,
    RiskLevel.MEDIUM: Tone.INFO,
    RiskLevel.LOW: Tone.NEUTRAL,
}


def risk_table(voice: Voice, lines: Sequence[WhenLine]) -> DataTable[WhenLine]:
    """Make the table, as high as its lines."""
    columns = (
        Column(lambda t: t.say("Next"), _period, share=4),
        *(_column(risk) for risk in reversed(RiskLevel)),
        Column(lambda t: t.say("All"), lambda line, t: _said(line.whole, t), share=3),
    )
    table: DataTable[WhenLine] = DataTable(
        voice, lambda t: t.say("Contracts by risk and next day"), columns, sortable=False
    )
    table.put(lines)
    table.show_all()
    return table


def _column(risk: RiskLevel) -> Column[WhenLine]:
    return Column(
        lambda t: name(risk, t),
        lambda line, t: _said(line.spots.get(risk, Spot()), t),
        tone=lambda line: RISK_TONES[risk] if line.spots.get(risk, Spot()).number else None,
        share=4,
    )


def _said(spot: Spot, t: Translation) -> str:
    """Say how many there are, and the nearest day."""
    if not spot.number:
        return "–"
    number = t.formats.number(spot.number)
    return number if spot.day is None else f"{number} · {t.formats.short_date(spot.day)}"


def _period(line: WhenLine, t: Translation) -> str:
    if line.when is When.QUARTER:
        return quarter_name(line.year, line.quarter, t)
    names = {When.OVERDUE: t.say("Overdue"), When.LATER: t.say("Later"), When.NOTHING: t.say("Nothing planned")}
    return names[line.when]
