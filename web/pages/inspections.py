"""The staff side of youth inspections: inspectors, their forms, their visits and the replies."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Told
from events.inspection import Question
from projections.decision_history import DecisionHistory
from projections.inspector_form import Form as FormRow
from projections.inspector_form import InspectorForm
from web.acting import Act, Acting, Given, act
from web.forms import Email, Errors, Form, Line, Words, key_of, load, refused, told
from web.here import here
from web.questions import KINDS, read_questions, rows_of, too_long
from web.who import may

pages = Blueprint("inspections", __name__)


class InviteForm(Form):
    name = Line(longest=100, needed="Give their first name.")
    email = Email(longest=200, needed="Give their e-mail address.")


class TrainForm(Form):
    training = Line(longest=200, needed="Say which training it was.")


class StandDownForm(Form):
    why = Line(longest=500)


class ReplyForm(Form):
    service = Line(longest=200, needed="Say which service replies.")
    words = Words(needed="Write the reply, in words that young people understand.")


class TitleForm(Form):
    title = Line(longest=200, needed="Give the form a title.")


def _train(id: UUID, told: Told, given: Given) -> object:
    return here.inspectors.train(id, told, **given)


def _stand_down(id: UUID, told: Told, given: Given) -> object:
    done = here.inspectors.stand_down(id, told, **given)
    with here.read(InspectorForm) as view:
        access = next(each.access for each in view.all_inspectors() if each.id == id)
    if here.access.recall(access).role == "inspector":
        here.access.end(access, told, why="stood down as a youth inspector")
    return done


def _reply(id: UUID, told: Told, given: Given) -> object:
    return here.visits.reply(id, told, **given)


INSPECTOR_ACTS = {
    "train": Act(TrainForm(), _train, "The training is recorded."),
    "stand-down": Act(StandDownForm(), _stand_down, "They have stood down."),
}
VISIT_ACTS = {"reply": Act(ReplyForm(), _reply, "The inspectors can read the reply now.")}


@pages.get("/<partnership>/work/inspections/")
@may("read visits")
def overview() -> ResponseReturnValue:
    return _overview({}, {})


@pages.post("/<partnership>/work/inspections/inspectors")
@may("run inspections")
def invite() -> ResponseReturnValue:
    given, errors = load(InviteForm(), request.form)
    if not errors:
        with refused(errors):
            access = here.access.give(told(request.form), role="inspector", **given)
            inspector = here.ledger.name_of("inspector", str(access), key_of(request.form))
            here.inspectors.invite(inspector, told(request.form), name=given["name"], access=access)
    if errors:
        return _overview(request.form.to_dict(), errors), 422
    here.catch_up()
    flash(f"{given['name']} is invited, and may sign in.")
    return redirect(url_for(".overview"), 303)


@pages.get("/<partnership>/work/inspections/inspectors/<uuid:id>")
@may("run inspections")
def inspector(id: UUID) -> ResponseReturnValue:
    return _inspector(id, Acting())


@pages.post("/<partnership>/work/inspections/inspectors/<uuid:id>/<name>")
@may("run inspections")
def about_inspector(id: UUID, name: str) -> ResponseReturnValue:
    return act(INSPECTOR_ACTS, name, id, _inspector, url_for(".inspector", id=id))


@pages.get("/<partnership>/work/inspections/visits/<uuid:id>")
@may("read visits")
def visit(id: UUID) -> ResponseReturnValue:
    return _visit(id, Acting())


@pages.post("/<partnership>/work/inspections/visits/<uuid:id>/<name>")
@may("run inspections")
def about_visit(id: UUID, name: str) -> ResponseReturnValue:
    return act(VISIT_ACTS, name, id, _visit, url_for(".visit", id=id))


@pages.get("/<partnership>/work/inspections/forms/new")
@may("run inspections")
def new_form() -> ResponseReturnValue:
    return _form(None, "", rows_of(()), {})


@pages.get("/<partnership>/work/inspections/forms/<uuid:id>")
@may("run inspections")
def form(id: UUID) -> ResponseReturnValue:
    found = _known(id)
    return _form(id, found.title, rows_of(found.questions), {})


@pages.post("/<partnership>/work/inspections/forms/new")
@may("run inspections")
def publish() -> ResponseReturnValue:
    return _publish(None)


@pages.post("/<partnership>/work/inspections/forms/<uuid:id>")
@may("run inspections")
def revise(id: UUID) -> ResponseReturnValue:
    return _publish(id)


def _known(id: UUID) -> FormRow:
    with here.read(InspectorForm) as view:
        found = view.forms.get(id)
    return found or abort(404)


def _publish(id: UUID | None) -> ResponseReturnValue:
    given, errors = load(TitleForm(), request.form)
    asked = {question.name for question in _known(id).questions} if id else set()
    questions = read_questions(request.form, asked)
    errors |= too_long(questions)
    if not errors:
        with refused(errors):
            _publish_or_revise(id, given["title"], questions)
    if errors:
        return _form(id, request.form.get("title", ""), rows_of(questions), errors), 422
    here.catch_up()
    flash("The form is published. Answers given before stay with the questions that were asked.")
    return redirect(url_for(".overview"), 303)


def _publish_or_revise(id: UUID | None, title: str, questions: tuple[Question, ...]) -> None:
    if id is None:
        form = here.ledger.name_of("form", key_of(request.form))
        here.forms.publish(form, told(request.form), title=title, questions=questions)
    else:
        here.forms.revise(id, told(request.form), title=title, questions=questions)


def _overview(values: dict[str, str], errors: Errors) -> str:
    with here.read(InspectorForm) as view:
        return render_template(
            "inspections/overview.html", visits=view.all_visits(), forms_here=view.all_forms(),
            inspectors=view.all_inspectors(), values=values, errors=errors,
        )  # fmt: skip


def _inspector(id: UUID, acting: Acting) -> str:
    with here.read(InspectorForm) as view:
        found = view.inspectors.get(id)
    if found is None:
        abort(404)
    return render_template("inspections/inspector.html", inspector=found, acting=acting)


def _visit(id: UUID, acting: Acting) -> str:
    with here.read(InspectorForm) as view:
        found = view.visits.get(id)
    if found is None:
        abort(404)
    with here.read(DecisionHistory) as history:
        lines = history.of(id)
    return render_template("inspections/visit.html", visit=found, lines=lines, acting=acting)


def _form(id: UUID | None, title: str, rows: list[Question], errors: Errors) -> str:
    return render_template(
        "inspections/form.html", id=id, form_title=title, rows=rows, errors=errors, kinds=KINDS
    )
