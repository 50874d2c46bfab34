"""What a coordinator does with a course: sessions, attendance, evaluation, provider."""

from __future__ import annotations

from uuid import UUID

from events.period import PartialDate
from projections.learning.course_rows import Course
from services.learning.course import CourseService
from web.forms.command import Command, key
from web.learning.course_forms import (
    CancelSessionForm,
    CountForm,
    EvaluateForm,
    ProviderForm,
    SessionForm,
    WithdrawCourseForm,
    course_of,
)
from web.site.formatting import today


def _planned_already(id: UUID, planned_on: PartialDate, place: str) -> str:
    """Words where a session on the same day at the same place is planned."""
    for each in course_of(id).sessions:
        if each.planned_on == planned_on and each.place.casefold() == place.casefold():
            return f"A session on {planned_on} at {place or 'no place'} is planned already."
    return ""


def _counted(id: UUID) -> str:
    """Words where people were counted at sessions that would go with it."""
    held = sum(bool(each.counted) for each in course_of(id).sessions)
    if not held:
        return ""
    where = "one session" if held == 1 else f"{held} sessions"
    return f"People were counted at {where} of this course. Those counts are withdrawn with it."


COMMANDS = {
    "session": Command(
        SessionForm,
        CourseService.plan_session,
        title="Plan a session",
        done="The session is planned.",
        button="Plan it",
        also={"session": key},
        doubt=_planned_already,
    ),
    "count": Command(
        CountForm,
        CourseService.count,
        title="Count who came",
        done="They are counted.",
        help="Numbers of each agency, never names. Counting an agency again at the same session "
        "corrects its numbers; the first count stays on record.",
        button="Count them",
    ),
    "evaluate": Command(
        EvaluateForm,
        CourseService.evaluate,
        title="Evaluate it",
        done="The evaluation is recorded.",
        help="Four levels. The first two are asked of those who came; the last two can be asked of "
        "children.",
    ),
    "provider": Command(
        ProviderForm,
        CourseService.change_provider,
        title="Change who gives it",
        done="The new provider is recorded.",
    ),
    "cancel": Command(
        CancelSessionForm,
        CourseService.cancel_session,
        title="Cancel a session",
        done="The session is cancelled; it stays on record.",
        button="Cancel it",
    ),
    "withdraw": Command(
        WithdrawCourseForm,
        CourseService.withdraw,
        title="Withdraw the course",
        done="The course is withdrawn, with its sessions. Reports that were final keep it.",
        help="For a course that was recorded by mistake. Its history stays on record.",
        button="Withdraw it",
        kind="danger",
        doubt=_counted,
    ),
}


def possible(one: Course) -> list[str]:
    """The commands that fit the course now."""
    if one.withdrawn:
        return []
    found = ["session"]
    found += ["count"] if one.ahead else []
    found += ["evaluate", "question", "provider"]
    found += ["cancel"] if any(not each.counted for each in one.ahead) else []
    is_open = any(each.standing_on(today()) != "closed" for each in one.questions)
    found += ["close-question"] if is_open else []
    return [*found, "withdraw"]
