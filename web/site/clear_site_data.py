"""Asks the browser to forget what it keeps of a page, and lets no other site ask in our name.

A picture on any page of the web may point at an address of ours. So nothing is cleared for a
request that another site made (Fetch metadata), and on a host name where staff work only the
cache is: cookies hold their session, and storage an inspector's visits that wait to be sent.
"""

from __future__ import annotations

from flask import Response

from web.site.children_host import is_theirs
from web.site.fetch_metadata import is_of_ours

CACHE = '"cache"'
ALL = '"cache", "cookies", "storage"'


def clear_cache(response: Response) -> Response:
    """Typed words are cleared from the pages that a browser keeps for its Back button."""
    return _cleared(response, CACHE)


def clear_all(response: Response) -> Response:
    """All that is kept, on a host name of the young people's own; elsewhere the cache."""
    return _cleared(response, ALL if is_theirs() else CACHE)


def _cleared(response: Response, what: str) -> Response:
    if is_of_ours():
        response.headers["Clear-Site-Data"] = what
    return response
