"""Drafting a yearly report: the entries for each chapter, and the partners' own words."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.reporting.report_state import WrittenMeanwhile
from services.reporting.written_text import as_markdown
from web.forms import commands
from web.forms.form_state import FormState
from web.forms.sent import Errors, provenance
from web.reporting.chapters import Chapter, Desk, desk_of
from web.reporting.drafting_commands import COMMANDS, WRITE
from web.reporting.own_words import line_of
from web.site.file_responses import takes_words
from web.site.pagination import paging
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("building", __name__)


@pages.get("/<partnership>/work/reports/<uuid:id>/build/")
@requires("read governance")
def desk(id: UUID) -> ResponseReturnValue:
    desk = _desk(id)
    return render_template("reporting/drafting.html", desk=desk, report=desk.report)


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>")
@requires("read governance")
def chapter(id: UUID, chapter: str) -> ResponseReturnValue:
    desk, found = _chapter(id, chapter)
    paged = paging(len(found.items))
    return render_template(
        "reporting/drafting_chapter.html",
        desk=desk,
        report=desk.report,
        chapter=found,
        items=found.items[paged.rows],
        paging=paged,
        may_write=desk.is_open and is_offered("keep governance"),
    )


@pages.get("/<partnership>/work/reports/<uuid:id>/build/<chapter>/write")
@requires("keep governance")
def writing(id: UUID, chapter: str) -> ResponseReturnValue:
    desk, found = _chapter(id, chapter)
    part = desk.report.part(chapter)
    words = part.words if part else ""
    if part and part.markup == "plain":
        words = as_markdown(words)
    if picture := desk.report.picture(request.args.get("picture", "")):
        words = f"{words}\n\n{line_of(picture)}".strip()
    values = {"words": words, "seen": str(part.version if part else 0)}
    return _writing(desk, found, values, {})


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/write")
@takes_words
@requires("keep governance")
def write(id: UUID, chapter: str) -> ResponseReturnValue:
    """Shows both texts if somebody else wrote meanwhile. Nobody's words are lost."""
    _chapter(id, chapter)
    errors = WRITE.attempt(id)
    if not errors:
        return commands.finish(WRITE.done, url_for(".chapter", id=id, chapter=chapter))
    here.catch_up()
    is_meanwhile = WrittenMeanwhile.words in errors.values()
    return _again(*_chapter(id, chapter), errors, meanwhile=is_meanwhile), 422


@pages.route(
    "/<partnership>/work/reports/<uuid:id>/build/<chapter>/items/<item>/<name>",
    methods=["GET", "POST"],
)
@requires("keep governance")
def leaving(id: UUID, chapter: str, item: str, name: str) -> ResponseReturnValue:
    _item(id, chapter, item)
    return commands.page(
        commands.named(COMMANDS, name), id, url_for(".chapter", id=id, chapter=chapter)
    )


@pages.post("/<partnership>/work/reports/<uuid:id>/build/<chapter>/items/<item>")
@requires("keep governance")
def take_in(id: UUID, chapter: str, item: str) -> ResponseReturnValue:
    _item(id, chapter, item)
    here.report.take_in(id, provenance(request.form), item=item)
    here.catch_up()
    flash("It is in the report again.")
    return redirect(url_for(".chapter", id=id, chapter=chapter), 303)


def _again(desk: Desk, found: Chapter, errors: Errors, *, meanwhile: bool) -> str:
    """The form with what was typed. The next save starts from the others' text."""
    values, part = request.form.to_dict(), desk.report.part(found.name)
    theirs = part if meanwhile else None
    if theirs:
        values["seen"] = str(theirs.version)
        values.pop("key", None)
    return _writing(desk, found, values, errors, theirs.words if theirs else "")


def _writing(
    desk: Desk, found: Chapter, values: dict[str, str], errors: Errors, theirs: str = ""
) -> str:
    back = url_for(".chapter", id=desk.report.id, chapter=found.name)
    title = f"Write: {found.title}"
    return commands.draw(
        FormState(WRITE, back=back, values=values, errors=errors, title=title),
        "reporting/drafting_write.html",
        desk=desk,
        chapter=found,
        pictures=desk.report.pictures,
        line_of=line_of,
        theirs=[words for words in theirs.split("\n") if words.strip()],
    )


def _desk(id: UUID) -> Desk:
    found = desk_of(id)
    if found is None:
        abort(404)
    return found


def _chapter(id: UUID, name: str) -> tuple[Desk, Chapter]:
    desk = _desk(id)
    found = desk.chapter(name)
    if found is None:
        abort(404)
    return desk, found


def _item(id: UUID, chapter: str, item: str) -> None:
    _, found = _chapter(id, chapter)
    if not any(row.key == item for row in found.rows):
        abort(404)
