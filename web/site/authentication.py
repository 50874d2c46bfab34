"""Who is signed in, and for how long."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from flask import abort, g, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import NotFound as NotFoundError
from werkzeug.local import LocalProxy

from events.access.access import AnyRole
from events.fact import Provenance
from services.access.access_state import Access
from services.refusals import AlreadyThere, NotFound
from web.site.tenancy import here

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 8 * 60 * 60


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

    It ends when it is ended there, by whom or from where ever, or the person's access changes.
    """
    session.clear()
    now, given = int(time.time()), here.access.recall(person).given
    begun = {"partnership": here.slug, "person": str(person), "token": token, "given": given}
    session.update(**begun, since=now, seen=now)


def sign_out() -> None:
    """Ends this session, here and wherever its cookie has been copied to."""
    person, token = session.get("person"), session.get("token")
    is_ours = session.get("partnership") == here.slug
    session.clear()
    if person and token and is_ours:
        with suppress(AlreadyThere, NotFound):
            by = Provenance(person, "sign-out button")
            here.access.sign_out(UUID(person), by, tokens=(token,))


def this_session() -> str:
    """The token of the session that asks."""
    return str(session["token"])


def is_staff_here() -> bool:
    """Whether a member of staff is signed in. Does not ask the visitor to sign in."""
    try:
        return current_user().role not in {"inspector", "agency", "editor", "youth worker"}
    except (SignInNeeded, NotFoundError):
        return False


def current_user() -> CurrentUser:
    """The user of this session. Raises ``SignInNeeded``, or 404 for another partnership's user."""
    if "person" not in session:
        raise SignInNeeded
    if session["partnership"] != here.slug:
        abort(404)
    now = int(time.time())
    if now - session["seen"] > IDLE_SECONDS or now - session["since"] > LONGEST_SECONDS:
        session.clear()
        raise SignInNeeded
    try:
        access = here.access.recall(UUID(session["person"]))
    except NotFound:
        access = None
    if access is None or access.role is None or not _goes_on(access):
        session.clear()
        raise SignInNeeded
    session["seen"] = now
    return CurrentUser(access.id, access.name, access.email, access.role, access.agency)


def _goes_on(access: Access) -> bool:
    """Whether the record still holds this session, and the access that it began with."""
    return access.given == session.get("given") and access.has_session(session.get("token", ""))
