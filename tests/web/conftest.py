"""The application over the four partnerships in a temporary SQLite store, and people signed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.bootstrap import Partnerships
from infra.joining import join_partnership
from infra.keys.root import RootKey
from infra.post import FolderPost
from infra.seeds.four import FOUR
from infra.storage.store import SQLiteStore
from web.app import make_app


@pytest.fixture
def partnerships(tmp_path: Path) -> Iterator[Partnerships]:
    store = SQLiteStore(tmp_path / "partnerships")
    store.migrate()
    made = Partnerships(
        store, RootKey.kept_in(tmp_path / "keys"), FolderPost(tmp_path / "post"), "http://localhost"
    )
    for asked in FOUR:
        join_partnership(made, asked)
    yield made
    made.close()


@pytest.fixture
def app(partnerships: Partnerships) -> Flask:
    made = make_app(partnerships, b"a secret for the tests, 32 bytes", https=False)
    made.testing = True
    made.config["PROPAGATE_EXCEPTIONS"] = False
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


