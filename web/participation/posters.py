"""Posters and cards that lead here from a place, and where their codes lead to."""

from __future__ import annotations

import io
from uuid import UUID

import segno
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from projections.participation.posters import Poster, Posters
from services.participation.poster import PosterService
from web.drawing.brand_colours import accent_of
from web.drawing.crowd import group_of
from web.drawing.palette import tokens
from web.drawing.svg_text import FONTS, fitted
from web.forms import commands
from web.forms.commands import Command
from web.forms.fields import Form, Line, Words
from web.site.children_host import for_all
from web.site.i18n import offered_here, speaking
from web.site.language_names import ENGLISH, PRINTED, language_of
from web.site.names import slug_of
from web.site.pdf_pages import printed
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here, tenants

pages = Blueprint("posters", __name__)


class PosterForm(Form):
    place = Line(
        longest=80,
        needed="Say which place it is for.",
        label="For which place",
        hint="A service or a building. Never somebody's home.",
    )


class DownForm(Form):
    why = Words(longest=500, needed="Say why.", label="Why")


NEW = {
    "new": Command(
        PosterForm,
        PosterService.make,
        title="Make a poster",
        done="The poster is ready to print.",
        help="Young people see the name of the place before they send.",
        button="Make it",
    ),
}
DOWN = Command(
    DownForm,
    PosterService.take_down,
    title="Take a poster down",
    done="It is taken down. Its address still leads here, without a place.",
    button="Take it down",
)
COMMANDS = {"down": DOWN}


@pages.get("/<partnership>/at/<code>")
@open_to_all
def arrive(code: str) -> ResponseReturnValue:
    """What the code on a poster leads to; one that is not known leads on just the same.

    Whoever types it may use capitals.
    """
    with here.read(Posters) as view:
        found = view.by_code(code.lower())
    at = found.code if found and found.is_up else None
    return redirect(url_for("tell.start", at=at))


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
    return _sheet(kind, _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/<any(poster, cards):kind>.pdf")
@requires("read governance")
def paper(id: UUID, kind: str) -> ResponseReturnValue:
    """The same on paper: small enough to be made while it is waited for."""
    row = _row(id)
    if _language() not in PRINTED:
        abort(404)
    return printed(_sheet(kind, row), _named(kind, row))


@pages.get("/<partnership>/work/posters/<uuid:id>/<any(poster, cards):kind>.svg")
@requires("read governance")
def drawing(id: UUID, kind: str) -> ResponseReturnValue:
    """The same as a drawing, for a partnership's own print: any language, in its reader's fonts."""
    row = _row(id)
    return _saved(_sheet(kind, row, "svg"), _named(kind, row))


@pages.get("/<partnership>/work/posters/<uuid:id>/code.svg")
@requires("read governance")
def code(id: UUID) -> ResponseReturnValue:
    """The code alone, for a partnership's own posters and cards."""
    return _saved(_svg(_url(_row(id))), "code")


@pages.route("/<partnership>/work/posters/<uuid:id>/down", methods=["GET", "POST"])
@requires("keep governance")
def ask_down(id: UUID) -> ResponseReturnValue:
    return commands.page(DOWN, _row(id).id, url_for(".page"))


def _row(id: UUID) -> Poster:
    with here.read(Posters) as view:
        found = view.posters.get(id)
    return found or abort(404)


def _language() -> str:
    """The one a sheet is asked for in: English, or one that is offered here."""
    code = request.args.get("in", ENGLISH)
    return code if code in {ENGLISH, *(each.code for each in offered_here())} else abort(404)


def _named(kind: str, row: Poster) -> str:
    """What a sheet is called when it is saved."""
    end = "" if _language() == ENGLISH else f"-{_language()}"
    return f"{here.slug}-{kind}-{slug_of(row.place)}{end}"


def _saved(svg: str, name: str) -> Response:
    saved = Response(svg, mimetype="image/svg+xml")
    saved.headers["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return saved


def _sheet(kind: str, row: Poster, form: str = "html") -> str:
    """Its code leads to the questions in the same language; the address to type is kept short."""
    code, short = _language(), _url(row)
    group = group_of(here.slug, [card.slug for card in tenants.cards()])
    languages = [language_of(ENGLISH), *offered_here()]
    with speaking(code):
        return render_template(
            f"participation/posters_{kind}.{form}",
            poster=row,
            code=Markup(_svg(_url(row))),  # noqa: S704 - drawn from an address of ours
            url=short,
            group=group,
            kind=kind,
            languages=languages,
            on_paper=code in PRINTED,
            colours=tokens() | {"brand": accent_of(here.slug).brand},
            fitted=fitted,
            fonts=FONTS,
        )


def _url(row: Poster) -> str:
    return for_all(url_for(".arrive", code=row.code))


def _svg(url: str) -> str:
    written = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        written,
        kind="svg",
        scale=8,
        border=4,
        xmldecl=False,
        title=url,
        omitsize=True,
    )
    return written.getvalue().decode()
