"""Whether a request was made by one of our own pages, as browsers say (Fetch metadata)."""

from __future__ import annotations

from flask import request

_OURS = frozenset({"same-origin", "none", ""})  # empty: a browser that does not say


def is_of_ours() -> bool:
    """False for a request that a page of another site made."""
    return request.headers.get("Sec-Fetch-Site", "") in _OURS
