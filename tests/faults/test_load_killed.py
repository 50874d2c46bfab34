"""Loading the documents, killed again and again, ends where an undisturbed loading ends."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from events.fact import Fact
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import store_of
from tests.infra.command import Earshot
from tests.infra.drawing import facts_of
from tests.postgres import Server


def earshot(folder: Path, server: Server | None, keys: str) -> Earshot:
    settings = {"EARSHOT_VAR": str(folder / "var")}
    if server:
        settings |= {"EARSHOT_DATABASE_URL": server.url(server.fresh()), "EARSHOT_KEYS_URL": keys}
    folder.mkdir()
    return Earshot(folder, settings)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_three_times_it_ends_the_same(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue("postgres") if kind == "postgresql" else None
    keys = server.url(server.fresh()) if server else ""
    calm, disturbed = (earshot(tmp_path / name, server, keys) for name in ("calm", "disturbed"))
    assert calm.run("load").code == disturbed.run("migrate").code == 0
    shutil.copytree(tmp_path / "calm/var/keys", tmp_path / "disturbed/var/keys", dirs_exist_ok=True)
    whole, store = _facts(calm), store_of(load(disturbed.settings))
    total = sum(map(len, whole.values()))
    for part in (0.2, 0.5, 0.8):
        loading = disturbed.start("load")
        while sum(store.heads().values()) < total * part and loading.poll() is None:
            time.sleep(0.002)
        loading.kill()
        loading.communicate()
        assert loading.returncode == -9
        assert sum(store.heads().values()) < total
    store.close()
    assert disturbed.run("load").code == 0
    assert _facts(disturbed) == whole


def _facts(earshot: Earshot) -> dict[str, list[Fact]]:
    made = Partnerships.of(load(earshot.settings))
    store = made.store
    lanes = {slug: store.recorder(slug) for slug in store.slugs()}
    found = {slug: facts_of(recorder, made.keys) for slug, recorder in lanes.items()}
    assert {slug: recorder.verify_chain().n for slug, recorder in lanes.items()} == {
        slug: len(facts) for slug, facts in found.items()
    }
    made.close()
    return found
