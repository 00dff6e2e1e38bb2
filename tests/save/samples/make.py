"""Write the sample of today's format: `python -m tests.save.samples.make v1-renata`.

Run by hand, once for each format: a sample is frozen when it is released.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

from game.save.codec import encode
from tests.save.plays import a_save
from tests.save.test_codec import spelled_out

if __name__ == "__main__":
    save = a_save(generation=7)
    path = Path(__file__).parent / sys.argv[1]
    path.with_suffix(".save").write_bytes(encode(save))
    path.with_suffix(".json").write_text(json.dumps(spelled_out(save), indent=1, sort_keys=True) + "\n", "utf-8")
