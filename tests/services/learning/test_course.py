"""What may be done with a course, its sessions and its question for children."""

from __future__ import annotations

import pytest

from events.learning.course import (
    CourseAttended,
    CourseEvaluated,
    CourseOffered,
    CourseProviderChanged,
    CourseQuestionClosed,
    CourseQuestionOpened,
    CourseSessionCancelled,
    CourseSessionPlanned,
    CourseWithdrawn,
)
from events.learning.training_totals import FeeSet
from events.period import PartialDate
from services.learning import training_totals as training
from services.learning.course import change_provider, offer, withdraw
from services.learning.course_checks import (
    MoreThanBooked,
    SessionCancelled,
    SessionHeld,
    WithdrawnCourse,
)
from services.learning.course_question import close_question, open_question, tie_answer
from services.learning.course_session import cancel_session, count, evaluate, plan_session
from services.learning.course_state import evolve
from services.refusals import Missing, NotFound
from services.state import State
from tests.stories import STREAM, TOLD, given, recorded

DAY, LATER = PartialDate("2026-10-06"), PartialDate("2026-12-03")
OFFERED = recorded(
    CourseOffered, title="Hearing", kind="briefing", provider="", audience="", demo=False
)
PLANNED = recorded(CourseSessionPlanned, session="1", planned_on=DAY, place="", places=20)
CALLED_OFF = recorded(CourseSessionCancelled, session="1", why="Snow")
POLICE = {"session": "1", "agency": "Police", "sector": "police"}
NUMBERS = {"booked": 8, "attended": 6, "no_shows": 2}
COUNTED = recorded(CourseAttended, held_on=DAY, **POLICE, **NUMBERS)
ASKED = {"code": "hrd234", "question": "Did it help?", "opens_on": DAY, "closes_on": LATER}
OPENED = recorded(CourseQuestionOpened, **ASKED)


def test_a_course_is_offered_by_a_title_and_may_change_its_provider() -> None:
    given(evolve).when(offer, title="Hearing").then(CourseOffered, kind="not stated")
    given(evolve).when(offer, title="").refused(Missing, "title")
    given(evolve, OFFERED).when(change_provider, provider="A college").then(CourseProviderChanged)
    given(evolve, OFFERED).when(change_provider, provider="").refused(Missing, "provider")


def test_a_session_has_places_and_is_cancelled_with_a_reason_unless_people_came() -> None:
    plan = {"session": "2", "planned_on": DAY, "place": ""}
    given(evolve, OFFERED).when(plan_session, places=20, **plan).then(CourseSessionPlanned)
    given(evolve, OFFERED).when(plan_session, places=0, **plan).refused(Missing, "places")
    off = {"session": "1", "why": "Snow"}
    given(evolve, OFFERED, PLANNED).when(cancel_session, **off).then(CourseSessionCancelled)
    given(evolve, OFFERED).when(cancel_session, **off).refused(NotFound, "session")
    given(evolve, OFFERED, PLANNED).when(cancel_session, session="1", why="").refused(Missing)
    given(evolve, OFFERED, PLANNED, COUNTED).when(cancel_session, **off).refused(SessionHeld)
    given(evolve, OFFERED, PLANNED, CALLED_OFF).when(cancel_session, **off).refused(
        SessionCancelled
    )


def test_who_came_is_counted_on_the_session_s_day_and_never_more_than_booked() -> None:
    story = given(evolve, OFFERED, PLANNED)
    story.when(count, **POLICE, **NUMBERS).then(CourseAttended, held_on=DAY, no_shows=2)
    story.when(count, **POLICE, **(NUMBERS | {"attended": 7})).refused(MoreThanBooked, "booked")
    story.when(count, **POLICE, booked=0, attended=0, no_shows=0).refused(Missing, "booked")
    story.when(count, **(POLICE | {"agency": ""}), **NUMBERS).refused(Missing, "agency")
    story.when(count, **(POLICE | {"session": "9"}), **NUMBERS).refused(NotFound, "session")
    given(evolve, OFFERED, PLANNED, CALLED_OFF).when(count, **POLICE, **NUMBERS).refused(
        SessionCancelled, "session"
    )


def test_the_same_count_again_is_nothing_new_and_another_corrects_it() -> None:
    story = given(evolve, OFFERED, PLANNED, COUNTED)
    assert count(story.state, TOLD, **POLICE, **NUMBERS) == ()  # type: ignore[arg-type]
    story.when(count, **POLICE, **(NUMBERS | {"attended": 5})).then(CourseAttended, attended=5)


def test_an_evaluation_says_at_which_level_and_from_how_many() -> None:
    said = {"level": "learning", "answers": 3, "words": "They know more."}
    story = given(evolve, OFFERED, PLANNED)
    story.when(evaluate, session="1", **said).then(CourseEvaluated, level="learning")
    story.when(evaluate, **said).then(CourseEvaluated, session="")
    story.when(evaluate, **(said | {"answers": 0})).refused(Missing, "answers")
    story.when(evaluate, **(said | {"words": ""})).refused(Missing, "words")
    story.when(evaluate, session="9", **said).refused(NotFound, "session")


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"question": ""}, "question"),
        ({"closes_on": PartialDate("2026-10-05")}, "closes_on"),
        ({"closes_on": PartialDate("2028-01-01")}, "closes_on"),
        ({"code": "../../"}, "code"),
    ],
)
def test_a_question_is_open_for_a_while_and_has_an_address(
    wrong: dict[str, object], at: str
) -> None:
    given(evolve, OFFERED).when(open_question, **ASKED).then(CourseQuestionOpened)
    given(evolve, OFFERED).when(open_question, **(ASKED | wrong)).refused(Missing, at)


def test_a_question_is_closed_early_with_a_reason_and_once() -> None:
    story = given(evolve, OFFERED, OPENED)
    story.when(close_question, code="hrd234", why="Wrong word").then(CourseQuestionClosed)
    story.when(close_question, code="hrd234", why="").refused(Missing, "why")
    story.when(close_question, code="bbbbbb", why="x").refused(NotFound, "code")


def test_an_answer_has_a_stream_of_its_own() -> None:
    tied = tie_answer(State.initial(STREAM), TOLD, course=STREAM, code="hrd234", feedback=STREAM)
    assert (tied.originator_version, tied.feeling) == (1, "")


def test_a_fee_says_who_pays_what() -> None:
    fee = {"sector": "police", "fee": "free", "starts_on": DAY}
    given(training.evolve).when(training.set_fee, **fee).then(FeeSet)
    given(training.evolve).when(training.set_fee, **(fee | {"fee": ""})).refused(Missing, "fee")
    given(training.evolve).when(training.set_fee, **(fee | {"sector": ""})).refused(
        Missing, "sector"
    )


def test_a_course_is_withdrawn_once_with_a_reason_and_nothing_follows() -> None:
    there = given(evolve, OFFERED, PLANNED, COUNTED)
    there.when(withdraw, why="Typed twice").then(CourseWithdrawn, why="Typed twice")
    there.when(withdraw, why="").refused(Missing, "why")
    gone = given(evolve, OFFERED, PLANNED, recorded(CourseWithdrawn, why="Typed twice"))
    gone.when(withdraw, why="Again").refused(WithdrawnCourse)
    gone.when(count, **POLICE, **NUMBERS).refused(WithdrawnCourse)
