"""A first look at the data file before the database machinery is loaded: enough for the home screen, touching nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country
from kravkompass.purchases.rows import PurchaseRow
from kravkompass.purchases.settings import DATA_FILE

if TYPE_CHECKING:
    from pathlib import Path

_ROWS = (
    "SELECT id, country, title, organisation, reference, page, example, created, changed,"
    " (SELECT count(*) FROM decision WHERE purchase_id = purchase.id AND verdict <> 'left-out'),"
    " (SELECT count(*) FROM decision WHERE purchase_id = purchase.id AND verdict = 'left-out'),"
    " ifnull((SELECT id FROM contract WHERE contract.purchase = purchase.id AND contract.deleted = ''"
    " ORDER BY signed DESC, id DESC LIMIT 1), '')"
    " FROM purchase WHERE deleted IS NULL ORDER BY changed DESC, id LIMIT ?"
)


def glance(folder: Path, most: int) -> tuple[PurchaseRow, ...]:
    """Give the purchases changed last, at most so many, as the store would; none when the file cannot be read (opening the store says why)."""
    file = folder / DATA_FILE
    if not file.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            return tuple(_row(found) for found in connection.execute(_ROWS, (most,)))
    except (sqlite3.Error, OSError, ValueError):
        return ()


def _row(found: tuple[str, ...]) -> PurchaseRow:
    identity, country, title, organisation, reference, page, example, created, changed, chosen, left_out, contract = found
    return PurchaseRow(
        id=identity,
        country=Country(country),
        title=title,
        organisation=organisation,
        reference=reference,
        page=page,
        example=example,
        created=created,
        changed=changed,
        deleted="",
        chosen=int(chosen),
        left_out=int(left_out),
        contract=contract,
    )
