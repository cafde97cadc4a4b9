"""The parts of a contract as they are kept: each a frozen value with a table made from its fields, declared once here.

A field's type says its column: texts and closed lists as text, dates as ISO text, numbers as they are, everything else as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy.types import TypeEngine

from kravkompass.followup.activity import KeptActivity, Outcome
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
from kravkompass.followup.employment import Dialogue, JobOutcome, JobPromise
from kravkompass.followup.evidence import Evidence
from kravkompass.followup.meeting import Matter, Meeting, MeetingDraft, Promise
from kravkompass.followup.questionnaire import Questionnaire
from kravkompass.followup.shared_finding import SharedFinding, TakenOver
from kravkompass.followup.supply_chain import ChainLink, DisclosureRequest
from kravkompass.purchases.clean_text import clean_text
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import ID_LENGTH, NAME_LENGTH, Record

DAY_LENGTH = 10


class Part(Protocol):
    """What is kept of a contract: it has an id of its own and belongs to a contract."""

    @property
    def id(self) -> str:
        """Its UUID; empty for a new one."""

    @property
    def contract(self) -> str:
        """The id of its contract."""


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where one kind of part is kept: its table, the kind of thing the store tells of, and whether its changes go into the log."""

    part: type[Any]
    table: Table
    kind: Kind
    logged: bool

    def row(self, part: Part) -> dict[str, Any]:
        """Give the columns of a part."""
        plain: dict[str, Any] = _cleaned(msgspec.to_builtins(part))
        return plain

    def value(self, row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the type is known to whoever asks for it
        """Give the part a row holds."""
        return msgspec.convert({name: row[name] for name in self.names}, self.part)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns that hold the part's fields."""
        return tuple(field.name for field in fields(self.part))


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - any plain value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(name): _cleaned(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value


def _column_type(hint: Any) -> tuple[TypeEngine[Any], bool]:  # noqa: ANN401 - a type, as Python writes it
    """Give a field's column type, and whether it may be empty."""
    if get_origin(hint) in {Union, UnionType}:
        of = [one for one in get_args(hint) if one is not type(None)]
        return (_column_type(of[0])[0], True) if len(of) == 1 else (JSON(), True)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return String(NAME_LENGTH), False
    plain: dict[Any, TypeEngine[Any]] = {str: Text(), date: String(DAY_LENGTH), bool: Boolean(), int: Integer(), float: Float()}
    return plain.get(hint, JSON(none_as_null=True)), False


def _table(name: str, part: type[Any], *indexes: tuple[str, ...]) -> Table:
    hints = get_type_hints(part)
    columns: list[Column[Any]] = [Column("id", String(ID_LENGTH), primary_key=True)]
    for field in fields(part):
        if field.name == "contract":
            columns.append(Column("contract", String(ID_LENGTH), ForeignKey("contract.id", ondelete="CASCADE"), nullable=False))
        elif field.name != "id":
            kind, may_be_empty = _column_type(hints[field.name])
            columns.append(Column(field.name, kind, nullable=may_be_empty))
    columns.append(Column("version", Integer, nullable=False))
    return Table(name, Record.metadata, *columns, *(Index(None, *index) for index in indexes))


def _shelf(name: str, part: type[Any], kind: Kind, *indexes: tuple[str, ...], logged: bool = True) -> Shelf:
    return Shelf(part, _table(name, part, *indexes), kind, logged)


SHELVES: Mapping[type[Any], Shelf] = MappingProxyType({
    one.part: one
    for one in (
        _shelf("contract", Contract, Kind.CONTRACTS),
        _shelf("supplier", Supplier, Kind.CONTRACTS, ("contract",)),
        _shelf("frozen_requirement", FrozenRequirement, Kind.CONTRACTS, ("contract",), logged=False),
        _shelf("activity", KeptActivity, Kind.ACTIVITIES, ("contract",), ("state", "day", "contract")),
        _shelf("outcome", Outcome, Kind.OUTCOMES, ("contract", "requirement", "status")),
        _shelf("meeting", Meeting, Kind.MEETINGS, ("contract",)),
        _shelf("meeting_draft", MeetingDraft, Kind.MATTERS, ("contract",), logged=False),
        _shelf("matter", Matter, Kind.MATTERS, ("meeting", "position"), logged=False),
        _shelf("promise", Promise, Kind.PROMISES, ("contract",)),
        _shelf("evidence", Evidence, Kind.EVIDENCE, ("contract",)),
        _shelf("chain_link", ChainLink, Kind.CHAIN, ("contract",)),
        _shelf("disclosure_request", DisclosureRequest, Kind.CHAIN, ("contract",)),
        _shelf("questionnaire", Questionnaire, Kind.QUESTIONNAIRES, ("contract",)),
        _shelf("dialogue", Dialogue, Kind.EMPLOYMENT, ("contract",)),
        _shelf("job_promise", JobPromise, Kind.EMPLOYMENT, ("contract",)),
        _shelf("job_outcome", JobOutcome, Kind.EMPLOYMENT, ("contract",)),
        _shelf("deviation", Deviation, Kind.DEVIATIONS, ("contract", "state")),
        _shelf("ladder_step", LadderStep, Kind.DEVIATIONS, ("contract", "deviation")),
        _shelf("action_plan", ActionPlan, Kind.DEVIATIONS, ("contract", "deviation")),
        _shelf("shared_finding", SharedFinding, Kind.FINDINGS, ("contract",)),
        _shelf("taken_over", TakenOver, Kind.FINDINGS, ("contract",)),
    )
})  # fmt: skip
"""Every kind of part. What is added here also wants its table in the migration of the form that is not yet released."""

EVENTS = Table(
    "contract_event",
    Record.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("contract", String(ID_LENGTH), ForeignKey("contract.id", ondelete="CASCADE"), nullable=False),
    Column("at", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("verb", String(NAME_LENGTH), nullable=False),
    Column("part", String(NAME_LENGTH), nullable=False),
    Column("about", String(ID_LENGTH), nullable=False),
    Column("before", JSON(none_as_null=True), nullable=False),
    Column("after", JSON(none_as_null=True), nullable=False),
    Index(None, "contract", "number"),
)


def shelf_of(part: type[Any]) -> Shelf:
    """Give where a kind of part is kept. Raises KeyError for what is no part of a contract."""
    return SHELVES[part]
