"""A few connections shared by many threads: opened when needed, never shared across a fork."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore
from typing import Any, Generic, Protocol, TypeVar
from weakref import WeakSet

from eventsourcing.persistence import OperationalError

from infra.database import patience


class _Closes(Protocol):
    def close(self) -> None: ...


C = TypeVar("C", bound=_Closes)
_PATIENCE = 30.0
_RESTED = 1.0  # so long ago, a connection that was used is tried out before it is used again
_EVERY_POOL: WeakSet[Pool[Any]] = WeakSet()
_LEFT_TO_THE_PARENT: list[object] = []


class Pool(Generic[C]):
    """A pool without a thread. 150 pools cost almost nothing until they are used."""

    def __init__(
        self,
        connect: Callable[[], C],
        size: int,
        usable: Callable[[C], bool] = lambda _: True,
        answers: Callable[[C], bool] = lambda _: True,
    ) -> None:
        self._connect, self._size, self._usable, self._answers = connect, size, usable, answers
        self._closed = False
        self.start_afresh()
        _EVERY_POOL.add(self)

    def start_afresh(self) -> None:
        self._free = BoundedSemaphore(self._size)
        self._idle: deque[tuple[C, float]] = deque()

    @contextmanager
    def connection(self) -> Iterator[C]:
        """Lends a connection. Raises ``OperationalError`` if every connection stays busy."""
        free = self._free
        with patience.waiting(_PATIENCE) as seconds:
            has_one = free.acquire(timeout=seconds)
        if not has_one:
            raise OperationalError("every connection to the database is busy")
        try:
            connection = self._living() or self._connect()
        except BaseException:
            free.release()
            raise
        try:
            yield connection
        finally:
            if self._closed or not self._usable(connection):
                connection.close()
            else:
                self._idle.append((connection, time.monotonic()))
            free.release()

    def empty(self) -> None:
        """Closes the idle connections. Connections in use stay open."""
        while self._idle:
            with suppress(IndexError):  # another thread has just taken the last
                self._idle.pop()[0].close()

    def _living(self) -> C | None:
        """An idle connection that answers. Where one does not, no other is trusted."""
        try:
            connection, since = self._idle.pop()
        except IndexError:
            return None
        if time.monotonic() - since < _RESTED or self._answers(connection):
            return connection
        connection.close()
        self.empty()
        return None

    def close(self) -> None:
        self._closed = True
        self.empty()

    def leave_to_parent(self) -> None:
        """Drops the connections of the parent process, without closing them."""
        _LEFT_TO_THE_PARENT.append(self._idle)
        self.start_afresh()


def _forked() -> None:
    for pool in list(_EVERY_POOL):
        pool.leave_to_parent()


os.register_at_fork(after_in_child=_forked)
