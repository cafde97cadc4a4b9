"""How the themes look in the profile: how far the municipality usually goes in each, and its own goal there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Level, Theme
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE, look
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from kravkompass.guidance.profile import Profile
    from kravkompass.language import Translation
    from kravkompass.screens.profile import Municipality
    from kravkompass.ui.language import Voice

_GOAL_WIDE = 380


class ThemesCard(Card):
    """A line for each theme: the usual level, and the goal."""

    def __init__(self, voice: Voice, screen: Municipality) -> None:
        super().__init__()
        self._levels: dict[Theme, Select] = {}
        self._goals: dict[Theme, TextField] = {}
        for theme in Theme:
            level, goal = Select(voice, [_level(one) for one in Level]), TextField(voice)
            level.changed.connect(lambda value, theme=theme: screen.set_level(theme, Level(str(value))))
            goal.changed.connect(lambda words, theme=theme: screen.set_goal(theme, str(words)))
            goal.setObjectName(f"goal {theme}")
            goal.setMinimumWidth(look().px(_GOAL_WIDE))
            self._levels[theme], self._goals[theme] = level, goal
            line = Flow(gap=LARGE)
            line.addWidget(Field(voice, _name_of(theme), level))
            line.addWidget(Field(voice, _goal_of(theme), goal))
            self.add(line)

    def put(self, profile: Profile) -> None:
        """Show the levels and the goals."""
        for theme, level in self._levels.items():
            level.put_value(profile.levels.get(theme, Level.BASE).value)
            self._goals[theme].put_value(profile.theme_goals.get(theme, ""))


def _name_of(theme: Theme) -> Callable[[Translation], str]:
    return lambda t: t.say(source_name(theme))


def _goal_of(theme: Theme) -> Callable[[Translation], str]:
    return lambda t: t.say("Your own goal: {theme}", theme=t.say(source_name(theme)).lower())


def _level(level: Level) -> Alternative:
    return Alternative(level.value, lambda t: t.say(source_name(level)))
