"""Renewing every key, killed with `kill -9` again and again, loses no word."""

from __future__ import annotations

import time
from pathlib import Path
from uuid import uuid4

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from tests.infra.command import Earshot
from tests.infra.drawing import facts_of
from tests.postgres import Server

_MESSAGES, _KILLS = 200, 3


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_rotation_that_is_killed_loses_no_word(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    settings = {"EARSHOT_VAR": str(tmp_path / "var")}
    if kind == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        settings["EARSHOT_DATABASE_URL"] = server.url(server.fresh())
    earshot = Earshot(tmp_path, settings)
    assert earshot.run("migrate").code == 0
    partnerships = Partnerships.of(load(settings))
    joining = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")
    tenant = join_partnership(partnerships, joining)
    for number in range(_MESSAGES):
        tenant.feedback.submit(uuid4().hex, words=f"Message {number}")
    said = _words(partnerships)
    roots = {_root(partnerships)}
    partnerships.close()
    started = time.monotonic()
    assert earshot.run_cold("keys", "rotate").code == 0
    whole = time.monotonic() - started
    for kill in range(1, _KILLS + 1):
        rotating = earshot.start("keys", "rotate")
        time.sleep(whole * (0.5 + 0.5 * kill / _KILLS))
        rotating.kill()
        rotating.communicate()
        after = Partnerships.of(load(settings))
        assert _words(after) == said
        roots.add(_root(after))
        after.close()
    assert earshot.run("keys", "rotate").code == 0
    assert earshot.run("verify").code == 0
    after = Partnerships.of(load(settings))
    assert _words(after) == said
    assert len(roots) > 1
    assert not (tmp_path / "var/keys/root.old.key").exists()
    after.close()


def _words(partnerships: Partnerships) -> list[str]:
    facts = facts_of(partnerships.store.recorder("norfolk"), partnerships.keys)
    return [fact.words for fact in facts if fact.TOPIC == "feedback.submitted"]  # type: ignore[attr-defined]


def _root(partnerships: Partnerships) -> str:
    return partnerships.keys.root.name
