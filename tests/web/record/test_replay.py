"""The replay page: the record fact by fact, as known at a moment."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from infra.partnerships import Partnerships
from projections.governance.decisions import Decisions
from tests.web.staff import Staff

SignIn = Callable[[str], Staff]
REPLAY = "work/replay/"


@pytest.fixture
def scrutineer(sign_in: SignIn) -> Staff:
    return sign_in("scrutineer@norfolk.example")


def head(demo: Partnerships) -> int:
    return demo.store.recorder("norfolk").head().n


def test_the_rail_leads_to_it_and_the_newest_fact_comes_first(
    demo: Partnerships, scrutineer: Staff
) -> None:
    page = scrutineer.get("work/")
    assert f"/norfolk/{REPLAY}" in page.links
    page = scrutineer.get(REPLAY)
    assert page.status == 200
    assert f"{head(demo)} facts, newest first" in page.words
    assert "more facts were recorded later" not in page.words
    assert f"Fact {head(demo)}." in page.words


def test_each_fact_says_who_told_it_when_since_when_and_where_from(scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPLAY}?kind=report")
    assert (
        "The report was published (the NSCP website, both versions) on 30 September 2021."
        in page.words
    )
    assert "In force from 30 September 2021." in page.words
    assert "lines 265-266" in page.words
    assert "by Norfolk Safeguarding Children Partnership." in page.words


def test_at_a_position_nothing_later_is_there(demo: Partnerships, scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPLAY}?known=@12")
    assert "12 facts, newest first" in page.words
    assert f"{head(demo) - 12} more facts were recorded later" in page.words
    assert "Fact 13." not in page.words
    assert "/norfolk/work/?known=@12" in page.links


def test_steps_lead_to_the_fact_before_and_the_next_one(scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPLAY}?known=@12")
    assert {f"/norfolk/{REPLAY}?known=@11", f"/norfolk/{REPLAY}?known=@13"} <= set(page.links)
    first = scrutineer.get(f"{REPLAY}?known=@1")
    assert "Earlier fact" not in first.words


def test_steps_follow_what_is_followed(scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPLAY}?kind=report")
    [earlier] = [link for link in page.links if "kind=report" in link]
    older = scrutineer.get(earlier)
    assert "The report says" in older.words or "A report was drafted" in older.words


def test_the_slider_and_the_date_lead_to_an_address_of_their_own(scrutineer: Staff) -> None:
    slid = scrutineer.client.get(f"/norfolk/{REPLAY}?at=7&kind=report")
    assert slid.headers["Location"] == f"/norfolk/{REPLAY}?known=@7&kind=report"
    dated = scrutineer.client.get(f"/norfolk/{REPLAY}?day=2026-03-14&time=10:30&in_force=")
    assert dated.headers["Location"] == f"/norfolk/{REPLAY}?known=2026-03-14T10:30"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("known=nonsense", "“nonsense” is no moment"),
        ("known=2999-01-01", "has not come yet"),
        ("known=2026-02-31", "is no moment"),
        ("known=1999-01-01", "before the record starts"),
        ("known=@100000", "is beyond the record"),
        ("known=@0", "is no moment"),
        ("known=0001-01-01", "before the record starts"),
        ("known=9999-12-31", "no moment"),
        ("in_force=soon", "is no day"),
        ("in_force=2999-01-01", "has not come yet"),
        ("at=nonsense", "is no moment"),
    ],
)
def test_what_is_no_moment_is_said_and_kept(scrutineer: Staff, asked: str, said: str) -> None:
    page = scrutineer.get(f"{REPLAY}?{asked}")
    assert page.status == 422
    assert said in page.html
    assert asked.partition("=")[2] in page.html
    if not asked.startswith("at"):
        other = scrutineer.get(f"work/decisions/?{asked}")
        assert other.status == 422
        assert said in other.words


def test_a_decision_and_a_priority_are_followed(demo: Partnerships, scrutineer: Staff) -> None:
    with demo.open("norfolk").read(Decisions) as register:
        decision = register.all()[0]
    page = scrutineer.get(f"{REPLAY}?about=decision:{decision.id}")
    assert decision.title in page.words
    assert "of those you follow" in page.words
    page = scrutineer.get(f"{REPLAY}?about=priority:babies")
    assert "A priority was adopted: Protecting babies." in page.words
    assert "Neglect." not in page.words
    assert scrutineer.get(f"{REPLAY}?about=decision:nonsense&kind=no").status == 200


def test_why_a_decision_was_made_and_never_a_childs_words(
    demo: Partnerships, sign_in: SignIn, scrutineer: Staff
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    feedback = heard(demo)
    coordinator.get("work/decisions/new")
    decision = coordinator.made(
        "work/decisions/new", title="Workers say goodbye", evidence=f"feedback:{feedback}"
    )
    coordinator.post(
        f"{decision}/make",
        outcome="we will",
        decided="We will.",
        made_by="The board",
        reason="They asked.",
        child_reason="You asked.",
    )
    coordinator.post(f"{decision}/impact", impact="A canary that came later", observed_by="us")
    page = scrutineer.get(decision.replace("decisions/", "replay/why/"))
    assert page.status == 200
    assert "What it rested on" in page.words
    assert "A young person told us something." in page.words
    assert "They asked." in page.words
    assert "canary" not in page.html
    assert WORDS not in page.html


def test_two_days_are_compared(demo: Partnerships, sign_in: SignIn, scrutineer: Staff) -> None:
    before = head(demo)
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.get("work/decisions/new")
    decision = coordinator.made("work/decisions/new", title="A bench")
    coordinator.post(
        f"{decision}/make",
        outcome="we did",
        decided="A bench.",
        made_by="The board",
        reason="It was asked for.",
    )
    proposed = next(
        row.n
        for row in demo.store.recorder("norfolk").read(before, 99)
        if row.topic == "decision.proposed"
    )
    page = scrutineer.get(f"work/replay/compare?from=@{before}&to=@{proposed}")
    assert "Decision: A bench" in page.words
    assert "New." in page.words
    page = scrutineer.get(f"work/replay/compare?from=@{head(demo)}&to=@{proposed}")
    assert "proposed\nmade" in page.words
    assert "Why\nnothing\nIt was asked for." in page.words
    page = scrutineer.get("work/replay/compare?from=soon&to=@3")
    assert page.status == 422
    assert "no moment" in page.words
    assert scrutineer.get("work/replay/compare").status == 200


WORDS = "the heron under the bridge"


def heard(demo: Partnerships) -> str:
    tenant = demo.open("norfolk")
    client = str(uuid4())
    tenant.feedback.submit(client, feeling="sad", about="home", words=WORDS)
    tenant.catch_up()
    return str(tenant.feedback.id_of(client))


def test_many_facts_are_paged(demo: Partnerships, scrutineer: Staff) -> None:
    pages = re.search(r"Page 1 of (\d+)", scrutineer.get(REPLAY).words)
    assert pages
    older = scrutineer.get(f"{REPLAY}?page={pages[1]}")
    assert "Fact 1." in older.words
    assert "more facts were recorded later" not in older.words
    assert scrutineer.get(f"{REPLAY}?page=nonsense").status == 200
