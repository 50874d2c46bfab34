"""What every test may ask for: a PostgreSQL server, a fresh store on each database, a ledger."""

from __future__ import annotations

import gc
import os
import shutil
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
from tests.postgres import Server

_LONG = frozenset(
    {"isolation", "faults", "browser", "attacks", "test_hostile.py", "test_history.py"}
)
_QUICK = "not (browser or faults or postgresql or sweep)"  # what make test-quick asks for
_IN_MEMORY, _ROOM = Path("/dev/shm"), 2 * 1024**3


def pytest_configure() -> None:
    """Temporary folders lie in memory where there is room: what Earshot writes through to the
    disk, it writes as ever, and nobody waits for the disk. No test turns the machine off.
    """
    if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))


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
    """What takes long comes first, so that no worker is left with it at the end.

    What takes very long is left out, unless ``make faults`` asks for it.
    """
    if not os.environ.get("EARSHOT_FAULTS_LONG"):
        left_out = [item for item in items if item.get_closest_marker("faults_long")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    items.sort(key=lambda item: not any(part in _LONG for part in item.path.parts))


def pytest_collection_finish() -> None:
    """As the service does: what lives for ever need not be looked through at every collection."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Pages are compiled once for all the applications of a process."""
    before = Flask.jinja_options
    folder = str(tmp_path_factory.mktemp("compiled"))
    Flask.jinja_options = before | {"bytecode_cache": FileSystemBytecodeCache(folder)}
    yield
    Flask.jinja_options = before


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Server]:
    """One server for all the tests of this process. Where there is none, they fail and say so.

    Tests kill Earshot, never the machine, so it may leave the disk to the system.
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
