"""What counts in a period is frozen when it is published; later arrivals count in the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackSubmitted, FeedbackTakenBack
from events.period import PartialDate, Period
from events.reporting.report import ReportDrafted, ReportPublished
from projections.counts.frozen_periods import Span, counting_day
from projections.counts.quarters import quarter_of, quarters_in
from projections.participation.participation import Participation
from projections.participation.participation_rows import nobody_in
from projections.reporting.annual_report import AnnualReport
from tests.stories import recorded
from web.reporting.charts import of_feelings

FIRST = Period(PartialDate("2026-01-01"), PartialDate("2026-06-30"))
NEXT = Period(PartialDate("2026-07-01"), PartialDate("2026-12-31"))


def at(fact: Fact, day: str) -> Fact:
    return replace(fact, recorded_at=datetime.fromisoformat(day).replace(tzinfo=UTC))


def told(number: int, day: str, about: str = "school", age: str = "under 10") -> Fact:
    return at(
        recorded(
            FeedbackSubmitted,
            stream=UUID(int=number),
            channel="web",
            feeling="",
            about=about,
            words="w",
            age_band=age,
            wants_answer=False,
            receipt="r",
            demo=False,
        ),
        day,
    )


def drafted(number: int, name: str, period: Period) -> Fact:
    return at(
        recorded(
            ReportDrafted,
            stream=UUID(int=number),
            name=name,
            title=name,
            also_called="",
            number=None,
            period=period,
            ruleset="Working Together 2023",
            duties=(),
            versions=(),
        ),
        "2026-01-01",
    )


def published(number: int, day: str) -> Fact:
    stream = UUID(int=number)
    return at(recorded(ReportPublished, version=2, stream=stream, where="", published_on=None), day)


STORY = [
    drafted(100, "first", FIRST),
    drafted(101, "next", NEXT),
    told(1, "2026-03-01"),
    told(2, "2026-04-01"),
    published(100, "2026-05-01"),
    told(3, "2026-06-01"),
    told(4, "2026-07-15", age="13 to 15"),
    at(recorded(FeedbackTakenBack, version=2, stream=UUID(int=1)), "2026-08-01"),
    at(recorded(FeedbackTakenBack, version=2, stream=UUID(int=4)), "2026-08-02"),
    told(5, "2026-08-03", about="police"),
]


def test_a_published_period_never_changes_and_late_arrivals_count_in_the_next() -> None:
    view = AnnualReport.over(STORY)
    first, following = view.report("first"), view.report("next")
    assert first is not None
    assert following is not None
    assert view.told_us(first) == 2
    assert view.told_us(following) == 2
    view.close()


def test_the_heard_page_counts_by_the_same_rule() -> None:
    view = Participation.over(STORY)
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


def test_how_they_felt_is_counted_by_quarter_of_the_period_and_frozen_with_it() -> None:
    def felt(number: int, day: str, feeling: str) -> Fact:
        return replace(told(number, day), feeling=feeling)  # type: ignore[call-arg]

    story = [
        drafted(100, "first", FIRST),
        drafted(101, "next", NEXT),
        *(felt(each, "2026-02-01", "sad") for each in range(1, 11)),
        *(felt(each, "2026-05-01", "happy") for each in range(11, 31)),
    ]
    late = [
        published(100, "2026-07-01"),
        felt(40, "2026-03-01", "angry"),
        at(recorded(FeedbackTakenBack, version=2, stream=UUID(int=1)), "2026-08-01"),
    ]
    for facts in (story, [*story, *late]):
        view = AnnualReport.over(facts)
        report = view.report("first")
        assert report
        shown = of_feelings(view.felt(report, date(2026, 11, 21)))
        assert shown
        assert shown.columns == ("Jan to Mar 2026", "Apr to Jun 2026")
        assert [(name, [bar.shown for bar in bars]) for name, bars in shown.rows] == [
            ("Happy", ["0", "20"]),
            ("Sad", ["10", "0"]),
        ]
    later = AnnualReport.over([*story, *late])
    following = later.report("next")
    assert following
    assert sum(map(sum, later.felt(following, date(2026, 11, 21)).cells)) == 1


def test_a_quarter_that_has_not_come_is_no_quarter_in_which_nobody_told_us_anything() -> None:
    story = [
        drafted(100, "first", FIRST),
        *(replace(told(each, "2026-02-01"), feeling="sad") for each in range(1, 11)),  # type: ignore[call-arg]
    ]
    view = AnnualReport.over(story)
    report = view.report("first")
    assert report
    assert view.felt(report, date(2026, 3, 31)).rows == ("Jan to Mar 2026",)
    assert view.felt(report, date(2026, 4, 1)).rows == ("Jan to Mar 2026", "Apr to Jun 2026")
    assert view.felt(report, date(2025, 12, 1)).rows == ("Jan to Mar 2026",)


def test_quarters_begin_with_the_period() -> None:
    assert quarters_in("2020-07-01", "2021-06-30") == (
        "Jul to Sep 2020",
        "Oct to Dec 2020",
        "Jan to Mar 2021",
        "Apr to Jun 2021",
    )
    assert quarter_of("2021-01-31", "2020-07-01") == "Jan to Mar 2021"
    assert quarters_in("2019-03-31", "2020-03-31")[-1] == "Mar to May 2020"
