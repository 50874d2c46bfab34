"""The arrangements of a partnership: its aims, who holds which role, its groups."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from web.forms import commands
from web.governance import arrangement_commands as arrangements
from web.governance import ending_commands as endings
from web.governance import group_commands as groups
from web.governance import help_line_commands as help_lines
from web.governance import publication_commands as publishing
from web.governance import role_commands as roles
from web.governance.group_commands import frame_here
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("arrangements", __name__)
COMMANDS = (
    arrangements.COMMANDS
    | roles.COMMANDS
    | groups.COMMANDS
    | endings.COMMANDS
    | publishing.COMMANDS
    | help_lines.COMMANDS
)


@pages.get("/<partnership>/work/arrangements/")
@requires("read governance")
def page() -> ResponseReturnValue:
    with here.read(Timeline) as history:
        lines = history.of(here.partnership.id)
    frame = frame_here()
    return render_template(
        "governance/arrangements.html",
        frame=frame,
        roles=[[r.role, r.holder, r.body, r.since, r.source] for r in frame.roles_now],
        lines=lines,
        commands=COMMANDS,
        publication=here.publication_settings.known(here.publication_settings.id),
        own_lines=help_lines.own_lines(),
    )


@pages.route("/<partnership>/work/arrangements/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return commands.page(commands.named(COMMANDS, name), here.partnership.id, url_for(".page"))
