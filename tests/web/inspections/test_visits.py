"""A youth inspector's visits: filled in, replied to, gone back."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from events.period import PartialDate
from tests.web.staff import YESTERDAY, Staff

SignIn = Callable[[str], Staff]
DAY = str(PartialDate(YESTERDAY[:10]))
SEEN = {
    "place": "The library",
    "visited_on": YESTERDAY[:10],
    "inspectors": "Sam, Kim",
    "welcome": "4",
    "signs": "yes",
    "noise": "calm",
    "more": "The chairs are soft.",
    "good": "They smiled",
    "improve": "It closes early",
    "recommendation": "Open until seven",
}


@pytest.fixture
def sam(sign_in: SignIn) -> Staff:
    return sign_in("inspector@norfolk.example")


@pytest.fixture
def form(sam: Staff) -> str:
    return next(link for link in sam.get("visits/").links if "/visits/new/" in link)


@pytest.fixture
def visit(sam: Staff, form: str) -> str:
    return sam.made(form, **SEEN)


def test_a_visit_is_filled_in_and_stays(sam: Staff, form: str) -> None:
    page = sam.post(form, **SEEN)
    assert "Your visit is recorded" in page.words
    for words in ("The library", DAY, "4 of 4: very", "They smiled", "Open until"):
        assert words in page.words
    assert "Waiting for a reply" in sam.get("visits/").words


def test_whoever_signs_out_of_any_page_of_visits_leaves_none_on_the_tablet(
    sam: Staff, form: str, visit: str
) -> None:
    for page in ("visits/", form, visit):
        answer = sam.client.get(sam.at(page))
        assert "js/visits.js" in answer.text
        assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]


def test_the_reply_comes_and_they_go_back(sam: Staff, visit: str, sign_in: SignIn) -> None:
    early = sam.post(f"{visit}/went-back", changed="yes", seen="Open until seven")
    assert early.status == 422
    assert "not replied yet" in early.words
    coordinator = sign_in("coordinator@norfolk.example")
    staff_side = f"work/inspections/visits/{visit[-36:]}"
    coordinator.post(f"{staff_side}/reply", service="The library", words="We will, from May.")
    assert "We will, from May." in sam.get(visit).words
    page = sam.post(f"{visit}/went-back", changed="yes", seen="It is open until seven")
    assert "It is open until seven" in page.words
    assert "It is open until seven" in coordinator.get(staff_side).words


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"place": ""}, "place"),
        ({"visited_on": ""}, "visited_on"),
        ({"visited_on": "2026-13-45"}, "visited_on"),
        ({"welcome": "5"}, "welcome"),
        ({"welcome": "²"}, "welcome"),
        ({"signs": "perhaps"}, "signs"),
        ({"noise": ""}, "noise"),
        ({"more": "x" * 10_000}, "more"),
        ({"good": "x" * 10_000}, "good"),
    ],
)
def test_what_is_not_right_is_said_and_everything_kept(
    sam: Staff, form: str, given: dict[str, str], field: str
) -> None:
    page = sam.post(form, **(SEEN | given))
    assert page.status == 422
    assert f'href="#f-{field}"' in page.html
    assert f'id="f-{field}"' in page.html
    assert f'id="e-{field}"' in page.html
    assert "It closes early" in page.html
    assert "The library" not in sam.get("visits/").words


@pytest.mark.parametrize("number", ["abc", "²", "-1", "9" * 5000, ""])
def test_a_version_that_is_no_number_is_the_newest(sam: Staff, form: str, number: str) -> None:
    assert "Your visit is recorded" in sam.post(form, **SEEN, number=number).words


def test_a_version_that_never_was_is_refused(sam: Staff, form: str) -> None:
    page = sam.post(form, **SEEN, number="99")
    assert page.status == 422
    assert "does not exist" in page.words


def test_a_day_more_than_a_year_ago_is_asked_about(sam: Staff, form: str) -> None:
    long_ago = SEEN | {"visited_on": "3 May 2022"}
    page = sam.post(form, **long_ago)
    assert page.status == 422
    assert "You went on 3 May 2022: that is more than a year ago" in page.words
    assert page.html.count('name="sure"') == 1
    assert "They smiled" in page.html
    assert "3 May 2022" in sam.post(form, **long_ago, sure="yes").words


def test_a_visit_sent_later_is_asked_about_too(sam: Staff, form: str) -> None:
    later = f"visits/outbox/{form[-36:]}"
    sent = sam.send(later, **(SEEN | {"visited_on": "2022-05-03"}))
    assert sent.status_code == 422
    assert "Is the day right?" in str(sent.json)
    assert sam.send(later, **SEEN, sure="yes").status_code == 201


def test_sending_twice_is_one_visit_with_each_thing_once(sam: Staff, form: str) -> None:
    key = uuid4().hex
    pages = [sam.post(form, **SEEN, key=key) for _ in range(2)]
    assert pages[0].words.count("They smiled") == pages[1].words.count("They smiled") == 1
    assert sam.get("visits/").html.count(">The library</a>") == 1


def test_hours_and_a_rating_are_kept(sam: Staff, form: str) -> None:
    page = sam.post(form, **SEEN, rating="needs to get better", minutes="1.5")
    assert "Needs to get better" in page.words
    mine = sam.get("visits/").words
    assert "1 hour 30 minutes in all" in mine
    for wrong in ("soon", "1:75h", "30"):
        refused = sam.post(form, **SEEN, minutes=wrong)
        assert refused.status == 422
        assert 'id="e-minutes"' in refused.html
    assert sam.post(form, **SEEN, rating="splendid").status == 422


def test_each_inspector_sees_their_own_visits_only(sam: Staff, visit: str, sign_in: SignIn) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    invited = {"name": "Kim", "email": "kim@norfolk.example"}
    coordinator.post("work/inspections/inspectors", **invited)
    kim = sign_in(invited["email"])
    assert "The library" not in kim.get("visits/").words
    assert kim.get(visit).status == 404
    assert kim.post(f"{visit}/went-back", changed="yes", seen="x").status == 404
    assert re.search("The library", sam.get(visit).words)
