"""Independent scrutiny: plans, what was done and found, questions, escalation and disagreement."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.period import PartialDate
from projections.assurance.scrutiny import ScrutinyPlans
from projections.record.timeline import Timeline
from web.assurance.scrutiny_commands import (
    FINDINGS,
    STAGES,
    ActivityForm,
    AnswerForm,
    AskForm,
    ConcludeForm,
    DisagreeForm,
    EscalateForm,
    FindForm,
    PlanForm,
    ResolveForm,
)
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Errors, key_of, load, new_key, provenance, refused
from web.site.authentication import requires
from web.site.formatting import today
from web.site.tenancy import here

pages = Blueprint("scrutiny", __name__)


def _activity(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.record_activity(id, provenance, **given)


def _find(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.find(
        id,
        provenance,
        kind=given["kind"],
        theme=given["about"],
        finding=given["finding"],
        points=_lines(given["points"]),
    )


def _ask(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.ask(id, provenance, question=provenance.key, asked_on=_this_day(), **given)


def _answer(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.answer(
        id,
        provenance,
        question=given["question"],
        answer=given["answer"],
        by=given["answerer"],
        answered_on=given["answered_on"] or _this_day(),
    )


def _disagree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.open_disagreement(
        id,
        provenance,
        disagreement=provenance.key,
        about=given["matter"],
        between=given["between"],
        stage=given["stage"],
    )


def _escalate(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.escalate(
        id,
        provenance,
        disagreement=given["disagreement"],
        stage=given["next_stage"],
        why=given["why"],
    )


def _resolve(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.resolve(id, provenance, disagreement=given["resolved"], how=given["how"])


def _conclude(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.scrutiny.conclude(id, provenance, **given)


ACTS = {
    "activity": Act(ActivityForm(), _activity, "What was done is recorded."),
    "find": Act(FindForm(), _find, "The finding is recorded."),
    "ask": Act(AskForm(), _ask, "The question is asked; the coordinator answers it here."),
    "disagree": Act(DisagreeForm(), _disagree, "The disagreement is recorded."),
    "escalate": Act(EscalateForm(), _escalate, "It is taken further."),
    "resolve": Act(ResolveForm(), _resolve, "It is resolved."),
    "conclude": Act(ConcludeForm(), _conclude, "Scrutiny is concluded."),
}
REPLY_ACTS = {"answer": Act(AnswerForm(), _answer, "The answer is recorded.")}


@pages.get("/<partnership>/work/scrutiny/")
@requires("read audits")
def plans() -> ResponseReturnValue:
    with here.read(ScrutinyPlans) as view:
        found = view.all()
    return render_template("assurance/scrutiny.html", plans=found)


@pages.get("/<partnership>/work/scrutiny/new")
@requires("scrutinise")
def new() -> ResponseReturnValue:
    return _new({}, {})


@pages.post("/<partnership>/work/scrutiny/new")
@requires("scrutinise")
def make_plan() -> ResponseReturnValue:
    given, errors = load(PlanForm(), request.form)
    plan = here.ledger.name_of("scrutiny", key_of(request.form))
    if not errors:
        with refused(errors):
            here.scrutiny.plan(
                plan,
                provenance(request.form),
                title=given["title"],
                year=given["year"],
                themes=_lines(given["themes"]),
                by=given["scrutineer"],
            )
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".plan", id=plan), 303)


@pages.get("/<partnership>/work/scrutiny/<uuid:id>")
@requires("read audits")
def plan(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/scrutiny/<uuid:id>/<name>")
@requires("scrutinise")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".plan", id=id))


@pages.post("/<partnership>/work/scrutiny/<uuid:id>/reply/<name>")
@requires("run audits")
def reply(id: UUID, name: str) -> ResponseReturnValue:
    return act(REPLY_ACTS, name, id, _page, url_for(".plan", id=id))


def _this_day() -> PartialDate:
    return PartialDate(today().isoformat())


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))


def _new(values: dict[str, str], errors: Errors) -> str:
    return render_template(
        "assurance/scrutiny_new.html",
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
    )


def _page(id: UUID, acting: Acting) -> str:
    with here.read(ScrutinyPlans) as view:
        found = view.plan(id)
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "assurance/scrutiny_plan.html",
        plan=found,
        lines=lines,
        acting=acting,
        today=today(),
        findings=[(kind, kind.capitalize()) for kind in FINDINGS],
        stages=[(stage, stage[0].upper() + stage[1:]) for stage in STAGES],
    )
