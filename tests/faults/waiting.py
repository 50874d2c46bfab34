"""Waits for what is to happen, however long a machine needs for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPException

WITHIN = 120.0


def wait_until(happened: Callable[[], bool]) -> None:
    """Fails where it does not happen. Nobody answering is no answer yet."""
    end = time.monotonic() + WITHIN
    while True:
        try:
            if happened():
                return
        except (OSError, HTTPException):
            pass
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.05)
