"""What stands between a young person's form and whoever floods it: time, never a puzzle."""

from __future__ import annotations

import time

from flask import current_app
from itsdangerous import BadSignature, TimestampSigner

from web.site.i18n import N_

TOO_FAST = N_("That was very fast. Count to five, then press the button again. Nothing is lost.")
SHORTEST_SECONDS = 3


def checked_token(client_id: str, token: str) -> str:
    """Signed when the questions were shown, good for this one message; a new one where it is not.

    However old the questions are, an answer to them is taken.
    """
    try:
        known = _signer().unsign(token).decode() == client_id
    except BadSignature:
        known = False
    return token if known else _signer().sign(client_id).decode()


def is_too_soon(token: str) -> bool:
    """Whether the questions were shown too short a time ago for anybody to have read them."""
    _, at = _signer().unsign(token, return_timestamp=True)
    return time.time() - at.timestamp() < float(current_app.config["SHORTEST_TELLING"])


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.config["SECRET_KEY"], salt="a young person's form")
