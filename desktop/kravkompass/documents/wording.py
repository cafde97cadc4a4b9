"""The few words a document says of itself: page numbers, the contents title, what an empty cell says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kravkompass.language import Translation


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts of the document's own furniture, in its language. `{page}` and the like are filled in later."""

    contents: str
    page_of: str
    contents_line: str
    draft: str
    done: str
    not_done: str
    empty_cell: str
    no_rows: str
    reference: str
    date: str
    version: str
    text_in: str
    two_languages: str
    first_counts: str


def wording(translation: Translation) -> Wording:
    """The furniture texts in the language of the translation."""
    say = translation.say
    return Wording(
        contents=say("Contents"),
        page_of=say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        contents_line=say("{heading}, page {page}", heading="{heading}", page="{page}"),
        draft=say("Draft"),
        done=say("Done"),
        not_done=say("Not done"),
        empty_cell=say("Not stated"),
        no_rows=say("There is nothing to list here."),
        reference=say("Reference number"),
        date=say("Date"),
        version=say("Version"),
        text_in=say("Text in {language}", language="{language}"),
        two_languages=say("Two languages"),
        first_counts=say("The wording in {language} is the one that counts. The other is a help to read it.", language="{language}"),
    )
