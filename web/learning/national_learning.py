"""National reviews and briefings, and what the partnership does about them."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.learning.national_learning import NationalLearning
from projections.record.timeline import Timeline
from services.learning.national_learning import NationalLearningService
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.form_state import Sent
from web.forms.text_fields import Line, Words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("learning", __name__)


class ReceiveForm(Form):
    title = Line(longest=300, needed="Give its title.", label="Title")
    publisher = Line(
        longest=200, needed="Say who published it.", label="Who published it, and when"
    )
    about = Words(label="What it is about", hint="In a few sentences of your own.")
    received_on = When(label="When it reached you")


class AnswerForm(Form):
    response = Words(
        needed="Say what the partnership does about it.",
        label="What the partnership does about it",
        hint="The yearly report shows it.",
    )
    decided_by = Line(
        longest=200,
        needed="Say who decided it.",
        label="Who decided it",
        hint="A board or a group, not a person.",
    )
    answered_on = When(label="When it was decided")


RECEIVE = Command(
    ReceiveForm,
    NationalLearningService.receive_learning,
    title="Record a national review",
    done="",
    help=(
        "Something was published for the whole country that the partnership can learn from. What "
        "you do about it is recorded on its page."
    ),
)
ANSWER = Command(
    AnswerForm,
    NationalLearningService.answer_learning,
    title="Record a response",
    done="The response is recorded.",
)
COMMANDS = {"answer": ANSWER}


@pages.get("/<partnership>/work/cases/national/")
@requires("read cases")
def national() -> ResponseReturnValue:
    with here.read(NationalLearning) as view:
        received = view.all()
    return render_template("learning/case_reviews_national.html", received=received)


@pages.route("/<partnership>/work/cases/national/new", methods=["GET", "POST"])
@requires("run cases")
def new() -> ResponseReturnValue:
    id, back = commands.new_id("learning"), url_for(".national")
    onward = url_for(".one", id=id)
    return commands.page(RECEIVE, id, onward, back=back, back_words="All national reviews")


@pages.get("/<partnership>/work/cases/national/<uuid:id>")
@requires("read cases")
def one(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/cases/national/<uuid:id>/<name>")
@requires("run cases")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".one", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(NationalLearning) as view:
        found = view.one(id)
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    action = url_for(".handle", id=id, name="answer")
    return render_template(
        "learning/case_reviews_learning.html",
        learning=found,
        lines=lines,
        errors=sent.errors,
        answer=sent.form("answer", ANSWER, action, seen=len(lines)),
    )
