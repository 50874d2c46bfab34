"""Earshot on a machine whose clock is set by hand: a file says by how many seconds it is wrong.

The clock is put in place of the system's before anything of Earshot is imported. Time that passes
is not touched, as on a machine whose clock somebody sets.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

_FILE, _right = Path(os.environ["WRONG_CLOCK"]), time.time


def _wrong() -> float:
    return _right() + float(_FILE.read_text())


time.time = _wrong
time.time_ns = lambda: int(_wrong() * 1_000_000_000)

from infra.wsgi import app  # noqa: E402 - under the wrong clock

__all__ = ["app"]
