"""catalog.sqlite, built from the text files: written beside the old one and put in its place whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import URL, Connection, Table, create_engine, insert

from kravkompass.catalog import schema
from kravkompass.catalog.reading import Reading, read_catalog
from kravkompass.catalog.rules import Rules, read_rules
from kravkompass.errors import CatalogProblemsError


def fingerprint(resources: Path) -> str:
    """Give a fingerprint of every file the catalog is built from."""
    digest = hashlib.sha256(f"format {schema.FORMAT}".encode())
    lists = [*(resources / "catalog").rglob("*.yaml"), *(resources / "rules").glob("*.yaml"), *resources.glob("*.yaml")]
    for path in sorted(lists):
        digest.update(path.relative_to(resources).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(resources: Path, target: Path) -> None:
    """Build the catalog from the resources folder into ``target``.

    Raises:
        CatalogProblemsError: the text files have faults that leave values out.
    """
    reading = read_catalog(resources / "catalog")
    rules = read_rules(resources / "rules", reading.problems)
    if reading.problems:
        raise CatalogProblemsError(count=len(reading.problems))
    beside = target.with_suffix(".building")
    beside.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(beside)))
    try:
        with engine.begin() as connection:
            schema.metadata.create_all(connection)
            _fill(connection, reading, rules, fingerprint(resources))
    finally:
        engine.dispose()
    beside.replace(target)


def _fill(connection: Connection, reading: Reading, rules: Rules, made_from: str) -> None:
    _rows(
        connection,
        schema.about,
        (
            {"key": key, "value": value}
            for key, value in {
                "format": str(schema.FORMAT),
                "fingerprint": made_from,
                "seen": max((source.seen for sources in reading.sources.values() for source in sources.values()), default=""),
                "built": datetime.now(UTC).date().isoformat(),
            }.items()
        ),
    )
    _rows(
        connection,
        schema.requirement,
        (
            {
                "id": one.id,
                "revision": one.revision,
                "country": one.country,
                "area": one.area,
                "kind": one.kind,
                "level": one.level,
                "theme": one.theme,
                "national_id": one.national_id,
                "confidence": one.confidence,
                "body": _json(one),
            }
            for one in sorted(reading.requirements, key=lambda requirement: requirement.id)
        ),
    )
    groups = enumerate(reading.groups)
    _rows(connection, schema.product_group, ({"id": one.id, "position": place, "body": _json(one)} for place, one in groups))
    _rows(connection, schema.item, _items(reading, rules))


def _items(reading: Reading, rules: Rules) -> Iterable[dict[str, object]]:
    kinds: dict[str, dict[str, object]] = {
        "question": {one.id: one for one in reading.questions},
        "label": {one.id: one for one in reading.labels},
        "source": {f"{country.value}/{one.id}": one for country, sources in reading.sources.items() for one in sources.values()},
        "rule": dict(rules.by_id),
        "risk": {str(place): risk for place, risk in enumerate(reading.risks)},
        "package": {one.id: one for one in reading.packages},
        "country": dict(reading.countries),
        "good": {one.id: one for one in reading.goods},
        "municipality": {f"{one.country.value}/{one.number}": one for one in reading.municipalities},
    }
    for kind, values in kinds.items():
        for place, (name, value) in enumerate(values.items()):
            yield {"kind": kind, "id": name, "position": place, "body": _json(value)}


def _rows(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    if whole := list(rows):
        connection.execute(insert(table), whole)


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
