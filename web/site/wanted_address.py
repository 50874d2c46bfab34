"""The address that somebody asked for before signing in, kept in the browser's session."""

from __future__ import annotations

from flask import session

from web.site.tenancy import here

_WANTED = "wanted"
_LONGEST, _MOST = 300, 4


def want(address: str) -> None:
    """Keeps the address of a page of this partnership for after signing in.

    A cookie has room for some: of a long one the query goes, of many the oldest.
    """
    path = address if len(address) <= _LONGEST else address.partition("?")[0]
    if len(path) <= _LONGEST:
        others = {
            slug: each for slug, each in session.get(_WANTED, {}).items() if slug != here.slug
        }
        kept = [*others.items(), (here.slug, path)][-_MOST:]
        session[_WANTED] = dict(kept)


def wanted_address() -> str:
    return str(session.get(_WANTED, {}).get(here.slug, ""))


def forget_wanted() -> None:
    """Nothing is wanted any more, in no partnership."""
    session.pop(_WANTED, None)
