"""The pictures of a report: added with words for those who do not see them, and shown."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from services.files import LARGEST
from services.refusals import Refusal
from services.reporting.report import ReportService
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.sent import provenance
from web.reporting.chapters import Chapter, Desk, desk_of
from web.reporting.own_words import line_of
from web.reporting.report_access import is_open
from web.site.file_responses import shown, takes_files
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("report_pictures", __name__)


class PictureOutForm(Form):
    """A form that asks nothing."""


def _picture() -> UUID:
    return UUID(str((request.view_args or {})["picture"]))


TAKE_OUT = Command(
    PictureOutForm,
    ReportService.take_out_picture,
    title="Take this picture out",
    done="The picture is in the report no more. It stays on record.",
    help="Editions that were kept stay as they were.",
    button="Take it out",
    kind="danger",
    also={"picture": _picture},
)


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>/pictures")
@requires("keep governance")
def page(id: UUID, chapter: str) -> ResponseReturnValue:
    return _page(*_chapter(id, chapter), {})


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/pictures")
@takes_files
@requires("keep governance")
def add(id: UUID, chapter: str) -> ResponseReturnValue:
    """Then the coordinator sees the picture's line in the words, and saves it there."""
    desk, found = _chapter(id, chapter)
    file = request.files.get("file")
    try:
        picture = here.report_picture.add(
            id,
            provenance(request.form),
            name=(file.filename or "") if file else "",
            content=file.read(LARGEST + 1) if file else b"",
            alternative=" ".join(request.form.get("alternative", "").split()),
        )
    except Refusal as refusal:
        return _page(desk, found, {refusal.at or "form": refusal.said}), 422
    here.catch_up()
    onward = url_for("building.writing", id=id, chapter=chapter, picture=picture.hex)
    return redirect(onward, 303)


@pages.route(
    "/<partnership>/work/reports/<uuid:id>/build/<chapter>/pictures/<uuid:picture>/out",
    methods=["GET", "POST"],
)
@requires("keep governance")
def take_out(id: UUID, chapter: str, picture: UUID) -> ResponseReturnValue:
    desk, _ = _chapter(id, chapter)
    if desk.report.picture(picture.hex) is None:
        abort(404)
    return commands.page(TAKE_OUT, id, url_for(".page", id=id, chapter=chapter))


@pages.get("/<partnership>/reports/<report>/pictures/<uuid:picture>")
@open_to_all
def picture(report: str, picture: UUID) -> ResponseReturnValue:
    """For all who may read the report."""
    with here.read(AnnualReport) as view:
        found = view.report(report)
    if found is None or not is_open(found):
        abort(404)
    kept = found.picture(picture.hex)
    if kept is None:
        abort(404)
    return shown(here.report_picture.fetch(kept.id, kept.digest), kept.type)


def _page(desk: Desk, chapter: Chapter, errors: dict[str, str]) -> str:
    return render_template(
        "reporting/report_pictures.html",
        desk=desk,
        chapter=chapter,
        errors=errors,
        values=request.form.to_dict(),
        line_of=line_of,
    )


def _chapter(id: UUID, name: str) -> tuple[Desk, Chapter]:
    desk = desk_of(id)
    found = desk.chapter(name) if desk else None
    if desk is None or found is None:
        abort(404)
    return desk, found
