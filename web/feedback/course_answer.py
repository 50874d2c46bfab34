"""One question for children whose workers came to a course. No account is needed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast, get_args
from uuid import uuid4

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from marshmallow import EXCLUDE, Schema, fields, validate

from events.fact import Provenance
from events.vocabulary import Feeling
from projections.deadlines.service_standards import ServiceStandards
from projections.learning.course_rows import Course, CourseQuestion
from projections.learning.training import Training
from services.feedback.feedback_state import WORDS_LIMIT
from services.feedback.submission import Message
from services.refusals import Refusal
from web.deadlines.standard_kept import is_closed_now
from web.feedback.receipt_page import sent_page
from web.feedback.tell import FORGET
from web.forms.sent import load
from web.forms.text_fields import cleaned
from web.site.formatting import today
from web.site.permissions import open_to_all
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("asked", __name__)


class AnswerSchema(Schema):
    """A young person's answers. One that makes no sense counts as no answer."""

    class Meta:
        unknown = EXCLUDE

    client_id = fields.UUID()
    feeling = fields.String(validate=validate.OneOf(get_args(Feeling)))
    words = fields.String()


NOTHING_SAID = "Pick a face, or write something. One of them is enough."
_ANSWER = AnswerSchema()
_BLANK = {"client_id": "", "feeling": "", "words": ""}


@pages.get("/<partnership>/ask/<code>")
@open_to_all
def page(code: str) -> ResponseReturnValue:
    course, question = _question(code)
    return _page(course, question, _BLANK | {"client_id": str(uuid4())}, {})


@pages.post("/<partnership>/ask/<code>")
@open_to_all
@slow_down("tell")
def send(code: str) -> ResponseReturnValue:
    """Records ordinary feedback, which staff read and answer, and ties it to the question."""
    course, question = _question(code)
    given, _ = load(_ANSWER, request.form)
    answers = {k: str(v) for k, v in (_BLANK | {"client_id": uuid4()} | given).items()}
    answers["words"] = cleaned(answers["words"]).strip()
    if question.standing_on(today()) != "open":
        return _page(course, question, answers, {})
    if wrong := _wrong(answers):
        return _page(course, question, answers, {"words": wrong}), 422
    sent = Response(sent_page(_keep(course, question, answers)))
    sent.headers["Clear-Site-Data"] = FORGET
    return sent


def _keep(course: Course, question: CourseQuestion, answers: dict[str, str]) -> str:
    """Gives the five words. The same form sent twice is the same answer."""
    client, feeling = answers["client_id"], cast(Feeling, answers["feeling"])
    words = here.feedback.submit(
        client,
        feeling=feeling,
        about="worker",
        words=answers["words"],
        wants_answer=True,
        demo=course.demo,
    )
    provenance = Provenance("young person", "web", None, client)
    here.course.tie_answer(
        here.ledger.name_of("answer", question.code, client),
        provenance,
        course=course.id,
        code=question.code,
        feedback=here.feedback.id_of(client),
        feeling=feeling,
    )
    return words


def _wrong(answers: dict[str, str]) -> str:
    if not (answers["feeling"] or answers["words"]):
        return NOTHING_SAID
    try:
        Message(words=answers["words"], feeling=cast(Feeling, answers["feeling"])).checked()
    except Refusal as refusal:
        return refusal.said
    return ""


def _question(code: str) -> tuple[Course, CourseQuestion]:
    with here.read(Training) as view:
        found = view.question(code)
    if found is None:
        abort(404)
    return found


def _page(
    course: Course, question: CourseQuestion, answers: dict[str, str], errors: dict[str, str]
) -> str:
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
