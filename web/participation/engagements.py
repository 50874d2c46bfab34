"""Engagements: asking young people together, and recording what they said and what came of it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.uk_time import in_words
from projections.participation.engagement_rows import Engagement
from projections.participation.engagements import Engagements
from projections.participation.similar_groups import RULE
from projections.privacy.access_log import AccessLog
from projections.record.timeline import Timeline
from web.forms import commands
from web.forms.form_state import FormState
from web.forms.sent import Errors
from web.participation.engagement_commands import COMMANDS, NEW
from web.site.access_log import record_access
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("engagement", __name__)
_AFTER = {"planned": ("held", "cancel"), "held": ("said", "use"), "used": ("said", "use")}


@pages.get("/<partnership>/work/engagement/")
@requires("read feedback")
def book() -> ResponseReturnValue:
    with here.read(Engagements) as view:
        rows = view.all()
    return render_template("participation/engagements.html", rows=rows)


@pages.get("/<partnership>/work/engagement/new")
@requires("keep governance")
def new() -> ResponseReturnValue:
    return _asked({}, {})


@pages.post("/<partnership>/work/engagement/new")
@requires("keep governance")
def record() -> ResponseReturnValue:
    """Asks for a reason if a similar group was asked before, and shows what that group said."""
    id = commands.new_id("engagement")
    if errors := NEW.attempt(id):
        return _asked(request.form.to_dict(), errors), 422
    return commands.finish(NEW.done, url_for(".engagement", id=id))


@pages.get("/<partnership>/work/engagement/<uuid:id>")
@requires("read feedback")
def engagement(id: UUID) -> ResponseReturnValue:
    found = _engagement(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    with here.read(Engagements) as view:
        before = [row for each in found.before if (row := view.engagement(each))]
        said = view.said(found)
    if said:
        record_access("group", id)
    with here.read(AccessLog) as looking:
        looks = looking.at(id)
    can_do = {name: COMMANDS[name] for name in _AFTER.get(found.standing, ())}
    return render_template(
        "participation/engagements_engagement.html",
        row=found,
        lines=lines,
        commands=can_do,
        before=before,
        said=said,
        looks=looks,
    )


@pages.route("/<partnership>/work/engagement/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    day = in_words(today()) if name == "held" else ""
    return commands.page(
        commands.named(COMMANDS, name),
        _engagement(id).id,
        url_for(".engagement", id=id),
        values={"held_on": day},
    )


def _asked(values: dict[str, str], errors: Errors) -> str:
    group, theme = values.get("group", ""), values.get("theme", "")
    with here.read(Engagements) as view:
        earlier, said = view.asked_before(group, theme), view.said_already(group, theme)
        answers = {row.id: view.said(row) for row in earlier}
    for row in earlier:
        if answers[row.id]:
            record_access("group", row.id)
    without = () if earlier else ("why",)
    state = FormState(NEW, back=url_for(".book"), values=values, errors=errors, without=without)
    return commands.draw(
        state,
        "participation/engagements_new.html",
        earlier=earlier,
        said=said,
        answers=answers,
        rule=RULE,
    )


def _engagement(id: UUID) -> Engagement:
    with here.read(Engagements) as view:
        found = view.engagement(id)
    if found is None:
        abort(404)
    return found
