"""Packages of findings that municipalities give each other: reading one strictly, and writing one. ``findings_form`` says every field."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from kravkompass.catalog.terms import Country, Level, Method
from kravkompass.followup.activity import Status
from kravkompass.followup.shared_finding import Conditions, Seen, SharedFinding, number_key
from kravkompass.guidance.personal_number import has_personal_number
from kravkompass.language import Language
from kravkompass.purchases.atomic import write_beside
from kravkompass.purchases.clean_text import clean_text, one_line
from kravkompass.purchases.exchange_content import Sort, content_of, plain_of
from kravkompass.purchases.exchange_faults import Spot, each_once, known_fault, parameter
from kravkompass.purchases.findings_errors import (
    FindingsChangedError,
    FindingsFileTooLargeError,
    NewerFindingsFileError,
    NotAFindingsFileError,
    PersonInFindingsError,
)
from kravkompass.purchases.findings_form import (
    FORMAT,
    LARGEST_FILE,
    LONGEST_NAME,
    LONGEST_NUMBER,
    VERSION,
    FindingForm,
    FindingsForm,
)

SORT = Sort(FORMAT, VERSION, LARGEST_FILE, NotAFindingsFileError, NewerFindingsFileError, FindingsFileTooLargeError)
_NOT_YET = "0" * 64
_CLOSED = {
    "country": Country,
    "level": Level,
    "method": Method,
    "status": Status,
    "evidence": Seen,
    "wording": Language,
}


@dataclass(frozen=True, slots=True)
class Package:
    """Findings from one municipality, written on a day. ``checksum`` is that of the content; empty for one not yet written."""

    origin: str
    country: Country
    written: date
    findings: tuple[SharedFinding, ...]
    checksum: str = ""


def read_findings_file(path: Path) -> Package:
    """Read a package from a file. Raises one of the errors of ``findings_errors`` or ``exchange_errors``."""
    return parse_findings(content_of(path, SORT), path)


def parse_findings(content: bytes, path: Path) -> Package:
    """Read a package from the content of a file; ``path`` is only named in errors. Raises as ``read_findings_file``."""
    spot = Spot(path)
    plain = plain_of(content, spot, SORT)
    try:
        form = msgspec.convert(plain, FindingsForm)
    except msgspec.ValidationError as problem:
        raise known_fault(problem, spot, _CLOSED) from problem
    each_once([one.id for one in form.findings], spot.inside("findings"))
    findings = tuple(_finding(one, form, spot.inside(f"findings[{place}]")) for place, one in enumerate(form.findings))
    if form.checksum != _checksum(form):
        raise FindingsChangedError(path=path)
    return Package(form.origin, form.country, form.written, findings, form.checksum)


def findings_content(package: Package) -> bytes:
    """Give the content of a package's file: indented JSON in UTF-8. The same package gives the same bytes."""
    form = FindingsForm(
        format=FORMAT,
        version=VERSION,
        origin=one_line(package.origin)[:LONGEST_NAME],
        country=package.country,
        written=package.written,
        findings=[_form(one) for one in package.findings],
        checksum=_NOT_YET,
    )
    form = msgspec.structs.replace(form, checksum=_checksum(form))
    return msgspec.json.format(msgspec.json.encode(form), indent=2) + b"\n"


def write_findings_file(package: Package, path: Path) -> None:
    """Write a package to a file, beside and renamed. Raises FolderMissingError, NotWritableError or DiskFullError."""
    write_beside(path, findings_content(package))


def texts_of(finding: SharedFinding) -> Iterator[tuple[str, str]]:
    """Give every text of a finding that goes into a file, with the name of its field."""
    yield from (("supplier", finding.supplier), ("number", finding.number), ("number", number_key(finding.number)))
    yield "note", finding.note
    yield from ((f"wording.{language}", words) for language, words in finding.agreed.wording.items())
    yield from ((f"values.{name}", value) for name, value in finding.agreed.values.items() if isinstance(value, str))


def _checksum(form: FindingsForm) -> str:
    """Give the SHA-256 of everything but the checksum, as compact JSON with the names in order."""
    plain = msgspec.to_builtins(form)
    del plain["checksum"]
    return hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()


def _finding(form: FindingForm, package: FindingsForm, spot: Spot) -> SharedFinding:
    values = {name: parameter(value, spot.inside(f"values.{name}")) for name, value in form.values.items()}
    wording = {language.value: words for language, words in form.wording.items()}
    finding = SharedFinding(
        id="",
        contract="",
        origin=package.origin,
        country=package.country,
        supplier=form.supplier,
        number=form.number,
        agreed=Conditions(form.requirement, form.revision, form.feature, form.level, values, wording),
        day=form.day,
        status=form.status,
        method=form.method,
        evidence=tuple(dict.fromkeys(form.evidence)),
        note=form.note,
        source=form.id,
        package=package.checksum,
    )
    _refuse_persons(texts_of(finding), spot)
    return finding


def _refuse_persons(texts: Iterable[tuple[str, str]], spot: Spot) -> None:
    for place, words in texts:
        if has_personal_number(words):
            raise PersonInFindingsError(**spot.inside(place).values())


def _form(finding: SharedFinding) -> FindingForm:
    agreed = finding.agreed
    return FindingForm(
        id=finding.source,
        supplier=one_line(finding.supplier)[:LONGEST_NAME],
        number=one_line(finding.number)[:LONGEST_NUMBER],
        requirement=agreed.requirement,
        revision=agreed.revision,
        level=agreed.level,
        day=finding.day,
        status=finding.status,
        feature=agreed.feature,
        values={name: one_line(value) if isinstance(value, str) else value for name, value in sorted(agreed.values.items())},
        wording={Language(language): clean_text(words) for language, words in sorted(agreed.wording.items())},
        method=finding.method,
        evidence=list(finding.evidence),
        note=clean_text(finding.note),
    )


def kept_by(findings: Iterable[SharedFinding], contract: str, day: date) -> tuple[SharedFinding, ...]:
    """Give findings as a contract keeps them, received on a day."""
    return tuple(replace(one, contract=contract, received=day) for one in findings)
