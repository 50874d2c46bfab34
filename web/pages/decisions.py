"""Decisions: proposed, resting on evidence, made with a reason, carried out, what they changed."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Told
from events.feedback import Outcome
from events.period import PartialDate
from projections.annual_report import AnnualReport
from projections.decision_history import DecisionHistory
from projections.decision_register import DecisionRegister
from web.acting import Act, Acting, Given, act
from web.evidence import MOST_OFFERED, evidence_here
from web.forms import Choice, Day, Errors, Form, Line, Words, key_of, load, new_key, refused, told
from web.here import here
from web.paging import paging
from web.reading import refuse_hard
from web.who import may
from web.wording import today

pages = Blueprint("decisions", __name__)


class ProposeForm(Form):
    title = Line(longest=200, needed="Say in a line what is to be decided.")
    theme = Line(longest=120)
    priority = Line(longest=80)
    evidence = Line(longest=80)


class EvidenceForm(Form):
    evidence = Line(longest=80, needed="Choose what the decision rests on.")


class MakeForm(Form):
    outcome = Choice(get_args(Outcome), needed="Say whether we will, we did, or we could not.")
    decided = Words(needed="Say what was decided.")
    made_by = Line(longest=200, needed="Say who decided.")
    reason = Words(needed="Say why, so that anybody can understand it later.")
    child_reason = Words()
    made_on = Day(past=True)
    effective_on = Day()


class ActionForm(Form):
    text = Words(needed="Say what will be done.")
    owner = Line(longest=200, needed="Say who will do it.")
    due = Day()


class DoneForm(Form):
    action = Line(longest=64, needed="Choose the action.")
    result = Words(needed="Say what came of it.")


class ImpactForm(Form):
    impact = Words(needed="Say what changed, in words that can be shown to children.")
    observed_by = Line(longest=200)


class ReplaceForm(Form):
    by = Line(longest=36, needed="Choose the newer decision.")
    why = Words(needed="Say why it is replaced.")


def _link(id: UUID, told: Told, given: Given) -> object:
    found = {each.value: each for each in evidence_here()}.get(given["evidence"])
    if found is None:
        abort(404)
    return here.decision.link_evidence(
        id, told, kind=found.kind, evidence=found.id, said=found.said
    )


def _make(id: UUID, told: Told, given: Given) -> object:
    refuse_hard(given["child_reason"], "child_reason")
    given["made_on"] = given["made_on"] or PartialDate(today().isoformat())
    return here.decision.make(id, told, **given)


def _agree(id: UUID, told: Told, given: Given) -> object:
    return here.decision.agree_action(id, told, action=told.key, **given)


def _done(id: UUID, told: Told, given: Given) -> object:
    return here.decision.complete_action(id, told, **given)


def _impact(id: UUID, told: Told, given: Given) -> object:
    refuse_hard(given["impact"], "impact")
    return here.decision.observe_impact(id, told, **given)


def _replace(id: UUID, told: Told, given: Given) -> object:
    with here.read(DecisionRegister) as register:
        known = register.all(slice(0, MOST_OFFERED))
    newer = {str(each.id): each.id for each in known}.get(given["by"])
    if newer is None:
        abort(404)
    return here.decision.supersede(id, told, by=newer, why=given["why"])


ACTS = {
    "evidence": Act(EvidenceForm(), _link, "Linked."),
    "make": Act(MakeForm(), _make, "The decision is made and recorded."),
    "action": Act(ActionForm(), _agree, "The action is agreed."),
    "done": Act(DoneForm(), _done, "The action is done."),
    "impact": Act(ImpactForm(), _impact, "What changed is recorded."),
    "replace": Act(ReplaceForm(), _replace, "The decision is replaced; it stays on record."),
}


@pages.get("/<partnership>/work/decisions/")
@may("read decisions")
def register() -> ResponseReturnValue:
    with here.read(DecisionRegister) as view:
        paged = paging(view.decisions.count())
        decisions = view.all(paged.rows)
    return render_template("decisions/register.html", decisions=decisions, paging=paged)


@pages.get("/<partnership>/work/decisions/new")
@may("make decisions")
def new() -> ResponseReturnValue:
    return _new(dict(request.args), {})


@pages.post("/<partnership>/work/decisions/new")
@may("make decisions")
def propose() -> ResponseReturnValue:
    given, errors = load(ProposeForm(), request.form)
    evidence = given.pop("evidence", "")
    decision = here.ledger.name_of("decision", key_of(request.form))
    if not errors:
        with refused(errors):
            here.decision.propose(decision, told(request.form), **given)
            _link_first(decision, evidence)
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".decision", id=decision), 303)


@pages.get("/<partnership>/work/decisions/<uuid:id>")
@may("read decisions")
def decision(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/decisions/<uuid:id>/<name>")
@may("make decisions")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".decision", id=id))


def _link_first(decision: UUID, evidence: str) -> None:
    found = {each.value: each for each in evidence_here()}.get(evidence)
    if found is not None:
        again = told(request.form)
        first = Told(again.by, again.source, None, f"{again.key}-evidence")
        here.decision.link_evidence(
            decision, first, kind=found.kind, evidence=found.id, said=found.said
        )


def _new(values: dict[str, str], errors: Errors) -> str:
    with here.read(AnnualReport) as view:
        groups = view.entries.where(section="priorities", order="order")
    priorities = [(row.tag, row.heading or f"not named ({row.tag})") for row in groups]
    return render_template(
        "decisions/new.html", values=values, errors=errors, priorities=priorities,
        evidence=evidence_here(), key=values.get("key") or new_key(),
    )  # fmt: skip


def _page(id: UUID, acting: Acting) -> str:
    with here.read(DecisionRegister) as register:
        found, others = register.decision(id), register.all(slice(0, MOST_OFFERED))
    if found is None:
        abort(404)
    with here.read(DecisionHistory) as history:
        lines = history.of(id)
    linked = {each.id for each in found.evidence}
    return render_template(
        "decisions/decision.html", decision=found, lines=lines, acting=acting,
        others=[(str(each.id), each.title) for each in others if each.id != id],
        evidence=[each for each in evidence_here() if each.id not in linked],
        outcomes=[(outcome, outcome.capitalize()) for outcome in get_args(Outcome)],
    )  # fmt: skip
