"""When an activity counts and how long it took, as the database says it: the same rules as those of a kept activity."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func

from kravkompass.followup.activity import KeptActivity, State
from kravkompass.purchases.parts import shelf_of

_ACTIVITY = shelf_of(KeptActivity).table
_IS_DONE = _ACTIVITY.c.state == State.DONE.value

WHEN: ColumnElement[str] = case((_IS_DONE, func.coalesce(_ACTIVITY.c.done, _ACTIVITY.c.day)), else_=_ACTIVITY.c.day)
"""`KeptActivity.when`."""
TIME: ColumnElement[int] = func.coalesce(_ACTIVITY.c.used, _ACTIVITY.c.minutes)
"""`KeptActivity.time`."""
TIME_USED: ColumnElement[Any] = case((_IS_DONE, TIME), else_=0)
"""`KeptActivity.time_used`."""
