"""Taking files in as evidence: copied, told by checksum, and told apart by what they are."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.documents.photo import DRAWN, small
from kravkompass.followup.evidence import Evidence
from kravkompass.purchases.atomic import write_beside

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.purchases.evidence_folder import EvidenceFolder, Watch

UNKNOWN_TYPE = "application/octet-stream"
# From the table in the library alone: what a computer's own settings say of file names differs from one to the next.
_TYPES = mimetypes.MimeTypes()
_OFFICE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_OTHERS = {".heic": "image/heic", ".webp": "image/webp", ".eml": "message/rfc822", ".msg": "application/vnd.ms-outlook"}
for _ending, _kind in (_OFFICE | _OTHERS).items():
    _TYPES.add_type(_kind, _ending)
OPENED = frozenset({"application/pdf", "text/plain", "text/csv", "message/rfc822", *_OFFICE.values()})
PICTURES = "image/"
NO_PICTURE = "image/svg+xml"
"""A drawing that a browser shows, and that can do what a page on the web can."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that has been copied in: its name as it was, its checksum, its media type and its bytes.

    ``is_drawn`` is False for a photo that no document can show, such as HEIC from a telephone.
    """

    name: str
    checksum: str
    media_type: str
    size: int
    is_drawn: bool = True


def take_in(folder: EvidenceFolder, file: Path, watch: Watch = lambda _done, _of: None) -> TakenIn:
    """Copy a file in. Raises as ``EvidenceFolder.keep``."""
    checksum = folder.keep(file, watch)
    kept, kind = folder.path(checksum), media_type(file.name)
    is_drawn = not kind.startswith(PICTURES) or small(kept.read_bytes()) is not None
    return TakenIn(file.name, checksum, kind, kept.stat().st_size, is_drawn)


def as_evidence(taken: TakenIn, contract: str, received: date, supplier: str = "", requirements: tuple[str, ...] = ()) -> Evidence:
    """Give the evidence a file that was taken in becomes, not kept yet."""
    return Evidence(
        "", contract, taken.checksum, taken.name, taken.media_type, taken.size, received, requirements=requirements, supplier=supplier
    )


def can_be_drawn(evidence: Evidence) -> bool:
    """Whether a document can show it, as far as its kind says: everything but a photo of a kind that cannot be drawn."""
    return not evidence.is_picture or evidence.media_type in DRAWN


def media_type(name: str) -> str:
    """Give the media type that a file's name says."""
    return _TYPES.guess_type(name)[0] or UNKNOWN_TYPE


def may_be_opened(name: str) -> bool:
    """Whether a file is handed to the program that shows its kind; others, which could be programs themselves, are only saved."""
    kind = media_type(name)
    return kind in OPENED or (kind.startswith(PICTURES) and kind != NO_PICTURE)


def copy_out(folder: EvidenceFolder, checksum: str, target: Path) -> None:
    """Write a copy of an original, after making sure that it is what was kept.

    Raises EvidenceLostError, EvidenceDamagedError, FolderMissingError, NotWritableError or DiskFullError.
    """
    with folder.open(checksum) as original:
        write_beside(target, original.read())
