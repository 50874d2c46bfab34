"""Training is summed from who came, beside what documents state; prices are those of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from events.fact import Fact
from events.feedback.feedback import FeedbackTakenBack
from events.learning.course import (
    CourseAnswerTied,
    CourseAttended,
    CourseOffered,
    CourseQuestionOpened,
    CourseSessionPlanned,
    CourseWithdrawn,
)
from events.period import PartialDate, Period
from projections.counts.disclosure_control import protected_parts
from projections.learning.training import Training
from tests.infra.drawing import story
from tests.stories import STREAM, recorded

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAY, LATER = PartialDate("2026-10-06"), PartialDate("2026-12-03")
_QUESTION = recorded(
    CourseQuestionOpened, code="hrd234", question="Did it help?", opens_on=DAY, closes_on=LATER
)
COURSE = [
    recorded(CourseOffered, title="Hearing", kind="briefing", provider="", audience="", demo=False),
    recorded(CourseSessionPlanned, session="1", planned_on=DAY, place="", places=20),
    recorded(CourseSessionPlanned, session="2", planned_on=LATER, place="", places=20),
]


def came(session: str, held_on: PartialDate, sector: Any, attended: int) -> Fact:
    return recorded(
        CourseAttended,
        session=session,
        held_on=held_on,
        agency=sector.title(),
        sector=sector,
        booked=attended + 1,
        attended=attended,
        no_shows=1,
    )


def test_sums_count_the_newest_count_of_each_agency_in_the_period_of_the_day() -> None:
    counts = [
        came("1", DAY, "police", 5),
        came("1", DAY, "health", 3),
        came("1", DAY, "police", 6),
        came("2", LATER, "police", 2),
    ]
    book = Training.over([*COURSE, *counts])
    autumn = Period(PartialDate("2026-10"), PartialDate("2026-11"))
    assert (book.counted(autumn).sessions, book.counted(autumn).attended) == (1, 9)
    assert (book.counted().sessions, book.counted().booked, book.counted().no_shows) == (2, 14, 3)
    sectors = book.by_sector()
    assert (sectors["police"].sessions, sectors["health"].attended) == (2, 3)
    book.close()


def test_what_a_document_states_is_never_among_what_is_counted() -> None:
    book = Training.over(story()["norfolk"])
    [stated] = book.stated.where()
    assert (stated.courses, stated.places, stated.no_shows) == ("66", "1,064", "173")
    of_then = Period(PartialDate("2020-07-01"), PartialDate("2021-06-30"))
    assert book.counted(of_then).booked == 0
    book.close()


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2024, 10, 31), ""),
        (date(2025, 3, 5), "All training is free to the voluntary and community sector."),
        (date(2025, 4, 1), "the voluntary and community sector stays exempt"),
    ],
)
def test_the_price_of_a_day_is_the_newest_that_had_begun(day: date, says: str) -> None:
    book = Training.over(story()["nel"])
    prices = book.prices_on(day)
    assert len(prices) == bool(says)
    assert all(says in price.words for price in prices)
    book.close()


def test_an_answer_that_was_taken_back_no_longer_counts() -> None:
    feedback, answer = UUID(int=7), UUID(int=8)
    tied = recorded(
        CourseAnswerTied,
        stream=answer,
        course=STREAM,
        code="hrd234",
        feedback=feedback,
        feeling="happy",
    )
    book = Training.over([*COURSE, _QUESTION, tied])
    assert book.answered(STREAM) == {"hrd234": ["happy"]}
    book.learn([recorded(FeedbackTakenBack, stream=feedback)])
    assert book.answered(STREAM) == {}
    book.close()


def test_one_answer_to_two_questions_counts_for_both_and_moves_to_neither() -> None:
    feedback = UUID(int=9)
    tied = [
        recorded(
            CourseAnswerTied,
            stream=UUID(int=20 + at),
            course=STREAM,
            code=code,
            feedback=feedback,
            feeling="sad",
        )
        for at, code in enumerate(("hrd234", "bbb234"))
    ]
    book = Training.over([*COURSE, _QUESTION, *tied])
    assert book.answered(STREAM) == {"hrd234": ["sad"], "bbb234": ["sad"]}
    book.learn([recorded(FeedbackTakenBack, stream=feedback)])
    assert book.answered(STREAM) == {}
    book.close()


def test_a_question_is_found_by_its_code_and_stands_by_the_day() -> None:
    book = Training.over([*COURSE, _QUESTION])
    found = book.question("hrd234")
    assert found
    days = (date(2026, 10, 5), date(2026, 10, 6), date(2026, 12, 4))
    assert [found[1].standing_on(day) for day in days] == ["to come", "open", "closed"]
    assert book.question("bbbbbb") is None
    book.close()


def test_faces_are_not_shown_where_the_sum_of_them_is_hidden() -> None:
    assert protected_parts({}) == ("0", {})
    assert protected_parts({"sad": 7}) == ("*", {})
    assert protected_parts({"sad": 7, "happy": 20}) == ("25", {"sad": "*", "happy": "20"})


def test_a_withdrawn_course_counts_only_where_a_report_was_final_before() -> None:
    gone = replace(recorded(CourseWithdrawn, why="Typed twice"), recorded_at=NOON)
    book = Training.over([*COURSE, came("1", DAY, "police", 5), gone])
    assert (book.all(), book.counted().booked) == ([], 0)
    assert book.counted(until=gone.micros - 1).booked == 6
    assert book.counted(until=gone.micros + 1).booked == 0
    [kept] = book.withdrawn()
    assert (kept.id, kept.withdrawn) == (STREAM, "Typed twice")
