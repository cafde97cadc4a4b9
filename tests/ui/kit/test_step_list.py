"""The list of steps: the open one is in sight however large the text and low the window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kravkompass.ui.application import Desk
from kravkompass.ui.language import Voice
from kravkompass.ui.theme import Appearance
from kravkompass.ui.widgets.step_list import StepItem, StepList

STEPS = [StepItem(f"step {n}", f"Klimat och miljö {n}") for n in range(11)]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_open_step_is_in_sight(voice: Voice, desk: Desk, qtbot: QtBot, scale: float) -> None:
    desk.theme.choose(Appearance.LIGHT, scale)
    try:
        made = StepList(voice)
        qtbot.addWidget(made)
        made.resize(260, 420)
        made.show_steps(STEPS, "step 0")
        made.show()
        for step in (STEPS[-1], STEPS[4], STEPS[0]):
            made.show_steps(STEPS, step.id)
            QTest.qWait(20)
            row = next(row for row in made._rows if row.isChecked())
            assert row.item.id == step.id
            assert row.visibleRegion().boundingRect() == row.rect()
        made.show_steps(STEPS, STEPS[-1].id)
        made.resize(260, 300)
        QTest.qWait(20)
        assert made._rows[-1].visibleRegion().boundingRect() == made._rows[-1].rect()
    finally:
        desk.theme.choose(Appearance.LIGHT, 1.0)
