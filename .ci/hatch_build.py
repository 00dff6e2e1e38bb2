"""Put the story and the assets into a wheel as game/data; an editable install reads them where they are."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Map the top-level data folders into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to a standard wheel."""
        if version == "editable":
            return
        for folder in ("story", "assets"):
            for part in sorted(Path(self.root, folder).glob("*")):
                if part.name != "sources":  # what pictures are made with; only the pictures are played
                    build_data["force_include"][f"{folder}/{part.name}"] = f"game/data/{folder}/{part.name}"
