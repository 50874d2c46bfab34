"""One coordinator alone is led outside for each second step, and never for an escalated concern."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest

from events.fact import Provenance
from infra.partnerships import Partnerships
from projections.access.people import People
from projections.reporting.annual_report import AnnualReport
from tests.web.staff import YESTERDAY, Staff

SignIn = Callable[[str], Staff]
TOLD = Provenance("a tester", "a test")
SAID = "Nobody asked me about the quiet canary"
NURSE = {"role": "designated nurse", "body": "a made-up health board", "on": "2026-11-30"}
OUTSIDE = "designated nurse, a made-up health board"
GROUND = "should never have been recorded"


@pytest.fixture
def alone(demo: Partnerships, sign_in: SignIn) -> Staff:
    """The coordinator, once all others of the demonstration have left but the scrutineer."""
    tenant = demo.open("norfolk")
    coordinator = sign_in("coordinator@norfolk.example")
    with tenant.read(People) as view:
        leaving = [each.id for each in view.all() if each.role in ("triage", "editor")]
    for id in leaving:
        tenant.access.end(id, TOLD, why="left")
    tenant.catch_up()
    return coordinator


@pytest.fixture
def message(demo: Partnerships) -> UUID:
    tenant = demo.open("norfolk")
    tenant.feedback.submit("a client", words=SAID)
    id = tenant.feedback.id_of("a client")
    tenant.feedback.read(id, TOLD, reader="triage")
    tenant.catch_up()
    return id


def let_in(coordinator: Staff, email: str, role: str) -> None:
    coordinator.get("work/people/")
    given = {"name": "Somebody new", "email": email, "role": role, "agency": ""}
    assert coordinator.send("work/people/", **given).status_code == 303


def test_one_alone_does_nothing_because_of_a_message_with_somebody_outside(
    alone: Staff, message: UUID
) -> None:
    at = f"work/feedback/{message}"
    assert "show it to somebody outside this service" in alone.get(at).words
    page = alone.post(f"{at}/no-action", why="We asked. The room is not ours.")
    assert "Nobody else here may do this" in page.words
    assert "I have read it and agree" not in page.words
    wrong = alone.post(f"{at}/agree-outside", role="", body="A board", on="2099-01-01")
    assert (wrong.status, wrong.fields["body"]) == (422, "A board")
    assert "Say their role." in wrong.words
    assert "has not come yet" in wrong.words
    done = alone.post(f"{at}/agree-outside", **NURSE)
    assert f"{OUTSIDE}, outside this service, as recorded by staff here" in done.words
    assert f"Agreed by {OUTSIDE} on 30 November 2026, outside this service" in done.words


def test_one_alone_may_go_on_after_all_without_anybody(alone: Staff, message: UUID) -> None:
    at = f"work/feedback/{message}"
    alone.get(at)
    alone.post(f"{at}/no-action", why="We asked. The room is not ours.")
    assert "It goes on" in alone.post(f"{at}/disagree").words


def test_where_somebody_here_may_the_page_names_them_and_nobody_outside_does(
    demo: Partnerships, sign_in: SignIn, message: UUID
) -> None:
    coordinator, at = sign_in("coordinator@norfolk.example"), f"work/feedback/{message}"
    coordinator.get(at)
    page = coordinator.post(f"{at}/no-action", why="We asked. The room is not ours.")
    assert "Another person must do this: Triage" in page.words
    refused = coordinator.post(f"{at}/agree-outside", **NURSE)
    assert (refused.status, "Ask Triage" in refused.words) == (422, True)


def test_whom_the_coordinator_let_in_is_no_second_person_for_them(
    alone: Staff, sign_in: SignIn, message: UUID
) -> None:
    let_in(alone, "second@norfolk.example", "triage")
    at = f"work/feedback/{message}"
    alone.get(at)
    alone.post(f"{at}/no-action", why="We asked. The room is not ours.")
    second = sign_in("second@norfolk.example")
    assert "Nobody else here may do this" in second.get(at).words
    refused = second.post(f"{at}/agree")
    assert (refused.status, "One of you let the other in" in refused.words) == (422, True)
    assert alone.post(f"{at}/agree-outside", **NURSE).status == 200


def test_one_alone_signs_a_quotation_off_and_somebody_outside_signs_second(
    alone: Staff, message: UUID
) -> None:
    at = f"work/quotes/{message}"
    alone.get(f"{at}/propose")
    assert "sign-off-outside" not in alone.post(f"{at}/propose", words="the quiet canary").html
    alone.get(f"{at}/sign-off")
    page = alone.post(f"{at}/sign-off", number="1", why="Many say so")
    assert "Nobody else here may do this" in page.words
    assert f"{at}/sign-off-outside" in page.html
    alone.get(f"{at}/sign-off-outside")
    done = alone.post(f"{at}/sign-off-outside", number="1", why="Nothing rare", **NURSE)
    assert (
        f"Signed off by {OUTSIDE}, outside this service, as recorded by Coordinator" in done.words
    )
    assert "sign-off-outside" not in done.html


def test_one_alone_forgets_words_with_somebody_outside_and_the_list_says_so(
    alone: Staff, message: UUID
) -> None:
    alone.get(f"work/feedback/{message}")
    alone.post(f"work/feedback/{message}/forget", ground=GROUND)
    page = alone.get(f"work/forgetting/{message}")
    assert "Nobody else here may do this" in page.words
    done = alone.post(f"work/forgetting/{message}/confirm-outside", **NURSE)
    assert f"Agreed by {OUTSIDE}, outside this service" in done.words
    assert SAID not in alone.get(f"work/feedback/{message}").words


def test_one_alone_has_a_translation_checked_by_somebody_outside(
    alone: Staff, demo: Partnerships
) -> None:
    tenant = demo.open("norfolk")
    report = tenant.ledger.name_of("seed", "s3_norfolk_2020_21", "report")
    at = f"work/reports/{report}/languages/ar"
    for name in dict.fromkeys(re.findall(rf'href="/norfolk/{at}/(\w+)"', alone.get(at).html)):
        alone.get(f"{at}/{name}")
        alone.post(f"{at}/{name}", words="مرحبا")
    page = alone.get(at)
    assert "Nobody else here may do this" in page.words
    assert f"{at}/check-outside" in page.html
    alone.get(f"{at}/check-outside")
    done = alone.post(f"{at}/check-outside", **NURSE)
    assert f"Checked by {OUTSIDE}, outside this service" in done.words
    assert alone.client.get("/norfolk/reports/annual-report-2020-21/children/ar").status_code == 200


def test_a_proposal_that_no_young_editor_may_approve_is_looked_at_outside_and_says_so(
    alone: Staff, demo: Partnerships, sign_in: SignIn
) -> None:
    let_in(alone, "young@norfolk.example", "editor")
    tenant = demo.open("norfolk")
    with tenant.read(AnnualReport) as view:
        report = view.report("demo-2026-27")
    assert report
    at = f"work/reports/{report.id}/children"
    alone.get(at)
    alone.post(at, chapter="hello", words="We are ten.", why="It is short")
    editor = sign_in("young@norfolk.example")
    editor.get(f"editing/{report.id}/approve")
    refused = editor.post(f"editing/{report.id}/approve", number="1")
    assert (refused.status, "let you in" in refused.words) == (422, True)
    assert "Proposals that no young editor here may approve: 1" in alone.get(at).words
    alone.get(f"{at}/approve-outside")
    done = alone.post(f"{at}/approve-outside", number="1", **NURSE)
    assert f"looked at with young people by {OUTSIDE}" in done.words
    shown = editor.get(f"editing/{report.id}").words
    assert "Designated nurse, a made-up health board, said yes" in shown
    assert "that you approved" not in shown


def test_an_escalated_concern_takes_two_here_waits_a_week_and_the_scrutineer_stops_it(
    demo: Partnerships, sign_in: SignIn, message: UUID
) -> None:
    coordinator, triage = sign_in("coordinator@norfolk.example"), sign_in("triage@norfolk.example")
    scrutineer, at = sign_in("scrutineer@norfolk.example"), f"work/feedback/{message}"
    triage.get(at)
    told = {"told_to": "The front door", "escalated_at": YESTERDAY, "reference": "R-1"}
    triage.post(f"{at}/escalate", **told)
    coordinator.get(at)
    coordinator.post(f"{at}/lift", why="The case is closed.")
    coordinator.post(f"{at}/forget", ground=GROUND)
    assert "Agree to forget it" in triage.get(f"work/forgetting/{message}").words
    agreed = triage.post(f"work/forgetting/{message}/confirm")
    assert "Agreed. It is forgotten in 7 days" in agreed.words
    assert "Agreed: kept until their day" in agreed.words
    assert SAID in triage.get(at).words
    assert "Escalated concerns to be forgotten: 1" in scrutineer.get("work/scrutiny/").words
    page = scrutineer.get("work/agreed-to-forget/")
    assert "after Coordinator (demo) asked for it" in page.words
    assert SAID not in page.words
    stop = f"work/agreed-to-forget/{message}/stop"
    assert scrutineer.post(stop, reason="").status == 422
    assert "It is held" in scrutineer.post(stop, reason="Why so soon?").words
    assert scrutineer.send(stop, reason="Again").status_code == 404
    assert triage.get("work/agreed-to-forget/").status == 403
    assert "Held: Why so soon?" in triage.get(f"work/forgetting/{message}").words


def test_one_alone_forgets_no_escalated_concern_and_is_told_to_let_somebody_in(
    alone: Staff, demo: Partnerships, message: UUID
) -> None:
    tenant, at = demo.open("norfolk"), f"work/feedback/{message}"
    tenant.feedback.escalate(message, TOLD, to="a", escalated_at="b", reference="c")
    tenant.erasure.lift(message, Provenance("somebody before", "a test"), why="Closed")
    tenant.catch_up()
    alone.get(at)
    alone.post(f"{at}/forget", ground=GROUND)
    page = alone.get(f"work/forgetting/{message}")
    assert "It takes a second person, let in neither by you" in page.words
    assert 'href="/norfolk/work/people/"' in page.html.split("Decide")[1].split("</section>")[0]
    assert "confirm-outside" not in page.html
    refused = alone.post(f"work/forgetting/{message}/confirm-outside", **NURSE)
    assert (refused.status, "Let in a second person first" in refused.words) == (422, True)


def test_a_hold_of_ones_own_takes_a_second_person_who_must_be_let_in_first(
    alone: Staff, message: UUID
) -> None:
    at = f"work/feedback/{message}"
    alone.get(at)
    page = alone.post(f"{at}/hold", reason="A court has asked for it.")
    assert "It takes a second person, let in neither by you" in page.words
    assert 'name="why"' not in page.html.split("<h2>Held</h2>")[1].split("</section>")[0]
    refused = alone.post(f"{at}/lift", why="It is over.")
    assert (refused.status, "You held this" in refused.words) == (422, True)


def test_people_shows_who_let_whom_in(alone: Staff) -> None:
    let_in(alone, "second@norfolk.example", "triage")
    row = next(
        row
        for row in alone.get("work/people/").html.split("<tr>")
        if "second@norfolk.example" in row
    )
    assert re.search(r'data-label="Let in by">Coordinator', row)
