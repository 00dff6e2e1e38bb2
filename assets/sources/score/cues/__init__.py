"""The pieces: each module holds some cues, written out."""

from __future__ import annotations

import importlib

from kit.notation import Cue

MODULES = ("two_notes", "paper", "home", "outside", "late", "roofs")


def every() -> dict[str, Cue]:
    """Give all cues by name."""
    return {cue.name: cue for name in MODULES for cue in importlib.import_module(f"cues.{name}").CUES}
