"""The command line on both stores: join, load, serve, migrate, replay and rebuild."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.partnerships import Partnerships, every_projection
from infra.settings import load
from projections.governance.decisions import Decisions
from tests.infra.command import Earshot, status
from tests.postgres import Server

_JOIN = ("join", "wiltshire", "--name", "Wiltshire Safeguarding Vulnerable People Partnership")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Server | None:
    """Where PostgreSQL is, on PostgreSQL."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else None


def _earshot(folder: Path, server: Server | None, name: str) -> Earshot:
    """Nothing is set but where the database is, on PostgreSQL."""
    return Earshot(folder, {"EARSHOT_DATABASE_URL": server.url(name)} if server else {})


@pytest.fixture
def earshot(server: Server | None, tmp_path: Path) -> Iterator[Earshot]:
    name = server.fresh() if server else ""
    yield _earshot(tmp_path, server, name)
    if server:
        server.drop(name)


@pytest.fixture(scope="module")
def loaded_once(
    server: Server | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """The documents' folder and database, for tests to copy."""
    name, folder = server.fresh() if server else "", tmp_path_factory.mktemp("loaded")
    assert _earshot(folder, server, name).run("load").code == 0
    yield folder, name
    if server:
        server.drop(name)


@pytest.fixture
def loaded(
    loaded_once: tuple[Path, str], server: Server | None, tmp_path: Path
) -> Iterator[Earshot]:
    """The documents, loaded: a copy of its own."""
    folder, original = loaded_once
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    name = server.fresh(like=original) if server else ""
    yield _earshot(tmp_path, server, name)
    if server:
        server.drop(name)


def heads(earshot: Earshot) -> dict[str, tuple[int, bytes]]:
    partnerships = Partnerships.of(
        load({"EARSHOT_VAR": str(earshot.folder / "var"), **earshot.settings})
    )
    found = {slug: partnerships.store.recorder(slug).head() for slug in partnerships.store.slugs()}
    partnerships.close()
    return {slug: (head.n, head.hash) for slug, head in found.items()}


def test_a_partnership_joins_and_is_served_without_code(earshot: Earshot) -> None:
    joined = earshot.run(
        *_JOIN, "--short-name", "Wiltshire", "--coordinator", "a@wiltshire.example"
    )
    assert (joined.code, joined.err) == (0, "")
    assert "has joined: http://127.0.0.1:8000/wiltshire/" in joined.out
    before = heads(earshot)
    again = earshot.run(*_JOIN, "--short-name", "Wiltshire", "--coordinator", "a@wiltshire.example")
    assert (again.code, again.out) == (0, joined.out)
    assert heads(earshot) == before
    with earshot.serving() as url:
        assert status(f"{url}/wiltshire/") == 200
        assert status(f"{url}/dorset/") == 404
        assert status(f"{url}/health") == 200


def test_joining_under_another_name_says_which_name_stays(earshot: Earshot) -> None:
    earshot.run(*_JOIN)
    again = earshot.run("join", "wiltshire", "--name", "Another")
    assert again.out.startswith("Wiltshire Safeguarding Vulnerable People Partnership has joined")


def test_loading_twice_changes_nothing_and_both_are_served(earshot: Earshot) -> None:
    first = earshot.run("load")
    assert (first.code, first.err) == (0, "")
    assert len(re.findall(r"\d+ new facts", first.out)) == len(first.out.splitlines())
    before = heads(earshot)
    assert set(before) == {"norfolk", "surrey", "coventry", "nel"}
    second = earshot.run("load")
    assert (second.code, second.err) == (0, "")
    assert all(line.endswith("nothing new") for line in second.out.splitlines())
    assert heads(earshot) == before
    with earshot.serving() as url:
        assert {status(f"{url}/{slug}/") for slug in before} == {200}


def test_a_record_is_replayed_as_it_was_known_on_a_day(loaded: Earshot) -> None:
    everything = loaded.run("replay", "surrey").out.splitlines()
    assert [int(line.split()[0]) for line in everything] == list(range(1, len(everything) + 1))
    assert len(everything) == heads(loaded)["surrey"][0]
    today = everything[0].split()[2]
    known = loaded.run("replay", "surrey", "--as-known-on", today).out.splitlines()
    assert known == everything
    for day, said in (("2000-01-01", "before the record starts"), ("2999-01-01", "not come yet")):
        assert said in loaded.run("replay", "surrey", "--as-known-on", day).refusal


def test_the_demonstration_has_its_reports_kept(earshot: Earshot) -> None:
    demo = Earshot(earshot.folder, {**earshot.settings, "EARSHOT_DEMO": "yes"})
    for _ in range(2):
        assert demo.run("load").code == 0
        told = demo.run("replay", "surrey").out.splitlines()
        assert "An edition of the report was asked for, to be kept." in told[-1]
    assert "An edition" not in told[-2]


def test_a_record_is_replayed_as_it_was_in_force_on_a_day(loaded: Earshot) -> None:
    told = loaded.run("replay", "norfolk", "--in-force-on", "2021-09-29", "--json").out
    facts = [json.loads(line) for line in told.splitlines()]
    assert {fact["in_force_on"] or "" for fact in facts if fact["topic"] == "report.presented"} == {
        "2021-09-29"
    }
    assert not [fact for fact in facts if fact["topic"] == "report.published"]
    day_after = loaded.run("replay", "norfolk", "--in-force-on", "2021-09-30").out
    assert "The report was published" in day_after
    assert set(facts[0]) == {
        "position",
        "recorded_at",
        "in_force_on",
        "topic",
        "sentence",
        "by",
        "source",
    }
    assert "is no day" in loaded.run("replay", "norfolk", "--in-force-on", "soon").refusal


def test_a_decision_alone_is_replayed(loaded: Earshot) -> None:
    partnerships = Partnerships.of(
        load({"EARSHOT_VAR": str(loaded.folder / "var"), **loaded.settings})
    )
    with partnerships.open("norfolk").read(Decisions) as register:
        decision = register.all()[0]
    partnerships.close()
    told = loaded.run("replay", "norfolk", "--decision", str(decision.id)).out.splitlines()
    assert decision.title in told[0]
    assert 1 < len(told) < 10
    assert "has no decision" in loaded.run("replay", "norfolk", "--decision", "x").refusal


def test_every_view_is_rebuilt_and_the_record_stays(loaded: Earshot) -> None:
    before = heads(loaded)
    rebuilt = loaded.run("rebuild", "norfolk")
    names = [*(each.name for each in every_projection()), "proof"]
    assert rebuilt.out.split() == [word for name in names for word in ("rebuilt", name)]
    assert heads(loaded) == before


def test_migrating_twice_is_once(earshot: Earshot) -> None:
    said = [earshot.run_cold("migrate"), earshot.run("migrate")]
    assert [each.code for each in said] == [0, 0]
    assert said[0].out == said[1].out
    assert said[0].out.startswith("The store is ready")
