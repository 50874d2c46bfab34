"""Meetings: called with an agenda, held, minuted, resolved, and what was agreed carried on."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.governance.meetings import Meetings
from projections.record.timeline import Timeline
from web.forms.commands import answer, ask
from web.forms.fields import key_of
from web.governance import meeting_commands as meetings
from web.governance import minutes_commands as minutes
from web.governance.meeting_commands import NEW, meeting_of
from web.governance.minutes_commands import possible
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("meetings", __name__)
DEEDS = meetings.DEEDS | minutes.DEEDS


@pages.get("/<partnership>/work/meetings/")
@requires("read governance")
def book() -> ResponseReturnValue:
    with here.read(Meetings) as view:
        meetings = view.all()
    return render_template("governance/meetings.html", meetings=meetings, deeds=NEW)


@pages.get("/<partnership>/work/meetings/new/<name>")
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    return ask(NEW, name, url_for(".book"))


@pages.post("/<partnership>/work/meetings/new/<name>")
@requires("keep governance")
def record(name: str) -> ResponseReturnValue:
    id = here.ledger.name_of("meeting", key_of(request.form))
    return answer(NEW, name, id, url_for(".meeting", id=id))


@pages.get("/<partnership>/work/meetings/<uuid:id>")
@requires("read governance")
def meeting(id: UUID) -> ResponseReturnValue:
    found = meeting_of(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "governance/meetings_meeting.html",
        meeting=found,
        lines=lines,
        deeds={name: DEEDS[name] for name in possible(found)},
    )


@pages.get("/<partnership>/work/meetings/<uuid:id>/<name>")
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    meeting_of(id)
    return ask(DEEDS, name, url_for(".meeting", id=id))


@pages.post("/<partnership>/work/meetings/<uuid:id>/<name>")
@requires("keep governance")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    meeting_of(id)
    return answer(DEEDS, name, id, url_for(".meeting", id=id))
