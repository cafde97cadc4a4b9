"""How the preview looks: the pages of a document with their list, zoom, search, print and opening elsewhere."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget

from kravkompass.screens.export_formats import Format
from kravkompass.screens.preview import OneDocument
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import LARGE, MEDIUM
from kravkompass.ui.view import View
from kravkompass.ui.views.preview_drawing import PageDrawing
from kravkompass.ui.views.preview_printing import Printing
from kravkompass.ui.views.preview_search import PreviewSearch
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page_sheets import PageSheets
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.work import Job, counting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kravkompass.language import Translation
    from kravkompass.screens.preview import Pages, Previewed
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Report, Workers

STEP = 1.25
LIST_WIDTH = 120


class PreviewView(View):
    """One document at a time, page by page. ``back`` makes the view to return to."""

    def __init__(
        self, voice: Voice, preview: Previewed, kinds: Sequence[str], workers: Workers, back: Callable[[], View]
    ) -> None:
        super().__init__(voice)
        self._preview, self._workers, self._make_back = preview, workers, back
        self._pages: Pages | None = None
        self._printing: Printing | None = None
        self._which = Select(voice, [_alternative(kind, preview.name(kind)) for kind in kinds], lambda t: t.say("Document"))
        self._which.put_value(kinds[0])
        self._which.setVisible(len(kinds) > 1)
        self._which.changed.connect(self._load)
        self._search = PreviewSearch(voice, workers)
        self._where, self._list = Label(voice, "", wraps=False), QListWidget()
        self._list.setFixedWidth(LIST_WIDTH)
        self._list.currentRowChanged.connect(self._chosen)
        self._sheets = PageSheets()
        self._drawing = PageDrawing(self._sheets, workers)
        self._search.moved.connect(self._sheets.put_hits)
        self._sheets.turned.connect(self._turned)
        self._lay_out()

    def _lay_out(self) -> None:
        down = column(self, gap=0)
        bar = QWidget()
        tools = column(bar, gap=MEDIUM, margins=(LARGE, MEDIUM, LARGE, MEDIUM))
        flow = Flow(gap=MEDIUM)
        flow.add(
            [
                self._button(lambda t: t.say("Back"), "back", self.leave),
                self._which,
                self._button(lambda t: t.say("Smaller"), "", lambda: self._zoom(1 / STEP)),
                self._button(lambda t: t.say("Larger"), "", lambda: self._zoom(STEP)),
                self._button(lambda t: t.say("Whole width"), "", self._sheets.zoom_to_width),
                self._button(lambda t: t.say("Print"), "print", self._print),
                self._button(lambda t: t.say("Open in another program"), "open", self._open_elsewhere),
            ]
        )
        if isinstance(self._preview, OneDocument):
            flow.add(self._saving(self._preview))
        tools.addLayout(flow)
        search = row(gap=MEDIUM)
        search.addWidget(self._search, 3)
        search.addStretch(1)
        search.addWidget(self._where)
        tools.addLayout(search)
        down.addWidget(bar)
        across = row(gap=0)
        across.addWidget(self._list)
        across.addWidget(self._sheets, 1)
        down.addLayout(across, 1)

    def _saving(self, document: OneDocument) -> list[Button]:
        def save(form: Format) -> None:
            proposed = str(Path.home() / document.file_name(form))
            chosen, _ = QFileDialog.getSaveFileName(self, self.voice.say("Save the document"), proposed, f"*.{form.value}")
            if chosen:
                _save(self, document, Path(chosen), self._workers)

        return [
            self._button(lambda t: t.say("Save as PDF"), "export", lambda: save(Format.PDF)),
            self._button(lambda t: t.say("Save as Word"), "export", lambda: save(Format.WORD)),
        ]

    def _button(self, wording: Callable[[Translation], str], icon: str, do: Callable[[], object]) -> Button:
        button = Button(self.voice, wording, Weight.QUIET, icon)
        button.clicked.connect(lambda _on=False: do())
        return button

    # -- what every view does

    def title(self, say: Translation) -> str:
        """Give the name of what is looked at."""
        return say.say("Preview: {document}", document=say.say(self._preview.name(self.kind)))

    def refresh(self) -> None:
        """Make the document when the view is opened; its pages stay as they are after that."""
        if self._pages is None:
            self._load()

    def retranslate(self) -> None:
        """Say the page numbers again."""
        self._list_pages()
        self._say_where()

    def first_focus(self) -> QWidget:
        """Begin at the pages, so that the arrow keys and Page Down work."""
        return self._sheets

    @property
    def kind(self) -> str:
        """The document that is looked at."""
        return str(self._which.value)

    def commit(self) -> None:
        """Let go of the document when the view is left."""
        super().commit()
        if self._pages is not None:
            self._pages.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Go back."""
        self.go.emit(self._make_back())

    # -- the document

    def _load(self) -> None:
        preview, kind = self._preview, self.kind

        def work(report: Report) -> tuple[str, Pages]:
            return kind, preview.pages(kind, counting(report))

        job = Job(work, lambda t: t.say("Making the pages"))
        job.finished.connect(self._loaded)
        self._workers.run(job)

    def _loaded(self, made: tuple[str, Pages]) -> None:
        kind, pages = made
        if kind != self.kind:
            pages.close()
            return
        if self._pages is not None:
            self._pages.close()
        self._pages = pages
        self._drawing.draw_from(pages)
        self._list_pages()
        self._say_where()
        self._search.look_in(pages)

    def _list_pages(self) -> None:
        count = len(self._pages) if self._pages is not None else 0
        with QSignalBlocker(self._list):
            self._list.clear()
            self._list.addItems([self.voice.say("Page {n}", n=page + 1) for page in range(count)])
            self._list.setCurrentRow(self._sheets.page)
        self._list.setAccessibleName(self.voice.say("Pages"))

    def _zoom(self, by: float) -> None:
        self._sheets.set_zoom(self._sheets.zoom * by)
        self._say_where()

    def _chosen(self, page: int) -> None:
        if page >= 0:
            self._sheets.go_to(page)

    def _turned(self, page: int) -> None:
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(page)
        self._say_where()

    def _say_where(self) -> None:
        count = len(self._pages) if self._pages is not None else 0
        page, zoom = self._sheets.page + 1, self._sheets.zoom * 100
        self._where.put(
            lambda t: t.say("Page {n} of {of}, {zoom}", n=page, of=count, zoom=t.formats.percent(round(zoom))) if count else ""
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._pages is None or self._printing is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_to(self, printer: object) -> None:
        """Print on a printer that was chosen."""
        from PySide6.QtPrintSupport import QPrinter

        if self._pages is None or not isinstance(printer, QPrinter):
            return
        self._printing = Printing(self._pages, printer, self._workers)
        self._printing.ended.connect(self._printed)
        if not self._printing.start():
            self.tell(lambda t: t.say("The printer cannot be reached."))

    def _printed(self) -> None:
        self._printing = None

    def _open_elsewhere(self) -> None:
        if self._pages is not None:
            _open(self._pages, self.kind)


def _open(pages: Pages, kind: str) -> None:
    file = Path(tempfile.mkdtemp(prefix="kravkompass-")) / f"{kind}.pdf"
    file.write_bytes(pages.data)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _alternative(kind: str, name: str) -> Alternative:
    return Alternative(kind, lambda t: t.say(name))


def _save(view: View, document: OneDocument, file: Path, workers: Workers) -> None:
    """Save a document beside the window."""
    job = Job(lambda report: document.write(file, counting(report)), lambda t: t.say("Writing documents"))
    job.finished.connect(lambda _nothing: view.tell(lambda t: t.say("Saved: {file}", file=file.name)))
    workers.run(job, touches_store=True)
