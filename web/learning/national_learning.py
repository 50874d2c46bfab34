"""National reviews and briefings received, and what the partnership does about them."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from projections.learning.national_learning import NationalLearning
from projections.record.timeline import Timeline
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Errors, Form, Line, Words, key_of, load, new_key, provenance, refused
from web.forms.labels import asked, says
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("learning", __name__)


class ReceiveForm(Form):
    title = Line(longest=300, needed="Give its title.", metadata=says("Title"))
    publisher = Line(
        longest=200, needed="Say who published it.", metadata=says("Who published it, and when")
    )
    about = Words(metadata=says("What it is about", "In a few sentences of your own."))


class AnswerForm(Form):
    response = Words(
        needed="Say what the partnership does about it.",
        metadata=says("What the partnership does about it", "The yearly report shows it."),
    )
    decided_by = Line(
        longest=200,
        needed="Say who decided it.",
        metadata=says("Who decided it", "A board or a group, not a person."),
    )


def _answer(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.national_learning.answer_learning(id, provenance, **given)


ACTS = {"answer": Act(AnswerForm(), _answer, "The response is recorded.")}


@pages.get("/<partnership>/work/cases/national/")
@requires("read cases")
def national() -> ResponseReturnValue:
    with here.read(NationalLearning) as view:
        received = view.all()
    return render_template("learning/case_reviews_national.html", received=received)


@pages.get("/<partnership>/work/cases/national/new")
@requires("run cases")
def new() -> ResponseReturnValue:
    return _new({}, {})


@pages.post("/<partnership>/work/cases/national/new")
@requires("run cases")
def receive() -> ResponseReturnValue:
    given, errors = load(ReceiveForm(), request.form)
    learning = here.ledger.name_of("learning", key_of(request.form))
    if not errors:
        with refused(errors):
            here.national_learning.receive_learning(learning, provenance(request.form), **given)
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".one", id=learning), 303)


@pages.get("/<partnership>/work/cases/national/<uuid:id>")
@requires("read cases")
def one(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/cases/national/<uuid:id>/<name>")
@requires("run cases")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".one", id=id))


def _new(values: dict[str, str], errors: Errors) -> str:
    return render_template(
        "learning/case_reviews_received.html",
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
        fields=asked(ReceiveForm()),
    )


def _page(id: UUID, acting: Acting) -> str:
    with here.read(NationalLearning) as view:
        found = view.one(id)
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "learning/case_reviews_learning.html",
        learning=found,
        lines=lines,
        acting=acting,
        fields=asked(AnswerForm()),
    )
