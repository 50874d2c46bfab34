"""A store of every earlier release opens, verifies, replays and shows what it showed."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.infra.command import Earshot
from tests.infra.drawing import facts_of
from tests.postgres import Server, binary
from tests.stores.inventory import inventory
from tests.stores.make import EVERY, PLANTED, said

pytestmark = pytest.mark.sweep

_HERE = Path(__file__).parent
RELEASES = sorted(each.parent for each in _HERE.glob("*/inventory.json"))
_each_release = pytest.mark.parametrize("release", RELEASES, ids=lambda each: each.name)
# What PostgreSQL keeps for the whole server, and so stands in no dump of one database.
_ROLES = ("earshot_app", "earshot_keys", "earshot_p_aldermoor", "earshot_p_everyfact")


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, release: Path, tmp_path: Path) -> dict[str, str]:
    """The settings of a service over a copy of a kept store."""
    var = copied(release / request.param, tmp_path)
    found = {"EARSHOT_VAR": str(var)}
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        database: str = request.getfixturevalue("database")
        _restore(server, database, release / "postgresql" / "dump.sql.gz")
        found["EARSHOT_DATABASE_URL"] = server.url(database)
    return found


@_each_release
def test_a_kept_store_opens_and_reads_every_fact_as_it_was_told(settings: dict[str, str]) -> None:
    given = load(settings)
    migrate_all(given)
    partnerships = Partnerships.of(given)
    try:
        facts = facts_of(partnerships.store.recorder(EVERY), partnerships.keys)
    finally:
        partnerships.close()
    told = {fact.TOPIC: said(fact) for fact in facts}
    assert list(told) == [each["topic"] for each in _expected(settings)["facts"]]
    for each in _expected(settings)["facts"]:
        assert _within(each, told[each["topic"]])


@_each_release
def test_a_kept_store_verifies_and_replays(settings: dict[str, str], tmp_path: Path) -> None:
    earshot = Earshot(tmp_path, settings)
    assert earshot.run("migrate").code == 0
    verified = earshot.run("verify")
    assert verified.code == 0, verified.err
    assert verified.out.count("the chain holds") == 2
    for slug in (PLANTED, EVERY):
        replayed = earshot.run("replay", slug)
        assert replayed.code == 0, replayed.err
    assert len(replayed.out.splitlines()) >= len(_expected(settings)["facts"])


@_each_release
def test_each_person_is_shown_the_words_that_they_were_shown(release: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages.json"
    reading = [sys.executable, "-m", "tests.stores.pages", str(release / "sqlite"), str(out)]
    subprocess.run(reading, check=True, capture_output=True, cwd=_HERE.parents[1])
    pages: dict[str, str] = json.loads(out.read_text(encoding="utf-8"))
    shown: dict[str, list[str]] = _read(release / "sqlite" / "shown.json")
    for person, words in shown.items():
        seen = "".join(text for name, text in pages.items() if name.startswith(f"{person} /"))
        assert [word for word in words if word not in seen] == [], person
    assert [name for name, text in pages.items() if text.startswith("500")] == []


@_each_release
def test_what_a_release_promised_to_keep_is_kept(release: Path) -> None:
    """Facts with their fields, and the seeds' keys: without them a second load records twice."""
    was, now = _read(release / "inventory.json"), inventory()
    for topic, fields in was["facts"].items():
        assert set(fields) <= set(now["facts"][topic]), topic
    for seed, keys in was["seeds"].items():
        assert set(keys) <= set(now["seeds"][seed]), seed


def copied(kept: Path, folder: Path) -> Path:
    var = folder / "var"
    shutil.copytree(kept, var)
    for path in (var, *var.rglob("*")):
        os.chmod(path, 0o700 if path.is_dir() else 0o600)
    return var


def _restore(server: Server, database: str, dump: Path) -> None:
    for role in _ROLES:
        if not server.run(f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'"):
            server.run(f"CREATE ROLE {role} NOLOGIN")
    statements = gzip.decompress(dump.read_bytes())
    reading = [binary("psql"), "-v", "ON_ERROR_STOP=1", "-q", server.url(database)]
    subprocess.run(reading, check=True, capture_output=True, input=statements)


def _expected(settings: dict[str, str]) -> dict[str, Any]:
    return _read(Path(settings["EARSHOT_VAR"]) / "expected.json")


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _within(old: Any, new: Any) -> bool:
    """Whether all that was said is still said; fields that were added later may be there too."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(name in new and _within(value, new[name]) for name, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_within, old, new))
    return bool(old == new)
