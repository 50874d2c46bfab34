"""The forms of a training course."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args
from uuid import UUID

from flask import abort, request

from events.learning.course import CourseKind, Sector
from events.learning.training_totals import ImpactLevel
from projections.learning.course_rows import Course
from projections.learning.training import Training
from web.forms.choices import Choice
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, Whole
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

KINDS, SECTORS = get_args(CourseKind), get_args(Sector)
LEVELS: tuple[ImpactLevel, ...] = get_args(ImpactLevel)


def of_course(pick: Callable[[Course], Options]) -> Callable[[], Options]:
    """The options that the course of this page offers."""
    return lambda: pick(course_of((request.view_args or {})["id"]))


_AHEAD = of_course(lambda one: [(each.session, each.name) for each in one.ahead])
_UNCOUNTED = of_course(lambda one: [(s.session, s.name) for s in one.ahead if not s.counted])


class OfferCourseForm(Form):
    title = Line(longest=200, needed="Say what the course is called.", label="Course")
    kind = Choice(KINDS, needed="Choose the kind of course.", label="Kind")
    provider = Line(
        longest=200,
        label="Who gives it",
        hint="An agency or a company, not a person's name.",
    )
    audience = Line(longest=200, label="Who it is for")
    offered_on = When(label="From when", ahead=True)


class ProviderForm(Form):
    provider = Line(longest=200, needed="Say who gives the course now.", label="Who gives it now")
    why = Words(label="Why")
    changed_on = When(label="From when", ahead=True)


class WithdrawCourseForm(Form):
    why = Words(longest=1000, needed="Say why it is withdrawn.", label="Why")


class SessionForm(Form):
    planned_on = Day(needed="Say on which day it is.", label="Day", hint=DAY_HINT)
    place = Line(longest=200, label="Place", hint="Leave it empty where it is online.")
    places = Whole(
        needed="Say how many places there are.", label="Places", hint="How many can come."
    )


class CancelSessionForm(Form):
    session = Line(longest=64, needed="Choose the session.", label="Session", options=_UNCOUNTED)
    why = Words(needed="Say why it does not take place.", label="Why")
    cancelled_on = When(label="When it was cancelled")


class CountForm(Form):
    session = Line(longest=64, needed="Choose the session.", label="Session", options=_AHEAD)
    agency = Line(
        longest=200,
        needed="Say which agency they came from.",
        label="Agency",
        hint="Such as Norfolk Police.",
    )
    sector = Choice(SECTORS, needed="Choose the sector.", label="Sector", kind="select")
    booked = Whole(
        needed="Say how many were booked.",
        label="Booked",
        hint="Count people who came without booking as booked.",
    )
    attended = Whole(needed="Say how many came.", label="Came")
    no_shows = Whole(
        needed="Say how many were booked and did not show; 0 where all did.",
        label="Were booked and did not show",
    )


class EvaluateForm(Form):
    session = Line(longest=64, label="Session", options=_AHEAD, blank="The course as a whole")
    level = Choice(
        LEVELS,
        needed="Choose the level.",
        label="What it tells",
        options=lambda: [
            ("reaction", "Reaction: what they thought of it"),
            ("learning", "Learning: what they know now"),
            ("behaviour", "Behaviour: what they do differently"),
            ("result", "Result: what changed for children"),
        ],
    )
    answers = Whole(needed="Say how many answered.", label="How many answered")
    words = Words(
        needed="Say what they answered, all in all.",
        label="What they answered, all in all",
        hint="Never write a name.",
    )
    evaluated_on = When(label="When it was evaluated")


def course_of(id: UUID) -> Course:
    """The course. Answers 404 if there is none with this id."""
    with here.read(Training) as view:
        found = view.course(id)
    if found is None:
        abort(404)
    return found
