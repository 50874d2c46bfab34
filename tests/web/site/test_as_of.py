"""Pages of the past: both times at once, and nothing that can be sent."""

from __future__ import annotations

from events.fact import Provenance
from infra.partnerships import Partnerships
from projections.engine.as_of import AsOf
from projections.feedback.triage_queue import TriageQueue
from tests.web.site.test_time_travel import (
    CANARY,
    REPORT,
    TOLD,
    coordinator,
    head,
    scrutineer,
    tell,
)
from tests.web.staff import Staff
from web.site.formatting import today as today_here

__all__ = ["coordinator", "scrutineer"]


def test_a_report_is_presented_one_day_and_published_the_next(scrutineer: Staff) -> None:
    presented = scrutineer.get(f"{REPORT}?in_force=2021-09-29")
    assert "Presented. It is not published yet." in presented.words
    assert "As in force on 29 September 2021." in presented.words
    assert "As it was known" not in presented.words
    published = scrutineer.get(f"{REPORT}?in_force=2021-09-30")
    assert "Published on 30 September 2021." in published.words


def test_a_document_is_not_known_before_it_was_recorded(scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPORT}?in_force=2021-09-30&known=@1")
    assert page.status == 404
    assert "As it was known on" in page.words


def test_both_times_can_be_asked_for_at_once(demo: Partnerships, scrutineer: Staff) -> None:
    page = scrutineer.get(f"{REPORT}?in_force=2021-09-29&known=@{head(demo)}")
    assert "As it was known on" in page.words
    assert "As in force on 29 September 2021." in page.words


def test_what_a_child_took_back_or_what_was_escalated_is_closed(
    demo: Partnerships, coordinator: Staff
) -> None:
    tenant = demo.open("norfolk")
    taken, raised = tell(tenant, f"{CANARY} one"), tell(tenant, f"{CANARY} two")
    open_one = tell(tenant, "a kestrel")
    then = head(demo)
    tenant.feedback.take_back(taken, Provenance("young person", "receipt page"))
    tenant.feedback.escalate(
        raised, TOLD, to="the front door", escalated_at="today", reference=CANARY
    )
    tenant.catch_up()
    now, today = head(demo), today_here()
    for when in (f"known=@{then}", f"known=@{now}", f"in_force={today}"):
        for path in ("work/", f"work/feedback/{taken}", f"work/feedback/{raised}"):
            page = coordinator.get(f"{path}?{when}")
            assert page.status == 200
            assert CANARY not in page.html, (path, when)
        assert "a kestrel" in coordinator.get(f"work/feedback/{open_one}?{when}").html
    shown = coordinator.get(f"work/feedback/{raised}?known=@{now}")
    assert "the front door, today" in shown.words
    with demo.then("norfolk", AsOf(then)).read(TriageQueue) as view:
        assert view.count("waiting") >= 3


def test_help_lines_are_as_wide_as_ever(scrutineer: Staff) -> None:
    assert "Childline" in scrutineer.get("help?known=@50").html


def test_before_the_partnership_was_there_is_said(demo: Partnerships, scrutineer: Staff) -> None:
    page = scrutineer.get("work/?known=2020-01-01")
    assert page.status == 422
    assert "before the record starts" in page.words


def test_a_page_of_now_says_nothing_of_the_past(scrutineer: Staff) -> None:
    page = scrutineer.get("work/decisions/?known=&in_force=")
    assert page.status == 200
    assert "As it was known" not in page.html


def test_who_opens_a_childs_words_in_the_past_is_recorded_now(
    demo: Partnerships, coordinator: Staff
) -> None:
    said = tell(demo.open("norfolk"), "a kestrel")
    then = head(demo)
    assert "a kestrel" in coordinator.get(f"work/feedback/{said}?known=@{then}").html
    looks = [row for row in demo.store.recorder("norfolk").read(then, 99) if "look" in row.topic]
    assert looks
