"""The typeface people write with in fillable fields: the whole of it, for nobody knows yet what will be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc, pdfmetrics

from kravkompass.documents.pdf import faces

if TYPE_CHECKING:
    from kravkompass.documents.pdf.archive import ArchivalDocument

NAME = "KravkompassForm"
ENCODING = "cp1252"
FIRST, LAST = 32, 255


def form_font(document: ArchivalDocument) -> Any:
    """A reference to the typeface, put into the document once. Its characters are those of Windows-1252 (Western Europe)."""
    if NAME not in document.idToObject:
        document.Reference(_font(document), NAME)
    return pdfdoc.PDFObjectReference(NAME)


def encoded(text: str) -> bytes:
    """The text in the typeface's encoding; a question mark for a character it lacks."""
    return faces.showable(text).encode(ENCODING, "replace")


def _font(document: ArchivalDocument) -> Any:
    face = pdfmetrics.getFont(faces.REGULAR).face
    name = pdfdoc.PDFName(face.name.decode("ascii") if isinstance(face.name, bytes) else face.name)
    data = Path(face.filename).read_bytes()
    program = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": len(data)}), data, filters=[pdfdoc.PDFZCompress])
    descriptor = pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("FontDescriptor"), "FontName": name, "Flags": 32, "FontBBox": pdfdoc.PDFArray(face.bbox),
        "ItalicAngle": 0, "Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capHeight, "StemV": face.stemV,
        "FontFile2": document.Reference(program),
    })
    return pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("TrueType"), "BaseFont": name,
        "FirstChar": FIRST, "LastChar": LAST, "Widths": pdfdoc.PDFArray([_advance(face, code) for code in range(FIRST, LAST + 1)]),
        "Encoding": pdfdoc.PDFName("WinAnsiEncoding"), "FontDescriptor": document.Reference(descriptor),
    })


def _advance(face: Any, code: int) -> int:
    """The width of a character in thousandths of the size; that of a missing one for codes that stand for nothing."""
    try:
        char = bytes([code]).decode(ENCODING)
    except UnicodeDecodeError:
        char = ""
    width: float = face.charWidths.get(ord(char), face.defaultWidth) if char else face.defaultWidth
    return round(width)
