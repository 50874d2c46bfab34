"""Bringing words in: a Word document in pieces, and what is pasted from a clipboard."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.files import LARGEST
from services.refusals import Refusal
from web.forms.sent import provenance
from web.reporting.chapters import Desk, desk_of
from web.reporting.word_pieces import Piece, read_document
from web.reporting.word_placing import Placed, changes, guess, offered, problems, sent
from web.reporting.written_html import html_of
from web.site.file_responses import takes_files, takes_words
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("word_import", __name__)


@pages.get("/<partnership>/work/reports/<uuid:id>/word")
@requires("keep governance")
def form(id: UUID) -> ResponseReturnValue:
    return _form(_desk(id), {})


@pages.post("/<partnership>/work/reports/<uuid:id>/word")
@takes_files
@requires("keep governance")
def preview(id: UUID) -> ResponseReturnValue:
    """Stores nothing: the pieces go to the page and come back from it."""
    desk, file = _desk(id), request.files.get("file")
    try:
        document = read_document(
            (file.filename or "") if file else "", file.read(LARGEST + 1) if file else b""
        )
    except Refusal as refusal:
        return _form(desk, {refusal.at or "file": refusal.said}), 422
    if not document.pieces:
        return _form(desk, {"file": "This document holds no words. Choose another."}), 422
    placed = [Placed(each, guess(each, desk)) for each in document.pieces]
    return _preview(desk, placed, {}, document.pictures)


@pages.post("/<partnership>/work/reports/<uuid:id>/word/save")
@takes_words
@requires("keep governance")
def save(id: UUID) -> ResponseReturnValue:
    """Saves all pieces together, or none."""
    desk = _desk(id)
    placed = sent(request.form)
    if not placed:
        return _form(desk, {"file": "Choose the document again."}), 422
    errors = problems(placed, desk)
    if not errors:
        try:
            made = changes(desk.report, provenance(request.form), placed)
            here.ledger.change_together(list(made))
        except Refusal as refusal:
            errors = {"form": refusal.said}
    if errors:
        return _preview(desk, placed, errors, 0), 422
    here.catch_up()
    flash("The document's words are in the report.")
    return redirect(url_for("building.desk", id=id), 303)


def _form(desk: Desk, errors: dict[str, str]) -> str:
    return render_template("reporting/word_import.html", desk=desk, errors=errors)


def _preview(desk: Desk, placed: list[Placed], errors: dict[str, str], pictures: int) -> str:
    values: dict[str, str] = {}
    for at, each in enumerate(placed):
        values |= {f"title-{at}": each.piece.title, f"where-{at}": each.where}
        values[f"words-{at}"] = each.piece.words
    return render_template(
        "reporting/word_import_preview.html",
        desk=desk,
        pieces=[(each.piece, _drawn(each.piece)) for each in placed],
        places=offered(desk),
        values=values,
        errors=errors,
        pictures=pictures,
        key=request.form.get("key", ""),
    )


def _drawn(piece: Piece) -> str:
    return html_of(piece.words, (), lambda _: "")


def _desk(id: UUID) -> Desk:
    found = desk_of(id)
    if found is None:
        abort(404)
    if not found.is_open:
        abort(redirect(url_for("building.desk", id=id), 303))
    return found
