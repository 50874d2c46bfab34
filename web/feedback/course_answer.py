"""One question for children whose workers came to a course. No account is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args
from uuid import UUID

from flask import Blueprint, Response, abort, g, render_template, request
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.vocabulary import Feeling
from projections.deadlines.service_standards import ServiceStandards
from projections.learning.course_rows import Course, CourseQuestion
from projections.learning.training import Training
from services.feedback.feedback_state import WORDS_LIMIT
from services.refusals import Refusal
from web.deadlines.standard_kept import is_closed_now
from web.feedback.answer_fields import ClientId, OwnWords, Pick
from web.feedback.bot_check import checked_id, signed
from web.feedback.receipt_page import sent_again, sent_page
from web.feedback.what_happens_now import is_urgent
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.sent import Errors
from web.site.clear_site_data import clear_cache
from web.site.formatting import today
from web.site.permissions import open_to_all
from web.site.rate_limit import count_guess, slow_down, slow_guesses
from web.site.tenancy import here

pages = Blueprint("asked", __name__)


class NothingAnswered(Refusal):
    words = "Pick a face, or write something. One of them is enough."
    field = "words"


class CourseAnswerForm(Form):
    client_id = ClientId()
    token = OwnWords()
    feeling = Pick(get_args(Feeling))
    words = OwnWords()


@pages.get("/<partnership>/ask/<code>")
@open_to_all
def page(code: str) -> ResponseReturnValue:
    course, question = _question(code)
    return _page(course, question, signed({}), {})


@pages.post("/<partnership>/ask/<code>")
@open_to_all
@slow_down("tell")
def send(code: str) -> ResponseReturnValue:
    """Records ordinary feedback, which staff read and answer, and ties it to the question."""
    course, question = _question(code)
    answers = signed(ANSWER.read()[0])
    has_come = here.feedback.has_come(answers["client_id"])
    if question.standing_on(today()) != "open" and not has_come:
        return _page(course, question, answers, {})
    words, errors = ANSWER.outcome(course.id)
    if errors and has_come:
        return sent_again(answers["client_id"], answers["words"])
    if errors:
        return _page(course, question, answers, errors), 422
    return clear_cache(Response(sent_page(str(words), urgent=is_urgent(answers["words"]))))


def _record(
    id: UUID, by: Provenance, *, client_id: str, token: str, feeling: Feeling, words: str
) -> str:
    """Gives the five words. The same form sent twice is the same answer.

    Its key is a keyed hash: nobody who reads the record can send the form again.

    Raises ``NothingAnswered``, and what ``FeedbackService.submit`` does.
    """
    course, question = _question((request.view_args or {})["code"])
    if not (feeling or words):
        raise NothingAnswered
    client_id = checked_id(client_id, token)
    receipt = here.feedback.submit(
        client_id,
        feeling=feeling,
        about="worker",
        words=words,
        wants_answer=True,
        demo=course.demo,
        crowded=g.is_crowded,
    )
    here.course.tie_answer(
        here.ledger.name_of("answer", question.code, client_id),
        replace(by, key=here.ledger.name_of("request", client_id).hex),
        course=id,
        code=question.code,
        feedback=here.feedback.id_of(client_id),
        feeling=feeling,
    )
    return receipt


ANSWER = Command(
    CourseAnswerForm, _record, title="One question", done="", visitor=("young person", "web")
)


def _question(code: str) -> tuple[Course, CourseQuestion]:
    slow_guesses("code")
    with here.read(Training) as view:
        found = view.question(code)
    if found is None:
        count_guess("code")
        abort(404)
    return found


def _page(course: Course, question: CourseQuestion, answers: dict[str, Any], errors: Errors) -> str:
    with here.read(ServiceStandards) as view:
        promised = view.now()
    return render_template(
        "feedback/course_answer.html",
        question=question,
        stands=question.standing_on(today()),
        demo=course.demo,
        answers=answers,
        errors=errors,
        limit=WORDS_LIMIT,
        promised=promised,
        closed=is_closed_now(promised, datetime.now(UTC)),
    )
