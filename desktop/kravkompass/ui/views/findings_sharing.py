"""How sharing findings looks: what to choose, exactly what leaves, and a file for another municipality."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.catalog.naming import name
from kravkompass.followup.contract import texts_in
from kravkompass.followup.naming import STATUS_NAMES
from kravkompass.followup.sharing import HELD, perhaps_names
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import LARGE, SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.view import View
from kravkompass.ui.views.findings_preview import FindingsPreview
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.empty_state import EmptyState
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.option import Tick
from kravkompass.ui.widgets.page import WORKING, Page
from kravkompass.ui.widgets.surfaces import SectionTitle
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.followup.sharing import Shareable
    from kravkompass.language import Translation
    from kravkompass.screens.findings_sharing import Sharing
    from kravkompass.ui.language import Voice, Wording


class SharingView(View):
    """Choosing what leaves. ``back`` makes the view to return to."""

    def __init__(self, voice: Voice, screen: Sharing, back: Callable[[], View]) -> None:
        super().__init__(voice)
        self._screen, self._make_back = screen, back
        self._rows: list[_Row] = []
        self._page = Page(voice, width=WORKING)
        self._page.set_title(
            lambda t: t.say("Share what you have found"),
            lambda t: t.say("Give another municipality what your checks have shown. Nothing leaves before you have seen it and saved the file."),
        )
        leave = Button(voice, lambda t: t.say("Back"), Weight.QUIET, "back")
        leave.clicked.connect(self.leave)
        self._save = Button(voice, lambda t: t.say("Save as a file"), Weight.PRIMARY, "export")
        self._save.clicked.connect(self._choose_place)
        self._page.set_actions([leave, self._save])
        self._origin = TextField(voice, lambda t: t.say("Your municipality"))
        self._preview = FindingsPreview(voice, screen)
        row(self, gap=0).addWidget(self._page)

    def title(self, say: Translation) -> str:
        """Give the window's title."""
        return say.say("Share what you have found")

    def first_focus(self) -> QWidget:
        """Begin at the first finding that can be chosen, or at the name."""
        return next((one.tick for one in self._rows if one.tick.isEnabled()), self._origin)

    def retranslate(self) -> None:
        """Say what depends on the language; the kit says its own texts again."""
        self._show()

    def leave(self) -> None:
        """Go back to the contract."""
        self.go.emit(self._make_back())

    def refresh(self) -> None:
        """Show what can be chosen. Nothing is chosen beforehand."""
        self._page.empty()
        choices = self._screen.choices()
        if not choices:
            self._page.add(
                EmptyState(
                    self.voice,
                    "check-over",
                    lambda t: t.say("Nothing to share yet"),
                    lambda t: t.say("What you find when you check a requirement can be shared from here. What you took over from others cannot."),
                )
            )
            self._save.setEnabled(False)
            return
        self._origin.put_value(self._screen.origin)
        self._origin.textChanged.connect(self._show)
        self._page.add(Field(self.voice, lambda t: t.say("Your municipality"), self._origin, help_text=lambda t: t.say("Stands as the sender.")))
        self._page.add(SectionTitle(self.voice, lambda t: t.say("What to send along")))
        everything = Button(self.voice, lambda t: t.say("Choose all"), Weight.QUIET, "check").flush()
        everything.clicked.connect(self._choose_all)
        self._page.add(everything)
        self._rows = [_Row(self.voice, self._screen, one, self._show) for one in choices]
        for one in self._rows:
            self._page.add(one)
        self._add_preview()
        self._show()

    def _add_preview(self) -> None:
        self._page.add(
            SectionTitle(
                self.voice,
                lambda t: t.say("Exactly this leaves"),
                lambda t: t.say("Nothing else goes along: no contacts, no names of people, no evidence files."),
            )
        )
        self._page.add(self._preview)

    def chosen(self) -> dict[str, str]:
        """Give what is chosen: notes by the outcomes' ids, empty for none."""
        return {one.shareable.finding.source: one.note for one in self._rows if one.tick.isChecked()}

    def _choose_all(self) -> None:
        for one in self._rows:
            one.tick.setChecked(one.tick.isEnabled())
        self._show()

    def _show(self) -> None:
        chosen, origin = self.chosen(), self._origin.value
        held = any(one.is_held for one in self._rows if one.tick.isChecked())
        self._save.setEnabled(bool(chosen and origin) and not held)
        package = self._screen.package(chosen, origin)
        self._preview.put(package, self._screen.content(package) if chosen else "")

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.voice.say("Save as a file"), str(Path.home() / self._screen.file_name(self.voice.translation.language)), "*.json"
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the package, and say where it is."""
        file = self._screen.write(self._screen.package(self.chosen(), self._origin.value), path)
        self.tell(lambda t: t.say("Saved: {file}", file=file))


class _Row(QWidget):
    """One finding to choose, with its note when it is to go along."""

    def __init__(self, voice: Voice, screen: Sharing, shareable: Shareable, changed: Callable[[], None]) -> None:
        super().__init__()
        whole = column(self, gap=SMALL)
        self.shareable = shareable
        self._screen, self._changed = screen, changed
        _, texts = texts_in(shareable.requirement, voice.translation.language)
        self.tick = Tick(voice, f"{shareable.requirement.number}  {texts.title}", self._about)
        self.tick.toggled.connect(lambda _on: self._show())
        whole.addWidget(self.tick)
        self._with_note = Tick(voice, lambda t: t.say("Send the note along"), lambda t: t.say("Without names or anything that points out a person."))
        self._with_note.toggled.connect(lambda _on: self._show())
        self._area = NoteArea(voice, lambda t: t.say("Note"), lines=(2, 8))
        self._area.put_value(shareable.note)
        self._area.textChanged.connect(self._show)
        self._asked = Field(voice, lambda t: t.say("The note as it leaves"), self._area)
        self._more = QWidget()
        inside = column(self._more, gap=SMALL, margins=(LARGE, 0, 0, 0))
        inside.addWidget(self._with_note)
        inside.addWidget(self._asked)
        whole.addWidget(self._more)
        if (held := shareable.held) is not None:
            self.tick.setEnabled(False)
            whole.addWidget(Callout(voice, Tone.WARNING, lambda t: t.say("Stays at home"), lambda t: t.say(HELD[held])))
        self._more.setVisible(False)
        self._asked.setVisible(False)

    @property
    def note(self) -> str:
        """The note that goes along; empty when it does not."""
        return self._area.value if self._with_note.isChecked() else ""

    @property
    def is_held(self) -> bool:
        """Whether the note that is to go along names somebody."""
        return bool(self.note) and self._screen.held(self.note) is not None

    def _doubt(self) -> Wording:
        note = self._area.value
        if (held := self._screen.held(note)) is not None:
            return lambda t: t.say(HELD[held])
        if names := perhaps_names(note):
            return lambda t: t.say("Is this a person: {names}? Then take the name away.", names=", ".join(names))
        return ""

    def _about(self, t: Translation) -> str:
        finding = self.shareable.finding
        method = (name(finding.method, t),) if finding.method is not None else ()
        return " · ".join((self.shareable.supplier.name, t.say(STATUS_NAMES[finding.status]), t.formats.short_date(finding.day), *method))

    def _show(self) -> None:
        self._more.setVisible(self.tick.isChecked())
        self._asked.setVisible(self._with_note.isChecked())
        self._asked.show_error(self._doubt() if self._with_note.isChecked() else "")
        self._changed()
