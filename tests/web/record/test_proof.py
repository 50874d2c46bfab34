"""The pages of the proof: words first, files that verify, and no child's words in an address."""

from __future__ import annotations

import io
import re
import sqlite3
from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_check import is_grown
from infra.proof.note_key import Key
from infra.proof.public_checkpoints import FEWEST, Daily
from infra.proof.transparency_log import TransparencyLog
from infra.proof.verify import checked
from projections.governance.decisions import Decisions
from projections.reporting.annual_report import AnnualReport
from services.reading_age import measure
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.formatting import today

SignIn = Callable[[str], Staff]


@pytest.fixture
def log(demo: Partnerships) -> TransparencyLog:
    """Norfolk's log, with a checkpoint over all facts of the demonstration."""
    made = demo.log("norfolk")
    made.advance(at_once=True)
    return made


def test_it_says_what_is_proved_and_what_is_not(log: TransparencyLog, sign_in: SignIn) -> None:
    staff = sign_in("scrutineer@norfolk.example")
    page = staff.get("work/proof")
    for words in (
        "Not checked yet",
        "That a fact is true",
        "That one was never sent in",
        "If nobody outside kept a checkpoint",
        log.key.line,
        "No place for",
    ):
        assert words in page.html
    checked_now = staff.post("work/proof")
    assert "Checked just now: nothing has been changed or taken out." in checked_now.words
    assert "asked for by a scrutineer" in checked_now.words


def test_those_who_may_not_check_find_no_such_page(sign_in: SignIn) -> None:
    assert sign_in("triage@norfolk.example").get("work/proof").status == 403


def test_an_altered_record_is_said_in_words_here_and_on_health(
    log: TransparencyLog, demo: Partnerships, sign_in: SignIn, anybody: FlaskClient, tmp_path: Path
) -> None:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/proof")
    with closing(sqlite3.connect(tmp_path / "partnerships" / "norfolk" / "ledger.db")) as ledger:
        ledger.execute("DROP TRIGGER event_is_never_updated")
        ledger.execute("UPDATE event SET state = CAST(state || ' ' AS BLOB) WHERE n = 7")
        ledger.commit()
    page = staff.post("work/proof")
    assert "The record is not as it was written." in page.html
    assert re.search(r"Fact 7 \([a-z._]+\) is not as it was written", page.words)
    assert "signed for by the checkpoint of" in page.words
    answer = anybody.get("/health")
    assert answer.status_code == 503
    assert "Fact 7 " in answer.json["troubles"]["norfolk.proof"]  # type: ignore[index]


@pytest.fixture
def day(log: TransparencyLog) -> Checkpoint:
    """The checkpoint that everybody may see tomorrow."""
    assert Daily(log).turn(today() + timedelta(days=1))
    made = Daily(log).newest()
    assert made is not None
    return made


def test_the_public_learns_of_nothing_before_the_turn_of_a_day(
    log: TransparencyLog, anybody: FlaskClient
) -> None:
    newest = log.newest()
    assert newest is not None
    for size in ("", f"?size={newest.size}", "?size=99999999"):
        answer = anybody.get(f"/norfolk/proof/checkpoint{size}")
        assert answer.status_code == 404
        assert answer.text == "Nothing is signed for all to see yet. Come back tomorrow.\n"
    said = [
        anybody.get(f"/norfolk/proof/consistency?from={old}&to={new}")
        for old, new in ((newest.size, newest.size), (newest.size, 99999999), (5, newest.size))
    ]
    assert {(each.status_code, each.text) for each in said} == {(422, said[0].text)}


def test_what_is_signed_after_the_turn_of_a_day_stays_unseen(
    log: TransparencyLog, day: Checkpoint, anybody: FlaskClient
) -> None:
    for _ in range(FEWEST):  # fewer are not told of
        anybody.post("/norfolk/tell/send", data={"words": "Nobody asks us about the buses"})
    log.advance(at_once=True)
    later = log.newest()
    assert later is not None
    assert later.size > day.size
    assert anybody.get("/norfolk/proof/checkpoint").text == str(day.note)
    assert anybody.get(f"/norfolk/proof/checkpoint?size={later.size}").status_code == 404
    for old, new in ((day.size, later.size), (5, day.size), (later.size, later.size)):
        asked = anybody.get(f"/norfolk/proof/consistency?from={old}&to={new}")
        assert asked.status_code == 422
    asked = anybody.get(f"/norfolk/proof/consistency?from={day.size}&to={day.size}")
    assert (asked.status_code, asked.text) == (200, "")


def test_whoever_may_check_the_record_sees_every_checkpoint(
    log: TransparencyLog, sign_in: SignIn
) -> None:
    newest = log.newest()
    assert newest is not None
    staff = sign_in("scrutineer@norfolk.example").client
    assert staff.get("/norfolk/proof/checkpoint").text == str(newest.note)
    assert staff.get(f"/norfolk/proof/consistency?from=5&to={newest.size}").status_code == 200
    triage = sign_in("triage@norfolk.example").client
    assert triage.get("/norfolk/proof/checkpoint").status_code == 404
    other = sign_in("coordinator@surrey.example").client
    assert other.get("/norfolk/proof/checkpoint").status_code == 404


def test_checkpoint_and_key_are_open_to_all_and_fit(day: Checkpoint, anybody: FlaskClient) -> None:
    key = Key.of_line(anybody.get("/norfolk/proof/key").text)
    found = Checkpoint.read(anybody.get("/norfolk/proof/checkpoint").text, key)
    assert found == day
    assert anybody.get(f"/norfolk/proof/checkpoint?size={found.size}").text == str(found.note)
    for wrong in ("0", "x", "999999999", "1e3", "9" * 40):
        assert anybody.get(f"/norfolk/proof/checkpoint?size={wrong}").status_code == 404
    assert "Set-Cookie" not in anybody.get("/norfolk/proof/key").headers


def test_growth_is_proved_to_all(
    log: TransparencyLog, day: Checkpoint, anybody: FlaskClient
) -> None:
    for _ in range(FEWEST):  # fewer are not told of
        anybody.post("/norfolk/tell/send", data={"words": "Nobody asks us about the buses"})
    assert Daily(log).turn(today() + timedelta(days=2))
    old, newest = day.size, Daily(log).newest()
    assert newest is not None
    assert newest.size > old
    answer = anybody.get(f"/norfolk/proof/consistency?from={old}&to={newest.size}")
    path = [b64decode(line) for line in answer.text.splitlines()]
    assert is_grown(old, newest.size, path, day.root, newest.root)
    for wrong in (
        "",
        "?from=0&to=5",
        "?from=5&to=4",
        "?from=1&to=99999999",
        "?from=x&to=5",
        "?from=-1&to=5",
        "?from=1",
    ):
        answer = anybody.get(f"/norfolk/proof/consistency{wrong}")
        assert answer.status_code == 422
        assert answer.text.startswith("Say which sizes")


def test_the_record_is_saved_as_a_file_that_holds(log: TransparencyLog, sign_in: SignIn) -> None:
    staff = sign_in("coordinator@norfolk.example")
    staff.get("work/proof")
    saved = staff.send("work/proof/bundle")
    assert saved.headers["Content-Disposition"] == 'attachment; filename="norfolk-bundle.jsonl"'
    assert "All holds for earshot/norfolk" in checked(io.BytesIO(saved.data))
    refused = staff.send("work/proof/bundle", first="1999-01-01", last="1999-01-02")
    assert refused.status_code == 422
    assert "Nothing was recorded on those days." in refused.text


def test_the_verifiers_are_for_saving_never_for_showing(anybody: FlaskClient) -> None:
    for name in ("verify.py", "verify.html"):
        answer = anybody.get(f"/norfolk/proof/{name}")
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_checkpoint_is_saved(log: TransparencyLog, sign_in: SignIn) -> None:
    staff, newest = sign_in("scrutineer@norfolk.example"), log.newest()
    assert newest is not None
    saved = staff.client.get(f"/norfolk/work/proof/checkpoints/{newest.size}")
    assert saved.text == str(newest.note)
    assert "attachment" in saved.headers["Content-Disposition"]
    assert staff.client.get("/norfolk/work/proof/checkpoints/x").status_code == 404


def test_a_decision_is_proved_by_a_small_file(
    log: TransparencyLog, demo: Partnerships, sign_in: SignIn
) -> None:
    with demo.open("norfolk").read(Decisions) as register:
        decision = register.all()[0]
    staff = sign_in("scrutineer@norfolk.example")
    page = staff.get(f"work/decisions/{decision.id}")
    link = next(link for link in page.links if link.endswith("/proof"))
    saved = staff.client.get(link)
    said = checked(io.BytesIO(saved.data), key=log.key.line)
    assert "All holds for earshot/norfolk" in said
    assert decision.title in saved.text


def test_a_child_sees_that_their_words_are_unchanged_and_can_keep_the_proof(
    log: TransparencyLog, anybody: FlaskClient
) -> None:
    words = "Nobody asks us anything about the buses"
    sent = anybody.post("/norfolk/tell/send", data={"words": words})
    receipt = {"receipt": Page(sent).fields["receipt"]}
    page = Page(anybody.post("/norfolk/back", data=receipt))
    assert "Look again in a minute" in page.words
    assert anybody.post("/norfolk/back/proof", data=receipt).status_code == 422
    log.advance(at_once=True)
    page = Page(anybody.post("/norfolk/back", data=receipt))
    assert "Your words are in the record, unchanged. We checked on" in page.words
    assert measure(page.words).is_easy, measure(page.words)
    saved = anybody.post("/norfolk/back/proof", data=receipt)
    anybody.post("/norfolk/tell/send", data={"words": "Somebody else's words about the park"})
    log.advance(at_once=True)
    again = anybody.post("/norfolk/back/proof", data=receipt)
    assert again.data == saved.data, "it tells when others write"
    assert "Proved" not in saved.text
    assert words not in saved.text
    assert "1 of them" in checked(io.BytesIO(saved.data))
    assert anybody.post("/norfolk/back/proof", data={"receipt": "one"}).status_code == 422


def test_a_published_report_carries_the_first_seal_that_all_may_see(
    day: Checkpoint, demo: Partnerships, anybody: FlaskClient
) -> None:
    with demo.open("norfolk").read(AnnualReport) as view:
        published = [each for each in view.all() if each.published]
    for each in published:
        page = Page(anybody.get(f"/norfolk/reports/{each.name}"))
        assert f"{day.size:,} facts, signed" in page.words
