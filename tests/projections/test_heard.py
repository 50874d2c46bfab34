"""What counts in a period is frozen when it is published; later arrivals count in the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from events.fact import Fact
from events.feedback import FeedbackSubmitted, FeedbackTakenBack
from events.period import PartialDate, Period
from events.report import ReportDrafted, ReportPublished
from projections.annual_report import AnnualReport
from projections.frozen import Span, counting_day
from projections.heard_book import HeardBook, nobody_in
from tests.stories import happened

FIRST = Period(PartialDate("2026-01-01"), PartialDate("2026-06-30"))
NEXT = Period(PartialDate("2026-07-01"), PartialDate("2026-12-31"))


def at(fact: Fact, day: str) -> Fact:
    return replace(fact, recorded_at=datetime.fromisoformat(day).replace(tzinfo=UTC))


def told(number: int, day: str, about: str = "school", age: str = "under 10") -> Fact:
    return at(happened(
        FeedbackSubmitted, stream=UUID(int=number), channel="web", feeling="", about=about,
        words="w", age_band=age, wants_answer=False, receipt="r", demo=False,
    ), day)  # fmt: skip


def drafted(number: int, name: str, period: Period) -> Fact:
    return at(happened(
        ReportDrafted, stream=UUID(int=number), name=name, title=name, also_called="", number=None,
        period=period, ruleset="Working Together 2023", duties=(), versions=(),
    ), "2026-01-01")  # fmt: skip


def published(number: int, day: str) -> Fact:
    stream = UUID(int=number)
    return at(happened(ReportPublished, version=2, stream=stream, where="", published_on=None), day)


STORY = [
    drafted(100, "first", FIRST), drafted(101, "next", NEXT),
    told(1, "2026-03-01"), told(2, "2026-04-01"),
    published(100, "2026-05-01"),
    told(3, "2026-06-01"), told(4, "2026-07-15", age="13 to 15"),
    at(happened(FeedbackTakenBack, version=2, stream=UUID(int=1)), "2026-08-01"),
    at(happened(FeedbackTakenBack, version=2, stream=UUID(int=4)), "2026-08-02"),
    told(5, "2026-08-03", about="police"),
]  # fmt: skip


def test_a_published_period_never_changes_and_late_arrivals_count_in_the_next() -> None:
    view = AnnualReport.over(STORY)
    first, following = view.report("first"), view.report("next")
    assert first is not None
    assert following is not None
    assert view.told_us(first) == 2
    assert view.told_us(following) == 2
    view.close()


def test_the_heard_page_counts_by_the_same_rule() -> None:
    view = HeardBook.over(STORY)
    following, first = view.periods()
    counts = [view.counts(each.span, live=False) for each in (first, following)]
    assert [sum(map(sum, each.cells)) for each in counts] == [2, 2]
    live = view.counts(Span("2026-01-01", "2026-12-31"), live=True)
    assert sum(map(sum, live.cells)) == 3
    silent = nobody_in(counts[1].rows, [sum(row) for row in counts[1].cells])
    assert "police" not in silent
    assert "school" not in silent
    assert "home" in silent
    assert "" not in silent
    view.close()


def test_what_is_late_for_two_published_periods_counts_in_the_third() -> None:
    spans = (Span("2026-07-01", "2026-12-31"), Span("2026-01-01", "2026-06-30"))
    assert counting_day("2026-03-01", spans) == "2027-01-01"
    assert counting_day("2027-03-01", spans) == "2027-03-01"
    assert counting_day("2026-03-01", (Span("2026-01-01", "9999-12-31"),)) == ""
