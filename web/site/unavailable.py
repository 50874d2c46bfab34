"""The store is away or busy: an error that passes, answered with words and not as our own fault."""

from __future__ import annotations

from eventsourcing import persistence
from sqlalchemy import exc

# Of the two libraries: a connection that ended, a lock or an answer that did not come in time.
PASSING = (
    persistence.OperationalError,
    persistence.InterfaceError,
    exc.OperationalError,
    exc.InterfaceError,
    exc.TimeoutError,
)
_OURS = "SQLITE_ERROR"  # a statement that SQLite does not understand will never work


class Unavailable(persistence.OperationalError):
    """Cannot be answered now, and can soon: what was asked is worth trying again."""


def is_passing(error: BaseException) -> bool:
    """Whether the same request may well succeed in a little while."""
    if not isinstance(error, PASSING):
        return False
    cause = getattr(error, "orig", None) or error.__cause__
    return getattr(cause, "sqlite_errorname", "") != _OURS
