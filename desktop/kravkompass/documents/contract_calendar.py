"""The plan of a signed contract as a calendar (.ics): what is planned and what was done, known again by the activities' own ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kravkompass.documents.calendar import FollowupCalendar, Occurrence, Wishes, at_most, made_calendar
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import texts_in
from kravkompass.followup.plan_naming import activity_name

if TYPE_CHECKING:
    from kravkompass.documents.calendar_memory import Sent
    from kravkompass.documents.contract_plan import PlanSheet


def contract_calendar(sheet: PlanSheet, sent: Sequence[Sent] = (), wishes: Wishes | None = None) -> FollowupCalendar:
    """Give the calendar of a contract's plan, with what changed since the last export; what was left out since then is cancelled.

    Raises NoDatesError when nothing is planned and nothing is to be cancelled.
    """
    found = [_occurrence(sheet, one) for one in sheet.activities if one.state is not State.DROPPED]
    return made_calendar(found, (sheet.translation.language, sheet.contract.country, sheet.day), sent, wishes)


def _occurrence(sheet: PlanSheet, one: KeptActivity) -> Occurrence:
    translation = sheet.translation
    title = f"{activity_name(one, translation)}: {sheet.contract.title or translation.say('Untitled purchase')}"
    return Occurrence(f"{sheet.contract.id}/{one.id}", one.day, title, one.occasion.value, one.minutes, tuple(_lines(sheet, one)))


def _lines(sheet: PlanSheet, one: KeptActivity) -> Iterator[str]:
    if supplier := sheet.supplier(one.supplier):
        yield supplier
    listed = [each for each in sheet.requirements if each.id in set(one.requirements)]
    titles = [f"{each.number} {texts_in(each, sheet.translation.language)[1].title}" for each in listed]
    yield from at_most(titles, sheet.translation)
    if reference := sheet.contract.reference:
        yield f"{sheet.translation.say('Reference number')}: {reference}"
