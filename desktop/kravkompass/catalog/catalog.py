"""The catalog as the program reads it: opened read-only, its values given whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import URL, Connection, Engine, Select, create_engine, select
from sqlalchemy.exc import SQLAlchemyError

from kravkompass.catalog import schema
from kravkompass.catalog.country_risk import CountryRisk
from kravkompass.catalog.goods import Good
from kravkompass.catalog.municipalities import Municipality
from kravkompass.catalog.packages import Package
from kravkompass.catalog.requirement import Label, ProductGroup, Question, Requirement, Source
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.rules import Rule, Rules
from kravkompass.catalog.terms import Country
from kravkompass.errors import CatalogDamagedError, UnknownGroupError, UnknownRequirementError

T = TypeVar("T")


class Catalog:
    """The national requirements and what surrounds them. Nothing in it can be changed."""

    def __init__(self, path: Path) -> None:
        """Open a catalog file.

        Raises:
            CatalogDamagedError: the file is missing, broken or of another format.
        """
        self._path = path
        # As an address, so that no letter in the name of a folder (%, #, ?) is taken for something else.
        query = {"mode": "ro", "immutable": "1", "uri": "true"}
        self._engine: Engine = create_engine(URL.create("sqlite", database=path.resolve().as_uri(), query=query))
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(select(schema.about.c.key, schema.about.c.value))
                self._about: dict[str, str] = {str(key): str(value) for key, value in rows}
        except SQLAlchemyError as error:
            raise CatalogDamagedError(path=path) from error
        if self._about.get("format") != str(schema.FORMAT):
            raise CatalogDamagedError(path=path)

    @property
    def fingerprint(self) -> str:
        """What the catalog was made from, as a SHA-256."""
        return self._about.get("fingerprint", "")

    @property
    def seen(self) -> str:
        """The latest day a source was checked (ISO text)."""
        return self._about.get("seen", "")

    @cached_property
    def _requirements(self) -> Mapping[str, Requirement]:
        table = schema.requirement
        bodies = self._bodies(select(table.c.body).order_by(table.c.id), Requirement)
        return {requirement.id: requirement for requirement in bodies}

    def requirements(self, country: Country | None = None) -> tuple[Requirement, ...]:
        """Give the requirements of a country (or all), in the order of their ids."""
        return tuple(one for one in self._requirements.values() if country in (None, one.country))

    def requirement(self, name: str) -> Requirement:
        """Give a requirement by id.

        Raises:
            UnknownRequirementError: there is none.
        """
        try:
            return self._requirements[name]
        except KeyError:
            raise UnknownRequirementError(id=name) from None

    @cached_property
    def groups(self) -> Mapping[str, ProductGroup]:
        """The product groups by id, areas before their groups."""
        table = schema.product_group
        return {group.id: group for group in self._bodies(select(table.c.body).order_by(table.c.position), ProductGroup)}

    def group(self, name: str) -> ProductGroup:
        """Give a product group by id.

        Raises:
            UnknownGroupError: there is none.
        """
        try:
            return self.groups[name]
        except KeyError:
            raise UnknownGroupError(id=name) from None

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The situation questions by id."""
        return self._items("question", Question)

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """The labels and standards accepted as proof, by id."""
        return self._items("label", Label)

    @cached_property
    def rules(self) -> Rules:
        """Law and amounts as dated data."""
        return Rules(self._items("rule", Rule))

    @cached_property
    def risks(self) -> tuple[ProductRisk, ...]:
        """The published supply-chain risk levels."""
        return tuple(self._items("risk", ProductRisk).values())

    @cached_property
    def countries(self) -> Mapping[str, CountryRisk]:
        """How well countries are governed, by ISO 3166 code."""
        return self._items("country", CountryRisk)

    @cached_property
    def goods(self) -> tuple[Good, ...]:
        """Goods known to be made with child or forced labour somewhere."""
        return tuple(self._items("good", Good).values())

    @cached_property
    def packages(self) -> Mapping[str, Package]:
        """The packages of requirements, by id."""
        return self._items("package", Package)

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities of both countries, by county."""
        return tuple(self._items("municipality", Municipality).values())

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return self._items("source", Source)

    def source(self, country: Country, name: str) -> Source | None:
        """Give a source as a requirement of a country names it (``k10``, or ``se/k10`` for another country's)."""
        return self._sources.get(name if "/" in name else f"{country.value}/{name}")

    def _items(self, kind: str, what: type[T]) -> Mapping[str, T]:
        table = schema.item
        query = select(table.c.id, table.c.body).where(table.c.kind == kind).order_by(table.c.position)
        with self._reading() as rows:
            return {name: msgspec.json.decode(body, type=what) for name, body in rows.execute(query)}

    def _bodies(self, query: Select[tuple[str]], what: type[T]) -> list[T]:
        decoder = msgspec.json.Decoder(what)
        with self._reading() as rows:
            return [decoder.decode(str(body)) for body in rows.execute(query).scalars()]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except (SQLAlchemyError, msgspec.DecodeError) as error:
            raise CatalogDamagedError(path=self._path) from error
