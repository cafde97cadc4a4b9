"""Show the gallery: ``python -m kravkompass.ui.gallery [light|dark|contrast] [sv|nb|nn|pseudo] [SCALE]``."""

from __future__ import annotations

import sys

from kravkompass.language import Language, pseudo_translation, translation
from kravkompass.ui.application import set_up
from kravkompass.ui.gallery.views import FieldsView, ListsView, StepsView
from kravkompass.ui.theme import Appearance
from kravkompass.ui.window import Destination, Window


def main(appearance: str = "system", language: str = "sv", scale: str = "1", page: str = "lists") -> int:
    """Show the window until it is closed."""
    spoken = pseudo_translation() if language == "pseudo" else translation(Language(language))
    desk = set_up(sys.argv, spoken, Appearance(appearance), float(scale))
    voice = desk.voice
    places = [
        Destination("lists", "Listor", "purchase", lambda: ListsView(voice)),
        Destination("steps", "Steg", "check-over", lambda: StepsView(voice)),
        Destination("fields", "Fält", "edit", lambda: FieldsView(voice)),
    ]
    window = Window(desk, places)
    window.go(page)
    window.show()
    return desk.application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
