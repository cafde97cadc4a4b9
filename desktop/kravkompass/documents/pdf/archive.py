# mypy: disallow-subclassing-any=False

"""ReportLab's PDF document, made to keep what PDF/A asks of a file's bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from kravkompass.documents.pdf.colour_profile import srgb_profile
from kravkompass.documents.pdf.metadata import PRODUCER, PROGRAM, About, Archive, packet

if TYPE_CHECKING:
    import datetime as dt

TO_UNICODE = "toUnicodeCMap:"
BLOCK = 100
_PAIRS = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


class PlainStream(pdfdoc.PDFStream):
    """A stream with an end-of-line marker before `endstream`, which PDF/A asks for and ReportLab leaves out."""

    def format(self, document: Any) -> bytes:
        """The stream's bytes."""
        document.written()
        return _ended(super().format(document))


class PlainImage(pdfdoc.PDFImageXObject):
    """A picture whose data ends as PDF/A asks for."""

    def format(self, document: Any) -> bytes:
        """The picture's bytes."""
        return _ended(super().format(document))


def _ended(stream: bytes) -> bytes:
    """The stream with CR LF before its end: LF alone would not do, because the data itself may end in CR."""
    return stream.removesuffix(b"endstream\n") + b"\r\nendstream\n"


class Made(pdfdoc.PDFObject):
    """An object whose source is made when the file is written, when all object numbers are known."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], str | bytes]) -> None:
        self.make = make

    def format(self, document: Any) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The object's bytes."""
        made = self.make()
        return made if isinstance(made, bytes) else made.encode("latin-1")


class Particulars(pdfdoc.PDFInfo):
    """The old information dictionary, saying what the metadata packet says and no more."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.author, self.subject = about.title, about.author, about.subject
        self.keywords, self.creator, self.producer = about.keywords, PROGRAM, PRODUCER

    def format(self, document: Any) -> bytes:
        """The dictionary's bytes, without the entries that are empty."""
        date = pdfdoc.PDFDate(ts=document._timeStamp)
        words = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords,
                 "Creator": self.creator, "Producer": self.producer}
        entries: dict[str, Any] = {key: pdfdoc.PDFString(text) for key, text in words.items() if text}
        made: bytes = pdfdoc.PDFDictionary(entries | {"CreationDate": date, "ModDate": date}).format(document)
        return made


class ArchivalDocument(pdfdoc.PDFDocument):
    """A PDF document that only embeds fonts, writes plain streams and says what order its pages are walked in."""

    watch: Callable[[int], None] = staticmethod(lambda _streams: None)
    streams = 0

    def written(self) -> None:
        """Count a stream that is being written."""
        self.streams += 1
        self.watch(self.streams)

    def Reference(self, obj: Any, name: str | None = None) -> Any:  # noqa: N802 - ReportLab's name
        """Register an object; streams become plain ones on the way, and character maps lose their empty entries."""
        if type(obj) is pdfdoc.PDFStream:
            obj.__class__ = PlainStream
            if name and name.startswith(TO_UNICODE):
                obj.content = character_map(obj.content)
        elif type(obj) is pdfdoc.PDFImageXObject:
            obj.__class__ = PlainImage
        return super().Reference(obj, name)

    def getInternalFontName(self, psfontname: str) -> str:  # noqa: N802 - ReportLab's name
        """Refuse: only fonts that would not be embedded are asked for in this way."""
        raise ValueError(f"the font {psfontname} is not embedded")

    def addPage(self, page: Any) -> None:  # noqa: N802 - ReportLab's name
        """Add a page, with its place in the parent tree and its tab order."""
        # Set on the page, not its class: ReportLab's class list of entries lacks these two.
        page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.pageCounter - 1
        page.Tabs = pdfdoc.PDFName("S")
        page.Trans = None
        super().addPage(page)

    def number_of(self, name: str) -> int:
        """The object number of a registered object."""
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def add(self, obj: Any) -> int:
        """Register an object and give its number."""
        return self.number_of(self.Reference(obj).name)


def character_map(source: str) -> str:
    """ReportLab's map from codes to characters without the codes that stand for nothing, in blocks of at most 100."""
    opening, rest = source.split("1 begincodespacerange")
    pairs = [(code, char) for code, char in _PAIRS.findall(rest.split("beginbfchar")[1]) if int(char, 16)]
    blocks = [pairs[at : at + BLOCK] for at in range(0, len(pairs), BLOCK)]
    written = "".join(
        f"{len(block)} beginbfchar\n" + "".join(f"<{code}> <{char}>\n" for code, char in block) + "endbfchar\n"
        for block in blocks
    )
    closing = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return f"{opening}1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{written}{closing}"


def prepare(document: ArchivalDocument, about: About, archive: Archive, identifier: str) -> None:
    """Give a document its particulars, its date and its id: the same in, the same out.

    `identifier` is hexadecimal and says what the content is.
    """
    document.info = Particulars(about)
    document._ID = f"\n[<{identifier}><{identifier}>]\n".encode("ascii")
    _set_date(document, about.date)
    catalog = document.Catalog
    catalog.__NoDefault__ = [*type(catalog).__NoDefault__, "OutputIntents"]
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    metadata = packet(about, archive)
    head = f"<</Type /Metadata /Subtype /XML /Length {len(metadata)}>>\nstream\n".encode("ascii")
    # Unfiltered, so that archives can read it without unpacking.
    catalog.Metadata = Made(lambda: head + metadata + b"\r\nendstream\n")
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])


def _set_date(document: ArchivalDocument, date: dt.date) -> None:
    """Date the file as the document says, not as the clock does."""
    stamp = document._timeStamp
    stamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)
    stamp.dhh = stamp.dmm = 0


def _output_intent(document: ArchivalDocument) -> Any:
    """What the colours mean: sRGB."""
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), filters=[pdfdoc.PDFZCompress])
    name = "sRGB IEC61966-2.1"
    return pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(name),
        "Info": pdfdoc.PDFString(name),
        "RegistryName": pdfdoc.PDFString("http://www.color.org"),
        "DestOutputProfile": document.Reference(profile),
    })
