"""Meetings: an agenda, minutes, resolutions, and the actions that were agreed."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.governance.meeting_rows import Meeting
from projections.governance.meetings import Meetings
from projections.record.timeline import Timeline
from web.forms import commands, previewed
from web.governance import meeting_commands as meetings
from web.governance import minutes_commands as minutes
from web.governance import resolution_commands as resolutions
from web.governance.meeting_commands import NEW, meeting_of
from web.governance.minutes_commands import possible
from web.governance.whole_meeting import WHOLE
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("meetings", __name__)
COMMANDS = meetings.COMMANDS | minutes.COMMANDS | resolutions.COMMANDS


@pages.app_template_filter()
def count_open(meeting: Meeting) -> int:
    """How many resolutions and actions of a meeting are still open."""
    return sum(each.is_open for each in meeting.resolutions) + len(meeting.open_actions)


@pages.get("/<partnership>/work/meetings/")
@requires("read governance")
def book() -> ResponseReturnValue:
    with here.read(Meetings) as view:
        meetings = view.all()
    return render_template("governance/meetings.html", meetings=meetings, commands=NEW)


@pages.route("/<partnership>/work/meetings/new/<name>", methods=["GET", "POST"])
@requires("keep governance")
def new(name: str) -> ResponseReturnValue:
    id = commands.new_id("meeting")
    return commands.page(
        commands.named(NEW, name), id, url_for(".meeting", id=id), back=url_for(".book")
    )


@pages.route("/<partnership>/work/meetings/new/whole", methods=["GET", "POST"])
@requires("keep governance")
def whole() -> ResponseReturnValue:
    id = commands.new_id("meeting")
    return previewed.page(WHOLE, id, url_for(".meeting", id=id), back=url_for(".book"))


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
        commands={name: COMMANDS[name] for name in possible(found)},
    )


@pages.route("/<partnership>/work/meetings/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    meeting_of(id)
    return commands.page(commands.named(COMMANDS, name), id, url_for(".meeting", id=id))
