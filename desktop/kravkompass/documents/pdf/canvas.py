# mypy: disallow-subclassing-any=False

"""A canvas on which everything drawn is either content with a place in the structure tree or an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from kravkompass.documents.pdf.archive import ArchivalDocument, Made, prepare
from kravkompass.documents.pdf.metadata import About, Archive
from kravkompass.documents.pdf.structure import Annotation, Mark, Node, body_of
from kravkompass.documents.style import INK, PAGE_HEIGHT, PAGE_WIDTH, Colour
from kravkompass.purchases.clean_text import clean_text

rl_config.useA85 = 0  # ASCII85 only makes streams a quarter larger.

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text at a point on the page: `x` and the baseline `y` in points from the lower left corner."""

    x: float
    y: float
    text: str
    face: str
    size: float
    colour: Colour = INK


class UntaggedContentError(Exception):
    """Text or a picture was drawn outside the structure: a mistake in the program."""


class TaggedCanvas(Canvas):
    """ReportLab's canvas with a structure tree below `root`. `pages` is how many pages will be drawn."""

    def __init__(
        self, target: IO[bytes], about: About, archive: Archive, root: Node, pages: int, *, face: str, identifier: str
    ) -> None:
        super().__init__(
            target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1,
            pdfVersion=archive.pdf_version, initialFontName=face, lang=about.language,
        )
        # The canvas makes its own document and offers no way to choose its class.
        self._doc.__class__ = ArchivalDocument
        prepare(self._doc, about, archive, identifier)
        self._root, self._pages = root, pages
        self._owners: list[list[Node]] = [[]]
        self._annotated: list[Node] = []
        self._fields: dict[str, str] = {}
        self._depth = 0
        self._silent = False

    @property
    def document(self) -> ArchivalDocument:
        """The document the canvas draws for."""
        document: ArchivalDocument = self._doc
        return document

    # -- content and artifacts

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to the node; inside an artifact it stays part of the artifact."""
        if self._silent:
            yield
            return
        if self._depth:
            raise UntaggedContentError(f"content of {node.role} inside other content")
        parent = node.parent
        if parent is not None and node not in parent.kids:
            parent.kids.append(node)
        owners = self._owners[-1]
        node.kids.append(Mark(len(self._owners) - 1, len(owners)))
        self._code.append(f"/{node.role} <</MCID {len(owners)}>> BDC")
        owners.append(node)
        self._depth += 1
        yield
        self._depth -= 1
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is no content: decoration, or a page's header or footer ("Pagination")."""
        if self._depth:
            yield
            return
        self._code.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        self._depth, self._silent = 1, True
        yield
        self._depth, self._silent = 0, False
        self._code.append("EMC")

    # -- drawing

    def write(self, runs: Iterable[Words]) -> None:
        """Write runs of text inside the content or artifact that is open."""
        text = self.beginText()
        font: tuple[str, float] | None = None
        fill: Colour | None = None
        for run in runs:
            if font != (run.face, run.size):
                font = (run.face, run.size)
                text.setFont(*font)
            if fill != run.colour:
                fill = run.colour
                text.setFillColorRGB(*fill)
            text.setTextOrigin(run.x, run.y)
            text.textOut(run.text)
        self.drawText(text)

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803 - ReportLab's names
        """Draw a text object. Raises UntaggedContentError outside content and artifacts."""
        if not self._depth:
            raise UntaggedContentError("text outside the structure")
        super().drawText(aTextObject)

    def drawImage(self, *args: Any, **named: Any) -> Any:  # noqa: N802 - ReportLab's name
        """Draw a picture. Raises UntaggedContentError outside content and artifacts."""
        if not self._depth:
            raise UntaggedContentError("a picture outside the structure")
        return super().drawImage(*args, **named)

    def ground(self, box: Rectangle, colour: Colour, radius: float = 0, edge: Colour | None = None) -> None:
        """Fill a box given as x, y of its lower left corner, width and height; `edge` draws a thin line round it."""
        with self.artifact():
            self.setFillColorRGB(*colour)
            if edge:
                self.setStrokeColorRGB(*edge)
                self.setLineWidth(0.6)
            if radius:
                self.roundRect(*box, radius, stroke=int(edge is not None), fill=1)
            else:
                self.rect(*box, stroke=int(edge is not None), fill=1)

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width: float = 0.6) -> None:
        """Draw a straight line."""
        with self.artifact():
            self.setStrokeColorRGB(*colour)
            self.setLineWidth(width)
            self.line(*start, *end)

    # -- links and bookmarks

    def link(self, node: Node, box: Rectangle, words: str, *, address: str = "", place: str = "") -> None:
        """Make a box (left, bottom, right, top) a link to a web address or to a bookmarked place, spoken as `words`."""
        if self._silent:
            return
        name = f"L{self._annotationCount + 1}"
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Link"), "F": 4,
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in box]), "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Contents": pdfdoc.PDFString(words),
        }
        if address:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        else:
            entries["Dest"] = self._bookmarkReference(place)
        self._annotate(node, name, entries)

    def widget(self, node: Node, box: Rectangle, name: str, said: str, entries: dict[str, Any], font: Any) -> None:
        """Make a box (left, bottom, right, top) a field to fill in, spoken as `said`. Raises ValueError for a name used twice."""
        if name in self._fields:
            raise ValueError(f"two fields are called {name}")
        self._fields[name] = f"W{len(self._fields) + 1}"
        # F 4: printed with the page. No actions and no request to draw fields anew, which PDF/A forbids.
        field = {
            "Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Widget"), "F": 4,
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in box]),
            "T": pdfdoc.PDFString(name), "TU": pdfdoc.PDFString(clean_text(said)), **entries,
        }
        self._annotate(node, self._fields[name], field)
        places = [pdfdoc.PDFObjectReference(self._doc.annotationName(one)) for one in self._fields.values()]
        fonts = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFDictionary({"F": font})})
        form = {"Fields": pdfdoc.PDFArray(places), "DR": fonts, "DA": pdfdoc.PDFString("/F 10 Tf 0 g")}
        self._doc.Catalog.AcroForm = pdfdoc.PDFDictionary(form)

    def _annotate(self, node: Node, name: str, entries: dict[str, Any]) -> None:
        """Put an annotation on the page, inside the node."""
        entries["StructParent"] = self._pages + len(self._annotated)
        self._addAnnotation(pdfdoc.PDFDictionary(entries), name)
        node.kids.append(Annotation(len(self._owners) - 1, self._doc.annotationName(name)))
        self._annotated.append(node)

    def bookmark(self, key: str, words: str, level: int, top: float) -> None:
        """Mark a place on the page, `top` points above its foot, and list it among the bookmarks at this level from 0."""
        self.bookmarkHorizontalAbsolute(key, min(top, PAGE_HEIGHT))
        self.addOutlineEntry(words, key, level, closed=level > 0)

    # -- the end

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        super().showPage()
        self._owners.append([])

    def save(self, watch: Callable[[int], None] = lambda _streams: None) -> None:
        """Write the file with its structure tree; `watch` is told how many streams are written, about one a page.

        Raises ValueError when other than the said number of pages were drawn.
        """
        document = self._doc
        if document.pageCounter - 1 != self._pages:
            raise ValueError(f"{document.pageCounter - 1} pages drawn, {self._pages} meant")
        self._write_tree()
        self.showOutline()
        document.watch = watch
        document.SaveToFile(self._filename, self)

    def _write_tree(self) -> None:
        """Register every structure element, the tree's root and the way back from content to element."""
        document = self._doc
        nodes = list(self._root.within())
        pages = [document.number_of(f"Page{page + 1}") for page in range(self._pages)]
        annotations = {
            kid.name: document.number_of(kid.name) for node in nodes for kid in node.kids if isinstance(kid, Annotation)
        }
        tree_root = Made(lambda: tree)
        root = document.add(tree_root)
        for node in nodes:
            node.number = document.add(Made(_later(node, root, pages, annotations)))
        entries = [f"{page} [{' '.join(f'{node.number} 0 R' for node in self._owners[page])}]" for page in range(self._pages)]
        entries += [f"{self._pages + at} {node.number} 0 R" for at, node in enumerate(self._annotated)]
        parents = document.add(Made(lambda: "<</Nums [{}]>>".format("\n".join(entries))))
        tree = (
            f"<</Type /StructTreeRoot /K [{self._root.number} 0 R] /ParentTree {parents} 0 R "
            f"/ParentTreeNextKey {self._pages + len(self._annotated)}>>"
        )
        document.Catalog.StructTreeRoot = tree_root


def _later(node: Node, root: int, pages: list[int], annotations: dict[str, int]) -> Callable[[], str]:
    """The making of a structure element's source, put off until all numbers are known."""
    return lambda: body_of(node, root, pages, annotations)
