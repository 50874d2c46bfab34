"""The four partnerships, loaded from the documents into each kind of store."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.partnerships import Partnerships
from infra.seeds.load import load_seeds
from infra.storage.postgres.store import PostgresStore
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.postgres import Server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Partnerships]:
    folder = tmp_path_factory.mktemp("loaded")
    store: Store
    name = ""
    if request.param == "sqlite":
        store = SQLiteStore(folder / "partnerships")
    else:
        server: Server = request.getfixturevalue("postgres")
        name = server.fresh()
        store = PostgresStore(server.url(name))
    store.migrate()
    made = Partnerships(
        store, KeyStore.kept_in(folder / "keys"), FolderMailer(folder / "post"), "http://localhost"
    )
    load_seeds(made, lambda said: None, io.StringIO())
    yield made
    made.close()
    if name:
        request.getfixturevalue("postgres").drop(name)
