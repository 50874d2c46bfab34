"""Who is asking and what they may do: every page says so, and nothing is open unsaid."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from flask import Flask, abort, g, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import NotFound as NotFoundError
from werkzeug.local import LocalProxy

from events.access.access import AnyRole
from services.refusals import NotFound
from web.site.tenancy import here

View = TypeVar("View", bound=Callable[..., Any])
Permission = Literal[
    "read feedback",
    "handle feedback",
    "read decisions",
    "make decisions",
    "read audits",
    "run audits",
    "read visits",
    "run inspections",
    "go on visits",
    "read people",
    "manage people",
    "replay the record",
    "forget words",
    "check the record",
    "read governance",
    "keep governance",
    "scrutinise",
    "fill in returns",
    "read cases",
    "run cases",
    "read deadlines",
    "set clocks",
    "edit the children's version",
    "shape forms",
    "write down",
]
IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 8 * 60 * 60
_READING: frozenset[Permission] = frozenset(
    {
        "read feedback",
        "read decisions",
        "read audits",
        "read visits",
        "read people",
        "read governance",
        "read cases",
        "read deadlines",
    }
)
PERMISSIONS: dict[AnyRole, frozenset[Permission]] = {
    "coordinator": _READING
    | {
        "handle feedback",
        "write down",
        "make decisions",
        "run audits",
        "run inspections",
        "shape forms",
        "keep governance",
        "manage people",
        "replay the record",
        "forget words",
        "check the record",
        "scrutinise",
        "run cases",
        "set clocks",
    },
    "triage": frozenset(
        {
            "read feedback",
            "handle feedback",
            "write down",
            "read decisions",
            "read visits",
            "forget words",
            "read deadlines",
        }
    ),
    "scrutineer": _READING | {"replay the record", "check the record", "scrutinise"},
    "inspector": frozenset({"go on visits", "shape forms"}),
    "agency": frozenset({"fill in returns"}),
    "editor": frozenset({"edit the children's version"}),
    "youth worker": frozenset({"write down"}),
}


@dataclass(frozen=True)
class CurrentUser:
    id: UUID
    name: str
    email: str
    role: AnyRole
    agency: str = ""

    def has_permission(self, permission: Permission) -> bool:
        """Whether a page offers it. In the past there is only reading."""
        reads = permission in _READING or permission == "replay the record"
        return has_permission(permission) and (reads or "past" not in g)


who: CurrentUser = cast(CurrentUser, LocalProxy(lambda: g.who))
csrf = CSRFProtect()


class SignInNeeded(Exception):  # noqa: N818 - an answer, not an error
    """Nobody is signed in here, or no longer."""


def open_to_all(view: View) -> View:
    """Marks a page that anybody may use, with no account and no cookie."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def requires(permission: Permission) -> Callable[[View], View]:
    """Lets only those in whose role may do this, from a form of our own; others find nothing."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            g.who = current_user()
            csrf.protect()
            if not has_permission(permission):
                abort(403)
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return cast(View, guarded)

    return guard


def sign_in(person: UUID) -> None:
    """Starts a session in the partnership we stand in, good while the access it rests on is."""
    session.clear()
    now, given = int(time.time()), here.access.recall(person).given
    session.update(partnership=here.slug, person=str(person), given=given, since=now, seen=now)


def sign_out() -> None:
    session.clear()


def is_staff_here() -> bool:
    """Whether somebody who works here is signed in; asks nobody to."""
    try:
        return current_user().role not in {"inspector", "agency", "editor", "youth worker"}
    except (SignInNeeded, NotFoundError):
        return False


def visitor_has_permission(permission: Permission) -> bool:
    """Whether somebody is signed in who may do this here; asks nobody to sign in."""
    try:
        return permission in PERMISSIONS[current_user().role]
    except (SignInNeeded, NotFoundError):
        return False


def refuse_unguarded(app: Flask) -> None:
    """Raises ``LookupError`` where a route does not say who may use it."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.endpoint != "static" and not hasattr(view, "permission"):
            raise LookupError(f"{rule} does not say who may use it")


def has_permission(permission: Permission) -> bool:
    """Whether whoever is signed in may do this in the partnership we stand in."""
    return permission in PERMISSIONS[who.role]


def user_has_permission(person: str, permission: Permission) -> bool:
    """Whether somebody of that id has access here today, in a role that may do this."""
    try:
        role = here.access.recall(UUID(person)).role
    except (ValueError, NotFound):
        return False
    return role is not None and permission in PERMISSIONS[role]


def current_user() -> CurrentUser:
    """Who is signed in here. Raises ``SignInNeeded``; answers 404 to people from elsewhere."""
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
    if access is None or access.role is None or access.given != session.get("given"):
        session.clear()
        raise SignInNeeded
    session["seen"] = now
    return CurrentUser(access.id, access.name, access.email, access.role, access.agency)
