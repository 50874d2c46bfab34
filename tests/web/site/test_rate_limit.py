"""Guessing is slowed down, and users with the right words are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.feedback.triage_queue import TriageQueue
from services.feedback.word_list import easy_list
from tests.web.page import Page
from web.site.buckets import BucketsInMemory
from web.site.rate_limit import PACES, Throttle

BACK, SIGN_IN = "/norfolk/back", "/norfolk/work/sign-in"
Look = Callable[[str, str], int]


class Clock:
    """Says the time that it is set to."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(app: Flask) -> Clock:
    clock = Clock()
    app.extensions["throttle"] = Throttle(BucketsInMemory(clock))
    return clock


@pytest.fixture
def guesses() -> Iterator[str]:
    """Five of our words each time, never the same."""
    return (" ".join(words) for words in product(easy_list().words, repeat=5))


@pytest.fixture
def look(app: Flask, clock: Clock) -> Look:
    """Comes back with five words from an address, and gives the status."""
    client = app.test_client()

    def ask(words: str, source: str) -> int:
        sent = client.post(BACK, data={"receipt": words}, environ_base={"REMOTE_ADDR": source})
        return sent.status_code

    return ask


def test_so_many_wrong_guesses_a_minute_and_no_more(
    look: Look, guesses: Iterator[str], clock: Clock
) -> None:
    many = PACES["back"].source
    tries = [look(next(guesses), "10.0.0.1") for _ in range(many + 3)]
    assert tries == [422] * many + [429] * 3
    clock.seconds += 60 / many + 0.1
    assert [look(next(guesses), "10.0.0.1") for _ in range(2)] == [422, 429]
    clock.seconds += 60
    tries = [look(next(guesses), "10.0.0.1") for _ in range(many + 1)]
    assert tries == [422] * many + [429]


@pytest.mark.parametrize(("what", "people"), [("back", 30), ("tell", 30), ("sign in", 40)])
def test_a_class_behind_one_address_is_not_slowed(what: str, people: int) -> None:
    """Thirty young people or staff at once, each with a slip or two."""
    throttle = Throttle()
    assert all(throttle.allows(what, "norfolk", "10.0.0.1") for _ in range(people))


def test_the_right_words_cost_nothing(look: Look, client: FlaskClient) -> None:
    page = Page(client.get("/norfolk/tell"))
    sent = client.post("/norfolk/tell/send", data=page.fields | {"feeling": "happy"})
    words = " ".join(Page(sent).words.split("Keep these five words.")[1].split()[7:12])
    assert {look(words, "10.0.0.1") for _ in range(40)} == {200}


def test_a_slip_of_the_pen_costs_nothing(look: Look, guesses: Iterator[str]) -> None:
    assert {look("otter kyte", "10.0.0.1") for _ in range(20)} == {422}
    assert look(next(guesses), "10.0.0.1") == 422


def test_two_hundred_guesses_from_one_place_are_slowed(look: Look, guesses: Iterator[str]) -> None:
    tries = [look(words, "10.0.0.1") for words in islice(guesses, 200)]
    assert tries.count(422) == PACES["back"].source
    assert tries.count(429) == 200 - PACES["back"].source


def test_guesses_from_a_thousand_places_are_slowed(
    look: Look, guesses: Iterator[str], clock: Clock, app: Flask
) -> None:
    """The partnership's bucket is filled again with ten a second."""
    tries = []
    throttle = app.extensions["throttle"]
    for number in range(PACES["back"].partnership):
        throttle.is_crowded("back", "norfolk", f"10.{number % 250}.{number // 250}.1")
    for number, words in enumerate(islice(guesses, 100)):
        clock.seconds += 0.06
        tries.append(look(words, f"10.251.{number // 250}.{number % 250}"))
    assert tries.count(422) <= 61
    assert tries.count(429) >= 39


def test_strangers_who_guess_keep_nobody_from_their_answer(
    look: Look, client: FlaskClient, app: Flask, guesses: Iterator[str]
) -> None:
    page = Page(client.get("/norfolk/tell"))
    sent = client.post("/norfolk/tell/send", data=page.fields | {"feeling": "happy"})
    words = " ".join(Page(sent).words.split("Keep these five words.")[1].split()[7:12])
    for number in range(PACES["back"].partnership):
        source = f"10.{number % 250}.{number // 250}.1"
        app.extensions["throttle"].allows("back", "norfolk", source)
    assert look(next(guesses), "10.0.0.1") == 429
    assert look(words, "10.0.0.1") == 200


def test_one_partnership_slowed_does_not_slow_another(
    app: Flask, look: Look, guesses: Iterator[str]
) -> None:
    for _ in range(70):
        look(next(guesses), "10.0.0.1")
    sent = app.test_client().post(
        "/surrey/back", data={"receipt": next(guesses)}, environ_base={"REMOTE_ADDR": "10.0.0.1"}
    )
    assert sent.status_code == 422


def test_an_office_behind_one_address_signs_in_within_a_minute(
    client: FlaskClient, clock: Clock
) -> None:
    people = [f"worker{number}@norfolk.example" for number in range(62)]
    sent = [client.post(SIGN_IN, data={"email": each}).status_code for each in people]
    assert sent == [200] * 60 + [429] * 2


@pytest.mark.parametrize("email", ["coordinator@norfolk.example", "nobody@norfolk.example"])
def test_one_person_is_sent_few_links_wherever_they_are_asked_for(
    client: FlaskClient, clock: Clock, email: str
) -> None:
    asked = [
        client.post(SIGN_IN, data={"email": email}, environ_base={"REMOTE_ADDR": f"10.{n}.0.1"})
        for n in range(25)
    ]
    assert [each.status_code for each in asked] == [200] * 20 + [429] * 5
    assert "Wait one minute" in Page(asked[-1]).words


def test_wrong_links_are_slowed(client: FlaskClient, clock: Clock) -> None:
    client.get(SIGN_IN)
    tries = [client.post(f"{SIGN_IN}/{uuid4()}/guess{n}").status_code for n in range(13)]
    assert tries == [422] * 10 + [429] * 3


def test_whoever_is_slowed_keeps_what_they_typed(
    look: Look, guesses: Iterator[str], client: FlaskClient
) -> None:
    for _ in range(PACES["back"].source):
        look(next(guesses), "127.0.0.1")
    words = next(guesses)
    answer = client.post(BACK, data={"receipt": words})
    page = Page(answer)
    assert answer.headers["Retry-After"] == "60"
    assert page.status == 429
    assert page.fields["receipt"] == words
    assert "Wait one minute" in page.words


def test_whoever_is_slowed_goes_on_in_their_language(client: FlaskClient, app: Flask) -> None:
    for _ in range(PACES["tell"].source):
        app.extensions["throttle"].allows("tell", "norfolk", "127.0.0.1")
    slowed = client.post("/norfolk/tell/send?lang=pl", data={"words": "QUILL"})
    assert slowed.status_code == 429
    assert 'action="/norfolk/tell/send?lang=pl"' in slowed.text


def test_no_address_is_kept() -> None:
    throttle = Throttle()
    throttle.allows("back", "norfolk", "203.0.113.9")
    assert "203.0.113.9" not in repr(throttle)


def test_a_flood_is_taken_and_marked_and_slows_no_other() -> None:
    throttle, pace = Throttle(BucketsInMemory(Clock())), PACES["tell"]
    flood = [
        throttle.is_crowded("tell", "norfolk", f"10.{n % 250}.{n // 250}.1") for n in range(2000)
    ]
    assert flood.count(False) == pace.partnership
    assert flood.count(None) == 0
    assert throttle.is_crowded("tell", "norfolk", "10.9.9.9") is True
    assert throttle.is_crowded("tell", "surrey", "10.9.9.9") is False


@pytest.mark.parametrize(
    ("many", "times"),
    [
        ((f"2001:db8:0:{n:x}::1" for n in range(256)), 2),  # the /64s of one /56
        ((f"2001:db8:0:{n:x}00::1" for n in range(256)), 4),  # the /56s of one /48
        ((f"203.0.113.{n}" for n in range(256)), 4),
    ],
)
def test_who_has_many_addresses_of_one_network_gains_little(
    many: Iterator[str], times: int
) -> None:
    throttle = Throttle(BucketsInMemory(Clock()))
    sent = [throttle.allows("tell", "norfolk", source) for source in many for _ in range(20)]
    assert sent.count(True) == PACES["tell"].source * times


def test_what_a_network_may_send_in_a_day_is_bounded() -> None:
    clock = Clock()
    throttle, sent = Throttle(BucketsInMemory(clock)), 0
    for _ in range(600):
        sent += sum(throttle.allows("back", "norfolk", "10.0.0.1") for _ in range(5))
        clock.seconds += 60
    assert sent < 2 * PACES["back"].daily


def test_a_flood_stands_beneath_a_childs_disclosure(
    client: FlaskClient, clock: Clock, partnerships: Partnerships
) -> None:
    throttle = client.application.extensions["throttle"]
    tell = {"words": "he hits me every night", "asks_help": "yes"}
    taken, late, flood = 4, 6, PACES["tell"].partnership
    for number in range(flood - taken):
        throttle.is_crowded("tell", "norfolk", f"10.{number % 250}.{number // 250}.1")
    for number in range(taken + late):
        source = {"REMOTE_ADDR": f"10.251.{number}.1"}
        client.post("/norfolk/tell/send", data=tell, environ_base=source)
    moor = partnerships.open("norfolk")
    moor.catch_up()
    with moor.read(TriageQueue) as queue:
        waiting = queue.waiting()
    assert [item.crowded for item in waiting] == [False] * taken + [True] * late
