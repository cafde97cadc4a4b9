"""What is kept of a purchase's lists that went out: the number of each version, and the replies that came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from kravkompass.followup.reply import KeptReply, Reply, Standing
from kravkompass.purchases.clean_text import clean_text
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.model import ID_LENGTH, NAME_LENGTH, TIME_LENGTH, PurchaseRecord, Record, new_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DAY_LENGTH = 10
CHECKSUM_LENGTH = 64


class ReplyRecord(Record):
    """What came back about one requirement. ``day`` is an ISO date; ``evidence`` the checksum of the file it came in."""

    __tablename__ = "reply"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    requirement: Mapped[str] = mapped_column(String(NAME_LENGTH))
    standing: Mapped[str] = mapped_column(String(NAME_LENGTH))
    answer: Mapped[str]
    note: Mapped[str]
    day: Mapped[str | None] = mapped_column(String(DAY_LENGTH))
    file: Mapped[str]
    evidence: Mapped[str] = mapped_column(String(CHECKSUM_LENGTH))
    taken_by: Mapped[str]
    taken_at: Mapped[str] = mapped_column(String(TIME_LENGTH))
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    __table_args__ = (UniqueConstraint("purchase_id", "requirement"),)


class IssueRecord(Record):
    """A version of a purchase's list that went out: its number from 1, what was in it, and when it first went out."""

    __tablename__ = "list_issue"
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fingerprint: Mapped[str] = mapped_column(String(CHECKSUM_LENGTH))
    issued: Mapped[str] = mapped_column(String(TIME_LENGTH))


@dataclass(frozen=True, slots=True)
class Issue:
    """A version of a list that went out: its number from 1, the fingerprint of its content, and when (ISO time)."""

    number: int
    fingerprint: str
    issued: str


def read_replies(session: Session, purchase_id: str) -> Mapping[str, KeptReply]:
    """Read the replies of a purchase by requirement."""
    wanted = select(ReplyRecord).where(ReplyRecord.purchase_id == purchase_id).order_by(ReplyRecord.requirement)
    return MappingProxyType({record.requirement: _reply_of(record) for record in session.scalars(wanted)})


def read_issues(session: Session, purchase_id: str) -> tuple[Issue, ...]:
    """Read the versions of a purchase's list that went out, the first one first."""
    wanted = select(IssueRecord).where(IssueRecord.purchase_id == purchase_id).order_by(IssueRecord.number)
    return tuple(Issue(record.number, record.fingerprint, record.issued) for record in session.scalars(wanted))


class ListKeeper:
    """Lists in a change under way. Every verb on a purchase that is not there raises PurchaseMissingError."""

    def __init__(self, session: Session, kinds: set[Kind], time: Callable[[], str], who: Callable[[], str]) -> None:
        self._session = session
        self._kinds = kinds
        self._time = time
        self._who = who

    def issue(self, purchase_id: str, fingerprint: str) -> int:
        """Say that a list with this content goes out, and give its version: a new one when it is not what went out last."""
        self._purchase(purchase_id)
        issues = read_issues(self._session, purchase_id)
        if issues and issues[-1].fingerprint == fingerprint:
            return issues[-1].number
        number = len(issues) + 1
        self._session.add(IssueRecord(purchase_id=purchase_id, number=number, fingerprint=fingerprint, issued=self._time()))
        self._kinds.add(Kind.LISTS)
        return number

    def put_replies(self, purchase_id: str, replies: Mapping[str, KeptReply | None]) -> Mapping[str, KeptReply | None]:
        """Keep replies by requirement, or take those away that are None; give what stood there before, to undo it."""
        record = self._purchase(purchase_id)
        found = {
            one.requirement: one
            for one in self._session.scalars(select(ReplyRecord).where(ReplyRecord.purchase_id == purchase_id))
        }
        before = {name: _reply_of(found[name]) if name in found else None for name in replies}
        for name, kept in replies.items():
            signed = kept and replace(kept, taken_by=kept.taken_by or self._who(), taken_at=kept.taken_at or self._time())
            if signed == before[name]:
                continue
            if signed is None:
                self._session.delete(found[name])
            else:
                self._session.add(_filled(found.get(name) or ReplyRecord(purchase_id=purchase_id, requirement=name), signed))
            record.changed = self._time()
            self._kinds |= {Kind.LISTS, Kind.PURCHASES}
        return MappingProxyType(before)

    def _purchase(self, purchase_id: str) -> PurchaseRecord:
        record = self._session.get(PurchaseRecord, purchase_id)
        if record is None:
            raise PurchaseMissingError(id=purchase_id)
        return record


def _reply_of(record: ReplyRecord) -> KeptReply:
    day = date.fromisoformat(record.day) if record.day else None
    reply = Reply(Standing(record.standing), record.answer, record.note, day)
    return KeptReply(reply, record.file, record.evidence, record.taken_by, record.taken_at)


def _filled(record: ReplyRecord, kept: KeptReply) -> ReplyRecord:
    reply = kept.reply
    record.standing = reply.standing.value
    record.answer, record.note = clean_text(reply.answer), clean_text(reply.note)
    record.day = reply.day.isoformat() if reply.day else None
    record.file, record.evidence = clean_text(kept.file), kept.evidence
    record.taken_by, record.taken_at = clean_text(kept.taken_by), kept.taken_at
    return record
