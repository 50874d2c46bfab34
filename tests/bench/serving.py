"""The application as it is served, without a pace, and a route that only checks what was sent."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask, request
from flask.typing import ResponseReturnValue

from services.feedback.word_list import easy_list
from web.feedback.receipt_page import sent_page
from web.feedback.tell import _wrong
from web.feedback.tell_form import answers_of
from web.site.permissions import open_to_all
from web.site.rate_limit import PACES, slow_down

_WORDS = easy_list().words[:5]
_NO_END = 10**9


def _validate() -> ResponseReturnValue:
    return ("", 422) if _wrong(answers_of(request.form)) else "checked"


def _validate_and_draw() -> ResponseReturnValue:
    if _wrong(answers_of(request.form)):
        return "", 422
    return sent_page(" ".join(_WORDS))


def served() -> Flask:
    """Gunicorn calls this: to import the module starts nothing."""
    from infra.wsgi import app

    return unhurried(app)


def unhurried(made: Flask) -> Flask:
    """The application with the two routes, and as many messages at once as one likes."""
    PACES["tell"] = replace(PACES["tell"], source=_NO_END, daily=_NO_END, partnership=_NO_END)
    for name, view in (("validate", _validate), ("draw", _validate_and_draw)):
        rule = f"/<partnership>/bench/{name}"
        made.add_url_rule(
            rule, f"bench.{name}", open_to_all(slow_down("tell")(view)), methods=["POST"]
        )
    made.extensions["csrf"].exempt("tests.bench.serving._validate")
    made.extensions["csrf"].exempt("tests.bench.serving._validate_and_draw")
    return made
