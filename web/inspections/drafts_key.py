"""The key that closes and opens what an inspector keeps on a tablet (ADR 40)."""

from __future__ import annotations

import base64
import hmac

from flask import current_app

from web.site.authentication import who
from web.site.tenancy import here


def key_of_drafts() -> str:
    """256 bits in base64: the same whenever this person signs in here, and stored nowhere."""
    secret = current_app.secret_key
    assert isinstance(secret, bytes)
    about = f"drafts of visits\0{here.slug}\0{who.id}".encode()
    return base64.b64encode(hmac.digest(secret, about, "sha256")).decode()
