"""A few connections shared by many threads: opened when needed, never shared across a fork."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any, Generic, Protocol, TypeVar
from weakref import WeakSet

from eventsourcing.persistence import OperationalError


class _Closes(Protocol):
    def close(self) -> None: ...


C = TypeVar("C", bound=_Closes)
_PATIENCE = 30.0
_EVERY_POOL: WeakSet[Pool[Any]] = WeakSet()
_LEFT_TO_THE_PARENT: list[object] = []


class Pool(Generic[C]):
    """A pool without a thread. 150 pools cost almost nothing until they are used."""

    def __init__(
        self, connect: Callable[[], C], size: int, usable: Callable[[C], bool] = lambda _: True
    ) -> None:
        self._connect, self._size, self._usable = connect, size, usable
        self._closed = False
        self.start_afresh()
        _EVERY_POOL.add(self)

    def start_afresh(self) -> None:
        self._free = BoundedSemaphore(self._size)
        self._idle: deque[C] = deque()

    @contextmanager
    def connection(self) -> Iterator[C]:
        """Lends a connection. Raises ``OperationalError`` if every connection stays busy."""
        free = self._free
        if not free.acquire(timeout=_PATIENCE):
            raise OperationalError("every connection to the database is busy")
        try:
            connection = self._idle.pop() if self._idle else self._connect()
        except BaseException:
            free.release()
            raise
        try:
            yield connection
        finally:
            if self._closed or not self._usable(connection):
                connection.close()
            else:
                self._idle.append(connection)
            free.release()

    def empty(self) -> None:
        """Closes the idle connections. Connections in use stay open."""
        while self._idle:
            self._idle.pop().close()

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
