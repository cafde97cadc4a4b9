"""Templates at the screen: made of a purchase, begun from, renamed, put away, and shared as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.guidance.purchase import Verdict
from kravkompass.language import Language, translation
from kravkompass.purchases.exchange_errors import NotAPurchaseFileError
from kravkompass.purchases.store import Store
from kravkompass.screens.home import Home
from kravkompass.screens.ledger import Ledger
from kravkompass.screens.lots import Lots
from kravkompass.screens.requirements import Requirements
from kravkompass.screens.templates import Templates
from kravkompass.screens.wizard import Wizard


@pytest.fixture
def templates(store: Store) -> Templates:
    return Templates(lambda: store)


def wizard_of(store: Store, purchase: str, wizard: Wizard) -> Wizard:
    return Wizard(store, catalog(), purchase, lambda: TODAY, wizard.finder)


def test_a_purchase_begun_from_a_template_has_what_the_first_one_had(templates: Templates, wizard: Wizard, store: Store) -> None:
    wizard.set_groups(["fruit-vegetables", "meat"])
    Lots(wizard).divide(Language.SWEDISH)
    requirements = Requirements(wizard)
    for theme in requirements.themes(Language.SWEDISH):
        requirements.choose_proposed(theme.theme)
    template = templates.make(wizard.purchase.id, "Frukt och kött")
    (row,) = templates.rows()
    assert (row.id, row.name, row.lots) == (template, "Frukt och kött", 2)
    begun = store.purchase(templates.begin(template))
    assert (begun.lots, begun.decisions.keys(), begun.organisation, begun.buyer) == (
        wizard.purchase.lots, wizard.purchase.decisions.keys(), "Provkommunen", "Åsa Öst",
    )  # fmt: skip
    assert begun.reference == begun.supplier == ""
    assert {one.taken_from for one in begun.decisions.values()} == {"Frukt och kött"}


def test_a_template_is_renamed_deleted_and_brought_back(templates: Templates, wizard: Wizard) -> None:
    template = templates.make(wizard.purchase.id, "Frukt")
    templates.rename(template, "Bär")
    templates.delete(template)
    assert templates.rows() == ()
    templates.restore(template)
    assert [row.name for row in templates.rows()] == ["Bär"]


def test_a_template_is_shared_as_a_file(templates: Templates, wizard: Wizard, store: Store, tmp_path: Path) -> None:
    template = templates.make(wizard.purchase.id, "Frukt")
    templates.write(template, tmp_path / "frukt.json")
    written = (tmp_path / "frukt.json").read_text(encoding="utf-8")
    for personal in (wizard.purchase.reference, wizard.purchase.buyer, wizard.purchase.organisation, "decided-by", "decided-at"):
        assert not personal or personal not in written
    read = templates.read(tmp_path / "frukt.json")
    assert store.template(read) == store.template(template)
    (tmp_path / "brev.json").write_text("{}", encoding="utf-8")
    with pytest.raises(NotAPurchaseFileError):
        templates.read(tmp_path / "brev.json")


def test_the_ledger_tells_of_a_copy_what_has_changed_since(home: Home, wizard: Wizard, store: Store) -> None:
    requirements = Requirements(wizard)
    for theme in requirements.themes(Language.SWEDISH):
        requirements.choose_proposed(theme.theme)
    t = translation(Language.SWEDISH)
    assert Ledger(wizard).since(t) is None
    again = wizard_of(store, home.copy(wizard.purchase.id, "Frukt 2028"), wizard)
    assert Ledger(again).since(t) == ()
    first = next(one for one in again.purchase.decisions.values() if one.verdict is Verdict.CHOSEN)
    with again.change() as change:
        change.undecide(again.purchase.id, first.requirement)
    (said,) = Ledger(again).since(t) or ()
    assert said.endswith("Föreslås nu. Då beslutades inget om det.")
