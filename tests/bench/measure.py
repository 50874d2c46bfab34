"""How the bench measures: configurations taken in turn, several rounds of them, medians kept."""

# ruff: noqa: RUF001 - the table has its mathematics in its own signs

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Barrier
from statistics import median
from typing import Any, NamedTuple

from infra.storage.postgres.store import PostgresStore
from tests.postgres import Server

Ready = Callable[[int], Callable[[], object]]
_FORK = get_context("fork")


class Row(NamedTuple):
    """A line of the table. ``ratio`` is what the target speaks of; it may be a plain figure."""

    work: str
    measured: str
    ratio: float
    target: str
    holds: bool | None


@dataclass(frozen=True)
class Bench:
    """What each group of rows is given."""

    server: Server
    rounds: int
    seconds: float
    facts: int
    partnerships: int

    @contextmanager
    def store(self, *slugs: str, pool_size: int = 4) -> Iterator[PostgresStore]:
        """A migrated store in a database of its own."""
        database = self.server.fresh()
        store = PostgresStore(self.server.url(database), pool_size)
        store.migrate()
        for slug in slugs:
            store.create(slug)
        yield store
        store.close()
        self.server.drop(database)

    def in_turn(self, configurations: dict[str, Callable[[], float]]) -> dict[str, float]:
        """The median of each; every round takes all of them, so that all meet the same weather."""
        found: dict[str, list[float]] = {name: [] for name in configurations}
        for _ in range(self.rounds):
            for name, measure in configurations.items():
                found[name].append(measure())
        return {name: median(values) for name, values in found.items()}


def at_least(work: str, measured: str, ratio: float, target: float) -> Row:
    return Row(work, measured, ratio, f"≥ {target:g} ×", ratio >= target)


def at_most(work: str, measured: str, ratio: float, target: float, unit: str = " ×") -> Row:
    return Row(work, measured, ratio, f"≤ {target:g}{unit}", ratio <= target)


def for_the_record(work: str, measured: str, ratio: float) -> Row:
    return Row(work, measured, ratio, "–", None)


def rate(work: Callable[[], int]) -> float:
    """How many per second, of a piece of work that says how many it did."""
    started = time.perf_counter()
    return work() / (time.perf_counter() - started)


def writers(count: int, seconds: float, ready: Ready) -> float:
    """How often per second so many processes together do what each made ready to do."""
    gate = _FORK.Barrier(count)
    children = [
        _started(partial(_written, gate, seconds, ready, number)) for number in range(count)
    ]
    return float(sum(map(_answer, children)))


def answer_times(count: int, seconds: float, ready: Ready) -> list[float]:
    """How long each took that so many processes together did, over and over."""

    def timing(number: int) -> Callable[[], object]:
        work = ready(number)
        for _ in range(20):
            work()
        return lambda: _timed(work, seconds)

    with ThreadPoolExecutor(count) as pool:
        made = pool.map(lambda number: in_a_child(lambda: timing(number)()), range(count))
        return sorted(time for times in made for time in times)


def in_a_child(work: Callable[[], Any]) -> Any:
    """What a piece of work answers in a process that has done nothing else."""
    return _answer(_started(work))


class _Child(NamedTuple):
    process: ForkProcess
    receive: Connection


def _started(work: Callable[[], Any]) -> _Child:
    receive, send = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=lambda: send.send(work()), daemon=True)
    process.start()
    send.close()  # so that the pipe ends with the child, also where the child fails
    return _Child(process, receive)


def _answer(child: _Child) -> Any:
    """What a child answers. Raises ``RuntimeError`` where it ended without one."""
    try:
        return child.receive.recv()
    except EOFError:
        raise RuntimeError("a process of the bench failed: it said above what happened") from None
    finally:
        child.process.join()
        child.receive.close()


def _timed(work: Callable[[], object], seconds: float) -> list[float]:
    times, until = [], time.perf_counter() + seconds
    while (started := time.perf_counter()) < until:
        work()
        times.append(time.perf_counter() - started)
    return times


def _written(gate: Barrier, seconds: float, ready: Ready, n: int) -> float:
    """How often per second one writer wrote, once all were ready."""
    try:
        write, done = ready(n), 0
        for _ in range(20):
            write()
    except BaseException:
        gate.abort()  # nobody waits for a writer that failed
        raise
    gate.wait(60)
    started = time.perf_counter()
    while (spent := time.perf_counter() - started) < seconds:
        write()
        done += 1
    return done / spent
