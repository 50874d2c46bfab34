"""Errors of storage, and the library's names for errors of a database."""

# ruff: noqa: N818 - a refusal is named by what it refuses

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from eventsourcing import persistence
from eventsourcing.persistence import (
    MapperDeserialisationError,
    OperationalError,
    PersistenceError,
)


class NotReady(Exception):
    """The store cannot be used as it is; the message says why and what to do."""


class Away(NotReady):
    """The database does not answer now. It may in a moment."""


class UnknownPartnership(KeyError):
    """No partnership of this name has a ledger here."""


class BadSlug(ValueError):
    """A name that cannot stand in an address, a folder and a schema."""


class ClockJumped(OperationalError):
    """The time is not to be believed, so nothing is recorded under it. It may soon be right."""


class UnknownTopic(MapperDeserialisationError):
    """A stored fact has a topic that is not in the catalogue."""


class NewerFact(MapperDeserialisationError):
    """A stored fact was written by a later release than this one."""


class ChainBroken(Exception):
    """The ledger is not as it was written; ``n`` is the first position that does not fit."""

    def __init__(self, n: int, because: str) -> None:
        super().__init__(f"fact {n} {because}")
        self.n = n


@contextmanager
def library_errors(error: type[Exception]) -> Iterator[None]:
    """Raises a database's PEP 249 errors again as the library's errors of the same name."""
    try:
        yield
    except error as raised:
        raise _named_as(raised)(str(raised)) from raised


def _named_as(raised: Exception) -> type[PersistenceError]:
    for kind in type(raised).__mro__:
        same: type[PersistenceError] | None = getattr(persistence, kind.__name__, None)
        if same is not None:
            return same
    return PersistenceError
