"""Notes what is published: writes the id, revision and fingerprint of every requirement to the catalog's lock.

python packaging/publish.py             before a release, when `kravkompass catalog check` finds nothing
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "desktop")]

from kravkompass.catalog.checks import check_catalog  # noqa: E402 - the path must be set first
from kravkompass.catalog.published import LOCK, lock_of  # noqa: E402
from kravkompass.catalog.reading import read_catalog  # noqa: E402
from kravkompass.purchases.atomic import write_beside  # noqa: E402


def publish(catalog: Path) -> int:
    """Write the lock of a catalog folder, and tell what is new in it; gives the exit status, 1 where the catalog has faults."""
    reading = read_catalog(catalog)
    check_catalog(reading, datetime.now().astimezone().date())
    if reading.problems:
        print(*sorted(reading.problems), "Nothing has been published.", sep="\n", file=sys.stderr)
        return 1
    before = reading.published
    new = [one.id for one in reading.requirements if one.id not in before]
    raised = [one.id for one in reading.requirements if one.id in before and one.revision > before[one.id].revision]
    write_beside(catalog / LOCK, lock_of(reading.requirements).encode())
    print(f"{len(reading.requirements)} requirements published, {len(new)} of them new, {len(raised)} with a new revision.")
    return 0


if __name__ == "__main__":
    raise SystemExit(publish(ROOT / "resources" / "catalog"))
