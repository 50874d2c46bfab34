"""Guessing is slowed down, and users with the right words are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from projections.feedback.triage_queue import TriageQueue
from services.feedback.receipt import word_list
from tests.web.page import Page
from web.site.buckets import BucketsInMemory
from web.site.rate_limit import PACES, Throttle

BACK = "/norfolk/back"
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
    return (" ".join(words) for words in product(word_list(), repeat=5))


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


@pytest.mark.parametrize(("what", "people"), [("back", 30), ("tell", 30), ("link", 30)])
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


def test_a_thousand_guesses_from_one_place_are_slowed(look: Look, guesses: Iterator[str]) -> None:
    tries = [look(words, "10.0.0.1") for words in islice(guesses, 1000)]
    assert tries.count(422) == PACES["back"].source
    assert tries.count(429) == 1000 - PACES["back"].source


def test_a_thousand_guesses_from_a_thousand_places_are_slowed(
    look: Look, guesses: Iterator[str], clock: Clock
) -> None:
    tries = []
    for number, words in enumerate(islice(guesses, 1000)):
        clock.seconds += 0.06
        tries.append(look(words, f"10.0.{number // 250}.{number % 250}"))
    assert tries.count(422) <= 2 * PACES["back"].partnership


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
    tell = {"words": "he hits me every night"}
    flood = PACES["tell"].partnership
    for number in range(flood + 60):
        source = {"REMOTE_ADDR": f"10.{number % 250}.{number // 250}.1"}
        client.post("/norfolk/tell/send", data=tell | {"asks_help": "yes"}, environ_base=source)
    moor = partnerships.open("norfolk")
    moor.catch_up()
    with moor.read(TriageQueue) as queue:
        waiting = queue.waiting()
    assert len(waiting) == flood + 60
    assert [item.crowded for item in waiting] == [False] * flood + [True] * 60
