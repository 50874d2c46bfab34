"""Posters and cards that lead here from a place, and where their codes lead to."""

from __future__ import annotations

import io
from uuid import UUID

import segno
from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from events.fact import Told
from projections.posters import Poster, Posters
from web.acting import Given
from web.asking import Ask, Deed, answer, ask
from web.channel import for_all
from web.forms import Form, Line, Words
from web.here import here, places
from web.illustrate import group_of
from web.naming import slug_of
from web.printing import printed
from web.who import may, open_to_all

pages = Blueprint("posters", __name__)


class PosterForm(Form):
    place = Line(longest=80, needed="Say which place it is for.")


class DownForm(Form):
    why = Words(longest=500, needed="Say why.")


def _make(_: UUID, told: Told, given: Given) -> object:
    return here.poster.make(told, **given)


def _down(id: UUID, told: Told, given: Given) -> object:
    return here.poster.take_down(id, told, **given)


NEW = {
    "new": Deed(
        PosterForm(), _make, "The poster is ready to print.", "Make a poster",
        (Ask("place", "For which place", hint="A service or a building. Never somebody's home."),),
        "Young people see the name of the place before they send.", "Make it",
    ),
}  # fmt: skip
DOWN = {
    "down": Deed(
        DownForm(), _down, "It is taken down. Its address still leads here, without a place.",
        "Take a poster down", (Ask("why", "Why", "textarea"),), button="Take it down",
    ),
}  # fmt: skip


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
@may("read governance")
def page() -> ResponseReturnValue:
    with here.read(Posters) as view:
        posters = view.all()
    return render_template("posters/page.html", posters=posters, deeds=NEW)


@pages.get("/<partnership>/work/posters/<name>")
@may("keep governance")
def form(name: str) -> ResponseReturnValue:
    return ask(NEW, name, url_for(".page"))


@pages.post("/<partnership>/work/posters/<name>")
@may("keep governance")
def handle(name: str) -> ResponseReturnValue:
    return answer(NEW, name, here.partnership.id, url_for(".page"))


@pages.get("/<partnership>/work/posters/<uuid:id>/poster")
@may("read governance")
def poster(id: UUID) -> ResponseReturnValue:
    """One page of A4, as it hangs."""
    return _sheet("poster", _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/cards")
@may("read governance")
def cards(id: UUID) -> ResponseReturnValue:
    """One page of A4 to be cut into ten."""
    return _sheet("cards", _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/poster.pdf")
@may("read governance")
def poster_pdf(id: UUID) -> ResponseReturnValue:
    return _on_paper("poster", _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/cards.pdf")
@may("read governance")
def cards_pdf(id: UUID) -> ResponseReturnValue:
    return _on_paper("cards", _row(id))


@pages.get("/<partnership>/work/posters/<uuid:id>/code.svg")
@may("read governance")
def code(id: UUID) -> ResponseReturnValue:
    """The code alone, for a partnership's own posters and cards."""
    saved = Response(_svg(_row(id)), mimetype="image/svg+xml")
    saved.headers["Content-Disposition"] = 'attachment; filename="code.svg"'
    return saved


@pages.get("/<partnership>/work/posters/<uuid:id>/down")
@may("keep governance")
def ask_down(id: UUID) -> ResponseReturnValue:
    _row(id)
    return ask(DOWN, "down", url_for(".page"))


@pages.post("/<partnership>/work/posters/<uuid:id>/down")
@may("keep governance")
def take_down(id: UUID) -> ResponseReturnValue:
    return answer(DOWN, "down", _row(id).id, url_for(".page"))


def _row(id: UUID) -> Poster:
    with here.read(Posters) as view:
        found = view.posters.get(id)
    return found or abort(404)


def _sheet(kind: str, row: Poster) -> str:
    group = group_of(here.slug, [card.slug for card in places.cards()])
    return render_template(
        f"posters/{kind}.html", poster=row, code=_drawn(row), url=_url(row), group=group
    )


def _on_paper(kind: str, row: Poster) -> Response:
    """Small enough to be made while it is waited for."""
    return printed(_sheet(kind, row), f"{here.slug}-{kind}-{slug_of(row.place)}")


def _url(row: Poster) -> str:
    return for_all(url_for(".arrive", code=row.code))


def _svg(row: Poster) -> str:
    written = io.BytesIO()
    segno.make(_url(row), error="m", micro=False).save(
        written, kind="svg", scale=8, border=4, xmldecl=False, title=_url(row), omitsize=True,
    )  # fmt: skip
    return written.getvalue().decode()


def _drawn(row: Poster) -> Markup:
    return Markup(_svg(row))  # noqa: S704 - drawn from an address of ours
