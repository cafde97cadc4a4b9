"""The metadata packet (XMP) of a PDF: title, author, dates and which standards the file keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import datetime as dt

PROGRAM = "Kravkompass"
PRODUCER = "Kravkompass, ReportLab"


class Archive(Enum):
    """The archival standard a file keeps, beside PDF/UA-1: PDF/A-2a, or PDF/A-1a where an archive asks for it."""

    A2 = 2
    A1 = 1

    @property
    def pdf_version(self) -> tuple[int, int]:
        """The version of PDF the standard builds on."""
        return (1, 7) if self is Archive.A2 else (1, 4)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document, in plain words."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    date: dt.date


NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A asks that every schema it does not know, here the one of PDF/UA, is described in the file.
UA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def _alternatives(name: str, text: str) -> str:
    value = escape(text)
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt></{name}>' if text else ""


def _listed(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


def packet(about: About, archive: Archive) -> bytes:
    """The packet's bytes."""
    day = f"{about.date.isoformat()}T00:00:00Z"
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    body = "".join((
        "<dc:format>application/pdf</dc:format>",
        _alternatives("dc:title", about.title),
        _listed("dc:creator", "Seq", about.author),
        _alternatives("dc:description", about.subject),
        _listed("dc:language", "Bag", about.language),
        f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<pdf:Keywords>{escape(about.keywords)}</pdf:Keywords>" if about.keywords else "",
        f"<pdfaid:part>{archive.value}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        UA_SCHEMA,
    ))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {names}>{body}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()
