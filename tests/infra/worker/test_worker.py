"""What is recorded by one process shows in another within a second; a stopped view is said."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.fact import Provenance
from infra.partnerships import Partnerships, every_projection
from infra.settings import load
from infra.worker.worker import Worker
from projections.engine.projection import Projection
from projections.feedback.triage_queue import TriageQueue
from tests.infra.command import Earshot
from tests.infra.views import Choosy
from tests.postgres import Server
from web.app import create_app

_TOLD = Provenance("a tester", "a test")


@pytest.fixture(params=["sqlite", "postgresql"])
def earshot(request: pytest.FixtureRequest, tmp_path: Path) -> Earshot:
    settings = {"EARSHOT_VAR": str(tmp_path / "var")}
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        settings["EARSHOT_DATABASE_URL"] = server.url(request.getfixturevalue("database"))
    made = Earshot(tmp_path, settings)
    for slug in ("norfolk", "wiltshire"):
        assert made.run("join", slug, "--name", slug.capitalize()).code == 0
    return made


@pytest.fixture
def partnerships(earshot: Earshot) -> Iterator[Partnerships]:
    made = Partnerships.of(load(earshot.settings))
    yield made
    made.close()


def waiting(partnerships: Partnerships, slug: str) -> int:
    with partnerships.open(slug).read(TriageQueue) as view:
        return view.count("waiting")


def test_another_process_shows_what_this_one_records(
    earshot: Earshot, partnerships: Partnerships
) -> None:
    """How soon is for the bench to say: here each is seen, in both partnerships, every time."""
    worker = earshot.start("worker")
    try:
        for _ in range(6):
            for slug in ("norfolk", "wiltshire"):
                _seen_after(partnerships, slug)
    finally:
        worker.kill()
        worker.communicate()
    assert [waiting(partnerships, slug) for slug in ("norfolk", "wiltshire")] == [6, 6]


def test_a_worker_killed_is_followed_by_another(
    earshot: Earshot, partnerships: Partnerships
) -> None:
    for number in range(1, 4):
        worker = earshot.start("worker")
        _seen_after(partnerships, "norfolk")
        worker.kill()
        worker.communicate()
        assert waiting(partnerships, "norfolk") == number


def test_of_several_one_follows_and_another_takes_its_turn(
    earshot: Earshot, partnerships: Partnerships
) -> None:
    workers = [earshot.start("worker") for _ in range(3)]
    try:
        for number, worker in enumerate(workers, 1):
            _seen_after(partnerships, "norfolk")
            assert waiting(partnerships, "norfolk") == number
            worker.kill()
            worker.communicate()
    finally:
        for worker in workers:
            worker.kill()


def test_one_look_brings_every_partnership_in_step(partnerships: Partnerships) -> None:
    worker = Worker(partnerships)
    for slug in ("norfolk", "wiltshire"):
        partnerships.open(slug).feedback.submit("a", words="I was heard")
    worker.look()
    assert [waiting(partnerships, slug) for slug in ("norfolk", "wiltshire")] == [1, 1]


def test_a_partnership_that_floods_keeps_no_other_waiting(
    partnerships: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infra.projector.projector.PAGE", 10)
    worker = Worker(partnerships)
    worker.look()
    for number in range(100):
        partnerships.open("norfolk").feedback.submit(str(number), words="I was heard")
    partnerships.open("wiltshire").feedback.submit("a", words="I was heard")
    worker.look()
    assert waiting(partnerships, "wiltshire") == 1
    assert 0 < waiting(partnerships, "norfolk") < 100
    for _ in range(10):
        worker.look()
    assert waiting(partnerships, "norfolk") == 100


def test_a_stopped_view_is_said_until_it_is_rebuilt(
    earshot: Earshot, partnerships: Partnerships
) -> None:
    client = create_app(
        partnerships, b"a secret for the tests, 32 bytes", https=False
    ).test_client()
    partnerships.open("norfolk").catch_up()
    assert client.get("/health").status_code == 200
    feedback = partnerships.open("norfolk").feedback
    feedback.submit("a", words="I was heard")
    choosy = _with(partnerships, Choosy)
    feedback.give_theme(feedback.id_of("a"), _TOLD, theme="school")
    Worker(choosy).look()
    [(view, words)] = partnerships.ready().items()
    assert view == "norfolk.triage_queue"
    assert words.startswith("parked at fact ")
    assert client.get("/health").status_code == 503
    assert earshot.run("rebuild", "norfolk").code == 0
    assert partnerships.ready() == {}
    assert client.get("/health").status_code == 200
    assert waiting(partnerships, "norfolk") == 1


def _with(partnerships: Partnerships, odd: type[Projection]) -> Partnerships:
    """The same partnerships, as a release would have them that has this odd view."""
    made = Partnerships(
        partnerships.store, partnerships.keys, partnerships.mailer, partnerships.public_url
    )
    others = tuple(each for each in every_projection() if each.name != odd.name)
    made.projections = (*others, odd)
    return made


def _seen_after(partnerships: Partnerships, slug: str) -> None:
    tenant, before = partnerships.open(slug), waiting(partnerships, slug)
    tenant.feedback.submit(f"{time.time_ns()}", words="I was heard")
    started = time.monotonic()
    while waiting(partnerships, slug) == before:
        assert time.monotonic() - started < 120, "nobody follows"
        time.sleep(0.02)
