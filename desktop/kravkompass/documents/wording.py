"""The few words a document says of itself: page numbers, the contents title, what an empty cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts of the document's own furniture, in the document's language; `{placeholders}` are filled in when used."""

    contents: str
    page_of: str
    contents_line: str
    draft: str
    done: str
    not_done: str
    empty_cell: str
    no_rows: str
    organisation: str
    reference: str
    date: str
    version: str
    choose_one: str


def wording(say: Callable[[str], str]) -> Wording:
    """The furniture texts as `say` translates them from their English sources."""
    return Wording(
        contents=say("Contents"),
        page_of=say("Page {page} of {pages}"),
        contents_line=say("{heading}, page {page}"),
        draft=say("Draft"),
        done=say("Done"),
        not_done=say("Not done"),
        empty_cell=say("Not stated"),
        no_rows=say("There is nothing to list here."),
        organisation=say("Organisation"),
        reference=say("Reference number"),
        date=say("Date"),
        version=say("Version"),
        choose_one=say("Choose one"),
    )


ENGLISH = wording(str)
"""The source texts themselves, for documents that no translation was chosen for."""
