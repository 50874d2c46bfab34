"""A course by hand: sessions, who came, what it changed, one question for children."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args
from uuid import UUID

from flask import abort, request
from marshmallow import ValidationError

from events.course import CourseKind, Sector
from events.fact import Told
from events.training import ImpactLevel
from projections.course_rows import Course
from projections.training_book import TrainingBook
from services.course_rules import CODE_LETTERS
from web.acting import Given
from web.asking import Ask, Deed, Options, offered
from web.forms import Choice, Day, Form, Line, Words
from web.here import here
from web.reading import measure
from web.stated import DAY_HINT, Whole
from web.wording import today

KINDS, SECTORS = get_args(CourseKind), get_args(Sector)
LEVELS: tuple[ImpactLevel, ...] = get_args(ImpactLevel)
_CODE_LENGTH = 6


class Easy(Line):
    """A question that can be read at ten."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        reading = measure(text)
        if not reading.is_easy:
            hard = f" Leave out: {', '.join(reading.jargon)}." if reading.jargon else ""
            raise ValidationError(
                f"This reads as for age {reading.age:g}. Use shorter words and at most fifteen of "
                f"them, so that a child of ten can read it.{hard}"
            )
        return text


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


class QuestionForm(Form):
    question = Easy(longest=200, needed="Write the question in words a child understands.")
    opens_on = Day(needed="Say from which day children may answer.")
    closes_on = Day(needed="Say up to which day.")


class CloseForm(Form):
    code = Line(longest=12, needed="Choose the question.")
    why = Words(needed="Say why it is closed.")


def _provider(id: UUID, told: Told, given: Given) -> object:
    return here.course.change_provider(id, told, **given)


def _plan(id: UUID, told: Told, given: Given) -> object:
    return here.course.plan_session(id, told, session=told.key, **given)


def _cancel(id: UUID, told: Told, given: Given) -> object:
    return here.course.cancel_session(id, told, **given)


def _count(id: UUID, told: Told, given: Given) -> object:
    return here.course.count(id, told, **given)


def _evaluate(id: UUID, told: Told, given: Given) -> object:
    return here.course.evaluate(id, told, **given)


def _ask(id: UUID, told: Told, given: Given) -> object:
    return here.course.open_question(id, told, code=_code(told.key), **given)


def _close(id: UUID, told: Told, given: Given) -> object:
    return here.course.close_question(id, told, **given)


def course_of(id: UUID) -> Course:
    """Answers 404 where there is no such course."""
    with here.read(TrainingBook) as view:
        found = view.course(id)
    if found is None:
        abort(404)
    return found


def _of(pick: Callable[[Course], Options]) -> Callable[[], Options]:
    """Options out of the course whose page this is."""
    return lambda: pick(course_of((request.view_args or {})["id"]))


def _code(key: str) -> str:
    """The end of a question's address: short enough to be typed, the same for the same request."""
    number = here.ledger.name_of("question", key).int
    base = len(CODE_LETTERS)
    return "".join(CODE_LETTERS[number // base**at % base] for at in range(_CODE_LENGTH))


_AHEAD = _of(lambda one: [(each.session, each.name) for each in one.ahead])
_UNCOUNTED = _of(lambda one: [(s.session, s.name) for s in one.ahead if not s.counted])
_OPEN = _of(lambda one: [(q.code, q.question) for q in one.questions if not q.closed])
DEEDS = {
    "session": Deed(
        SessionForm(), _plan, "The session is planned.", "Plan a session",
        (Ask("planned_on", "Day", hint=DAY_HINT),
         Ask("place", "Place", hint="Leave it empty where it is online."),
         Ask("places", "Places", hint="How many can come.")),
        button="Plan it",
    ),
    "count": Deed(
        CountForm(), _count, "They are counted.", "Count who came",
        (Ask("session", "Session", "select", options=_AHEAD),
         Ask("agency", "Agency", hint="Such as Norfolk Police."),
         Ask("sector", "Sector", "select", options=offered(SECTORS)),
         Ask("booked", "Booked", hint="Count people who came without booking as booked."),
         Ask("attended", "Came"), Ask("no_shows", "Were booked and did not show")),
        "Numbers of each agency, never names. Counting an agency again at the same session "
        "corrects its numbers; the first count stays on record.",
        "Count them",
    ),
    "evaluate": Deed(
        EvaluateForm(), _evaluate, "The evaluation is recorded.", "Evaluate it",
        (Ask("session", "Session", "select", options=_AHEAD, blank="The course as a whole"),
         Ask("level", "What it tells", "radios", options=lambda: [
             ("reaction", "Reaction: what they thought of it"),
             ("learning", "Learning: what they know now"),
             ("behaviour", "Behaviour: what they do differently"),
             ("result", "Result: what changed for children")]),
         Ask("answers", "How many answered"),
         Ask("words", "What they answered, all in all", "textarea", "Never write a name.")),
        "Four levels. The first two are asked of those who came; the last two can be asked of "
        "children.",
    ),
    "question": Deed(
        QuestionForm(), _ask, "The question is open. Its address is on this page.",
        "Ask children one question",
        (Ask("question", "Question",
             hint="For a child of ten: at most fifteen short words."),
         Ask("opens_on", "From", hint=DAY_HINT), Ask("closes_on", "To", hint=DAY_HINT)),
        "For children whose workers came to this course. You get a short address to hand out. "
        "Nobody signs in; what they write goes to the people who read all feedback, and this page "
        "shows only how many answered, with small numbers hidden.",
        "Open it",
    ),
    "provider": Deed(
        ProviderForm(), _provider, "The new provider is recorded.", "Change who gives it",
        (Ask("provider", "Who gives it now"), Ask("why", "Why", "textarea")),
    ),
    "cancel": Deed(
        CancelForm(), _cancel, "The session is cancelled; it stays on record.", "Cancel a session",
        (Ask("session", "Session", "select", options=_UNCOUNTED), Ask("why", "Why", "textarea")),
        button="Cancel it",
    ),
    "close-question": Deed(
        CloseForm(), _close, "The question is closed.", "Close a question early",
        (Ask("code", "Question", "select", options=_OPEN), Ask("why", "Why", "textarea")),
        button="Close it",
    ),
}  # fmt: skip


def possible(one: Course) -> list[str]:
    """What can be done with it now."""
    found = ["session"]
    found += ["count"] if one.ahead else []
    found += ["evaluate", "question", "provider"]
    found += ["cancel"] if any(not each.counted for each in one.ahead) else []
    is_open = any(each.standing_on(today()) != "closed" for each in one.questions)
    return [*found, "close-question"] if is_open else found
