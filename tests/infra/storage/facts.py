"""Stored facts to try a lane with, and processes to try it from."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from uuid import UUID, uuid4

from eventsourcing.persistence import StoredEvent


def stored(stream: UUID | None = None, version: int = 1, state: bytes = b"{}") -> StoredEvent:
    return StoredEvent(stream or uuid4(), version, "test.stored", state)


def in_processes(
    count: int, work: Callable[[int], object], meanwhile: Callable[[], object] = lambda: None
) -> None:
    """Does the work in several processes at once; each is told its number. All must succeed.

    They are forked, so no thread may be at work when it is called.
    """
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=work, args=(n,), daemon=True) for n in range(count)]
    for process in processes:
        process.start()
    meanwhile()
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0] * count
