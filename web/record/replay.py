"""Replay: what was known when, why it was decided, what became known between two days."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.engine.as_of import AsOf
from projections.governance.decisions import Decisions
from web.forms.sent import Errors
from web.ports.history import AskedLines
from web.record.compared_moments import moments_asked
from web.record.comparison import compared
from web.record.replay_filter import KINDS, filter_of, offered
from web.record.replay_lines import (
    MOST_LINES,
    asked_lines,
    earlier_position,
    later_position,
    story_of,
)
from web.site.as_of import BadAsOf, PageAsOf
from web.site.permissions import requires
from web.site.tenancy import here, tenants
from web.site.time_travel import show_as_of

pages = Blueprint("replay", __name__)
_PAGE = 25


@pages.get("/<partnership>/work/replay/")
@requires("replay the record")
def page() -> ResponseReturnValue:
    """The record up to a moment, one fact per line, the newest first."""
    if moved := _moved():
        return redirect(moved)
    record = tenants.past(here.slug)
    head = record.head()
    then = g.get("past") or PageAsOf(AsOf(head))
    chosen, bad = filter_of(request.args), g.get("bad_moment")
    number = _page_number()
    asked = asked_lines(then, chosen, skip=(number - 1) * _PAGE, limit=_PAGE)
    lines, total = ([], 0) if bad else record.lines(asked)
    html = render_template(
        "record/replay.html",
        then=then,
        at=then.as_of.position,
        head=head,
        lines=lines,
        total=total,
        number=number,
        last=max(1, -(-total // _PAGE)),
        errors=_errors(bad),
        values=request.args,
        typed=_typed_moment(),
        earlier=earlier_position(then, chosen),
        later=later_position(then, chosen, head),
        chosen=chosen,
        offered=offered(),
        kinds=KINDS,
        starts=_starts(head),
        links=_links(),
    )
    return html, 422 if bad else 200


@pages.get("/<partnership>/work/replay/why/<uuid:id>")
@requires("replay the record")
def why(id: UUID) -> ResponseReturnValue:
    """A decision and what it rested on, as both were when the decision was recorded."""
    record, then = tenants.past(here.slug), g.get("past")
    upto = then.as_of.position if then else record.head()
    told, _ = record.lines(AskedLines(upto, kind="decision", subjects=[id], limit=MOST_LINES))
    made = [each for each in told if each.line.topic == "decision.made"]
    if not made:
        abort(404)
    as_of = AsOf(made[-1].position)
    with record.read(Decisions, as_of) as register:
        decision = register.decision(id)
    assert decision is not None  # it has been made
    evidence = [(each, story_of(each.id, as_of)) for each in decision.evidence]
    return render_template(
        "record/replay_why.html",
        decision=decision,
        made=made[-1],
        evidence=evidence,
        before=[each for each in told if each.position < made[-1].position],
    )


@pages.get("/<partnership>/work/replay/compare")
@requires("replay the record")
def compare() -> ResponseReturnValue:
    """What became known between two moments, and what it changed."""
    ends, errors = moments_asked()
    if errors or not ends:
        shown = render_template(
            "record/replay_compare.html", errors=errors, values=request.args, ends=()
        )
        return shown, 422 if errors else 200
    record, (before, after) = tenants.past(here.slug), ends
    show_as_of(after)
    asked = AskedLines(after.as_of.position, before.as_of.position, limit=MOST_LINES)
    lines, total = record.lines(asked)
    return render_template(
        "record/replay_compare.html",
        errors={},
        values=request.args,
        ends=ends,
        lines=lines,
        total=total,
        changes=compared(record, before.as_of, after.as_of),
    )


def _moved() -> str:
    """The address that the slider or the date field leads to. Empty if neither was used."""
    day, time, at = (request.args.get(name, "").strip() for name in ("day", "time", "at"))
    if not (day or at):
        return ""
    kept = {name: request.args.get(name) or None for name in ("in_force", "about", "kind")}
    known = f"{day}T{time}" if day and time else day or f"@{at}"
    return url_for(".page", known=known, _anchor=None, **kept)  # type: ignore[arg-type]


def _errors(bad: BadAsOf | None) -> Errors:
    return {"day": bad.said} if bad else {}


def _typed_moment() -> dict[str, str]:
    """The day and the time of the moment that the address names. Empty for a position."""
    known = request.args.get("known", "")
    moment = known if known[:1].isdigit() else ""
    return {"day": moment[:10], "time": moment[11:16]}


def _page_number() -> int:
    said = request.args.get("page", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 7 else 1


def _starts(head: int) -> str:
    return tenants.past(here.slug).moment_of(1).isoformat() if head else ""


def _links() -> list[tuple[str, str]]:
    """The pages that can be read as of the same moment."""
    named = {
        "Triage queue": "work.queue",
        "Decisions": "decisions.register",
        "Audits": "audits.programme",
        "Inspections": "inspections.overview",
        "People": "people.list_all",
        "Reports": "reports.index",
        "You said, we did": "you_said.page",
    }
    return [(label, url_for(endpoint)) for label, endpoint in named.items()]
