"""Every PDF keeps PDF/A-2a and PDF/UA-1 by the validator's word, and says what was meant by our own reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import page
import pytest
from tests.documents.edges import EDGES, three_hundred
from tests.documents.meaning import meant
from tests.documents.readback import read_back
from tests.documents.samples import follow_up_plan, requirement_list
from tests.documents.wordings import WORDINGS

from kravkompass.documents.outline import Document
from kravkompass.documents.pdf import Archive, render

PROFILES = page.ValidationProfile
UNCOUNTED = ("TOC", "Figure")
SAMPLES = [
    *(pytest.param(partial(requirement_list, 12, language), id=f"list-{language}") for language in WORDINGS),
    *(pytest.param(partial(follow_up_plan, language), id=f"plan-{language}") for language in WORDINGS),
    *(pytest.param(make, id=make.__name__) for make in EDGES),
    pytest.param(three_hundred, id="three-hundred", marks=pytest.mark.long),
]

Make = Callable[[], Document]


def failures(data: bytes, *profiles: page.ValidationProfile) -> list[str]:
    """What the validator finds against these profiles."""
    return [
        f"{profile.value} {failure.rule_id}: {failure.message}"
        for profile in profiles
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


@cache
def written(make: Make) -> bytes:
    """A sample as a PDF, made once."""
    return render(make())


@pytest.mark.parametrize("make", SAMPLES)
def test_both_standards_are_kept(make: Make) -> None:
    data = written(make)
    assert not failures(data, PROFILES.PDF_A_2A, PROFILES.PDF_UA_1)


@pytest.mark.parametrize("make", SAMPLES)
def test_the_structure_is_sound(make: Make) -> None:
    result = read_back(written(make))
    assert not result.faults
    assert result.fonts_embedded


@pytest.mark.parametrize("make", [sample for sample in SAMPLES if sample.id not in ("strange_text", "long_words")])
def test_readers_hear_what_was_meant(make: Make) -> None:
    document = make()
    said = read_back(written(make)).said(without=UNCOUNTED)
    if document.contents or "Innehåll" in said:
        said = said.replace(f"{document.wording.contents} ", "", 1)
    assert said == meant(document)


@pytest.mark.parametrize("make", [requirement_list, follow_up_plan, *EDGES])
def test_the_older_archive_standard_can_be_had(make: Make) -> None:
    data = render(make(), archive=Archive.A1)
    assert data.startswith(b"%PDF-1.4")
    assert not failures(data, PROFILES.PDF_A_1A, PROFILES.PDF_UA_1)


@pytest.mark.parametrize("make", [requirement_list, follow_up_plan, *EDGES])
def test_the_same_document_gives_the_same_bytes(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(make)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert render(make()) == first
