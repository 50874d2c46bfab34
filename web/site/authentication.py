"""Who is signed in, and for how long."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from flask import g, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.local import LocalProxy

from events.access.access import AnyRole
from events.fact import Provenance
from services.access.access_state import Access
from services.refusals import AlreadyThere, NotFound
from web.site.last_seen import forget_seen, last_seen, note_seen
from web.site.tenancy import here
from web.site.wanted_address import forget_wanted

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 8 * 60 * 60
_SESSIONS = "sessions"


@dataclass(frozen=True)
class CurrentUser:
    id: UUID
    name: str
    email: str
    role: AnyRole
    agency: str = ""


who: CurrentUser = cast(CurrentUser, LocalProxy(lambda: g.who))
csrf = CSRFProtect()


class SignInNeeded(Exception):  # noqa: N818 - an answer, not an error
    """Nobody is signed in here, or the session has ended."""


def sign_in(person: UUID, token: str) -> None:
    """Goes on with the session of this token, which the record holds.

    It ends when it is ended there, from wherever, or the person's access ends or changes. Sessions
    of the same browser in other partnerships go on; one in this partnership ends.
    """
    sign_out()
    now, given = int(time.time()), here.access.recall(person).given
    begun = {"person": str(person), "token": token, "given": given, "since": now, "seen": now}
    others = {
        slug: each for slug, each in _sessions().items() if now - each["since"] <= LONGEST_SECONDS
    }
    session[_SESSIONS] = {**others, here.slug: begun}
    forget_wanted()


def sign_out() -> None:
    """Ends the session in this partnership, here and wherever its cookie has been copied to."""
    if held := _sessions().get(here.slug):
        with suppress(AlreadyThere, NotFound):
            by = Provenance(held["person"], "sign-out button")
            here.access.sign_out(UUID(held["person"]), by, tokens=(held.get("token", ""),))
    _forget()


def _forget() -> None:
    """The browser has no session in this partnership any more."""
    others = {slug: each for slug, each in _sessions().items() if slug != here.slug}
    if not others:
        session.clear()
    session[_SESSIONS] = others
    forget_seen(here.slug)


def this_session() -> str:
    """The token of the session that asks."""
    return str(_sessions()[here.slug]["token"])


def try_cookies() -> None:
    """Sets a cookie, to find out whether this browser takes any before a link is used up."""
    session.setdefault(_SESSIONS, {})


def takes_cookies() -> bool:
    """Whether this browser sent back what ``try_cookies`` set."""
    return _SESSIONS in session


def sitting() -> str:
    """Tells one session from another, and from nobody's."""
    held = _sessions().get(here.slug) if "here" in g else None
    return f"{held['person']}:{held['since']}" if held else ""


def is_staff_here() -> bool:
    """Whether a member of staff is signed in. Does not ask the visitor to sign in."""
    try:
        return current_user().role not in {"inspector", "agency", "editor", "youth worker"}
    except SignInNeeded:
        return False


def current_user(*, active: bool = True) -> CurrentUser:
    """The user of the session in this partnership. Raises ``SignInNeeded``.

    ``active``: somebody did this. What a page asks by itself does not make the session last.
    """
    held = _sessions().get(here.slug)
    if held is None:
        raise SignInNeeded
    now = int(time.time())
    access = None
    seen = max(held["seen"], last_seen(here.slug, held.get("token", "")))
    if now - seen <= IDLE_SECONDS and now - held["since"] <= LONGEST_SECONDS:
        with suppress(NotFound):
            access = here.access.recall(UUID(held["person"]))
    if access is None or access.role is None or not _goes_on(access, held):
        if active:  # a page's own question may be late: a new sign-in stands already
            _forget()
        raise SignInNeeded
    if active:
        note_seen(here.slug, held.get("token", ""), now)
    return CurrentUser(access.id, access.name, access.email, access.role, access.agency)


def _goes_on(access: Access, held: dict[str, Any]) -> bool:
    """Whether the record still holds this session, and the access that it began with."""
    return access.given == held["given"] and access.has_session(held.get("token", ""))


def _sessions() -> dict[str, Any]:
    """The sessions of this browser, one for each partnership."""
    return dict(session.get(_SESSIONS, {}))
