"""What the tests of storage may ask for besides: the keys to the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.storage.backdoor import Backdoor, PostgresBackdoor, SQLiteBackdoor


@pytest.fixture
def backdoor(request: pytest.FixtureRequest, store: Store) -> Backdoor:
    if isinstance(store, SQLiteStore):
        return SQLiteBackdoor(Path(store.folder))
    server, database = map(request.getfixturevalue, ("postgres", "database"))
    return PostgresBackdoor(server, database)
