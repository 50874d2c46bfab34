"""Pages of the past: as known up to a moment, as in force on a day. The address asks for it."""

from __future__ import annotations

from typing import cast

from flask import Flask, abort, g, request, url_for

from projections.governance.partnership_card import Card, PartnershipCard
from services.refusals import Refusal
from web.site.as_of import IN_FORCE, KNOWN, BadAsOf, PageAsOf, parse_as_of
from web.site.authentication import current_user
from web.site.permissions import has_permission
from web.site.tenancy import here, tenants

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_NOW_ONLY = frozenset({"young_people.accent", "home.leave", "home.leave_picture", "sign_in.out"})


class ThePastIsClosed(Refusal):
    words = "Nothing can be recorded in the past. Go back to now, and do it there."


def init_app(app: Flask) -> None:
    """Shows any page of the past to users who may replay the record. Nobody can change it.

    ``macros/forms.html`` asks ``is_past``, and draws a form of the past disabled.
    """

    app.before_request(_go_back)

    @app.url_defaults
    def stay_there(endpoint: str, values: dict[str, object]) -> None:
        takes = app.url_map.is_endpoint_expecting(endpoint, "partnership")
        if "past" in g and takes and endpoint not in _NOW_ONLY:
            for name, said in past().asked.items():
                values.setdefault(name, said)

    app.jinja_env.globals["is_past"] = is_past

    @app.context_processor
    def around() -> dict[str, object]:
        return {"past": g.get("past"), "back_to_now": back_to_now}


def _go_back() -> None:
    asked = {name: request.args.get(name, "").strip() for name in (KNOWN, IN_FORCE)}
    if "here" not in g or not any(asked.values()) or request.endpoint in _NOW_ONLY:
        return
    if request.method not in _READING:
        raise ThePastIsClosed
    g.who = current_user()
    if not has_permission("replay the record"):
        abort(403)
    try:
        show_as_of(parse_as_of(asked, tenants.past(here.slug)))
    except BadAsOf as bad:
        if request.blueprint != "replay":
            raise
        g.bad_moment = bad  # its page shows what was typed, and what is wrong with it


def past() -> PageAsOf:
    """The moment that the page shows. Only for a page of the past."""
    return cast(PageAsOf, g.past)


def is_past() -> bool:
    """Whether the page shows a moment in the past."""
    return "past" in g


def is_of_a_day() -> bool:
    """Whether the page shows only the facts in force on a day, and leaves later days out."""
    return "past" in g and past().as_of.in_force is not None


def back_to_now() -> str:
    """The address of this page as it is now."""
    if request.blueprint == "replay":
        return url_for("replay.page", known=None, in_force=None)
    values = {**request.args, **(request.view_args or {}), KNOWN: None, IN_FORCE: None}
    return url_for(request.endpoint or "", **values)


def show_as_of(then: PageAsOf) -> None:
    """Answers the request as of then. Raises ``BadAsOf`` if the partnership was not there yet."""
    tenant = tenants.then(here.slug, then.as_of)
    with tenant.read(PartnershipCard) as view:
        card: Card | None = view.card()
    if card is None:
        raise BadAsOf(f"{g.card.name} was not in Earshot yet. Choose a later day.")
    g.here, g.card, g.past = tenant, card, then
