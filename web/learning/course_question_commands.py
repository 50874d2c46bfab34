"""One question for children whose workers came to a course: opening it, closing it early."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.learning.course import CourseService
from services.learning.course_checks import CODE_LETTERS
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line, Words
from web.learning.course_forms import of_course
from web.site.tenancy import here

_CODE_LENGTH = 6


_OPEN = of_course(lambda one: [(q.code, q.question) for q in one.questions if not q.closed])


class QuestionForm(Form):
    question = Line(
        longest=200,
        needed="Write the question in words a child understands.",
        label="Question",
        hint="For a child of ten: at most fifteen short words.",
    )
    opens_on = Day(needed="Say from which day children may answer.", label="From", hint=DAY_HINT)
    closes_on = Day(needed="Say up to which day.", label="To", hint=DAY_HINT)


class CloseQuestionForm(Form):
    code = Line(longest=12, needed="Choose the question.", label="Question", options=_OPEN)
    why = Words(needed="Say why it is closed.", label="Why")


def _new_code(id: UUID, provenance: Provenance) -> str:
    return _code(id, provenance.key)


def _code(course: UUID, key: str) -> str:
    """The end of a question's address: short to type, the same for the same request."""
    number = here.ledger.name_of("question", str(course), key).int
    base = len(CODE_LETTERS)
    return "".join(CODE_LETTERS[number // base**at % base] for at in range(_CODE_LENGTH))


COMMANDS = {
    "question": Command(
        QuestionForm,
        CourseService.open_question,
        title="Ask children one question",
        done="The question is open. Its address is on this page.",
        help="For children whose workers came to this course. You get a short address to hand out. "
        "Nobody signs in; what they write goes to the people who read all feedback, and this page "
        "shows only how many answered, with small numbers hidden.",
        button="Open it",
        also={"code": _new_code},
    ),
    "close-question": Command(
        CloseQuestionForm,
        CourseService.close_question,
        title="Close a question early",
        done="The question is closed.",
        button="Close it",
    ),
}
