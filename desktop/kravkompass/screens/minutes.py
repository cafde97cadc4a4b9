"""Making the minutes of a meeting: gathered from the store, as PDF for the archive and as Word, and kept as they were at closing."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.documents.meeting_minutes import Minutes, meeting_minutes
from kravkompass.documents.photo import SmallPhoto, small
from kravkompass.documents.side_by_side import in_languages
from kravkompass.followup.contract import Contract, Supplier
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, Meeting, MeetingDraft, Promise, as_written
from kravkompass.followup.subjects import subjects_of
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.evidence_folder import EvidenceDamagedError, EvidenceLostError
from kravkompass.screens.export_formats import archiving_of, render_pdf
from kravkompass.screens.known import known_of
from kravkompass.screens.taking_in import copy_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.documents.outline import Document
    from kravkompass.purchases.store import Store
    from kravkompass.screens.export_formats import Told

FILE_WORDS = {Language.SWEDISH: "protokoll", Language.BOKMAL: "referat", Language.NYNORSK: "referat"}


def gather(store: Store, meeting: str) -> Minutes:
    """Gather what the minutes of a meeting say, in its first language. Raises PartMissingError."""
    drafts = store.parts(MeetingDraft, id=meeting)
    held = as_written(store.part(Meeting, meeting), drafts[0] if drafts else None)
    evidence = {one.id: one for one in store.parts(Evidence, meeting=meeting)}
    return Minutes(
        contract=store.part(Contract, held.contract),
        supplier=store.part(Supplier, held.supplier),
        meeting=held,
        matters=store.parts(Matter, ("position",), meeting=meeting),
        subjects=subjects_of(known_of(store, held.contract)),
        evidence=evidence,
        photos=_photos(store, evidence.values()),
        promised=store.parts(Promise, ("due",), meeting=meeting),
        raised=store.parts(Deviation, meeting=meeting),
        translation=translation(Languages.parse(held.language).first),
    )


def outline_of(store: Store, meeting: str, languages: Languages | None = None) -> Document:
    """Give the minutes of a meeting, before they have a format, in the meeting's languages or others."""
    made = gather(store, meeting)
    spoken = languages or Languages.parse(made.meeting.language)
    return in_languages(lambda one: meeting_minutes(replace(made, translation=translation(one))), *spoken.pair)


class MinutesFile(StrEnum):
    """What minutes are saved as; the value is how the file ends."""

    PDF = "pdf"
    WORD = "docx"


def file_name(meeting: Meeting, form: MinutesFile) -> str:
    """Give the name of the minutes' file."""
    return f"{FILE_WORDS[Languages.parse(meeting.language).first]}-{meeting.day.isoformat()}.{form.value}"


def keep_minutes(store: Store, meeting: str) -> str:
    """Make the minutes of a closed meeting as PDF, keep them as an original and give their checksum.

    Minutes that were kept before stay as they were: what both sides have read through is not made anew. Raises KnownError when they
    cannot be written.
    """
    held = store.part(Meeting, meeting)
    if held.minutes:
        return held.minutes
    checksum = store.evidence.keep_content(render_pdf(outline_of(store, meeting), archiving_of(store.settings())), Path(file_name(held, MinutesFile.PDF)))
    with store.change() as change:
        change.contracts.keep(replace(held, minutes=checksum))
    return checksum


def copy_minutes(store: Store, meeting: Meeting, target: Path) -> None:
    """Write a copy of the minutes as they were kept. Raises as ``taking_in.copy_out``."""
    copy_out(store.evidence, meeting.minutes, target)


def write_word(store: Store, meeting: str, target: Path, told: Told | None = None) -> None:
    """Write the minutes as a Word document. Raises KnownError when the file cannot be written."""
    from kravkompass.documents import word

    word.write(outline_of(store, meeting), target, told)


def _photos(store: Store, evidence: Iterable[Evidence]) -> dict[str, SmallPhoto]:
    """Make small copies of the photos. One that is lost or damaged is left out here: it is told of where evidence is shown."""
    photos = {}
    for one in evidence:
        if not one.is_picture:
            continue
        try:
            with store.evidence.open(one.fingerprint) as original:
                photo = small(original.read())
        except (EvidenceLostError, EvidenceDamagedError):
            continue
        if photo is not None:
            photos[one.id] = photo
    return photos
