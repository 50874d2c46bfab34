"""Newsletters: drafted from facts, edited, published for everybody, archived, withdrawn."""

from __future__ import annotations

import re
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.record.timeline import Timeline
from projections.reporting.newsletter_rows import Newsletter, without
from projections.reporting.newsletters import Newsletters
from web.forms import commands
from web.reporting.newsletter_commands import COMMANDS, NEW
from web.reporting.newsletter_forms import of_page
from web.site.formatting import today
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here, tenants
from web.site.time_travel import is_past

pages = Blueprint("newsletters", __name__)
ALL = {"new": NEW, **COMMANDS}
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@pages.get("/<partnership>/newsletters/")
@open_to_all
def index() -> ResponseReturnValue:
    with here.read(Newsletters) as view:
        editions = view.editions()
    return render_template("reporting/newsletters.html", editions=_as_of_today(editions))


@pages.get("/<partnership>/newsletters/<edition>")
@open_to_all
def edition(edition: str) -> ResponseReturnValue:
    with here.read(Newsletters) as view:
        found = [each for each in view.editions() if str(each.number) == edition]
    if not found or not _NUMBER.fullmatch(edition):
        abort(404)
    return render_template("reporting/newsletters_edition.html", letter=_as_of_today(found)[0])


@pages.get("/<partnership>/work/newsletters/")
@requires("read governance")
def desk() -> ResponseReturnValue:
    with here.read(Newsletters) as view:
        letters = view.all()
    return render_template("reporting/newsletters_desk.html", letters=letters)


@pages.route("/<partnership>/work/newsletters/new", methods=["GET", "POST"])
@requires("keep governance")
def new() -> ResponseReturnValue:
    with here.read(Newsletters) as view:
        last = next((each.until for each in view.editions()), "")
    id = commands.new_id("newsletter")
    return commands.page(
        NEW,
        id,
        url_for(".newsletter", id=id),
        back=url_for(".desk"),
        values={"since": str_of(last), "until": today().isoformat()},
    )


@pages.get("/<partnership>/work/newsletters/<uuid:id>")
@requires("read governance")
def newsletter(id: UUID) -> ResponseReturnValue:
    found = _letter(id)
    with here.read(Timeline) as history:
        lines = history.of(id)
    after = {"draft": ("choose", "add", "publish"), "published": ("withdraw",)}.get(
        found.standing, ()
    )
    can_do = {name: COMMANDS[name] for name in after}
    return render_template(
        "reporting/newsletters_letter.html", letter=found, lines=lines, commands=can_do
    )


@pages.route("/<partnership>/work/newsletters/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(id: UUID, name: str) -> ResponseReturnValue:
    found, paragraph = _letter(id), request.args.get("paragraph", "")
    passage = found.passage(paragraph)
    values: dict[str, object] = {
        "paragraph": paragraph,
        "words": passage.words if passage else "",
        "keep": [each.paragraph for each in found.passages if not each.left_out],
    }
    with here.read(Newsletters) as view:
        number = max((each.number for each in view.editions()), default=0) + 1
    day = today().isoformat()
    return commands.page(
        commands.named(COMMANDS, name),
        id,
        of_page(_letter(id)),
        values={**values, "number": number, "published_on": day},
    )


def str_of(day: object) -> str:
    """A day as a form takes it."""
    return getattr(day, "text", "")


def _letter(id: UUID) -> Newsletter:
    with here.read(Newsletters) as view:
        found = view.newsletter(id)
    if found is None:
        abort(404)
    return _as_of_today([found])[0]


def _as_of_today(letters: list[Newsletter]) -> list[Newsletter]:
    """A newsletter of the past without what was withdrawn since."""
    now = tenants.get(here.slug)
    if not is_past() or now is None:
        return letters
    with now[0].read(Newsletters) as view:
        gone = view.withdrawn()
    return [without(letter, gone) for letter in letters]
