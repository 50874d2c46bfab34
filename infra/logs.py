"""Logs of errors. They never hold an address, a user agent, a child's words or a receipt."""

from __future__ import annotations

import logging
import time

REPEATS_AFTER = 60.0
_MOST_REMEMBERED = 1000


class NotAgain(logging.Filter):
    """Lets the same fault through once a minute: one that comes at each look buries all others."""

    def __init__(self, seconds: float = REPEATS_AFTER) -> None:
        super().__init__()
        self._seconds, self._seen = seconds, dict[tuple[str, ...], float]()

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING:
            return True
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        said = record.name, record.getMessage(), kind
        now = time.monotonic()
        if now - self._seen.get(said, float("-inf")) < self._seconds:
            return False
        if len(self._seen) >= _MOST_REMEMBERED:
            self._seen.clear()
        self._seen[said] = now
        return True


def set_up() -> None:
    """Plain lines on standard error."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("botocore").setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        handler.addFilter(NotAgain())
