"""A flood of alike messages set aside together, and what is never set aside so."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask.testing import FlaskClient

from events.fact import Provenance
from infra.partnerships import Partnerships
from services.feedback.submission import Message
from tests.web.page import Page
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
AT, WHY = "work/together", "We got this many times at once."
CHILD = Provenance("young person", "web")


class Flood:
    """Messages that came with many others at once, by their ids."""

    def __init__(self, demo: Partnerships) -> None:
        self.demo, self.tenant = demo, demo.open("norfolk")

    def told(self, words: str, **more: object) -> str:
        client = uuid4().hex
        message = Message(words=words, crowded=True, **more)  # type: ignore[arg-type]
        self.tenant.feedback.record(client, message, CHILD)
        self.tenant.catch_up()
        return str(self.tenant.feedback.id_of(client))

    def topics(self, id: str) -> list[str]:
        return [fact.TOPIC for fact in self.tenant.ledger.facts(UUID(id))]


@pytest.fixture
def flood(demo: Partnerships) -> Flood:
    return Flood(demo)


@pytest.fixture
def triage(sign_in: SignIn) -> Staff:
    return sign_in("triage@norfolk.example")


def chosen(page: Page) -> list[str]:
    return re.findall(r'name="id" value="([0-9a-f-]+\.[0-9]+)"', page.html)


SET_ASIDE = ["feedback.submitted", "feedback.read", "feedback.no_action_proposed"]


def test_ticked_messages_are_looked_at_and_then_set_aside_each_by_its_own_facts(
    flood: Flood, triage: Staff
) -> None:
    ids = [flood.told("the toilets") for _ in range(3)]
    queue = triage.get("work/")
    assert all(f'value="{id}" form="together"' in queue.html for id in ids)
    looked = Page(triage.send(f"{AT}/look", id=ids[:2]))
    assert looked.words.count("“the toilets”") == 2
    done = Page(triage.send(AT, id=chosen(looked), why=WHY))
    assert "2 messages set aside" in done.words
    assert [flood.topics(id) for id in ids] == [SET_ASIDE, SET_ASIDE, SET_ASIDE[:1]]


def test_the_whole_flood_is_one_press_away(flood: Flood, triage: Staff) -> None:
    ids = [flood.told("the toilets") for _ in range(3)]
    assert "/norfolk/work/together" in triage.get("work/").links
    assert {each[:36] for each in chosen(triage.get(AT))} >= set(ids)


@pytest.mark.parametrize(
    "more", [{"asks_help": True}, {"safe_now": "no"}, {"words": "he hits me"}], ids=str
)
def test_what_may_be_urgent_is_named_and_left(
    flood: Flood, triage: Staff, more: dict[str, object]
) -> None:
    words = str(more.pop("words", "the toilets"))
    urgent, other = flood.told(words, **more), flood.told("the toilets")
    looked = Page(triage.send(f"{AT}/look", id=[urgent, other]))
    assert [each[:36] for each in chosen(looked)] == [other]
    assert "Left as they are" in looked.words
    made_up = [f"{urgent}.1", f"{other}.1"]
    done = Page(triage.send(AT, id=made_up, why=WHY))
    assert "1 message set aside" in done.words
    assert flood.topics(urgent) == SET_ASIDE[:1]


def test_one_that_was_changed_meanwhile_is_named_and_left(flood: Flood, triage: Staff) -> None:
    ids = [flood.told("the toilets") for _ in range(2)]
    looked = Page(triage.send(f"{AT}/look", id=ids))
    flood.tenant.feedback.say_more(UUID(ids[0]), CHILD, words="And the door is broken")
    done = Page(triage.send(AT, id=chosen(looked), why=WHY))
    assert "1 message set aside" in done.words
    assert "Open it by itself" in done.words
    assert flood.topics(ids[0]) == ["feedback.submitted", "feedback.more_said"]


def test_each_can_go_on_again(flood: Flood, triage: Staff) -> None:
    id = flood.told("the toilets")
    done = Page(triage.send(AT, id=[f"{id}.1"], why=WHY))
    assert f'action="/norfolk/work/feedback/{id}/disagree"' in done.html
    triage.post(f"work/feedback/{id}/disagree")
    assert flood.topics(id) == [*SET_ASIDE, "feedback.no_action_declined"]


def test_pressed_twice_it_is_recorded_once(flood: Flood, triage: Staff) -> None:
    id, key = flood.told("the toilets"), uuid4().hex
    for _ in range(2):
        done = Page(triage.send(AT, id=[f"{id}.1"], why=WHY, key=key))
        assert "1 message set aside" in done.words
    assert flood.topics(id) == SET_ASIDE


def test_without_a_reason_nothing_is_recorded_and_all_stays_ticked(
    flood: Flood, triage: Staff
) -> None:
    id = flood.told("the toilets")
    again = Page(triage.send(AT, id=[f"{id}.1"], why=""))
    assert again.status == 422
    assert chosen(again) == [f"{id}.1"]
    again = Page(triage.send(AT, id=["nonsense", f"{uuid4()}.1", f"{id}.99999999"], why=WHY))
    assert (again.status, again.fields["why"]) == (422, WHY)
    assert flood.topics(id) == SET_ASIDE[:1]


def test_only_who_handles_messages_may(anybody: FlaskClient, sign_in: SignIn) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    assert scrutineer.client.get(scrutineer.at(AT)).status_code == 403
    assert 'form="together"' not in scrutineer.get("work/").html


def test_words_that_the_views_do_not_have_yet_are_shown_before_they_are_set_aside(
    flood: Flood, triage: Staff
) -> None:
    """The worker may be behind in a flood: what a child added must not be closed unread."""
    id = flood.told("the toilets")
    flood.tenant.feedback.say_more(UUID(id), CHILD, words="he hits me")
    looked = Page(triage.send(f"{AT}/look", id=[id]))
    assert chosen(looked) == []
    assert "It raised itself" in looked.words


def test_words_that_came_after_the_look_are_not_set_aside(flood: Flood, triage: Staff) -> None:
    id = flood.told("the toilets")
    ticked = chosen(Page(triage.send(f"{AT}/look", id=[id])))
    flood.tenant.feedback.say_more(UUID(id), CHILD, words="and the soap")
    done = Page(triage.send(AT, id=ticked, why=WHY))
    assert "0 messages set aside" in done.words
    assert "feedback.no_action_proposed" not in flood.topics(id)


def test_what_nobody_looked_at_is_not_set_aside(flood: Flood, triage: Staff) -> None:
    id = flood.told("the toilets")
    done = Page(triage.send(AT, id=[id], why=WHY))
    assert "0 messages set aside" in done.words
    assert flood.topics(id) == SET_ASIDE[:1]


def test_words_are_read_on_the_page_that_records_the_reading_alone(
    flood: Flood, triage: Staff
) -> None:
    id = flood.told("the toilets")
    ticked = chosen(Page(triage.send(f"{AT}/look", id=[id])))
    done = Page(triage.send(AT, id=ticked, why=WHY))
    assert "1 message set aside" in done.words
    assert "the toilets" not in done.words


@pytest.mark.parametrize("id", ["-" * 36, "x", "", "0" * 36, f"{UUID(int=5)}.1"])
def test_what_is_no_message_is_left_out(triage: Staff, id: str) -> None:
    assert triage.send(f"{AT}/look", id=[id]).status_code in {200, 422}
    assert triage.send(AT, id=[id], why=WHY).status_code in {200, 422}
