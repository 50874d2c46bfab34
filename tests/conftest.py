"""What every test may ask for: a PostgreSQL server, a fresh store on each database, a ledger."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from services.ledger import Ledger
from tests.keys import mapper_for
from tests.postgres import IN_MEMORY, Server, has_room

_LONG = frozenset(
    {"isolation", "faults", "browser", "attacks", "test_hostile.py", "test_history.py"}
)
_TOGETHER = frozenset({"isolation", "browser"})
_QUICK = "not (browser or faults or postgresql or sweep)"  # what make test-quick asks for


def pytest_configure() -> None:
    """Temporary folders lie in memory where there is room: what Earshot writes through to the
    disk, it writes as ever, and nobody waits for the disk. No test turns the machine off.
    """
    if has_room(IN_MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Says what a test needs, for make test-quick to leave out."""
    if "faults" in item.path.parts:
        item.add_marker("faults")
    called = getattr(item, "callspec", None)
    chosen = tuple(called.params.values()) if called else ()
    if "postgresql" in chosen or "postgres" in getattr(item, "fixturenames", ()):
        item.add_marker("postgresql")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives each process of the run its share of what takes long, and that first.

    Each begins with as many tests that follow each other; the others' ends are taken over later.
    What takes very long is left out, unless ``make faults`` asks for it.
    """
    if not os.environ.get("FAULTS_LONG"):
        left_out = [item for item in items if item.get_closest_marker("faults_long")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    long = [item for item in items if _LONG.intersection(item.path.parts)]
    others = [item for item in items if not _LONG.intersection(item.path.parts)]
    processes, total = getattr(config, "workerinput", {}).get("workercount", 1), len(items)
    items[:] = []
    for number, mine in enumerate(_shared_out(long, processes)):
        room = (total - len(items)) // (processes - number) - len(mine)
        items += mine + others[:room]
        others = others[room:]
    items += others


def _shared_out(long: list[pytest.Item], processes: int) -> list[list[pytest.Item]]:
    """What each process begins with. Tests that share a server stay together: it starts once."""
    together: dict[str, list[pytest.Item]] = {}
    for item in long:
        is_together = _TOGETHER.intersection(item.path.parts)
        together.setdefault(str(item.path) if is_together else item.nodeid, []).append(item)
    shares: list[list[pytest.Item]] = [[] for _ in range(processes)]
    for group in sorted(together.values(), key=len, reverse=True):
        min(shares, key=len).extend(group)
    return shares


def pytest_collection_finish() -> None:
    """As the service does: what lives for ever need not be looked through at every collection."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Pages are compiled once for all the applications of all processes of a run."""
    before, own = Flask.jinja_options, tmp_path_factory.getbasetemp()
    at = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "compiled"
    at.mkdir(exist_ok=True)
    folder = str(at)
    Flask.jinja_options = before | {"bytecode_cache": FileSystemBytecodeCache(folder)}
    yield
    Flask.jinja_options = before


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Server]:
    """One server for all the tests of this process. Where there is none, they fail and say so.

    Tests kill Earshot, never the machine, so it may lie in memory.
    """
    assert request.config.option.markexpr != _QUICK, "this test is not marked postgresql"
    with Server(durable=False) as server:
        yield server


@pytest.fixture
def database(postgres: Server) -> Iterator[str]:
    """The name of a fresh, empty database."""
    name = postgres.fresh()
    yield name
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A fresh, migrated store without a partnership."""
    made: Store
    if request.param == "sqlite":
        made = SQLiteStore(tmp_path / "partnerships")
    else:
        server: Server = request.getfixturevalue("postgres")
        made = PostgresStore(server.url(request.getfixturevalue("database")))
    made.migrate()
    yield made
    made.close()


@pytest.fixture
def ledger(store: Store, tmp_path: Path) -> Ledger:
    """Norfolk's ledger, empty."""
    store.create("norfolk")
    recorder = store.recorder("norfolk")
    return Ledger("norfolk", recorder, mapper_for(recorder, tmp_path / "keys"))
