"""The second released form: contracts and all that is kept of them, lists that went out and came back, lots, templates, own requirements."""

from __future__ import annotations

from kravkompass.purchases.migrations import (
    step_0002_chain,
    step_0002_contracts,
    step_0002_deviations,
    step_0002_findings,
    step_0002_lists,
    step_0002_lots,
    step_0002_meetings,
    step_0002_own,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    step_0002_contracts.upgrade()
    step_0002_lists.upgrade()
    step_0002_meetings.upgrade()
    step_0002_lots.upgrade()
    step_0002_chain.upgrade()
    step_0002_deviations.upgrade()
    step_0002_findings.upgrade()
    step_0002_own.upgrade()
