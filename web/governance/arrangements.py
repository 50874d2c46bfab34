"""How the partnership is arranged: what it set out to do, who holds which role, which groups."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from web.forms.commands import answer, ask
from web.governance import arrangement_commands as arrangements
from web.governance import ending_commands as endings
from web.governance import group_commands as groups
from web.governance import help_line_commands as help_lines
from web.governance import publication_commands as publishing
from web.governance.group_commands import frame_here
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("arrangements", __name__)
DEEDS = arrangements.DEEDS | groups.DEEDS | endings.DEEDS | publishing.DEEDS | help_lines.DEEDS


@pages.get("/<partnership>/work/arrangements/")
@requires("read governance")
def page() -> ResponseReturnValue:
    with here.read(Timeline) as history:
        lines = history.of(here.partnership.id)
    return render_template(
        "governance/arrangements.html",
        frame=frame_here(),
        lines=lines,
        deeds=DEEDS,
        publication=here.publication_settings.known(here.publication_settings.id),
        own_lines=help_lines.own_lines(),
    )


@pages.get("/<partnership>/work/arrangements/<name>")
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return ask(DEEDS, name, url_for(".page"))


@pages.post("/<partnership>/work/arrangements/<name>")
@requires("keep governance")
def handle(name: str) -> ResponseReturnValue:
    return answer(DEEDS, name, here.partnership.id, url_for(".page"))
