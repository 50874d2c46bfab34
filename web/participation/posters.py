"""Posters and cards in a place, and the addresses of their codes."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.participation.posters import Poster, Posters
from web.forms import commands
from web.participation.poster_commands import DOWN, NEW
from web.participation.poster_sheet import (
    address_of,
    draw_sheet,
    is_on_paper,
    qr_code,
    sheet_language,
)
from web.site.language_names import ENGLISH
from web.site.names import slug_of
from web.site.pdf_pages import printed
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("posters", __name__)


@pages.get("/<partnership>/at/<code>")
@open_to_all
def arrive(code: str) -> ResponseReturnValue:
    """The address of a poster's code, in capitals too. The page says if it knows no such code."""
    with here.read(Posters) as view:
        found = view.by_code(code.lower())
    if found is None:
        return redirect(url_for("tell.start", at="unknown"))
    return redirect(url_for("tell.start", at=found.code if found.is_up else None))


@pages.get("/<partnership>/work/posters/")
@requires("read governance")
def page() -> ResponseReturnValue:
    with here.read(Posters) as view:
        posters = view.all()
    return render_template("participation/posters.html", posters=posters, commands=NEW)


@pages.route("/<partnership>/work/posters/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return commands.page(commands.named(NEW, name), here.partnership.id, url_for(".page"))


@pages.get("/<partnership>/work/posters/<uuid:id>/<any(poster, cards):kind>")
@requires("read governance")
def sheet(id: UUID, kind: str) -> ResponseReturnValue:
    """One page of A4: the poster as it hangs, or ten cards to be cut out."""
    return draw_sheet(kind, _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/<any(poster, cards):kind>.pdf")
@requires("read governance")
def paper(id: UUID, kind: str) -> ResponseReturnValue:
    """The same as a PDF, quick enough to make on request."""
    row = _row(id)
    if not is_on_paper(row):
        abort(404)
    return printed(draw_sheet(kind, row), _named(kind, row))


@pages.get("/<partnership>/work/posters/<uuid:id>/<any(poster, cards):kind>.svg")
@requires("read governance")
def drawing(id: UUID, kind: str) -> ResponseReturnValue:
    """The same as SVG, for a partnership's own print: any language, in the reader's own fonts."""
    row = _row(id)
    return _saved(draw_sheet(kind, row, "svg"), _named(kind, row))


@pages.get("/<partnership>/work/posters/<uuid:id>/code.svg")
@requires("read governance")
def code(id: UUID) -> ResponseReturnValue:
    """The QR code alone, for a partnership's own posters and cards."""
    return _saved(qr_code(address_of(_row(id))), "code")


@pages.route("/<partnership>/work/posters/<uuid:id>/down", methods=["GET", "POST"])
@requires("keep governance")
def ask_down(id: UUID) -> ResponseReturnValue:
    return commands.page(DOWN, _row(id).id, url_for(".page"))


def _row(id: UUID) -> Poster:
    with here.read(Posters) as view:
        found = view.posters.get(id)
    return found or abort(404)


def _named(kind: str, row: Poster) -> str:
    """The file name of a sheet."""
    end = "" if sheet_language() == ENGLISH else f"-{sheet_language()}"
    return f"{here.slug}-{kind}-{slug_of(row.place)}{end}"


def _saved(svg: str, name: str) -> Response:
    saved = Response(svg, mimetype="image/svg+xml")
    saved.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return saved
