"""Take the outlines of the program's icons from the `lucide` package into `resources/icons/`.

The icons are committed, so neither building nor running the program needs that package. Run this by hand when an
icon is added to `CHOSEN`:

    pip install lucide
    python packaging/icons.py

The names on the left are ours and say what an icon stands for; views use only those. The names on the right are
Lucide's and say what it depicts. Two meanings may share one outline only when they never stand side by side.
"""

from __future__ import annotations

import re
import sys
from importlib import resources
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"

CHOSEN = {
    # places in the program
    "kravkompass": "compass",
    "home": "house",
    "purchase": "shopping-cart",
    "contract": "handshake",
    "catalog": "book-open",
    "profile": "landmark",
    "help": "circle-question-mark",
    "settings": "settings",
    "language": "languages",
    "theme": "sun-moon",
    "light": "sun",
    "dark": "moon",
    "contrast": "contrast",
    # the thread
    "describe": "file-pen",
    "product-group": "package",
    "question": "message-circle",
    "risk": "shield-alert",
    "requirement": "clipboard-list",
    "check-over": "list-checks",
    "follow-up": "calendar-check",
    "export": "file-down",
    "meeting": "users",
    "deviation": "flag",
    "action-plan": "route",
    "history": "history",
    "reason": "lightbulb",
    "law": "scale",
    "source": "link",
    "label": "award",
    "level": "gauge",
    "supply-chain": "waypoints",
    # what a person does
    "add": "plus",
    "open": "folder-open",
    "edit": "pencil",
    "copy": "copy",
    "delete": "trash-2",
    "undo": "undo-2",
    "search": "search",
    "calendar": "calendar",
    "file": "file-text",
    "print": "printer",
    "more": "ellipsis",
    "close": "x",
    "stop": "square",
    "up": "arrow-up",
    "down": "arrow-down",
    "back": "arrow-left",
    "next": "arrow-right",
    "collapsed": "chevron-right",
    "expanded": "chevron-down",
    "leave": "external-link",
    # what the program says
    "check": "check",
    "positive": "circle-check",
    "info": "info",
    "warning": "triangle-alert",
    "negative": "circle-alert",
    # themes and product groups
    "food": "apple",
    "children": "baby",
    "building": "hammer",
    "premises": "building-2",
    "textile": "shirt",
    "it": "monitor",
    "vehicle": "truck",
    "care": "stethoscope",
    "furniture": "armchair",
    "cleaning": "spray-can",
    "climate": "leaf",
    "chemicals": "flask-conical",
    "circular": "recycle",
    "energy": "zap",
    "animal-welfare": "paw-print",
    "human-rights": "hand-heart",
    "employment": "briefcase",
    "work-terms": "handshake",
    "anti-corruption": "gavel",
    "world": "globe",
}


def _archive() -> ZipFile:
    return ZipFile(BytesIO(resources.files("lucide").joinpath("lucide.zip").read_bytes()))


def plain(svg: str) -> str:
    """Give the drawing on few lines and without the attributes that the program sets itself."""
    body = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if body is None:
        raise ValueError("not a Lucide drawing")
    shapes = [line.strip() for line in body.group(1).strip().splitlines()]
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        ' stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
    )
    return "\n".join([head, *shapes, "</svg>", ""])


def main() -> int:
    """Write every chosen icon, and remove those no longer chosen."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _archive() as archive:
        for name, outline in CHOSEN.items():
            svg = archive.read(f"{outline}.svg").decode("utf-8")
            (FOLDER / f"{name}.svg").write_text(plain(svg), encoding="utf-8", newline="\n")
    for old in FOLDER.glob("*.svg"):
        if old.stem not in CHOSEN:
            old.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
