"""The deadline board, calendars, and the service standard."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar as ICalendar

from events.fact import Provenance
from events.period import PartialDate
from events.working_days import Calendar
from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import Staff
from web.deadlines.icalendar import calendar_of

SignIn = Callable[[str], Staff]
BOARD = "work/deadlines/"


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@norfolk.example")


def events(ics: str) -> dict[str, date]:
    found = ICalendar.from_ical(ics).walk("VEVENT")
    return {str(event["summary"]): event["dtstart"].dt for event in found}


def test_a_calendar_with_nothing_due_is_a_whole_calendar() -> None:
    """RFC 5545, 3.6: it has at least one component. Some programs refuse it otherwise."""
    empty = calendar_of("moor", "Moor", [], address="http://localhost", now=datetime.now(UTC))
    assert [each.name for each in ICalendar.from_ical(empty).subcomponents] == ["VTIMEZONE"]


def test_copies_of_norfolks_report_were_due_seven_days_after_publication(
    coordinator: Staff,
) -> None:
    page = coordinator.get(f"{BOARD}?kind=report").words
    assert "7 October 2021" in page
    assert "does not say whether it was done" in page
    assert "DEMO 2026" not in page


def test_the_clock_of_copies_ends_when_both_have_theirs(coordinator: Staff) -> None:
    page = coordinator.get(f"{BOARD}?kind=report").html
    found = re.search(r'"/norfolk/(work/deadlines/copies/[0-9a-f-]+)"', page)
    assert found
    copies = found[1]
    wrong = coordinator.post(f"{copies}/send", recipient="", sent_on="2021-13-45")
    assert wrong.status == 422
    assert 'href="#f-recipient"' in wrong.html
    assert "2021-13-45" in wrong.html
    given = {"recipient": "The national Panel", "sent_on": "2021-10-05"}
    assert "The national Panel, 5 October 2021" in coordinator.post(f"{copies}/send", **given).words
    assert coordinator.post(f"{copies}/send", **given).status == 422
    given = {"recipient": "Foundations, the What Works Centre", "sent_on": "2021-10-11"}
    assert "Done 2 working days late" in coordinator.post(f"{copies}/send", **given).words
    assert coordinator.get(f"{BOARD}copies/{uuid4()}").status == 404


def test_where_no_day_of_publication_is_stated_nobody_can_tell(sign_in: SignIn) -> None:
    page = sign_in("coordinator@coventry.example").get(f"{BOARD}?kind=report").words
    assert "Unknown, cannot be assessed" in page
    assert "late" not in page.partition("To do")[2]


def test_the_board_shows_late_and_done_in_words_with_a_sign(coordinator: Staff) -> None:
    page = coordinator.get(BOARD)
    assert re.search(r"\d+ working days? late", page.words)
    assert page.html.count('class="stands') == page.html.count('<svg viewBox="0 0 20 20"')
    done = coordinator.get(f"{BOARD}?show=done").words
    assert "Done in time" in done
    assert "Done 2 working days late" in done


def test_each_sees_deadlines_of_what_they_may_read(sign_in: SignIn) -> None:
    triage = sign_in("triage@norfolk.example").get(BOARD).words
    assert "Read a young person's message" in triage
    assert "DEMO 2026/01" not in triage
    assert "Make an address" not in triage
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert "DEMO 2026/01" in scrutineer.get(BOARD).words
    assert scrutineer.post(f"{BOARD}feeds", name="x").status == 403


def test_what_is_due_can_be_taken_away_as_a_calendar(coordinator: Staff) -> None:
    got = coordinator.client.get("/norfolk/work/deadlines.ics")
    assert got.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = events(got.text)
    key = "Publish the practice review: DEMO 2026/01 (made up)"
    assert found[key] == date(2027, 5, 18)
    assert "one shared note" not in got.text
    assert all(len(line.encode()) <= 75 for line in got.text.split("\r\n"))


def test_a_secret_address_opens_until_it_is_taken_back(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    made = coordinator.post(f"{BOARD}feeds", name="The team")
    found = re.search(r"http://localhost(/norfolk/calendar/[\w-]{43}\.ics)", made.html)
    assert found
    opened = anybody.get(found[1])
    assert opened.status_code == 200
    assert "Set-Cookie" not in opened.headers
    assert events(opened.text)
    assert anybody.get(found[1].replace("/norfolk/", "/surrey/")).status_code == 404
    assert anybody.get("/norfolk/calendar/guess.ics").status_code == 404
    page = coordinator.get(BOARD)
    assert "The team" in page.words
    assert found[1] not in page.html
    revoke = re.search(r'action="(/norfolk/work/deadlines/feeds/[^"]+)"', page.html)
    assert revoke
    assert "taken back" in coordinator.post(revoke[1]).words
    assert anybody.get(found[1]).status_code == 404
    assert coordinator.post(revoke[1]).status == 422
    assert coordinator.post(f"{BOARD}feeds/{uuid4()}/revoke").status == 404
    assert coordinator.post(f"{BOARD}feeds", name="").status == 422


def test_a_calendar_s_address_opens_while_who_made_it_may_see_the_board(
    sign_in: SignIn, demo: Partnerships, anybody: FlaskClient
) -> None:
    tenant, provenance = demo.open("norfolk"), Provenance("a tester", "a test")
    email = "second@norfolk.example"
    person = tenant.access.give(provenance, name="Second", email=email, role="coordinator")
    second = sign_in(email)
    second.get(BOARD)
    found = re.search(r"http://localhost(\S+\.ics)", second.post(f"{BOARD}feeds", name="Us").html)
    assert found
    assert anybody.get(found[1]).status_code == 200
    tenant.access.end(person, provenance, why="Left")
    assert anybody.get(found[1]).status_code == 404
    tenant.access.give(provenance, name="Second", email=email, role="inspector")
    assert anybody.get(found[1]).status_code == 404
    assert "opens no longer" in sign_in("coordinator@norfolk.example").get(BOARD).words
    tenant.access.end(person, provenance, why="Moved")
    tenant.access.give(provenance, name="Second", email=email, role="scrutineer")
    assert anybody.get(found[1]).status_code == 200
    tenant.calendar_feed.make(uuid4(), provenance, name="Of nobody we know", secret="x" * 43)
    tenant.catch_up()
    assert anybody.get(f"/norfolk/calendar/{'x' * 43}.ics").status_code == 404


def test_all_clocks_are_counted_again_and_only_what_changed_is_recorded(
    coordinator: Staff, demo: Partnerships
) -> None:
    why = {"why": "A day was proclaimed"}
    assert coordinator.post(f"{BOARD}recalculate", why="").status == 422
    same = coordinator.post(f"{BOARD}recalculate", **why)
    assert "gives the same days" in same.words
    demo.open("norfolk").case_review.consider(
        uuid4(),
        Provenance("a tester", "a test"),
        reference="OLD 1",
        to_notify=True,
        aware_on=PartialDate("2026-11-09"),
        calendar=Calendar("an older calendar", frozenset({date(2026, 11, 12)})),
    )
    demo.open("norfolk").catch_up()
    moved = coordinator.post(f"{BOARD}recalculate", **why).words
    assert "Counted again: 1 day moved" in moved
    assert "17 November 2026 became 16 November 2026. Why: A day was proclaimed" in moved
    again = coordinator.post(f"{BOARD}recalculate", **why)
    assert "gives the same days" in again.words


def test_what_is_promised_is_shown_to_young_people_and_measured(
    coordinator: Staff, anybody: FlaskClient
) -> None:
    form = Page(anybody.get("/norfolk/tell")).words
    assert "By the end of our next working day" in form
    assert "We can't watch this all night" in form
    assert "Not right away" in Page(anybody.get("/surrey/tell")).words
    changed = coordinator.post("work/promise/promise", read_days="3", urgent_hours="2")
    assert "The promise is recorded" in changed.words
    coordinator.post("work/promise/hours", days="Saturday", opens="10:00", closes="12:00")
    form = Page(anybody.get("/norfolk/tell")).words
    assert "Within 3 working days" in form
    assert "Saturday, 10:00 to 12:00" in form
    queue = coordinator.get("work/").words
    assert "read within 3 working days" in queue
    assert "Reading it: due in" in queue


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("promise", {"read_days": "0", "urgent_hours": "1"}, 'value="0"'),
        ("promise", {"read_days": "soon", "urgent_hours": "1"}, 'value="soon"'),
        ("hours", {"days": "Monday", "opens": "25:00", "closes": "x"}, 'value="25:00"'),
        ("hours", {"opens": "09:00", "closes": "17:00"}, 'value="09:00"'),
        ("start", {"start": "planned publication"}, "Rapid reviews"),
        ("start", {}, "Rapid reviews"),
        ("digest", {"hour": "99"}, "A letter"),
        ("digest", {"hour": "noon"}, "A letter"),
    ],
)
def test_a_promise_nobody_could_keep_is_refused_beside_its_field(
    coordinator: Staff, name: str, given: dict[str, str], kept: str
) -> None:
    page = coordinator.post(f"work/promise/{name}", **given)
    assert page.status == 422
    assert "There is a problem" in page.words
    assert kept in page.html


def test_only_the_coordinator_sets_promises_and_unknown_ones_are_not_found(
    coordinator: Staff, sign_in: SignIn
) -> None:
    assert coordinator.post("work/promise/nothing").status == 404
    assert sign_in("triage@norfolk.example").get("work/promise/").status == 403
    for hour, said in (("8", "at 08:00 on working days"), ("", "get no letter")):
        assert said in coordinator.post("work/promise/digest", hour=hour).words
