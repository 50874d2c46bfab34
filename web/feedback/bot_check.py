"""The protection of young people's forms from floods: a wait, never a puzzle."""

from __future__ import annotations

import time

from flask import current_app
from itsdangerous import BadSignature, TimestampSigner

from web.site.i18n import N_

TOO_FAST = N_("That was very fast. Count to five, then press the button again. Nothing is lost.")
SHORTEST_SECONDS = 3


def checked_token(client_id: str, token: str) -> str:
    """A token signed when the questions were shown, for one message. A new one if it is invalid.

    An answer is accepted however old the questions are.
    """
    try:
        known = _signer().unsign(token).decode() == client_id
    except BadSignature:
        known = False
    return token if known else _signer().sign(client_id).decode()


def is_too_soon(token: str) -> bool:
    """Whether the form was sent sooner than anybody can read its questions."""
    _, at = _signer().unsign(token, return_timestamp=True)
    return time.time() - at.timestamp() < float(current_app.config["SHORTEST_TELLING"])


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.config["SECRET_KEY"], salt="a young person's form")
