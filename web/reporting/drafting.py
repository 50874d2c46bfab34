"""Building a yearly report: what the record proposes for each chapter, and the partners' words."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from events.fact import Provenance
from services.reporting.report_state import WrittenMeanwhile
from web.childrens_version import public_page as childrens_version
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask
from web.forms.fields import Errors, Form, Words, load, provenance, refused
from web.forms.figures import Whole
from web.reporting import public_reports as reports
from web.reporting.chapters import Chapter, Desk, desk_of
from web.site.authentication import requires
from web.site.pagination import paging
from web.site.tenancy import here

pages = Blueprint("building", __name__)


class PartForm(Form):
    words = Words(longest=20_000)
    seen = Whole(needed="Open this page again, then write.")


class LeaveOutForm(Form):
    why = Words(longest=1000, needed="Say why it is left out. The record keeps the reason.")


def _leave_out(id: UUID, provenance: Provenance, given: Given) -> object:
    item = str((request.view_args or {})["item"])
    return here.report.leave_out(id, provenance, item=item, **given)


DEEDS = {
    "out": Deed(
        LeaveOutForm(),
        _leave_out,
        "It is left out of the report. The record keeps it.",
        "Leave it out of the report",
        (Ask("why", "Why", "textarea"),),
        "Such as: it is told elsewhere in the report, or it would tell who a child is.",
        "Leave it out",
    ),
}


@pages.get("/<partnership>/work/reports/<uuid:id>/build/")
@requires("read governance")
def desk(id: UUID) -> ResponseReturnValue:
    return render_template("reporting/drafting.html", desk=_desk(id))


@pages.get("/<partnership>/work/reports/<uuid:id>/preview")
@requires("read governance")
def preview(id: UUID) -> ResponseReturnValue:
    """Both versions side by side, as they would be read today."""
    desk = _desk(id)
    return render_template(
        "reporting/drafting_preview.html",
        desk=desk,
        full=Markup(reports.drawn(desk.report, "layouts/bare.html")),  # noqa: S704 - our own page
        childrens=Markup(childrens_version.drawn(desk.report, "layouts/bare.html")),  # noqa: S704
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>")
@requires("read governance")
def chapter(id: UUID, chapter: str) -> ResponseReturnValue:
    desk, found = _chapter(id, chapter)
    paged = paging(len(found.items))
    return render_template(
        "reporting/drafting_chapter.html",
        desk=desk,
        chapter=found,
        items=found.items[paged.rows],
        paging=paged,
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>/write")
@requires("keep governance")
def writing(id: UUID, chapter: str) -> ResponseReturnValue:
    desk, found = _chapter(id, chapter)
    part = desk.report.part(chapter)
    values = {"words": part.words if part else "", "seen": str(part.version if part else 0)}
    return _writing(desk, found, values, {})


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/write")
@requires("keep governance")
def write(id: UUID, chapter: str) -> ResponseReturnValue:
    """Where somebody else wrote meanwhile, both texts are shown, and nobody's words are lost."""
    _chapter(id, chapter)
    given, errors = load(PartForm(), request.form)
    meanwhile = False
    if not errors:
        with refused(errors):
            try:
                here.report.write_part(id, provenance(request.form), section=chapter, **given)
            except WrittenMeanwhile:
                meanwhile = True
                raise
    if errors:
        here.catch_up()
        return _again(*_chapter(id, chapter), errors, meanwhile=meanwhile), 422
    here.catch_up()
    flash("The words are in the report.")
    return redirect(url_for(".chapter", id=id, chapter=chapter), 303)


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>/items/<item>/<name>")
@requires("keep governance")
def leaving(id: UUID, chapter: str, item: str, name: str) -> ResponseReturnValue:
    _item(id, chapter, item)
    return ask(DEEDS, name, url_for(".chapter", id=id, chapter=chapter))


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/items/<item>/<name>")
@requires("keep governance")
def leave_out(id: UUID, chapter: str, item: str, name: str) -> ResponseReturnValue:
    _item(id, chapter, item)
    return answer(DEEDS, name, id, url_for(".chapter", id=id, chapter=chapter))


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/items/<item>")
@requires("keep governance")
def take_in(id: UUID, chapter: str, item: str) -> ResponseReturnValue:
    _item(id, chapter, item)
    here.report.take_in(id, provenance(request.form), item=item)
    here.catch_up()
    flash("It is in the report again.")
    return redirect(url_for(".chapter", id=id, chapter=chapter), 303)


def _again(desk: Desk, found: Chapter, errors: Errors, *, meanwhile: bool) -> str:
    """With what was typed; the next save begins from what the others wrote."""
    values, part = request.form.to_dict(), desk.report.part(found.name)
    theirs = part if meanwhile else None
    if theirs:
        values["seen"] = str(theirs.version)
        values.pop("key", None)
    return _writing(desk, found, values, errors, theirs.words if theirs else "")


def _writing(
    desk: Desk, found: Chapter, values: dict[str, str], errors: Errors, theirs: str = ""
) -> str:
    return render_template(
        "reporting/drafting_write.html",
        desk=desk,
        chapter=found,
        values=values,
        errors=errors,
        theirs=theirs,
    )


def _desk(id: UUID) -> Desk:
    found = desk_of(id)
    if found is None:
        abort(404)
    return found


def _chapter(id: UUID, name: str) -> tuple[Desk, Chapter]:
    desk = _desk(id)
    found = next((each for each in desk.chapters if each.name == name), None)
    if found is None:
        abort(404)
    return desk, found


def _item(id: UUID, chapter: str, item: str) -> None:
    _, found = _chapter(id, chapter)
    if not any(row.key == item for row in found.rows):
        abort(404)
