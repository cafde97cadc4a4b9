"""Running the migration steps that a file still lacks.

The steps are modules named here rather than files looked for in a folder, so that they are found in a frozen program too.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, cast

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap

from kravkompass.purchases.migrations import step_0001, step_0002

if TYPE_CHECKING:
    from sqlalchemy import Engine

STEPS: tuple[ModuleType, ...] = (step_0001, step_0002)


def upgrade(engine: Engine, at: str | None, steps: Sequence[ModuleType] = STEPS) -> None:
    """Run the steps after ``at`` (None: all), each whole in a transaction of its own or not at all.

    What a step raises is raised; the file is then as the step before it left it.
    """
    scripts = [Script(step, step.revision, step.__name__) for step in steps]
    revisions = RevisionMap(lambda: iter(scripts))
    missing = list(revisions.iterate_revisions("head", at or "base"))
    for script in reversed(missing):
        _run(engine, RevisionStep(revisions, cast("Script", script), is_upgrade=True))


def _run(engine: Engine, step: RevisionStep) -> None:
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"fn": lambda _heads, _context: [step]})
        with Operations.context(context):
            context.run_migrations()
