"""The protection of young people's forms from floods: a wait, never a puzzle."""

from __future__ import annotations

import time
from typing import Any
from uuid import uuid4

from flask import current_app
from itsdangerous import BadSignature, TimestampSigner

from web.site.i18n import N_

TOO_FAST = N_("That was very fast. Count to five, then press the button again. Nothing is lost.")
SHORTEST_SECONDS = 3


def signed(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with the id that this form was given, and the token that proves it.

    An id that we did not give is never taken: whoever knows the id of somebody's message, but not
    its form, would be shown its five words. Such a form gets an id of its own. An answer is
    accepted however old the questions are.
    """
    id, token = answers.get("client_id", ""), answers.get("token", "")
    if checked_id(id, token) == id:
        return answers
    id = str(uuid4())
    return {**answers, "client_id": id, "token": _signer().sign(id).decode()}


def checked_id(client_id: str, token: str) -> str:
    """The id, if the token is the one that we gave it; else a new one."""
    try:
        known = _signer().unsign(token).decode() == client_id
    except BadSignature:
        known = False
    return client_id if known else str(uuid4())


def is_too_soon(token: str) -> bool:
    """Whether the form was sent sooner than anybody can read its questions.

    A form from the future was shown before the clock was put back: longer ago than it seems.
    """
    _, at = _signer().unsign(token, return_timestamp=True)
    shown = time.time() - at.timestamp()
    return 0 <= shown < float(current_app.config["SHORTEST_TELLING"])


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.config["SECRET_KEY"], salt="a young person's form")
