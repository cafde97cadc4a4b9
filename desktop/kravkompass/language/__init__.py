"""Saying things in Swedish, bokmål and nynorsk: texts, numbers, dates and order. Knows nothing of Qt."""

from kravkompass.language.formatting import Formats
from kravkompass.language.languages import Language, Languages, UnknownLanguageError
from kravkompass.language.loading import translation
from kravkompass.language.sorting import sort_key
from kravkompass.language.translation import Translation, pseudo_translation, text, within_sentence

__all__ = [
    "Formats",
    "Language",
    "Languages",
    "Translation",
    "UnknownLanguageError",
    "pseudo_translation",
    "sort_key",
    "text",
    "translation",
    "within_sentence",
]
