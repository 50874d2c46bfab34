"""A coordinator keeps training by hand, and children whose workers came answer one question."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from events.period import PartialDate
from infra.partnerships import Partnerships
from projections.feedback.triage_queue import TriageQueue
from projections.learning.training import Training
from services.reading_age import measure
from tests.web.page import Page
from tests.web.staff import Staff
from web.site.formatting import today
from web.site.rate_limit import Throttle

SignIn = Callable[[str], Staff]
HOME = "work/training/"
CODE = "bcdfgh"
ASK = f"/norfolk/ask/{CODE}"
DAYS = {"opens_on": today().isoformat(), "closes_on": (today() + timedelta(days=9)).isoformat()}
ASKED = {"question": "Does your worker hear you?", **DAYS}
NUMBERS = {"booked": "9", "attended": "7", "no_shows": "2"}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


@pytest.fixture
def course(coordinator: Staff) -> str:
    return coordinator.made(HOME + "new/course", title="Bruises", kind="briefing", provider="Us")


def test_a_course_is_offered_planned_counted_and_evaluated(coordinator: Staff, course: str) -> None:
    planned = coordinator.post(f"{course}/session", planned_on="2026-10-08", place="", places="12")
    assert "8 October 2026, online" in planned.words
    session = _option(coordinator, f"{course}/count", "8 October 2026")
    came = {"session": session, "agency": "Police", "sector": "police"}
    too_many = coordinator.post(f"{course}/count", **came, **(NUMBERS | {"attended": "8"}))
    assert too_many.status == 422
    assert 'href="#f-booked"' in too_many.html
    coordinator.post(f"{course}/count", **came, **(NUMBERS | {"attended": "6"}))
    counted = coordinator.post(f"{course}/count", **came, **NUMBERS)
    assert "9 booked, 7 came, 2 did not show; sessions counted: 1" in counted.words
    said = {"session": session, "level": "learning", "answers": "5", "words": "They know more"}
    assert "They know more" in coordinator.post(f"{course}/evaluate", **said).words
    changed = coordinator.post(f"{course}/provider", provider="A college")
    assert "A college" in changed.words
    home = coordinator.get(HOME)
    assert "Bruises" in home.words
    assert re.search(r"All there is\s+any day\s+2\s+26\s+22\s+4\s", home.words)  # with the demo's


def test_a_session_is_called_off_and_stays_on_record(coordinator: Staff, course: str) -> None:
    coordinator.post(f"{course}/session", planned_on="2026-10-08", place="Hall", places="12")
    session = _option(coordinator, f"{course}/cancel", "8 October 2026")
    page = coordinator.post(f"{course}/cancel", session=session, why="Snow")
    assert "Cancelled" in page.words
    assert "Snow" in page.words
    assert "Cancel a session" not in page.words


def test_a_course_recorded_by_mistake_is_withdrawn_and_its_counts_are_asked_about(
    coordinator: Staff, course: str
) -> None:
    coordinator.post(f"{course}/session", planned_on="2026-10-08", place="", places="12")
    session = _option(coordinator, f"{course}/count", "8 October 2026")
    came = {"session": session, "agency": "Police", "sector": "police"}
    coordinator.post(f"{course}/count", **came, **NUMBERS)
    asked = coordinator.post(f"{course}/withdraw", why="Typed twice")
    assert asked.status == 422
    assert "People were counted at one session of this course." in asked.words
    gone = coordinator.post(f"{course}/withdraw", why="Typed twice", sure="yes")
    assert "Withdrawn, with its sessions. Typed twice" in gone.words
    assert "Plan a session" not in gone.words
    again = coordinator.post(f"{course}/count", **came, **NUMBERS)
    assert "This course was withdrawn" in again.words
    assert "Bruises" not in coordinator.get(HOME).words


def test_prices_are_those_of_the_day_that_is_asked_for(sign_in: SignIn) -> None:
    nel = sign_in("coordinator@nel.example")
    assert "free to the voluntary" in nel.get(HOME + "?on=2025-03-05").words
    assert "stays exempt" in nel.get(HOME + "?on=2025-04-01").words
    assert "states no price" in nel.get(HOME + "?on=2024-01-01").words
    wrong = nel.get(HOME + "?on=2026-13-45")
    assert wrong.status == 422
    assert "Write the day" in wrong.words
    fee = {"sector": "police", "fee": "£10", "starts_on": "2025-05-01"}
    nel.post(HOME + "new/fee", **fee)
    assert "£10" in nel.get(HOME + "?on=2025-05-02").words
    assert "£10" not in nel.get(HOME + "?on=2025-04-30").words


def test_totals_as_stated_stand_apart_from_what_is_counted(coordinator: Staff) -> None:
    given = {"name": "A partner's own", "courses": "about 30", "places": "40+", "no_shows": ""}
    page = coordinator.post(HOME + "new/totals", **given)
    assert "about 30" in page.words
    assert "Whether the 173 who did not show are among" in page.words
    assert coordinator.post(HOME + "new/totals", name="Nothing").status == 422
    ended = coordinator.post(HOME + "new/provider", provider="A college", ends_on="2026-12-01")
    assert "A college ends on 1 December 2026" in ended.words
    impact = {"reaction": "seen", "behaviour": "not yet", "statement": "Some of it"}
    stated = coordinator.post(HOME + "new/impact", **impact).words
    assert "Seen: reaction. Not yet: behaviour" in stated
    assert "Some of it" in stated
    policy = {"policy": "All pay", "starts_on": "2020-01-01"}
    assert "All pay" in coordinator.post(HOME + "new/policy", **policy).words
    assert not re.search(r"\d\s*%", page.words)


@pytest.mark.parametrize(
    ("name", "given", "at"),
    [
        ("session", {"planned_on": "2026-13-45", "places": "3"}, "planned_on"),
        ("session", {"planned_on": "2026-10-08", "places": "0"}, "places"),
        ("count", NUMBERS | {"session": "9", "agency": "A", "sector": "police"}, "session"),
        ("count", NUMBERS | {"session": "9", "agency": "A", "sector": "army"}, "sector"),
        ("evaluate", {"level": "bliss", "answers": "1", "words": "x"}, "level"),
        ("question", ASKED | {"question": "Was safeguarding implementation good?"}, "question"),
        ("question", ASKED | {"closes_on": "2020-01-01"}, "closes_on"),
        ("close-question", {"code": "hrd234", "why": "x"}, "code"),
    ],
)
def test_what_is_not_right_is_said_beside_it(
    coordinator: Staff, course: str, name: str, given: dict[str, str], at: str
) -> None:
    page = coordinator.post(f"{course}/{name}", **given)
    assert page.status == 422
    assert f'href="#f-{at}"' in page.html


def test_children_answer_with_no_account_and_staff_see_a_protected_count(
    coordinator: Staff, course: str, demo: Partnerships
) -> None:
    asked = coordinator.post(f"{course}/question", **ASKED)
    link = re.search(r'href="(/norfolk/ask/[b-z2-9]{6})"', asked.html)
    assert link
    child = coordinator.client.application.test_client()
    question = Page(child.get(link[1]))
    assert "Does your worker hear you?" in question.words
    said = question.fields | {"feeling": "happy", "words": "She does now Quince"}
    once, twice = child.post(link[1], data=said), child.post(link[1], data=said)
    assert once.text == twice.text
    assert "Keep these five words" in Page(once).words
    assert not child.get_cookie("earshot", path="/")
    urgent = {"words": "He hits me at home", "client_id": str(uuid4())}
    assert "What happens now?" in Page(child.post(link[1], data=urgent)).words
    for _ in range(6):
        child.post(link[1], data={"feeling": "sad", "client_id": str(uuid4())})
    demo.open("norfolk").catch_up()
    page = coordinator.get(course)
    assert re.search(r"All answers\s+10\s", page.words)
    assert re.search(r"Happy\s+\*\s", page.words)
    assert "Quince" not in page.html
    queue = coordinator.get("work/")
    assert "Quince" in queue.html
    closed = coordinator.post(
        f"{course}/close-question", code=link[1].rpartition("/")[2], why="Enough"
    )
    assert "Closed early: Enough" in closed.words
    assert "This question is closed" in Page(child.get(link[1])).words
    late = Page(child.post(link[1], data={"words": "Too late, Quince", "client_id": str(uuid4())}))
    assert "This question is closed" in late.words
    assert measure(late.words).is_easy
    kept = Page(child.post("/norfolk/tell", data=late.fields))
    assert kept.fields["words"] == "Too late, Quince"


@pytest.fixture
def asked(demo: Partnerships) -> None:
    """A question that is open today, whatever day it is."""
    tenant = demo.open("norfolk")
    with tenant.read(Training) as book:
        course = book.all()[0].id
    opens, closes = PartialDate(DAYS["opens_on"]), PartialDate(DAYS["closes_on"])
    tenant.course.open_question(
        course,
        Provenance("a tester", "a test"),
        code=CODE,
        question="Did it help?",
        opens_on=opens,
        closes_on=closes,
    )
    tenant.catch_up()


@pytest.mark.usefixtures("asked")
def test_an_answer_that_is_none_or_too_long_is_asked_again_with_what_was_typed(
    anybody: FlaskClient,
) -> None:
    for words in ("", "Hello " * 400):
        answer = anybody.post(ASK, data={"words": words, "feeling": "blue", "client_id": "x"})
        assert answer.status_code == 422
        assert words.strip() in answer.text
        assert measure(Page(answer).words).is_easy
    assert measure(Page(anybody.get(ASK)).words).is_easy
    assert anybody.post("/norfolk/ask/nowhere", data={"feeling": "sad"}).status_code == 404
    assert anybody.get("/norfolk/ask/%00").status_code == 404
    assert anybody.get(ASK.replace("norfolk", "nel")).status_code == 404


def test_a_flood_through_a_question_is_marked_as_one(
    coordinator: Staff, course: str, demo: Partnerships, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = coordinator.post(f"{course}/question", **ASKED)
    [link] = re.findall(r'href="(/norfolk/ask/[b-z2-9]{6})"', asked.html)
    monkeypatch.setattr(Throttle, "is_crowded", lambda *_: True)
    said = {"words": "One of many Damson", "client_id": str(uuid4())}
    assert coordinator.client.application.test_client().post(link, data=said).status_code == 200
    demo.open("norfolk").catch_up()
    with demo.open("norfolk").read(TriageQueue) as queue:
        [item] = [each for each in queue.waiting() if each.words == said["words"]]
    assert item.crowded


def test_a_report_says_what_was_counted_and_that_it_was(coordinator: Staff) -> None:
    report = coordinator.get("reports/demo-2026-27")
    assert "15 came of 17 booked" in report.words
    assert "Counted from attendance" in report.words
    assert "Counted from attendance" not in coordinator.get("reports/nel-2024-25").words


def test_scrutineers_read_and_triage_has_no_business_here(sign_in: SignIn, course: str) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert "Bruises" in scrutineer.get(course).words
    assert scrutineer.post(f"{course}/question", **ASKED).status == 403
    assert sign_in("triage@norfolk.example").get(HOME).status == 403


def _option(staff: Staff, path: str, words: str) -> str:
    found = re.search(rf'<option value="([^"]*)">{words}', staff.get(path).html)
    assert found
    return found[1]
