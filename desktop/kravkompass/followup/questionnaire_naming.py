"""What the answers and the forms of a questionnaire are called."""

from __future__ import annotations

from collections.abc import Mapping

from kravkompass.followup.questionnaire import Answer, Form
from kravkompass.language import text

ANSWER_NAMES: Mapping[Answer, str] = {
    Answer.YES: text("Yes"),
    Answer.PARTLY: text("Partly"),
    Answer.NO: text("No"),
    Answer.NONE: text("Not answered"),
}
FORM_NAMES: Mapping[Form, str] = {Form.FULL: text("Full form"), Form.SIMPLIFIED: text("Simplified form")}
