"""Reading a filled-in list back: what differs, requirement by requirement, and taking what the buyer chooses."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kravkompass.documents.excel_columns import ALL_COLUMNS, Key
from kravkompass.documents.sheet import Sheet, number_of
from kravkompass.followup.reply import KeptReply
from kravkompass.language import Language, translation
from kravkompass.screens.export import own_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.documents.excel_comparing import About, Difference, Unreadable
    from kravkompass.followup.reply import Reply
    from kravkompass.screens.wizard import Wizard

TITLES: Mapping[Key, str] = {column.key: column.title for column in ALL_COLUMNS}
"""The columns' titles as source texts."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell that differs: its column, what it was with us and what it is in the file."""

    key: Key
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A requirement with something to tell: its id, its number and title on the list, and the cells it is about."""

    requirement: str
    number: str
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says. ``differing`` may be taken, by requirement; nothing of the rest is ever taken.

    ``doubtful`` are ids of those whose wording is another in the file, so that the answer may be about other words.
    ``refused`` is what was changed but is not there to be filled in, ``unreadable`` what cannot be understood. ``unknown`` and
    ``twice`` are ids in the file; ``missing`` are requirements the file lacks; ``nameless`` are rows, from 1, without an id.
    """

    path: Path
    about: About
    list_changed: bool
    differing: tuple[Entry, ...]
    refused: tuple[Entry, ...]
    unreadable: tuple[Entry, ...]
    missing: tuple[Entry, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]
    nameless: tuple[int, ...]
    doubtful: frozenset[str]
    replies: Mapping[str, Reply] = field(repr=False)
    original: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Changed:
    """The list has changed since the file was made: it can be read all the same, each difference looked at with care."""

    path: Path
    about: About


@dataclass(frozen=True, slots=True)
class Original:
    """A file that replies were taken from: its name, its checksum, when (ISO time) and by whom, and how many replies stand."""

    name: str
    evidence: str
    taken_at: str
    taken_by: str
    replies: int


class ReadBack:
    """Filled-in lists of the wizard's purchase."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    def read(
        self, path: Path, *, although_changed: bool = False, watch: Callable[[int], None] = lambda _row: None
    ) -> Found | Changed:
        """Read a file and compare it with the list and with what has been taken before. Changes nothing; may run beside the window.

        ``watch`` is told which row is being read, from 0; it may raise to stop the work.

        Raises:
            KnownError: the file cannot be read, is no list of ours, or belongs to another purchase.
        """
        from kravkompass.documents import excel_reading
        from kravkompass.documents.excel_errors import ListChangedError

        watch(0)
        about = excel_reading.about(path)
        watch(0)
        sheet = self._sheet(about.language)
        before = {name: kept.reply for name, kept in self._wizard.store.replies(sheet.purchase.id).items()}
        try:
            came = excel_reading.read_back(path, sheet, before, although_changed=although_changed, watch=watch)
        except ListChangedError:
            return Changed(path, about)
        told, entries = came.compared, _Entries(sheet)
        return Found(
            path,
            came.about,
            came.list_changed,
            differing=entries.of(told.answered),
            refused=entries.of(told.refused),
            unreadable=entries.of_unreadable(told.unreadable),
            missing=tuple(entries.entry(name, ()) for name in told.missing),
            unknown=told.unknown,
            twice=told.twice,
            nameless=told.nameless,
            doubtful=frozenset(one.requirement for one in told.refused),
            replies=told.proposed,
            original=came.original,
        )

    def left(self, found: Found) -> tuple[Entry, ...]:
        """Give the differences that have not been taken."""
        kept = self._wizard.store.replies(self._wizard.purchase.id)
        return tuple(
            one for one in found.differing if one.requirement not in kept or kept[one.requirement].reply != found.replies[one.requirement]
        )

    def take(self, found: Found, requirements: Collection[str]) -> Mapping[str, KeptReply | None]:
        """Take the chosen replies as one change, the file kept as evidence first; give what stood before, to put it back.

        Raises:
            KnownError: the evidence folder or the data cannot be written; nothing is taken then.
        """
        store = self._wizard.store
        evidence = store.evidence.keep_content(found.original, found.path)
        wanted = [one.requirement for one in found.differing if one.requirement in requirements]
        with self._wizard.change() as change:
            return change.lists.put_replies(
                self._wizard.purchase.id,
                {name: KeptReply(found.replies[name], found.path.name, evidence) for name in wanted},
            )

    def put_back(self, before: Mapping[str, KeptReply | None]) -> None:
        """Put replies back as they were before they were taken. The file stays among the evidence."""
        with self._wizard.change() as change:
            change.lists.put_replies(self._wizard.purchase.id, before)

    def originals(self) -> tuple[Original, ...]:
        """Give the files whose replies stand, the latest first."""
        files: dict[str, Original] = {}
        for kept in self._wizard.store.replies(self._wizard.purchase.id).values():
            if kept.evidence:
                one = files.get(kept.evidence) or Original(kept.file, kept.evidence, kept.taken_at, kept.taken_by, 0)
                files[kept.evidence] = replace(one, replies=one.replies + 1)
        return tuple(sorted(files.values(), key=lambda one: one.taken_at, reverse=True))

    def copy_of(self, original: Original) -> Path:
        """Make a copy of a kept file to look at, under its own name, so that nobody alters the original.

        Raises:
            EvidenceLostError, EvidenceDamagedError: it is no longer there, or no longer what it was.
        """
        with self._wizard.store.evidence.open(original.evidence) as kept:
            content = kept.read()
        copy = Path(tempfile.mkdtemp(prefix="kravkompass-")) / Path(original.name).name
        copy.write_bytes(content)
        return copy

    def _sheet(self, language: str) -> Sheet:
        wizard = self._wizard
        speaks = Language(language) if language in set(Language) else own_language(wizard.purchase.country)
        return Sheet(wizard.purchase, wizard.guide.rows(speaks), wizard.catalog, wizard.today, translation(speaks), wizard.profile)


class _Entries:
    """Gathers what is told of a requirement, in the order of the list."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = {row.requirement.id: (number_of(sheet, row), row.texts.title) for row in sheet.rows}

    def entry(self, requirement: str, fields: tuple[Field, ...]) -> Entry:
        return Entry(requirement, *self._rows[requirement], fields)

    def of(self, differences: Iterable[Difference]) -> tuple[Entry, ...]:
        return self._gathered((one.requirement, Field(one.key, one.before, one.after)) for one in differences)

    def of_unreadable(self, cells: Iterable[Unreadable]) -> tuple[Entry, ...]:
        return self._gathered((one.requirement, Field(one.key, one.found, one.found)) for one in cells)

    def _gathered(self, told: Iterable[tuple[str, Field]]) -> tuple[Entry, ...]:
        gathered: dict[str, list[Field]] = {}
        for requirement, cell in told:
            gathered.setdefault(requirement, []).append(cell)
        return tuple(self.entry(name, tuple(gathered[name])) for name in self._rows if name in gathered)
