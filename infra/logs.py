"""Logs of errors. They never hold an address, a user agent, a child's words or a receipt."""

from __future__ import annotations

import logging
import time
import traceback

from web.site.unavailable import is_passing

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
        error = record.exc_info[1] if record.exc_info else None
        kind = type(error).__name__ if error else ""
        said = record.name, record.getMessage(), kind
        if error and is_passing(error):
            # A database that is away says so once for all partnerships and pages, in one line.
            said = record.name, str(record.msg), kind
            record.msg, record.args = f"{record.getMessage()} ({kind}: the store is away)", ()
            record.exc_info = record.exc_text = None
        now = time.monotonic()
        if now - self._seen.get(said, float("-inf")) < self._seconds:
            return False
        if len(self._seen) >= _MOST_REMEMBERED:
            self._seen.clear()
        self._seen[said] = now
        return True


def traced(error: BaseException) -> str:
    """The kind of an error and the places that it came through, without its words.

    The words of an error that nobody foresaw might be a child's.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{each.filename}:{each.lineno} in {each.name}" for each in frames]
    causes = [type(each).__name__ for each in (error.__cause__,) if each]
    return " < ".join([type(error).__name__, *causes, *reversed(places)])


def set_up() -> None:
    """Plain lines on standard error."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("botocore").setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        handler.addFilter(NotAgain())
