"""A message from a young person, as triage staff see it until it is answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from events.uk_time import UK
from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.staff import YESTERDAY, Staff

SignIn = Callable[[str], Staff]
SAID = "Nobody told me why my worker left, and I liked her very much"
ANSWER = {"outcome": "we will", "reply": "We will tell you before a worker leaves."}


@pytest.fixture
def triage(sign_in: SignIn) -> Staff:
    return sign_in("triage@norfolk.example")


@pytest.fixture
def told(anybody: FlaskClient, demo: Partnerships) -> str:
    """The five words of a young person who just told us something."""
    start = Page(anybody.get("/norfolk/tell"))
    given = start.fields | {"feeling": "sad", "about": "worker", "words": SAID}
    sent = anybody.post("/norfolk/tell/send", data=given)
    demo.open("norfolk").catch_up()
    return Page(sent).fields["receipt"]


@pytest.fixture
def item(triage: Staff, told: str) -> str:
    """The address of that message, below the partnership."""
    row = next(row for row in triage.get("work/").html.split("<tr>") if SAID in row)
    found = re.search(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', row)
    assert found
    return found[1]


def back(anybody: FlaskClient, told: str) -> str:
    return Page(anybody.post("/norfolk/back", data={"receipt": told})).html


def test_what_was_told_waits_at_once(triage: Staff, item: str) -> None:
    page = triage.get(item)
    assert SAID in page.words
    assert "waiting" in page.words
    assert "Pass it on" not in page.words


def test_the_answer_stands_first_and_feeling_heard_is_asked_once_somebody_read_it(
    triage: Staff, item: str, anybody: FlaskClient, told: str
) -> None:
    asked = "Do you feel we listened?"
    assert asked not in back(anybody, told)
    triage.get(item)
    triage.post(f"{item}/read")
    assert asked in back(anybody, told)
    triage.post(f"{item}/answer", **ANSWER)
    story = back(anybody, told)
    order = [ANSWER["reply"], 'class="line"', "You felt", asked, "Are your words safe?"]
    assert [story.index(each) for each in order] == sorted(map(story.index, order))


def test_a_message_goes_from_read_to_answered(
    triage: Staff, item: str, anybody: FlaskClient, told: str
) -> None:
    assert "Marked as read" in triage.post(f"{item}/read").words
    assert "A grown-up read it" in back(anybody, told)
    assert "The theme is recorded" in triage.post(f"{item}/theme", theme="being told").words
    passed = triage.post(f"{item}/pass-on", to="The team of social workers", asked="Say why")
    assert "Passed on" in passed.words
    assert "The team of social workers" in back(anybody, told)
    answered = triage.post(f"{item}/answer", **ANSWER)
    assert "The young person can read it now" in answered.words
    assert ANSWER["reply"] in back(anybody, told)
    assert SAID not in triage.get("work/").words
    assert "being told" in triage.get("work/?show=done").words


def test_what_nobody_read_is_not_passed_on_or_answered(triage: Staff, item: str) -> None:
    for name, given in (("pass-on", {"to": "The team"}), ("answer", ANSWER)):
        page = triage.post(f"{item}/{name}", **given)
        assert page.status == 422
        assert "Nobody has read this yet" in page.words


def test_a_concern_is_escalated_and_its_words_closed_to_scrutiny(
    triage: Staff, item: str, sign_in: SignIn
) -> None:
    given = {"told_to": "The front door", "escalated_at": YESTERDAY, "reference": "R-1"}
    assert "recorded as escalated" in triage.post(f"{item}/escalate", **given).words
    assert SAID in triage.get(item).words
    scrutineer = sign_in("scrutineer@norfolk.example")
    for page in (scrutineer.get(item), scrutineer.get("work/")):
        assert SAID not in page.html
        assert "R-1" not in page.html
        assert "a concern was escalated" in page.words


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("theme", {}, "Say which theme"),
        ("escalate", {"told_to": "The police"}, "Say when they were told"),
        ("pass-on", {"asked": "Say why"}, "Say who this goes to"),
        ("answer", {"reply": "We will"}, "Say whether we will"),
        ("answer", {"outcome": "maybe", "reply": "We will"}, "Say whether we will"),
        ("answer", {"outcome": "we did"}, "Write the reply"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_on_top(
    triage: Staff, item: str, name: str, given: dict[str, str], said: str
) -> None:
    triage.post(f"{item}/read")
    page = triage.post(f"{item}/{name}", **given)
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert page.html.count(said) == 2
    for field, typed in given.items():
        assert field == "outcome" or typed in page.html
    target = re.search(r'<div class="problem".*?href="#([^"]+)"', page.html, re.DOTALL)
    assert target
    assert f'id="{target[1]}"' in page.html


def test_a_double_click_is_one_fact(triage: Staff, item: str) -> None:
    key = uuid4().hex
    for _ in range(3):
        page = triage.post(f"{item}/theme", theme="being told", key=key)
    assert len(re.findall(r"<h3>[^<]*being told", page.html)) == 1


def test_words_that_are_taken_back_are_gone_for_everybody(
    triage: Staff, item: str, anybody: FlaskClient, told: str
) -> None:
    anybody.post("/norfolk/back/take", data={"receipt": told, "sure": "yes"})
    page = triage.get(item)
    assert "took their words back" in page.words
    assert SAID not in page.html
    refused = triage.post(f"{item}/read")
    assert refused.status == 422
    assert "taken this back" in refused.words


def test_a_cry_for_help_that_is_taken_back_is_read_by_a_person_first(
    triage: Staff, anybody: FlaskClient, demo: Partnerships
) -> None:
    """Anybody who has the five words can take the message back, also the person it is about."""
    start = Page(anybody.get("/norfolk/tell?help=yes"))
    sent = Page(anybody.post("/norfolk/tell/send", data=start.fields | {"words": "QUILLHELP"}))
    words = {"receipt": sent.fields["receipt"], "sure": "yes"}
    demo.open("norfolk").catch_up()
    taken = Page(anybody.post("/norfolk/back/take", data=words))
    assert "a grown-up reads them once" in taken.words
    row = next(row for row in triage.get("work/").html.split("<tr>") if "QUILLHELP" in row)
    assert "Taken back, to be read first" in row
    found = re.search(r"/norfolk/(work/feedback/[0-9a-f-]{36})", row)
    assert found
    item = found[1]
    assert "took this back before anybody had read it" in triage.get(item).words
    assert "Marked as read" in triage.post(f"{item}/read").words
    assert triage.post(f"{item}/theme", theme="x").status == 422
    lifted = triage.post(f"{item}/lift", why="Nobody is at risk: it was a game")
    assert "QUILLHELP" not in lifted.html
    assert "They are forgotten" in triage.get(item).words


def test_whoever_escalates_has_read_it(
    triage: Staff, item: str, told: str, anybody: FlaskClient
) -> None:
    now = datetime.now(UK)
    given = {"told_to": "The front door", "reference": "R-1"}
    a_slip = f"{now - timedelta(days=60):%Y-%m-%dT%H:%M}"
    for typed, said in ((a_slip, "more than 31 days ago"), ("0206-01-01T10:00", "the year 206")):
        refused = triage.post(f"{item}/escalate", **given, escalated_at=typed)
        assert (refused.status, said in refused.words) == (422, True)
    triage.post(f"{item}/escalate", **given, escalated_at=f"{now:%Y-%m-%dT%H:%M}")
    assert "A grown-up read every word" in back(anybody, told)


def test_an_answer_may_rest_on_a_decision_and_shows_its_reason(
    sign_in: SignIn, item: str, anybody: FlaskClient, told: str
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.post(f"{item}/read")
    page = coordinator.get(item)
    made = re.search(r'<option value="([0-9a-f-]{36})">Workers read the notes', page.html)
    assert made
    coordinator.post(f"{item}/answer", **ANSWER, decision=made[1])
    assert "should not have to tell your story again" in back(anybody, told)


def test_an_unknown_decision_is_no_decision(triage: Staff, item: str) -> None:
    triage.post(f"{item}/read")
    assert triage.send(f"{item}/answer", **ANSWER, decision=str(uuid4())).status_code == 303


def test_nothing_else_can_be_done_with_it(triage: Staff, item: str) -> None:
    assert triage.post(f"{item}/delete").status == 404
    assert triage.post(f"work/feedback/{uuid4()}/read").status == 404


def test_scrutineers_read_and_do_nothing(sign_in: SignIn, item: str) -> None:
    scrutineer = sign_in("scrutineer@norfolk.example")
    page = scrutineer.get(item)
    assert SAID in page.words
    assert item not in re.findall(r'action="/norfolk/([^"]+)/\w+"', page.html)
    assert scrutineer.post(f"{item}/read").status == 403


def test_a_page_that_others_have_passed_by_changes_nothing_and_keeps_the_words(
    triage: Staff, item: str
) -> None:
    triage.post(f"{item}/read")
    seen = triage.get(item).fields["seen"]
    answer = {"outcome": "we will", "seen": seen}
    assert triage.post(f"{item}/answer", **answer, reply="We will ask them.").status == 200
    late = triage.post(f"{item}/answer", **answer, reply="No, we never will do this.")
    assert late.status == 422
    assert "Somebody else changed this" in late.words
    assert "No, we never will do this." in late.html
    assert "We will ask them." in triage.get(item).words


def test_out_of_hours_whoever_may_set_a_duty_contact_is_led_there(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.feedback.triage.is_closed_now", lambda promised, now: True)
    said, link = (
        "No duty contact is set",
        re.compile(r'class="panel"(?:(?!</p>).)*href="/surrey/work/promise/"', re.DOTALL),
    )
    page = sign_in("coordinator@surrey.example").get("work/")
    assert said in page.words
    assert link.search(page.html)
    page = sign_in("triage@surrey.example").get("work/")
    assert said in page.words
    assert not link.search(page.html)


def test_a_time_still_to_come_is_no_time_somebody_was_told(triage: Staff, item: str) -> None:
    given = {"told_to": "The front door", "reference": "R-1"}
    for wrong in ("2026-13-45T10:00", "2199-01-01T10:00", "soon", ""):
        assert triage.post(f"{item}/escalate", **given, escalated_at=wrong).status == 422


def test_doing_nothing_takes_a_second_reader_and_the_child_is_told_why(
    triage: Staff, item: str, sign_in: SignIn, anybody: FlaskClient, told: str
) -> None:
    why = "We asked. The room is not ours to give."
    triage.post(f"{item}/read")
    assert triage.post(f"{item}/no-action", why=why).status == 200
    alone = triage.send(f"{item}/answer", outcome="we could not", reply=why)
    assert (alone.status_code, "second person" in alone.text) == (422, True)
    refused = triage.send(f"{item}/agree")
    assert (refused.status_code, "proposed this yourself" in refused.text) == (422, True)
    coordinator = sign_in("coordinator@norfolk.example")
    assert why in coordinator.get(item).words
    assert "A second reader decides" in coordinator.get("work/").words
    coordinator.post(f"{item}/agree")
    shown = back(anybody, told)
    assert why in shown
    assert "We could not" in shown


def test_what_is_raised_says_why_and_whom_to_reach_at_night(
    triage: Staff, sign_in: SignIn, anybody: FlaskClient, demo: Partnerships
) -> None:
    start = Page(anybody.get("/norfolk/tell?help=yes"))
    anybody.post("/norfolk/tell/send", data=start.fields | {"words": "QUILL He hurts me"})
    demo.open("norfolk").catch_up()
    queue = triage.get("work/")
    first = queue.html.split("<tbody>")[1].split("</tr>")[0]
    assert "QUILL" in first
    assert "Read this first" in first
    found = re.search(r'href="/norfolk/(work/feedback/[0-9a-f-]+)"', first)
    assert found
    page = triage.get(found[1])
    assert "hurts me" in page.words.split("Because of:")[1]
    assert "Is someone hurting you?" in page.words
    coordinator = sign_in("coordinator@norfolk.example")
    duty = "The emergency duty team, 01603 000000"
    assert coordinator.post("work/promise/duty", contact=duty).status == 200
    assert duty in coordinator.get("work/promise/").html
