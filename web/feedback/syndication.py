"""What young people said and what was done, for other sites and feeds."""

from __future__ import annotations

from datetime import datetime, time
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from flask import Blueprint, Response, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.feedback.you_said import YouSaid
from projections.feedback.you_said_views import Answer, Theme
from web.feedback.you_said import OUTCOMES
from web.site.formatting import today
from web.site.pagination import paging
from web.site.permissions import open_to_all
from web.site.tenancy import here, tenants

pages = Blueprint("boards", __name__)
_MOST, _FED = 100, 25
_ATOM = "http://www.w3.org/2005/Atom"


@pages.get("/<partnership>/changed")
@open_to_all
def changed() -> ResponseReturnValue:
    """What changed this year, by quarter. The address may ask for the year before."""
    this = today().year
    year = {"": this, "before": this - 1}.get(request.args.get("year", ""))
    if year is None:
        abort(404)
    found = [each for each in _answers(_MOST) if each.day.year == year]
    paged = paging(len(found))
    shown = groupby(found[paged.rows], key=lambda each: each.quarter)
    return render_template(
        "feedback/syndication_changed.html",
        quarters=[(name, list(of)) for name, of in shown],
        outcomes=OUTCOMES,
        year=year,
        is_now=year == this,
        paging=paged,
    )


@pages.get("/<partnership>/you-said/fragment")
@open_to_all
def fragment() -> ResponseReturnValue:
    """Plain HTML without styles, for a partnership's own site."""
    themes = _themes()
    html = render_template(
        "feedback/syndication_fragment.html",
        themes=themes,
        outcomes=OUTCOMES,
        site=tenants.public_url,
    )
    return _for_other_sites(Response(html, mimetype="text/html"))


@pages.get("/<partnership>/you-said.json")
@open_to_all
def board() -> ResponseReturnValue:
    themes = [_as_json(theme) for theme in _themes()]
    page = f"{tenants.public_url}{url_for('you_said.page')}"
    return _for_other_sites(jsonify(partnership=here.card.name, page=page, themes=themes))


@pages.get("/<partnership>/changed.atom")
@open_to_all
def feed() -> ResponseReturnValue:
    """An Atom feed (RFC 4287) with an entry for each answer."""
    register_namespace("", _ATOM)
    made = tostring(_feed(_answers(_FED)), "utf-8", xml_declaration=True)
    return _for_other_sites(Response(made, content_type="application/atom+xml; charset=utf-8"))


def _answers(most: int) -> list[Answer]:
    """The newest answers. The yearly reports hold older ones."""
    with here.read(YouSaid) as view:
        return view.answers(most)


def _themes() -> list[Theme]:
    """The themes that the address asks for: one of them, or those of a quarter."""
    asked, quarter = (request.args.get(name, "") for name in ("theme", "quarter"))
    with here.read(YouSaid) as view:
        found = [theme for theme in view.themes(today()) if not asked or theme.theme == asked]
    if not quarter:
        return found
    within = (theme.in_quarter(quarter) for theme in found)
    return [theme for theme in within if theme.did]


def _as_json(theme: Theme) -> dict[str, object]:
    return {
        "theme": theme.theme,
        "heard": theme.heard_words,
        "made_up": theme.demo,
        "said": [
            {"words": said.words, "who": said.who, "quotation": said.is_quote}
            for said in theme.said
        ],
        "did": [
            {
                "outcome": did.outcome,
                "words": did.words,
                "why": did.why,
                "on": did.on.text if did.on else None,
                "quarter": did.quarter or None,
                "made_up": did.demo,
            }
            for did in theme.did
        ],
    }


def _feed(answers: list[Answer]) -> Element:
    """The feed. Its id and addresses are the same in every language."""
    top = Element(f"{{{_ATOM}}}feed")
    here_at = f"{tenants.public_url}{url_for('.changed', lang=None)}"
    _put(top, "id", here_at)
    _put(top, "title", f"What changed: {here.card.name}")
    _put(top, "updated", _moment(answers[0]) if answers else "1970-01-01T00:00:00+00:00")
    _put(top, "link", href=here_at)
    _put(top, "link", rel="self", href=f"{tenants.public_url}{url_for('.feed', lang=None)}")
    for each in answers:
        one = _put(top, "entry")
        _put(one, "id", f"urn:uuid:{each.id}")
        _put(one, "title", f"{OUTCOMES[each.did.outcome]}: {each.did.words}")
        _put(one, "updated", _moment(each))
        _put(_put(one, "author"), "name", here.card.name)
        made_up = " Made up to show how this works." if each.did.demo else ""
        _put(one, "summary", f"About {each.theme}. {each.did.why}{made_up}".strip())
        _put(one, "link", href=f"{here_at}#a-{each.id.hex}")
    return top


def _put(into: Element, name: str, text: str = "", **attributes: str) -> Element:
    made = SubElement(into, f"{{{_ATOM}}}{name}", attributes)
    made.text = text or None
    return made


def _moment(answer: Answer) -> str:
    return datetime.combine(answer.day, time()).isoformat() + "+00:00"


def _for_other_sites(answer: Response) -> Response:
    """Lets pages of any site read the response: it is public, and sets no cookie."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
