"""A refusal becomes a page: the right status, plain words, and what was typed."""

from __future__ import annotations

import logging

from eventsourcing.persistence import MapperDeserialisationError
from flask import Flask, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import (
    BadHost,
    HTTPException,
    RequestEntityTooLarge,
    SecurityError,
    TooManyRequests,
)
from werkzeug.wrappers.response import Response

from services.refusals import (
    AlreadyThere,
    NotFound,
    Refusal,
    SomebodyElseWasFirst,
    ToldDifferently,
)
from web.site.asked_again import asked_again
from web.site.authentication import SignInNeeded
from web.site.i18n import N_, read_nothing, spoken
from web.site.tenancy import PartnershipClosed
from web.site.typed_addresses import address_meant, same_address
from web.site.typed_words import typed_words
from web.site.unavailable import PASSING, is_passing
from web.site.wanted_address import want

_STATUS: dict[type[Refusal], int] = {
    NotFound: 404,
    AlreadyThere: 409,
    SomebodyElseWasFirst: 409,
    ToldDifferently: 409,
}
_PAGES = frozenset({401, 403, 404, 409, 422, 429, 500, 503})
# Pages of these ask the store for nothing: it may be what failed.
_OURS = frozenset({500, 503, "closed"})
_PICTURES = frozenset({"kept.picture", "back.picture"})
BIG_PICTURE = N_(
    "This picture is too big for us. Your words are safe. Go back one page: your five words are "
    "still there. Then try a smaller picture."
)
_WAIT = {"Retry-After": "60"}  # the page says one minute
_SOON = {"Retry-After": "5"}
_log = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Answers each refusal and each HTTP error with a page."""
    _say_what_waits_to_be_mended(app)

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> tuple[str, int]:
        return _page(_STATUS.get(type(refusal), 422), refusal.said)

    @app.errorhandler(SignInNeeded)
    def ask(_: SignInNeeded) -> Response | tuple[str, int]:
        view = current_app.view_functions[request.endpoint or ""]
        if getattr(view, "active", True):
            want(asked_again() or request.full_path.rstrip("?"))
        if request.method == "GET":
            return redirect(url_for("sign_in.page"), 303)
        return _page(401, "")

    @app.errorhandler(CSRFError)
    def stale(_: CSRFError) -> tuple[str, int]:
        return _page(422, "This page had gone stale, so nothing was saved. Open it again.", 400)

    for kind in PASSING:
        app.register_error_handler(kind, _away)

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> ResponseReturnValue:
        if isinstance(error, RequestEntityTooLarge):
            return _page(422, _too_much(), 413)
        status = error.code or 500
        if status < 400 or isinstance(error, SecurityError | BadHost):
            return error  # we have no page under a name that is not ours
        if status == 404 and "here" not in g and (meant := address_meant()):
            return redirect(meant, 303)
        page = _page(status if status in _PAGES else 422 if status < 500 else 500, "", status)
        return (*page, _WAIT) if status == TooManyRequests.code else page


def _say_what_waits_to_be_mended(app: Flask) -> None:
    @app.errorhandler(PartnershipClosed)
    def closed(_: PartnershipClosed) -> tuple[str, int]:
        return _page("closed", "", 503)

    @app.errorhandler(MapperDeserialisationError)
    def unreadable(error: MapperDeserialisationError) -> tuple[str, int]:
        """Something that was recorded is not as it was written: somebody has to look at it."""
        _log.critical("a page can't be shown (%s): %s. Run earshot verify", request.endpoint, error)
        return _page("closed", "", 503)


def _away(error: Exception) -> ResponseReturnValue:
    """The store does not answer in time. Raises the error again where trying again is no use."""
    if not is_passing(error):
        raise error
    _log.error("a page could not be answered: %s (%s)", request.endpoint, type(error).__name__)
    return (*_page(503, ""), _SOON)


def _too_much() -> str:
    """A young person's picture is sent after the words, which are safe. The page says so."""
    if request.endpoint in _PICTURES:
        return spoken(BIG_PICTURE)
    return "That is too much to send at once. Make it shorter."


def _page(page: int | str, said: str, status: int = 0) -> tuple[str, int]:
    form, g.refused = _sent(), True
    if page in _OURS:
        read_nothing()
        g.pop("who", None)  # the error may come from the rail itself
    html = render_template(
        f"errors/{page}.html",
        said=said,
        form=form,
        typed=typed_words(form),
        staff=_is_for_staff(),
        again=same_address(),
        asked=request.method == "GET",
    )
    return html, status or int(page)


def _sent() -> MultiDict[str, str]:
    try:
        return request.form
    except RequestEntityTooLarge:
        return MultiDict()


def _is_for_staff() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return request.blueprint == "sign_in" or getattr(view, "permission", None) is not None
