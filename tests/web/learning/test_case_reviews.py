"""Case reviews on their pages: from the day they are considered to what changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
NEW = "work/cases/new"
CASE = {
    "reference": "NSCP 2026/07",
    "label": "Child Safeguarding Practice Review",
    "aware_on": "2026-01-05",
    "to_notify": "yes",
    "details": "What only coordinators read",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def case(coordinator: Staff) -> str:
    return coordinator.made(NEW, **CASE)


def test_a_case_is_considered_and_its_clock_runs(coordinator: Staff, case: str) -> None:
    page = coordinator.get(case).words
    assert "Due 12 January 2026, The local authority" in page
    assert re.search(r"\d+ working days late", page)
    assert "holidays 0." in page
    assert "The Panel was notified" in page
    assert "The practice review was published" not in page
    assert "NSCP 2026/07" in coordinator.get("work/cases/").words


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"reference": ""}, "reference"),
        ({"label": "A review"}, "label"),
        ({"aware_on": "2026-13-45"}, "aware_on"),
        ({"aware_on": "2999-01-01"}, "aware_on"),
        ({"aware_on": "0001-01-01"}, "aware_on"),
        ({"reference": "n" * 6000}, "reference"),
        ({"details": "n" * 6000}, "details"),
        ({"to_notify": "perhaps"}, "to_notify"),
    ],
)
def test_a_case_that_is_not_right_is_asked_again(
    coordinator: Staff, wrong: dict[str, str], at: str
) -> None:
    page = coordinator.post(NEW, **(CASE | wrong))
    assert page.status == 422
    assert f'href="#f-{at}"' in page.html
    assert at == "details" or CASE["details"] in page.html


def test_a_case_goes_from_notified_to_published_and_acted_upon(
    coordinator: Staff, case: str
) -> None:
    def step(name: str, **given: str) -> str:
        page = coordinator.post(f"{case}/{name}", **given)
        assert page.status == 200, page.words
        return page.words

    assert "Done in time" in step("notify", notified_on="2026-01-09")
    step("start", started_on="2026-01-12")
    step("hold", held_on="2026-01-20")
    step("rapid", completed_on="2026-02-03", outcome="a practice review", why="To learn")
    assert "Done 2 working days late" in coordinator.get(case).words
    step("panel", replied_on="2026-02-20", view="agrees", reply="Go on")
    assert "20 August 2026" in step("commission", commissioned_on="2026-02-20", lead="A reviewer")
    step("complete", completed_on="2026-06-01")
    assert "23 December 2026" in step("plan", planned_on="2027-01-06")
    assert "Publication put off" in step("defer", why="A trial comes first")
    step("sent", sent_on="2026-07-01")
    assert "Published" in step("publish", published_on="2026-08-20", where="our website")
    step("recommend", recommendation="Ask the child first")
    step("plan-agreed", agreed_on="2026-08-21", by="The board")
    step("signed-off", signed_on="2026-10-01", by="The board")
    step("action", text="Ask the child", owner="Health", due="2026-12-18")
    page = coordinator.get(f"{case}?do=done").html
    action = re.search(r'<option value="([0-9a-f]{32})">Ask the child', page)
    assert action
    step("done", action=action[1], result="They ask")
    assert "Children are asked first" in step("impact", impact="Children are asked first")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("notify", {"notified_on": "2025-12-31"}),
        ("notify", {"notified_on": ""}),
        ("rapid", {"completed_on": "2026-02-02", "outcome": "perhaps", "why": "x"}),
        ("rapid", {"completed_on": "2026-02-02", "outcome": "no practice review", "why": ""}),
        ("publish", {"published_on": "2026-02-02", "where": "here"}),
        ("plan", {"planned_on": "9999-12-31"}),
        ("signed-off", {"signed_on": "2026-02-02", "by": "The board"}),
        ("done", {"action": str(uuid4()), "result": "x"}),
        ("action", {"text": "\x00", "owner": "b", "due": "2026-12-18"}),
        ("recalculate", {"why": "A holiday was proclaimed"}),
        ("close", {"closed_on": "2026-13-45", "why": "x"}),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_is_kept(
    coordinator: Staff, case: str, name: str, given: dict[str, str]
) -> None:
    page = coordinator.post(f"{case}/{name}", **given)
    assert page.status == 422
    assert "There is a problem" in page.words
    kept = [typed for field, typed in given.items() if field not in {"outcome", "action", "text"}]
    assert all(typed in page.html for typed in kept)


def test_a_case_closed_without_a_review_takes_no_more(coordinator: Staff, case: str) -> None:
    closed = coordinator.post(f"{case}/close", closed_on="2026-02-02", why="Not met").words
    assert "Closed without a review" in closed
    assert "What happened next?" not in closed
    again = coordinator.post(f"{case}/recommend", recommendation="x")
    assert again.status == 422
    assert "closed without a review" in again.words


def test_a_case_sent_twice_is_one_case(coordinator: Staff) -> None:
    key = uuid4().hex
    assert len({coordinator.made(NEW, **CASE, key=key) for _ in range(2)}) == 1


def test_details_are_read_by_coordinators_alone(sign_in: SignIn, case: str) -> None:
    details = CASE["details"]
    coordinator = sign_in("coordinator@norfolk.example")
    assert details in coordinator.get(case).words
    coordinator.post(f"{case}/recommend", recommendation="x")
    assert "Who opened the details\nCoordinator (demo)" in coordinator.get(case).words
    scrutineer = sign_in("scrutineer@norfolk.example")
    page = scrutineer.get(case)
    assert "NSCP 2026/07" in page.words
    assert details not in page.html
    assert details not in scrutineer.get(f"{case}?known=2999-01-01").html
    assert scrutineer.post(f"{case}/notify", notified_on="2026-01-09").status == 403
    assert sign_in("triage@norfolk.example").get(case).status == 403


def test_the_partnership_chooses_what_rapid_reviews_count_from(coordinator: Staff) -> None:
    coordinator.post("work/promise/start", start="awareness")
    page = coordinator.get(coordinator.made(NEW, **CASE)).words
    assert "Due 26 January 2026" in page
    assert "5 January 2026 (awareness)" in page


def test_an_unknown_case_step_or_review_is_not_found(coordinator: Staff, case: str) -> None:
    for path in (f"work/cases/{uuid4()}", f"work/cases/national/{uuid4()}"):
        assert coordinator.get(path).status == 404
    assert coordinator.post(f"{case}/nothing").status == 404
    assert coordinator.get(f"{case}?do=nothing").status == 200


def test_the_yearly_report_counts_steps_apart_from_what_a_document_states(
    coordinator: Staff, case: str
) -> None:
    coordinator.post(f"{case}/notify", notified_on="2026-08-03")
    report = coordinator.get("reports/demo-2026-27")
    page = report.words
    assert "Case reviews counted from what was recorded here" in page
    assert "Serious incidents notified\n*" in page
    assert "3 August 2026" not in page
    id = case.split("/")[-1]
    assert id not in report.html
    assert coordinator.get(f"reports/demo-2026-27/facts/{id}:1").status == 404
    assert not [word for word in (CASE["reference"], CASE["details"]) if word in page]
    stated = coordinator.get("reports/annual-report-2020-21").words
    assert "Case reviews as stated by a document" in stated
    assert "counted from what was recorded here" not in stated


def test_a_national_review_gets_a_response_and_a_later_one(coordinator: Staff) -> None:
    new = "work/cases/national/new"
    given: dict[str, Any] = {"title": "A briefing", "publisher": "The Panel", "about": "Babies"}
    one = coordinator.made(new, **given)
    assert "No response yet" in coordinator.get(one).words
    assert coordinator.post(new, **(given | {"publisher": ""})).status == 422
    assert coordinator.post(f"{one}/answer", response="", decided_by="x").status == 422
    for said in ("We will look at it", "We changed a form"):
        page = coordinator.post(f"{one}/answer", response=said, decided_by="The board").words
        assert said in page
    assert "We will look at it" in page
    assert "Answered" in coordinator.get("work/cases/national/").words
