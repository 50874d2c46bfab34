"""Young editors make the children's version. Adults propose words and see their reading age."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from services.reading_age import hard_sentence, measure, reading_rules
from web.childrens_version.chapters import TITLES, edited_of
from web.childrens_version.editor_values import part_of, values_of
from web.childrens_version.hiding_commands import HIDING, written_in
from web.childrens_version.outside_commands import OUTSIDE, stuck_proposals
from web.childrens_version.proposal_commands import PROPOSE
from web.childrens_version.young_editor_commands import YOURS, standing
from web.childrens_version.young_editor_forms import report_of
from web.forms import commands
from web.forms.form_state import FormState
from web.forms.sent import Errors, number_in
from web.site.cleaned_text import cleaned
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("editing", __name__)


pages.add_app_template_global(reading_rules)


@pages.get("/<partnership>/editing/")
@requires("edit the children's version")
def mine() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports = view.all()
    return render_template("childrens_version/young_editors.html", reports=reports)


@pages.get("/<partnership>/editing/<uuid:id>")
@requires("edit the children's version")
def one(id: UUID) -> ResponseReturnValue:
    report = report_of(id)
    edited = edited_of(report)
    can_do = {name: command for name, command in YOURS.items() if name in _open(id)}
    return render_template(
        "childrens_version/young_editors_one.html",
        report=report,
        edited=edited,
        chapters=[(chapter, edited.part(chapter)) for chapter in edited.order],
        commands=can_do,
        titles=TITLES,
        standing=standing(id),
    )


@pages.route("/<partnership>/editing/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("edit the children's version")
def form(id: UUID, name: str) -> ResponseReturnValue:
    edited, onward = edited_of(report_of(id)), url_for(".one", id=id)
    command = commands.named(YOURS, name)
    if name == "write" and request.method == "POST":
        return _write(id, onward)
    return commands.page(command, id, onward, values=values_of(name, id, edited))


@pages.get("/<partnership>/work/reports/<uuid:id>/children")
@requires("keep governance")
def proposing(id: UUID) -> ResponseReturnValue:
    return _proposing(id, {})


@pages.post("/<partnership>/work/reports/<uuid:id>/children")
@requires("keep governance")
def propose(id: UUID) -> ResponseReturnValue:
    """Shows on the same page which words are too hard, so that the author can go on typing."""
    report_of(id)
    if "check" in request.form:
        return _proposing(id, request.form.to_dict())
    if errors := PROPOSE.attempt(id):
        return _proposing(id, request.form.to_dict(), errors), 422
    return commands.finish(PROPOSE.done, url_for("report_work.report", id=id))


@pages.route("/<partnership>/work/reports/<uuid:id>/children/<name>", methods=["GET", "POST"])
@requires("keep governance")
def hiding(id: UUID, name: str) -> ResponseReturnValue:
    report_of(id)
    return commands.page(
        commands.named(HIDING | OUTSIDE, name), report_of(id).id, url_for(".proposing", id=id)
    )


def _write(id: UUID, onward: str) -> ResponseReturnValue:
    """Shows both texts if others wrote meanwhile. The next save starts from their text."""
    command = YOURS["write"]
    errors = command.attempt(id)
    if not errors:
        return commands.finish(command.done, onward)
    here.catch_up()
    part, values = part_of(edited_of(report_of(id)), request.form), request.form.to_dict()
    if part and part.version not in (0, number_in(request.form, "seen")):
        theirs = ("New words here", part.words or "The words were taken out.")
        command = replace(command, beside=theirs)
        values |= {"seen": str(part.version), "key": ""}
    return commands.draw(FormState(command, back=onward, values=values, errors=errors)), 422


def _proposing(id: UUID, typed: dict[str, str], errors: Errors | None = None) -> str:
    report, words = report_of(id), cleaned(typed.get("words", ""))[:5000]
    written = written_in(report.id)
    return commands.draw(
        FormState(
            PROPOSE,
            back=url_for("report_work.report", id=report.id),
            values=typed,
            errors=errors or {},
        ),
        "childrens_version/young_editors_propose.html",
        parts_written=written,
        can_hide=any(not part.hidden for part in written),
        can_show=any(part.hidden for part in written),
        stuck=len(stuck_proposals()) if standing(report.id) == "open" else 0,
        report=report,
        titles=TITLES,
        standing=standing(report.id),
        reading=measure(words) if words.strip() else None,
        hard=hard_sentence(words),
    )


def _open(id: UUID) -> set[str]:
    """The commands on offer. There are none once the version is final or out."""
    if standing(id) != "open":
        return set()
    waiting = bool(edited_of(report_of(id)).open_proposals)
    return set(YOURS) if waiting else set(YOURS) - {"approve", "decline"}
