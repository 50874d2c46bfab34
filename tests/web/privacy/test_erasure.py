"""Forgetting on the pages: two people, a hold, a child's own words, and who looked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from events.period import PartialDate, Period
from events.reporting.report import ReportCorrected
from infra.partnerships import Partnerships
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.you_said import YouSaid
from projections.privacy.access_log import AccessLog
from tests.publishing import published
from tests.web.page import Page
from tests.web.staff import YESTERDAY, Staff
from web.privacy.erasure_commands import FOUND
from web.site.formatting import today

SignIn = Callable[[str], Staff]
SAID = "The quiet canary of the corridor sings"
LIST = "work/forgetting/"


@pytest.fixture
def triage(sign_in: SignIn) -> Staff:
    return sign_in("triage@norfolk.example")


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def receipt(anybody: FlaskClient, demo: Partnerships) -> str:
    start = Page(anybody.get("/norfolk/tell"))
    given = start.fields | {"feeling": "sad", "about": "worker", "words": SAID}
    sent = anybody.post("/norfolk/tell/send", data=given)
    demo.open("norfolk").catch_up()
    return Page(sent).fields["receipt"]


@pytest.fixture
def item(receipt: str, demo: Partnerships) -> str:
    with demo.open("norfolk").read(TriageQueue) as queue:
        [id] = [each.id for each in queue.waiting() if each.words == SAID]
    return str(id)


def asked(staff: Staff, item: str) -> Page:
    staff.get(f"work/feedback/{item}")
    ground = "should never have been recorded"
    return staff.post(f"work/feedback/{item}/forget", ground=ground)


def test_two_people_forget_words_and_the_numbers_stay(
    triage: Staff,
    coordinator: Staff,
    item: str,
    demo: Partnerships,
    receipt: str,
    anybody: FlaskClient,
) -> None:
    tenant = demo.open("norfolk")
    with tenant.read(YouSaid) as view:
        before = view.themes(today())
    assert "A second person confirms" in asked(triage, item).words
    assert "Another person must do this: Coordinator" in triage.get(f"{LIST}{item}").words
    refused = triage.post(f"{LIST}{item}/confirm")
    assert (refused.status, "Another person must confirm" in refused.words) == (422, True)
    assert item in coordinator.get(LIST).html
    coordinator.get(f"{LIST}{item}")
    assert "Forgotten. The keys are destroyed" in coordinator.post(f"{LIST}{item}/confirm").words
    page = coordinator.get(f"work/feedback/{item}")
    assert SAID not in page.html
    assert "These words are forgotten" in page.words
    with tenant.read(YouSaid) as view:
        assert view.themes(today()) == before
    assert (
        "Your words are gone"
        in Page(anybody.post("/norfolk/back", data={"receipt": receipt})).words
    )


def test_a_young_person_takes_their_words_back_for_good(
    anybody: FlaskClient, receipt: str, item: str, triage: Staff, tmp_path: Path
) -> None:
    sure = {"receipt": receipt, "sure": "yes"}
    page = Page(anybody.post("/norfolk/back/take", data=sure))
    assert "gone for good" in page.words
    assert "gone for good" in Page(anybody.post("/norfolk/back/take", data=sure)).words
    staff = triage.get(f"work/feedback/{item}")
    assert SAID not in staff.html
    assert "nobody can read them again" in staff.words.lower()


def test_words_of_an_escalated_concern_are_kept_locked_and_the_child_is_told(
    anybody: FlaskClient, receipt: str, item: str, triage: Staff
) -> None:
    triage.get(f"work/feedback/{item}")
    given = {"told_to": "The front door", "escalated_at": YESTERDAY, "reference": "R-1"}
    triage.post(f"work/feedback/{item}/escalate", **given)
    page = Page(anybody.post("/norfolk/back/take", data={"receipt": receipt, "sure": "yes"}))
    assert "we keep a locked copy" in page.words
    staff = triage.get(f"work/feedback/{item}")
    assert SAID not in staff.html
    assert "A concern was escalated" in staff.words


def test_a_hold_is_placed_with_a_reason_and_lifted_with_one_by_another(
    triage: Staff, coordinator: Staff, item: str
) -> None:
    triage.get(f"work/feedback/{item}")
    assert triage.post(f"work/feedback/{item}/hold", reason="").status == 422
    triage.post(f"work/feedback/{item}/hold", reason="A court has asked for it.")
    refused = asked(triage, item)
    assert refused.status == 422
    assert "A court has asked for it." in refused.words
    assert "A court has asked for it." in triage.get(LIST).words
    alone = triage.post(f"work/feedback/{item}/lift", why="The court has it.")
    assert (alone.status, "You held this" in alone.words) == (422, True)
    assert "Another person must do this: Coordinator" in triage.get(f"work/feedback/{item}").words
    coordinator.get(f"work/feedback/{item}")
    coordinator.post(f"work/feedback/{item}/lift", why="The court has it.")
    assert "A second person confirms" in asked(triage, item).words


def test_what_is_declined_is_kept_and_says_why(
    triage: Staff, coordinator: Staff, item: str
) -> None:
    asked(triage, item)
    coordinator.get(f"{LIST}{item}")
    assert coordinator.post(f"{LIST}{item}/decline", why="").status == 422
    coordinator.post(f"{LIST}{item}/decline", why="An audit needs it.")
    assert (
        "An audit needs it." in triage.get(f"{LIST}{item}").words
        or SAID in triage.get(f"work/feedback/{item}").words
    )


def test_who_opened_words_stands_on_their_page(
    triage: Staff, coordinator: Staff, item: str, demo: Partnerships
) -> None:
    triage.get(f"work/feedback/{item}")
    demo.open("norfolk").catch_up()
    page = coordinator.get(f"work/feedback/{item}")
    assert "Triage (demo)" in page.words.partition("Who opened this")[2]


def test_a_second_look_within_the_hour_is_the_same_look(demo: Partnerships) -> None:
    tenant, subject = demo.open("norfolk"), uuid4()
    for by, hour in (("amal", "09"), ("amal", "09"), ("amal", "10"), ("bo", "10")):
        provenance = Provenance(by, "a test")
        tenant.access_log.look(subject, provenance, what="words", hour=f"2026-11-21T{hour}")
    tenant.catch_up()
    with tenant.read(AccessLog) as view:
        assert sorted(look.by for look in view.at(subject)) == ["amal", "amal", "bo"]


def test_a_person_who_left_is_forgotten_by_two(
    coordinator: Staff, triage: Staff, demo: Partnerships
) -> None:
    page = coordinator.get("work/people/")
    id = re.search(r"people/([0-9a-f-]+)/end", page.html.partition("Scrutineer (demo)")[2])
    assert id
    early = coordinator.post(f"work/people/{id[1]}/forget")
    assert (early.status, "End their access first" in early.words) == (422, True)
    coordinator.post(f"work/people/{id[1]}/end")
    coordinator.post(f"work/people/{id[1]}/forget")
    triage.get(f"{LIST}{id[1]}")
    triage.post(f"{LIST}{id[1]}/confirm")
    after = coordinator.get("work/people/")
    assert "Details forgotten" in after.words
    assert "scrutineer@norfolk.example" not in after.html


def test_after_forgetting_the_words_are_in_no_file(
    triage: Staff, coordinator: Staff, item: str, tmp_path: Path
) -> None:
    """They never are in clear text. Afterwards the key that decrypts them is nowhere either."""
    asked(triage, item)
    coordinator.get(f"{LIST}{item}")
    coordinator.post(f"{LIST}{item}/confirm")
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert SAID.encode() not in file.read_bytes(), file


def test_a_published_report_is_looked_through_for_forgotten_words(
    triage: Staff, coordinator: Staff, item: str, demo: Partnerships
) -> None:
    tenant, provenance = demo.open("norfolk"), Provenance("a tester", "a test")
    report = uuid4()
    period = Period(PartialDate("2026-07-01"), PartialDate("2027-06-30"))
    tenant.report.draft(
        report,
        provenance,
        name="checked",
        title="A checked report",
        period=period,
        ruleset="Working Together 2026",
    )
    published(tenant, report, provenance, where="the website", published_on=None)
    tenant.catch_up()
    asked(triage, item)
    coordinator.get(f"{LIST}{item}")
    coordinator.post(f"{LIST}{item}/confirm")
    assert "A checked report" in coordinator.get(LIST).words
    page = coordinator.get(f"{LIST}{item}")
    given = {"report": page.fields["report"], "found": FOUND[1]}
    assert coordinator.post(f"{LIST}{item}/check-report", **given).status == 422
    done = coordinator.post(f"{LIST}{item}/check-report", **given, what="A quotation is taken out.")
    assert "It is recorded that you looked." in done.words
    assert "A checked report" not in coordinator.get(LIST).words
    assert isinstance(tenant.ledger.facts(report)[-1], ReportCorrected)
