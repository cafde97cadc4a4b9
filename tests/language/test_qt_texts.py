"""Qt's own texts: each of ours is one that Qt really asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from kravkompass.language import Language, Translation, pseudo_translation, translation
from texts import ROOT, read


@pytest.fixture(scope="module")
def qts_own() -> list[QTranslator]:
    """Qt's files for three languages that it knows well."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translators = [QTranslator() for _ in range(3)]
    assert all(one.load(f"qtbase_{name}", folder) for one, name in zip(translators, ("sv", "nn", "da"), strict=True))
    return translators


def test_qt_knows_every_text(qts_own: list[QTranslator]) -> None:
    template = read(ROOT / "i18n" / "qt.pot")
    texts = [(str(one.context), str(one.id)) for one in template if one.id]
    assert len(texts) > 150
    assert not [(context, source) for context, source in texts if not any(qt.translate(context, source) for qt in qts_own)]


def test_the_buttons_of_a_dialog(each_translation: Translation) -> None:
    said = each_translation.qt("QPlatformTheme", "Save")
    assert said == {Language.SWEDISH: "Spara", Language.BOKMAL: "Lagre", Language.NYNORSK: "Lagre"}[each_translation.language]


def test_what_is_not_ours_is_left_to_qt() -> None:
    assert translation(Language.BOKMAL).qt("QSslSocket", "Error creating SSL session") is None
    assert translation(Language.BOKMAL).qt("QPlatformTheme", "") is None


def test_the_pseudo_language_says_qts_texts_too() -> None:
    assert (pseudo_translation().qt("QPlatformTheme", "Save") or "").startswith("⟦")
