"""The application over partnerships in a temporary store, empty or seeded, with users signed in."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.files import FolderStore
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.onboarding import join_partnership
from infra.partnerships import Partnerships
from infra.seeds.founding_partnerships import FOUR
from infra.seeds.load import load_seeds
from infra.storage.sqlite.store import SQLiteStore
from tests.web.staff import Staff, newest_link, posted
from web.app import create_app
from web.site.rate_limit import Throttle


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four partnerships with nothing in them. Made once, and copied for each test."""
    folder = tmp_path_factory.mktemp("joined")
    made = _partnerships(folder)
    for asked in FOUR:
        join_partnership(made, asked)
    made.close()
    return folder


@pytest.fixture
def partnerships(joined: Path, tmp_path: Path) -> Iterator[Partnerships]:
    shutil.copytree(joined, tmp_path, dirs_exist_ok=True)
    made = _partnerships(tmp_path)
    yield made
    made.close()


@pytest.fixture
def app(partnerships: Partnerships) -> Flask:
    return _app("empty", partnerships)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four documents and the demonstration's people. Loaded once, and copied for each test."""
    folder = tmp_path_factory.mktemp("seeded")
    made = _partnerships(folder)
    load_seeds(made, lambda said: None, io.StringIO())
    made.close()
    return folder


@pytest.fixture
def demo(seeded: Path, tmp_path: Path) -> Iterator[Partnerships]:
    """The partnerships of the demonstration, for one test to change."""
    shutil.copytree(seeded, tmp_path, dirs_exist_ok=True)
    made = _partnerships(tmp_path)
    yield made
    made.close()


@pytest.fixture
def demo_app(demo: Partnerships) -> Flask:
    return _app("demo", demo)


@pytest.fixture
def anybody(demo_app: Flask) -> FlaskClient:
    """A visitor of the demonstration who is not signed in."""
    return demo_app.test_client()


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """The folder of letters."""
    return tmp_path / "post"


@pytest.fixture
def sign_in(demo_app: Flask, demo: Partnerships, post: Path) -> Callable[[str], Staff]:
    """Signs somebody in as people do: asks for a link, opens it, presses the button."""
    numbers = count(1)

    def enter(email: str) -> Staff:
        client, slug = demo_app.test_client(), email.split("@")[1].split(".")[0]
        client.environ_base["REMOTE_ADDR"] = f"10.0.0.{next(numbers)}"
        client.post(f"/{slug}/work/sign-in", data={"email": email})
        posted(demo, slug)
        entered = client.post(newest_link(post, email))
        assert entered.status_code == 303
        staff = Staff(client, slug)
        staff.get(entered.headers["Location"])
        return staff

    return enter


def _partnerships(folder: Path) -> Partnerships:
    store = SQLiteStore(folder / "partnerships")
    store.migrate()
    post = FolderMailer(folder / "post")
    keys, shelf = KeyStore.kept_in(folder / "keys"), FolderStore(folder / "evidence")
    editions = FolderStore(folder / "editions")
    return Partnerships(store, keys, post, "http://localhost", evidence=shelf, editions=editions)


def fresh_app(partnerships: Partnerships) -> Flask:
    """An application that a test may change."""
    made = create_app(partnerships, b"a secret for the tests, 32 bytes", https=False)
    made.testing = True
    made.config.update(PROPAGATE_EXCEPTIONS=False, SHORTEST_TELLING=0)
    return made


@cache
def _kept_app(_: str) -> Flask:
    """Making an application takes longer than most tests, so each kind is made once per process."""
    return fresh_app(cast(Partnerships, None))


def _app(kind: str, partnerships: Partnerships) -> Flask:
    """The application over the partnerships of this test, and of no other test."""
    made = _kept_app(kind)
    made.extensions["tenants"], made.extensions["throttle"] = partnerships, Throttle()
    made.config["SHORTEST_TELLING"] = 0
    return made
