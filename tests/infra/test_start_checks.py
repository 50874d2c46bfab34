"""Before anybody is served: a fault of one partnership is said in words, and closes none other."""

from __future__ import annotations

from contextlib import closing

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete

from infra.keys.tables import DATA_KEYS
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.start_checks import look_at_all
from infra.worker.worker import Worker
from projections.feedback.triage_queue import TriageQueue
from tests.infra.backup.places import Place, places
from tests.infra.storage.facts import stored
from tests.infra.tampering import cut, damage, drop_views, ledger_of
from web.app import create_app

__all__ = ["places"]
Places = tuple[Place, Place]
SURREY = Joining("surrey", "Surrey", "Surrey", "", (), "", "")
NOT_NOW = "We cannot open this just now"


@pytest.fixture
def here(places: Places) -> Place:
    """Norfolk, of which three messages are recorded, drawn and signed for."""
    place = places[0]
    for words in ("One", "Two", "Three"):
        place.tell(words)
    with closing(place.opened()) as partnerships:
        partnerships.open("norfolk").catch_up()
        partnerships.log("norfolk").advance(at_once=True)
    return place


def started(place: Place) -> tuple[Partnerships, FlaskClient]:
    """As a web process starts."""
    partnerships = place.opened()
    look_at_all(partnerships)
    return partnerships, create_app(partnerships, bytes(32), https=False).test_client()


def head(place: Place) -> int:
    with closing(place.opened()) as partnerships:
        return partnerships.store.recorder("norfolk").head().n


@pytest.mark.parametrize("places", ["postgresql"], indirect=True)
def test_what_is_well_is_served(here: Place) -> None:
    partnerships, client = started(here)
    assert client.get("/norfolk/").status_code == 200
    assert (partnerships.closed, partnerships.ready()) == ({}, {})
    partnerships.close()


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ("sqlite", "beside the facts"),
        ("postgresql", "beside the pages"),
        ("sqlite", "with the keys"),
    ],
    indirect=["places"],
)
def test_a_record_that_was_cut_does_not_start_without_a_word(
    here: Place, left: str, caplog: pytest.LogCaptureFixture
) -> None:
    n = head(here)
    cut(here, n - 2, checkpoints=left != "beside the facts")
    if left != "beside the pages":
        drop_views(here)
    partnerships, client = started(here)
    why = partnerships.closed["norfolk"]
    assert why.startswith(f"The record ends at fact {n - 2}, but the checkpoint of ")
    assert f"({n} facts) is kept {left}" in why
    assert "earshot restore" in why
    assert why in caplog.text
    page = client.get("/norfolk/")
    assert (page.status_code, NOT_NOW in page.text) == (503, True)
    health = client.get("/health").text
    assert "is closed: the log says why" in health
    assert why not in health
    Worker(partnerships).look()
    assert head(here) == n - 2
    partnerships.close()
    assert why in here.run("verify").refusal


def test_an_older_ledger_beside_newer_pages_that_no_log_knows_of_is_drawn_again(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing was signed since, and the log is behind: the pages alone tell."""
    n = head(here)
    here.tell("Four, which is lost")
    with closing(here.opened()) as partnerships:
        partnerships.open("norfolk").catch_up()
    cut(here, n)
    partnerships, _ = started(here)
    here.tell("Another")
    tenant = partnerships.open("norfolk")
    tenant.catch_up()
    with tenant.read(TriageQueue) as queue:
        assert {item.words for item in queue.waiting()} == {"One", "Two", "Three", "Another"}
    assert "are ahead of its record" in caplog.text
    partnerships.close()


@pytest.mark.parametrize("places", ["postgresql"], indirect=True)
def test_a_fact_that_this_release_does_not_know_is_said_at_start(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(here.opened()) as partnerships:
        fact = stored(partnerships.open("norfolk").partnership.id, 99, b"{}")
        partnerships.store.recorder("norfolk").insert_events([fact])
    partnerships, client = started(here)
    assert fact.topic in partnerships.closed["norfolk"]
    assert "a later release wrote that" in caplog.text
    assert client.get("/norfolk/").status_code == 503
    Worker(partnerships).look()
    assert partnerships.projector("norfolk").quarantined() == {}  # the later release goes on
    partnerships.close()


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_keys_older_than_the_ledger_are_counted_at_start(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(here.opened()) as partnerships:
        sealing = partnerships.mapper("norfolk").sealing
        recorder = partnerships.store.recorder("norfolk")
        told = [r.originator_id for r in recorder.rows(0) if r.topic == "feedback.submitted"]
        engine = partnerships.keys.of("norfolk").engine
        with engine.begin() as connection:
            for stream in told[1:]:
                ids = sealing.key_ids(stream)
                connection.execute(delete(DATA_KEYS).where(DATA_KEYS.c.id.in_(ids)))
    partnerships, client = started(here)
    assert "norfolk: the keys of 2 facts are missing: put their backup back" in caplog.text
    assert client.get("/norfolk/").status_code == 200
    assert "2 keys are missing" in partnerships.ready()["norfolk.keys"]
    partnerships.close()
    restored = here.run("restore")
    assert "norfolk: the keys of 2 facts are missing." in restored.err
    assert restored.code == 1


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", ["noise", "empty"])
def test_a_ledger_that_cannot_be_read_closes_that_partnership_alone(
    here: Place, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    here.join(SURREY)
    file = ledger_of(here)
    for beside in file.parent.glob("ledger.db-*"):
        beside.unlink()
    file.write_bytes(b"noise" * 1000 if how == "noise" else b"")
    partnerships, client = started(here)
    assert client.get("/norfolk/").status_code == 503
    assert client.get("/norfolk/no-such-page").status_code in {303, 404}
    assert client.get("/surrey/").status_code == 200
    assert "is closed" in partnerships.ready()["norfolk"]
    assert "ledger.db of norfolk" in partnerships.closed["norfolk"]
    assert "norfolk is closed" in caplog.text
    partnerships.open("surrey").feedback.submit("c" * 32, words="Heard all the same")
    Worker(partnerships).look()
    with partnerships.open("surrey").read(TriageQueue) as queue:
        assert [item.words for item in queue.waiting()] == ["Heard all the same"]
    partnerships.close()
    verified = here.run("verify")
    assert "surrey:" in verified.out
    assert "norfolk: ledger.db of norfolk" in verified.err


def test_one_damaged_fact_is_answered_in_words_with_an_alarm(
    here: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(here.opened()) as partnerships:
        tenant = partnerships.open("norfolk")
        receipts = [
            tenant.feedback.submit(client, words="A word") for client in ("d" * 32, "e" * 32)
        ]
        hurt = tenant.feedback.id_of("d" * 32)
        tenant.catch_up()
    damage(here, hurt)
    partnerships, client = started(here)
    page = client.post("/norfolk/back", data={"receipt": receipts[0]})
    assert (page.status_code, NOT_NOW in page.text) == (503, True)
    assert f"of {hurt} (feedback.submitted) cannot be read" in caplog.text
    assert "CRITICAL" in caplog.text
    assert client.post("/norfolk/back", data={"receipt": receipts[1]}).status_code == 200
    partnerships.close()


@pytest.mark.parametrize("places", ["postgresql"], indirect=True)
def test_whatever_is_wrong_with_one_partnership_the_others_are_served(
    here: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(here.opened()) as partnerships:
        join_partnership(partnerships, SURREY)

    def broken(partnerships: Partnerships, slug: str) -> None:
        if slug == "norfolk":
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no text")

    monkeypatch.setattr("infra.start_checks.forget_again_in", broken)
    partnerships, client = started(here)
    assert "UnicodeDecodeError" in partnerships.closed["norfolk"]
    assert client.get("/norfolk/").status_code == 503
    assert client.get("/surrey/").status_code == 200
    partnerships.close()
