"""Decisions: proposed, resting on evidence, made with a reason, carried out, what they changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.vocabulary import Outcome
from projections.governance.decisions import Decisions
from projections.record.timeline import Timeline
from projections.reporting.annual_report import AnnualReport
from services.change import Change
from web.forms.acting import Acting, act
from web.forms.fields import Errors, Form, Line, key_of, load, new_key, provenance, refused
from web.governance.decision_commands import ACTS
from web.governance.decision_evidence import MOST_OFFERED, evidence_here
from web.site.authentication import requires
from web.site.pagination import paging
from web.site.tenancy import here

pages = Blueprint("decisions", __name__)


class ProposeForm(Form):
    title = Line(longest=200, needed="Say in a line what is to be decided.")
    theme = Line(longest=120)
    priority = Line(longest=80)
    evidence = Line(longest=80)


@pages.get("/<partnership>/work/decisions/")
@requires("read decisions")
def register() -> ResponseReturnValue:
    with here.read(Decisions) as view:
        paged = paging(view.decisions.count())
        decisions = view.all(paged.rows)
    return render_template("governance/decisions.html", decisions=decisions, paging=paged)


@pages.get("/<partnership>/work/decisions/new")
@requires("make decisions")
def new() -> ResponseReturnValue:
    return _new(dict(request.args), {})


@pages.post("/<partnership>/work/decisions/new")
@requires("make decisions")
def propose() -> ResponseReturnValue:
    given, errors = load(ProposeForm(), request.form)
    evidence = given.pop("evidence", "")
    decision = here.ledger.name_of("decision", key_of(request.form))
    if not errors:
        with refused(errors):
            proposed = here.decision.propose.change(decision, provenance(request.form), **given)
            here.ledger.change_as_one(proposed, *_linked_first(decision, evidence))
    if errors:
        return _new(request.form.to_dict(), errors), 422
    here.catch_up()
    return redirect(url_for(".decision", id=decision), 303)


@pages.get("/<partnership>/work/decisions/<uuid:id>")
@requires("read decisions")
def decision(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/decisions/<uuid:id>/<name>")
@requires("make decisions")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".decision", id=id))


def _linked_first(decision: UUID, evidence: str) -> Iterator[Change]:
    found = {each.value: each for each in evidence_here()}.get(evidence)
    if found is not None:
        again = provenance(request.form)
        first = Provenance(again.by, again.source, None, f"{again.key}-evidence")
        yield here.decision.link_evidence.change(
            decision, first, kind=found.kind, evidence=found.id, said=found.said
        )


def _new(values: dict[str, str], errors: Errors) -> str:
    with here.read(AnnualReport) as view:
        groups = view.entries.where(section="priorities", order="order")
    priorities = [(row.tag, row.heading or f"not named ({row.tag})") for row in groups]
    return render_template(
        "governance/decisions_new.html",
        values=values,
        errors=errors,
        priorities=priorities,
        evidence=evidence_here(),
        key=values.get("key") or new_key(),
    )


def _page(id: UUID, acting: Acting) -> str:
    with here.read(Decisions) as register:
        found, others = register.decision(id), register.all(slice(0, MOST_OFFERED))
    if found is None:
        abort(404)
    with here.read(Timeline) as history:
        lines = history.of(id)
    linked = {each.id for each in found.evidence}
    return render_template(
        "governance/decisions_decision.html",
        decision=found,
        lines=lines,
        acting=acting,
        others=[(str(each.id), each.title) for each in others if each.id != id],
        evidence=[each for each in evidence_here() if each.id not in linked],
        outcomes=[(outcome, outcome.capitalize()) for outcome in get_args(Outcome)],
    )
