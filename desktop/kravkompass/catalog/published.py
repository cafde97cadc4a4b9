"""What has ever been published: the id, revision and fingerprint of every requirement, kept in ``published.lock``.

A purchase keeps ids and revisions for years. So an id never disappears, and a text never changes under the same revision.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path

import msgspec

from kravkompass.catalog.entries import Problem
from kravkompass.catalog.requirement import Requirement

LOCK = "published.lock"
HEADING = "# What has been published: id, revision, fingerprint. Written by packaging/publish.py, never by hand.\n"
# They decide when a requirement is proposed and how it is compared, not what it says: a purchase that took it stays true when they change.
NOT_SAID = frozenset({"revision", "area", "priority", "groups", "when", "relations", "retired", "replaced_by", "stricter"})
_LINE = re.compile(r"(?P<id>[A-Z]+(?:-[A-Z]+)+-\d+[a-z]?) (?P<revision>[1-9]\d*) (?P<fingerprint>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Published:
    """A requirement as it was last published. ``line`` is where it stands in the lock."""

    id: str
    revision: int
    fingerprint: str
    line: int = 0


def fingerprint(requirement: Requirement) -> str:
    """Give a fingerprint (SHA-256) of everything a purchase takes over from a requirement.

    Fields that are left out in the files leave no trace, so that a new field does not change what is already published.
    """
    said = {}
    for one in fields(Requirement):
        value = getattr(requirement, one.name)
        usual = one.default_factory() if one.default_factory is not MISSING else one.default
        if one.name not in NOT_SAID and value != usual:
            said[one.name] = value
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def read_lock(path: Path, problems: list[Problem]) -> Mapping[str, Published]:
    """Read a lock, noting lines that are not one; a lock that does not exist says that nothing has been published."""
    if not path.exists():
        return {}
    found: dict[str, Published] = {}
    for line, written in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if not written or written.startswith("#"):
            continue
        part = _LINE.fullmatch(written)
        if part is None:
            problems.append(Problem(path.name, line, "should be an id, a revision and a fingerprint; publish again, do not edit"))
        elif part["id"] in found:
            problems.append(Problem(path.name, line, f"{part['id']} stands twice"))
        else:
            found[part["id"]] = Published(part["id"], int(part["revision"]), part["fingerprint"], line)
    return found


def gone(requirements: Iterable[Requirement], published: Mapping[str, Published]) -> list[Problem]:
    """Find the published ids that no requirement has any more."""
    left = published.keys() - {one.id for one in requirements}
    said = "has been published and is gone; bring it back with retired: true and replaced-by"
    return [Problem(LOCK, published[name].line, f"{name} {said}") for name in sorted(left)]


def changed(requirement: Requirement, published: Published | None) -> Iterator[str]:
    """Find what has changed against the published one without being said so in the revision."""
    if published is None:
        return
    if requirement.revision < published.revision:
        yield f"revision {published.revision} has been published; the revision cannot go back to {requirement.revision}"
    elif requirement.revision == published.revision and fingerprint(requirement) != published.fingerprint:
        yield f"has changed since revision {published.revision} was published; raise the revision to {published.revision + 1}"


def lock_of(requirements: Iterable[Requirement]) -> str:
    """Give the text of the lock for requirements that are to be published, in the order of their ids."""
    lines = (f"{one.id} {one.revision} {fingerprint(one)}\n" for one in sorted(requirements, key=lambda one: one.id))
    return HEADING + "".join(lines)
