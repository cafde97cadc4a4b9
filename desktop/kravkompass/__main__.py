"""``python -m kravkompass``."""

from __future__ import annotations

from kravkompass.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
