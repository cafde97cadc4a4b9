"""The organisation is suggested by name while it is written, and any other name can be written too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.purchases.store import Store
from kravkompass.screens.profile import Municipality
from kravkompass.screens.wizard import Wizard
from kravkompass.ui.language import Voice
from kravkompass.ui.view import View
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.views.profile import ProfileView
from kravkompass.ui.widgets.suggest_field import SuggestField


def field_of(page: WizardPage | ProfileView) -> SuggestField:
    return page.findChildren(SuggestField)[0]


@pytest.mark.parametrize(
    ("wizard", "typed", "organisation"),
    [("kalmar-fruit", "alvest", "Alvesta kommun"), ("lillestrom-workwear", "lillest", "Lillestrøm kommune")],
    indirect=["wizard"],
)
def test_a_municipality_of_the_country_is_picked_by_keyboard(
    open_page: Callable[[str], WizardPage], wizard: Wizard, typed: str, organisation: str
) -> None:
    field = field_of(open_page("purchase"))
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, typed)
    assert field._list.isVisible()
    QTest.keyClick(field._list, Qt.Key.Key_Down)
    QTest.keyClick(field._list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not field._list.isVisible()
    assert field.text() == organisation
    assert wizard.purchase.organisation == organisation


def test_another_name_is_kept_as_it_is_written(open_page: Callable[[str], WizardPage], wizard: Wizard) -> None:
    field = field_of(open_page("purchase"))
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "Sydarkivera")
    field.commit()
    assert wizard.purchase.organisation == "Sydarkivera"


def test_a_municipality_of_the_other_country_is_not_suggested(wizard: Wizard) -> None:
    assert all(one.country is wizard.purchase.country for one in wizard.organisations("nor"))


def test_the_profile_knows_both_countries(voice: Voice, store: Store) -> None:
    screen = Municipality(lambda: store, catalog, lambda: TODAY)
    view = ProfileView(voice, screen, lambda: View(voice))
    view.refresh()
    field = field_of(view)
    for typed, organisation in (("Alvesta", "Alvesta kommun"), ("Lillestr", "Lillestrøm kommune")):
        field.setText(typed)
        field.suggest()
        field._hand_on(0)
        assert store.settings().organisation == organisation
