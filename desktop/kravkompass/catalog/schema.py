"""The tables of catalog.sqlite: what is looked for in columns, the rest of each value as JSON."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text

FORMAT = 1

metadata = MetaData()

about = Table("about", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

requirement = Table(
    "requirement",
    metadata,
    Column("id", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("country", String, nullable=False),
    Column("area", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("level", String, nullable=False),
    Column("theme", String, nullable=False),
    Column("national_id", String, nullable=False),
    Column("confidence", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("requirement_country", "country"),
)

product_group = Table(
    "product_group",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# Questions, labels, sources, rules: small lists that are read whole.
item = Table(
    "item",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
