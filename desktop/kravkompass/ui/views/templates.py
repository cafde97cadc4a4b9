"""How the templates look: begin a purchase from one, rename, delete, and give and take them as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.catalog.naming import source_name
from kravkompass.purchases.kinds import Kind
from kravkompass.screens.export import plain_name
from kravkompass.ui.layout import row
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.template_prompt import ask_name, kept_in_a_template
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.page import WORKING, Page

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.purchases.rows import TemplateRow
    from kravkompass.screens.templates import Templates
    from kravkompass.ui.language import Voice, Wording

FILES = "*.json"


class TemplatesView(View):
    """The templates."""

    kinds = frozenset({Kind.TEMPLATES})

    def __init__(self, voice: Voice, screen: Templates, wizard: Callable[[str], View]) -> None:
        super().__init__(voice)
        self._screen, self._wizard = screen, wizard
        self._page = Page(voice, width=WORKING)
        self._page.set_title(lambda t: t.say("Templates"), lambda t: t.say("Begin a purchase from one you have made before."))
        self._back = self._button(lambda t: t.say("Back"), "back", lambda: self.go.emit("home"))
        self._read = self._button(lambda t: t.say("Read a template from a file"), "open", self._choose_file)
        self._page.set_actions([self._back, self._read])
        row(self, gap=0).addWidget(self._page)

    def _button(self, wording: Wording, icon: str, does: Callable[[], object]) -> Button:
        button = Button(self.voice, wording, Weight.SECONDARY, icon)
        button.clicked.connect(lambda _on=False: does())
        return button

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Templates")

    def first_focus(self) -> QWidget:
        """Begin at the first template, or at the button to go back."""
        return self._page.findChild(ListRow) or self._back

    def refresh(self) -> None:
        """Show the templates."""
        self._page.empty()
        rows = self._screen.rows()
        if not rows:
            self._page.add(EmptyState(self.voice, "file", lambda t: t.say("No templates yet"), _how))
        for template in rows:
            self._page.add(self._row(template))

    def retranslate(self) -> None:
        """The kit says its own texts again."""

    def _row(self, template: TemplateRow) -> QWidget:
        chips = [
            Chip(self.voice, lambda t: t.say(source_name(template.country))),
            Chip(self.voice, lambda t: t.count("{n} requirement", "{n} requirements", template.chosen), Tone.ACCENT),
        ]
        if template.lots:
            chips.append(Chip(self.voice, lambda t: t.count("{n} lot", "{n} lots", template.lots)))
        line = ListRow(self.voice, template.name, lambda t: t.say("Begin a purchase from this template"), "file", chips)
        line.clicked.connect(lambda _on=False: self.go.emit(self._wizard(self._screen.begin(template.id))))
        whole = QWidget()
        across = row(whole, gap=SMALL)
        across.addWidget(line, 1)
        actions: tuple[tuple[Wording, str, Callable[[TemplateRow], None]], ...] = (
            (lambda t: t.say("Rename {title}", title=template.name), "edit", self._rename),
            (lambda t: t.say("Save {title} as a file", title=template.name), "export", self._choose_place),
            (lambda t: t.say("Delete {title}", title=template.name), "delete", self._delete),
        )
        for wording, icon, does in actions:
            button = IconButton(self.voice, wording, icon)
            button.clicked.connect(lambda _on=False, does=does: does(template))
            across.addWidget(button)
        return whole

    def _rename(self, template: TemplateRow) -> None:
        name = ask_name(self.voice, lambda t: t.say("Rename the template"), lambda t: t.say("Rename"), template.name, self)
        if name and name != template.name:
            self._screen.rename(template.id, name)
            told: Wording = lambda t: t.say("The template is now called “{name}”.", name=name)  # noqa: E731
            self.message.emit(told, lambda: self._screen.rename(template.id, template.name))

    def _delete(self, template: TemplateRow) -> None:
        self._screen.delete(template.id)
        self._back.setFocus()
        self.message.emit(lambda t: t.say("The template has been deleted."), lambda: self._screen.restore(template.id))

    def _choose_place(self, template: TemplateRow) -> None:
        proposed = str(Path.home() / f"{plain_name(template.name)}.json")
        file, _ = QFileDialog.getSaveFileName(self, self.voice.say("Save the template"), proposed, FILES)
        if file:
            self.save(template.id, Path(file))

    def save(self, template: str, file: Path) -> None:
        """Save a template as a file."""
        self._screen.write(template, file)
        self.tell(lambda t: t.say("Saved: {file}", file=file))

    def _choose_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.voice.say("Read a template from a file"), str(Path.home()), FILES)
        if file:
            self.take(Path(file))

    def take(self, file: Path) -> None:
        """Read a template from a file."""
        made = self._screen.read(file)
        self.message.emit(lambda t: t.say("The template has been added."), lambda: self._screen.delete(made))


def _how(t: Translation) -> str:
    made = t.say("Press “Make a template” beside a purchase in your list, or read one that a colleague has sent you.")
    return f"{made} {kept_in_a_template(t)}"
