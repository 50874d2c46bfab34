"""One question for children whose workers came to a course: opened, closed early."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.learning.course_checks import CODE_LETTERS
from web.forms.acting import Given
from web.forms.commands import Ask, Deed
from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import DAY_HINT
from web.learning.course_commands import of_course
from web.site.tenancy import here

_CODE_LENGTH = 6


class QuestionForm(Form):
    question = Line(longest=200, needed="Write the question in words a child understands.")
    opens_on = Day(needed="Say from which day children may answer.")
    closes_on = Day(needed="Say up to which day.")


class CloseForm(Form):
    code = Line(longest=12, needed="Choose the question.")
    why = Words(needed="Say why it is closed.")


def _ask(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.open_question(id, provenance, code=_code(id, provenance.key), **given)


def _close(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.course.close_question(id, provenance, **given)


def _code(course: UUID, key: str) -> str:
    """The end of a question's address: short enough to be typed, the same for the same request."""
    number = here.ledger.name_of("question", str(course), key).int
    base = len(CODE_LETTERS)
    return "".join(CODE_LETTERS[number // base**at % base] for at in range(_CODE_LENGTH))


_OPEN = of_course(lambda one: [(q.code, q.question) for q in one.questions if not q.closed])
DEEDS = {
    "question": Deed(
        QuestionForm(),
        _ask,
        "The question is open. Its address is on this page.",
        "Ask children one question",
        (
            Ask("question", "Question", hint="For a child of ten: at most fifteen short words."),
            Ask("opens_on", "From", hint=DAY_HINT),
            Ask("closes_on", "To", hint=DAY_HINT),
        ),
        "For children whose workers came to this course. You get a short address to hand out. "
        "Nobody signs in; what they write goes to the people who read all feedback, and this page "
        "shows only how many answered, with small numbers hidden.",
        "Open it",
    ),
    "close-question": Deed(
        CloseForm(),
        _close,
        "The question is closed.",
        "Close a question early",
        (Ask("code", "Question", "select", options=_OPEN), Ask("why", "Why", "textarea")),
        button="Close it",
    ),
}
