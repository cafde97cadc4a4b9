"""What the tests of the page of deviations share: noting one, the form that is shown, and what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from kravkompass.followup.deviation import Deviation
from kravkompass.screens.deviation_dossiers import Dossier
from kravkompass.ui.views.contract_deviations import DeviationsPage
from kravkompass.ui.views.deviation_writing import Writing
from kravkompass.ui.widgets.label import Label

F = TypeVar("F", bound=Writing)


def noted(page: DeviationsPage, **changes: object) -> Dossier:
    deviations = page.verbs.deviations
    fields = {"what": "Två av tre certifikat saknas", "requirement": page.contract_screen.requirements[0].id, **changes}
    kept, _ = deviations.note(replace(deviations.propose.deviation(), **fields))  # type: ignore[arg-type]
    return deviations.dossier(kept.id)


def all_of(page: DeviationsPage) -> list[Deviation]:
    return [one.deviation for one in page.verbs.deviations.dossiers()]


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(Label) if one.isVisible())


def form(page: DeviationsPage, kind: type[F]) -> F:
    assert isinstance(page.form, kind)
    return page.form


def focused() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held
