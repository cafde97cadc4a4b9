"""The button beside a purchase that makes a template of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.ui.widgets.button import IconButton

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.templates import Templates
    from kravkompass.ui.language import Wording
    from kravkompass.ui.view import View


def template_button(view: View, templates: Templates, purchase: str, title: str) -> IconButton:
    """Make the button; what was made is told in the view, and can be taken back."""

    def shown(t: Translation) -> str:
        return title or t.say("Untitled purchase")

    def make() -> None:
        from kravkompass.ui.views.template_prompt import ask_name, kept_in_a_template

        heading: Wording = lambda t: t.say("Make a template")  # noqa: E731
        name = ask_name(view.voice, heading, heading, shown(view.voice.translation), view, kept_in_a_template)
        if name:
            made = templates.make(purchase, name)
            told: Wording = lambda t: t.say("The template “{name}” has been made.", name=name)  # noqa: E731
            view.message.emit(told, lambda: templates.delete(made))

    button = IconButton(view.voice, lambda t: t.say("Make a template of {title}", title=shown(t)), "file")
    button.clicked.connect(lambda _on=False: make())
    return button
