"""Speed and memory of tagged PDFs, beside the same content in plain ReportLab in one process, in turns."""

from __future__ import annotations

import gc
import io
import tracemalloc
from functools import partial
from itertools import pairwise
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import pikepdf
import pytest
from tests.benchmarks.plain_pdf import render_plainly
from tests.documents.samples import requirement_list

from fonts import build_fonts
from kravkompass.documents.pdf import faces, render
from kravkompass.paths import bundled

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.documents.outline import Document

SIXTY, FOUR_HUNDRED_PAGES = 60, 1400
AT_MOST, AT_MOST_LONG = 1.5, 1.6
PAIRS, LONG_PAIRS = 9, 1
SHORT, HUNDREDS_OF_PAGES = (90, 180, 360), (350, 700, FOUR_HUNDRED_PAGES)
"""Requirements that make about 25, 50 and 100 pages, and 100, 200 and 400."""
MORE_THAN_LINEAR = 1.1

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    build_fonts(bundled("resources") / "fonts")


def _pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def _seconds(make: Callable[[Document], bytes], document: Document) -> float:
    faces._unit_width.cache_clear()  # A person exports once: words measured in the run before do not count.
    faces.showable.cache_clear()
    gc.collect()
    start = process_time()
    make(document)
    return process_time() - start


def _compared(document: Document, pairs: int, plainly: Callable[[Document], bytes]) -> tuple[float, float, float]:
    """How many times the plain time the tagged one takes, and both in seconds: medians of pairs taken in turns."""
    if pairs > LONG_PAIRS:
        render(document), plainly(document)
    timed = [(_seconds(render, document), _seconds(plainly, document)) for _ in range(pairs)]
    ratio = median(ours / theirs for ours, theirs in timed)
    return ratio, median(ours for ours, _ in timed), median(theirs for _, theirs in timed)


@pytest.mark.parametrize(
    ("count", "pairs", "fewest_pages", "at_most", "passes"),
    [
        pytest.param(SIXTY, PAIRS, 10, AT_MOST, True, id="60-with-contents"),
        pytest.param(SIXTY, PAIRS, 10, AT_MOST, False, id="60-one-pass"),
        pytest.param(FOUR_HUNDRED_PAGES, LONG_PAIRS, 400, AT_MOST_LONG, True, marks=pytest.mark.long, id="400-pages-with-contents"),
        pytest.param(FOUR_HUNDRED_PAGES, LONG_PAIRS, 400, AT_MOST_LONG, False, id="400-pages-one-pass"),
    ],
)
def test_a_tagged_list_takes_little_longer_than_a_plain_one(
    count: int, pairs: int, fewest_pages: int, at_most: float, passes: bool, record_property: Callable[[str, object], None]
) -> None:
    document = requirement_list(count)
    ratio, ours, theirs = _compared(document, pairs, partial(render_plainly, passes=passes))
    pages = _pages(render(document))
    told = f"{count} requirements, {pages} pages: {ratio:.2f} times plain ReportLab ({ours:.2f} s to {theirs:.2f} s)"
    record_property("pdf_ratio", told)
    print(told)
    assert pages >= fewest_pages
    assert ratio <= at_most, told


def _peak(document: Document) -> float:
    """The most memory in use while rendering, in megabytes."""
    gc.collect()
    tracemalloc.start()
    render(document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


@pytest.mark.parametrize(
    ("counts", "fewest_pages"), [(SHORT, 100), pytest.param(HUNDREDS_OF_PAGES, 400, marks=pytest.mark.long)], ids=["100-pages", "400-pages"]
)
def test_memory_grows_linearly_with_pages(
    counts: tuple[int, ...], fewest_pages: int, record_property: Callable[[str, object], None]
) -> None:
    """Each time the pages are twice as many, a page takes at most so much more than before."""
    render(requirement_list(SIXTY))
    measured = []
    for count in counts:
        document = requirement_list(count)
        measured.append((_pages(render(document)), _peak(document)))
    told = ", ".join(f"{peak:.0f} MB for {pages} pages" for pages, peak in measured)
    record_property("pdf_memory", told)
    print(told)
    assert measured[-1][0] >= fewest_pages
    for (fewer, small), (more, large) in pairwise(measured):
        assert large / small <= more / fewer * MORE_THAN_LINEAR, told
