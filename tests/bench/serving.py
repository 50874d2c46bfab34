"""The application as it is served, without a pace, and a route that only checks what was sent."""

from __future__ import annotations

from flask import Flask, request
from flask.typing import ResponseReturnValue

from services.feedback.word_list import easy_list
from web.feedback.receipt_page import sent_page
from web.feedback.tell import _wrong
from web.feedback.tell_form import answers_of
from web.site.permissions import open_to_all
from web.site.rate_limit import PACES, Pace, slow_down

_WORDS = easy_list().words[:5]


def _validate() -> ResponseReturnValue:
    return ("", 422) if _wrong(answers_of(request.form)) else "checked"


def _validate_and_draw() -> ResponseReturnValue:
    if _wrong(answers_of(request.form)):
        return "", 422
    return sent_page(" ".join(_WORDS))


def served() -> Flask:
    """Gunicorn calls this: to import the module starts nothing."""
    from infra.wsgi import app as made

    PACES["tell"] = Pace(source=10**9, partnership=10**9)
    for name, view in (("validate", _validate), ("draw", _validate_and_draw)):
        rule = f"/<partnership>/bench/{name}"
        made.add_url_rule(
            rule, f"bench.{name}", open_to_all(slow_down("tell")(view)), methods=["POST"]
        )
    made.extensions["csrf"].exempt("tests.bench.serving._validate")
    made.extensions["csrf"].exempt("tests.bench.serving._validate_and_draw")
    return made
