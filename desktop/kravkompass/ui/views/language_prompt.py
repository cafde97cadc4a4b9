"""Asking in which languages a document is made, where there is nothing else to ask, and for the yearly overview also which year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.language import Languages
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.views.plan_prompts import offered
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Language
    from kravkompass.ui.language import Voice, Wording


def ask_languages(voice: Voice, document: Wording, do_it: Wording, language: Language, over: QWidget) -> Languages | None:
    """Ask for the languages of a document, proposing one; None when the buyer changed her mind."""
    prompt = Prompt(voice, document, over=over)
    spoken = DocumentLanguages(voice, lambda t: t.say("Language of the document"))
    spoken.put_value(Languages(language))
    prompt.add(spoken)
    return spoken.value if offered(voice, prompt, do_it, spoken.first) else None


def ask_overview(voice: Voice, years: Sequence[int], language: Language, over: QWidget) -> tuple[int, Languages] | None:
    """Ask for the year of the overview, where there are several, and its languages; None when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Yearly overview"), over=over)
    year = Select(voice, [Alternative(one, str(one)) for one in years])
    year.put_value(years[0])
    spoken = DocumentLanguages(voice, lambda t: t.say("Language of the document"), lambda t: t.say("Puts two languages side by side."))
    spoken.put_value(Languages(language))
    if len(years) > 1:
        prompt.add(Field(voice, lambda t: t.say("Year"), year))
    prompt.add(spoken)
    first = year if len(years) > 1 else spoken.first
    return (int(str(year.value)), spoken.value) if offered(voice, prompt, lambda t: t.say("Choose a folder …"), first) else None
