"""The build hook: makes the compiled files and puts resources and texts into the wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What only building needs. The catalog's YAML files go along: `kravkompass catalog check` reads them.
LEFT_OUT = {".po", ".pot", ".gitignore", "built-from.txt"}


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg] # not generic in every release of hatchling
    """Builds before packing, and lists what goes into the wheel beside the code."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files and tell hatchling of them; an editable install finds them in the checkout."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        from building import build_everything

        build_everything()
        if self.target_name != "wheel" or version == "editable":
            return
        for folder in ("resources", "i18n"):
            for path in sorted((root / folder).rglob("*")):
                if path.is_file() and not {path.suffix, path.name} & LEFT_OUT:
                    relative = path.relative_to(root).as_posix()
                    build_data["force_include"][str(path)] = f"kravkompass/{relative}"
