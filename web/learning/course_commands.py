"""A course by hand: its sessions, who came, what it changed, who gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args
from uuid import UUID

from flask import abort, request

from events.fact import Provenance
from events.learning.course import CourseKind, Sector
from events.learning.training_totals import ImpactLevel
from projections.learning.course_rows import Course
from projections.learning.training import Training
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, offered
from web.forms.fields import Choice, Day, Form, Line, Words
from web.forms.figures import DAY_HINT, Whole
from web.site.formatting import today
from web.site.tenancy import here

KINDS, SECTORS = get_args(CourseKind), get_args(Sector)
LEVELS: tuple[ImpactLevel, ...] = get_args(ImpactLevel)


class OfferForm(Form):
    title = Line(longest=200, needed="Say what the course is called.")
    kind = Choice(KINDS, needed="Choose the kind of course.")
    provider = Line(longest=200)
    audience = Line(longest=200)


class ProviderForm(Form):
    provider = Line(longest=200, needed="Say who gives the course now.")
    why = Words()


class SessionForm(Form):
    planned_on = Day(needed="Say on which day it is.")
    place = Line(longest=200)
    places = Whole(needed="Say how many places there are.")


class CancelForm(Form):
    session = Line(longest=64, needed="Choose the session.")
    why = Words(needed="Say why it does not take place.")


class CountForm(Form):
    session = Line(longest=64, needed="Choose the session.")
    agency = Line(longest=200, needed="Say which agency they came from.")
    sector = Choice(SECTORS, needed="Choose the sector.")
    booked = Whole(needed="Say how many were booked.")
    attended = Whole(needed="Say how many came.")
    no_shows = Whole(needed="Say how many were booked and did not show; 0 where all did.")


class EvaluateForm(Form):
    session = Line(longest=64)
    level = Choice(LEVELS, needed="Choose the level.")
    answers = Whole(needed="Say how many answered.")
    words = Words(needed="Say what they answered, all in all.")


def _provider(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.change_provider(id, provenance, **given)


def _plan(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.plan_session(id, provenance, session=provenance.key, **given)


def _cancel(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.cancel_session(id, provenance, **given)


def _count(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.count(id, provenance, **given)


def _evaluate(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.evaluate(id, provenance, **given)


def course_of(id: UUID) -> Course:
    """Answers 404 where there is no such course."""
    with here.read(Training) as view:
        found = view.course(id)
    if found is None:
        abort(404)
    return found


def of_course(pick: Callable[[Course], Options]) -> Callable[[], Options]:
    """Options out of the course whose page this is."""
    return lambda: pick(course_of((request.view_args or {})["id"]))


_AHEAD = of_course(lambda one: [(each.session, each.name) for each in one.ahead])
_UNCOUNTED = of_course(lambda one: [(s.session, s.name) for s in one.ahead if not s.counted])
DEEDS = {
    "session": Deed(
        SessionForm(),
        _plan,
        "The session is planned.",
        "Plan a session",
        (
            Ask("planned_on", "Day", hint=DAY_HINT),
            Ask("place", "Place", hint="Leave it empty where it is online."),
            Ask("places", "Places", hint="How many can come."),
        ),
        button="Plan it",
    ),
    "count": Deed(
        CountForm(),
        _count,
        "They are counted.",
        "Count who came",
        (
            Ask("session", "Session", "select", options=_AHEAD),
            Ask("agency", "Agency", hint="Such as Norfolk Police."),
            Ask("sector", "Sector", "select", options=offered(SECTORS)),
            Ask("booked", "Booked", hint="Count people who came without booking as booked."),
            Ask("attended", "Came"),
            Ask("no_shows", "Were booked and did not show"),
        ),
        "Numbers of each agency, never names. Counting an agency again at the same session "
        "corrects its numbers; the first count stays on record.",
        "Count them",
    ),
    "evaluate": Deed(
        EvaluateForm(),
        _evaluate,
        "The evaluation is recorded.",
        "Evaluate it",
        (
            Ask("session", "Session", "select", options=_AHEAD, blank="The course as a whole"),
            Ask(
                "level",
                "What it tells",
                "radios",
                options=lambda: [
                    ("reaction", "Reaction: what they thought of it"),
                    ("learning", "Learning: what they know now"),
                    ("behaviour", "Behaviour: what they do differently"),
                    ("result", "Result: what changed for children"),
                ],
            ),
            Ask("answers", "How many answered"),
            Ask("words", "What they answered, all in all", "textarea", "Never write a name."),
        ),
        "Four levels. The first two are asked of those who came; the last two can be asked of "
        "children.",
    ),
    "provider": Deed(
        ProviderForm(),
        _provider,
        "The new provider is recorded.",
        "Change who gives it",
        (Ask("provider", "Who gives it now"), Ask("why", "Why", "textarea")),
    ),
    "cancel": Deed(
        CancelForm(),
        _cancel,
        "The session is cancelled; it stays on record.",
        "Cancel a session",
        (Ask("session", "Session", "select", options=_UNCOUNTED), Ask("why", "Why", "textarea")),
        button="Cancel it",
    ),
}


def possible(one: Course) -> list[str]:
    """What can be done with it now."""
    found = ["session"]
    found += ["count"] if one.ahead else []
    found += ["evaluate", "question", "provider"]
    found += ["cancel"] if any(not each.counted for each in one.ahead) else []
    is_open = any(each.standing_on(today()) != "closed" for each in one.questions)
    return [*found, "close-question"] if is_open else found
