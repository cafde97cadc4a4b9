"""The library that draws and reads finished PDFs: whoever uses it takes a turn."""

from __future__ import annotations

from threading import Lock

TURN = Lock()
"""The library may only be used by one thread at a time, whatever the document."""
