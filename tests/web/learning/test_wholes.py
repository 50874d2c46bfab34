"""A whole course and a whole case review, each typed on one page and looked at on the next."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
COURSE, CASE = "work/training/new/whole", "work/cases/whole"
SESSIONS = (
    "Day\tPlace\tPlaces\tAgency\tSector\tBooked\tCame\tDid not show\n"
    "03/10/23\tLibrary\t20\tHealth\tHealth\t8\t7\t1\n"
    "03/10/23\tLibrary\t20\tPolice\tpolice\t5\t5\t0\n"
    "12-Jan-24\tOnline\t30\n"
)
NEGLECT = {
    "title": "Seeing neglect",
    "kind": "not stated",
    "provider": "A trainer",
    "audience": "",
    "offered_on": "September 2023",
    "sessions": SESSIONS,
    "evaluations": "Reaction | 9 | They liked it.",
}
REVIEW = {
    "reference": "CSCP 2023/07",
    "label": "Child Safeguarding Practice Review",
    "aware_on": "2023-05-02",
    "notified_on": "2023-05-04",
    "completed_on": "2023-05-22",
    "commissioned_on": "2023-06-01",
    "published_on": "2024-01-15",
    "where": "Our site",
    "recommendations": "Share what is known at once | January 2024",
    "actions": "Write the guide | Health | June 2024 | February 2024",
    "impacts": "Nurses are told the same day. | The board | May 2024",
}


@pytest.fixture
def coordinator(sign_in: SignIn) -> Staff:
    return sign_in("coordinator@coventry.example")


def test_a_course_is_recorded_with_its_sessions_and_who_came(coordinator: Staff) -> None:
    key = uuid4().hex
    seen = coordinator.post(COURSE, **NEGLECT, key=key)
    assert seen.status == 200, seen.words
    assert "Nothing is recorded yet" in seen.words
    at = coordinator.made(COURSE, **NEGLECT, key=key, step="save")
    words = coordinator.get(at).words
    assert "3 October 2023" in words
    assert "12 January 2024" in words
    assert "They liked it." in words


def test_a_row_of_a_course_that_lacks_a_number_is_named(coordinator: Staff) -> None:
    lacks = NEGLECT | {"sessions": "3 October 2023 | Library | 20 | Health | health | 8"}
    page = coordinator.post(COURSE, **lacks)
    assert page.status == 422
    assert "Row 1 names an agency" in page.words
    wrong = NEGLECT | {"sessions": "3 October 2023 | Library | 20 | Health | charity shop"}
    page = coordinator.post(COURSE, **wrong)
    assert "Row 1, “Sector”: Write one of these:" in page.words


def test_a_case_review_is_recorded_with_the_steps_it_has_been_through(
    coordinator: Staff,
) -> None:
    key = uuid4().hex
    lacks = coordinator.post(CASE, **REVIEW)
    assert lacks.status == 422
    assert "Say what the rapid review decided." in lacks.words
    whole = REVIEW | {"outcome": "a practice review", "why": "There is more to learn"}
    seen = coordinator.post(CASE, **whole, key=key)
    assert seen.status == 200, seen.words
    at = coordinator.made(CASE, **whole, key=key, step="save")
    words = coordinator.get(at).words
    for said in ("Share what is known at once", "Write the guide", "Nurses are told", "Our site"):
        assert said in words
    again = coordinator.post(CASE, **whole)
    assert "is recorded already. Is this another one?" in again.words
