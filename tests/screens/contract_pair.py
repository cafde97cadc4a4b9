"""Two municipalities' contracts for the same, with the same supplier: made once, and copied for every test."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.catalog.real import catalog, finder
from tests.guidance.made import TODAY
from tests.purchases.contract_samples import activity, outcome
from tests.purchases.new_data import new_data

from kravkompass.followup.activity import KeptActivity, Status
from kravkompass.followup.contract import Contract
from kravkompass.language import Language
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.signing import Signing
from kravkompass.screens.wizard import Wizard

NUMBER = "556012-5790"
CHECKED = date(2026, 10, 1)


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kravkompass-pair-"))
    with Store(new_data(folder / "data")) as store:
        with store.change() as change:
            change.keep_settings(Settings(organisation="Provkommunen", name="Åsa Öst"))
            purchase = change.add(replace(EXAMPLES[0].purchase(), id=""))
        wizard = Wizard(store, catalog(), purchase, lambda: TODAY, finder)
        _checked(store, _sign(store, wizard, "Grannköping"))
        _planned(store, _sign(store, wizard, "Provkommunen"))
    return folder / "data"


def _sign(store: Store, wizard: Wizard, organisation: str) -> ContractScreen:
    made = Signing(wizard).sign("Grönt i Provstad AB", NUMBER, date(2026, 2, 15), date(2026, 3, 1), Language.SWEDISH)
    with store.change() as change:
        change.contracts.keep(replace(store.part(Contract, made), organisation=organisation))
    return ContractScreen(store, catalog(), made, lambda: TODAY)


def _checked(store: Store, screen: ContractScreen) -> None:
    """Two requirements have been checked the way the plan says: one met, one not."""
    firm = screen.suppliers[0].id
    with store.change() as change:
        for asked, status, note in zip(screen.requirements, (Status.MET, Status.NOT_MET), ("Två av tre", "Åsa Öst var där"), strict=False):
            found = outcome(screen.id, asked.id, supplier=firm, status=status, method=asked.follow_up.method)
            change.contracts.keep(replace(found, day=CHECKED, note=note))


def _planned(store: Store, screen: ContractScreen) -> None:
    """One check of three requirements is planned, and nothing else."""
    asked = screen.requirements[:3]
    with store.change() as change:
        for kept in store.parts(KeptActivity, contract=screen.id):
            change.contracts.drop(kept)
        minutes = sum(one.follow_up.minutes for one in asked)
        ids = tuple(one.id for one in asked)
        check = activity(screen.id, date(2027, 1, 12), requirements=ids, minutes=minutes, supplier="", note="", used=None, done=None)
        change.contracts.keep(check)


def copied(folder: Path) -> Path:
    """Give a copy of the data, inside a folder."""
    shutil.copytree(_made(), folder / "pair")
    return folder / "pair"


def of(store: Store, organisation: str) -> ContractScreen:
    """Open the contract of one of the two."""
    row = next(one for one in store.contracts() if one.organisation == organisation)
    return ContractScreen(store, catalog(), row.id, lambda: TODAY)
