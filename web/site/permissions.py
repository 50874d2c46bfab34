"""What each role may do. A page without a permission or ``@open_to_all`` stops the start."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from flask import Flask, abort, g

from events.access.access import AnyRole
from services.refusals import NotFound
from web.site.authentication import SignInNeeded, csrf, current_user, who
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
    "choose own letters",
]
_OWN: frozenset[Permission] = frozenset({"choose own letters"})  # everybody who signs in
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
ROLES: dict[AnyRole, frozenset[Permission]] = {
    "coordinator": _OWN
    | _READING
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
            "choose own letters",
        }
    ),
    "scrutineer": _OWN | _READING | {"replay the record", "check the record", "scrutinise"},
    "inspector": _OWN | {"go on visits", "shape forms"},
    "agency": _OWN | {"fill in returns"},
    "editor": _OWN | {"edit the children's version"},
    "youth worker": _OWN | {"write down"},
}


def open_to_all(view: View) -> View:
    """Marks a page that anybody may use, with no account and no cookie."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def requires(permission: Permission, *, active: bool = True) -> Callable[[View], View]:
    """Lets in users whose role has this permission; other users get 403. Checks the CSRF token.

    ``active`` is false for what a page asks by itself: an idle session ends all the same.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            g.who = current_user(active=active)
            csrf.protect()
            if not has_permission(permission):
                abort(403)
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        guarded.active = active  # type: ignore[attr-defined]
        return cast(View, guarded)

    return guard


def has_permission(permission: Permission) -> bool:
    """Whether the user who is signed in has this permission in this partnership."""
    return permission in ROLES[who.role]


def is_offered(permission: Permission) -> bool:
    """Whether a page offers what needs this permission. A page of the past offers only reading."""
    reads = permission in _READING or permission == "replay the record"
    return has_permission(permission) and (reads or "past" not in g)


def visitor_has_permission(permission: Permission) -> bool:
    """The same for a visitor who may not be signed in. Does not ask the visitor to sign in."""
    try:
        return permission in ROLES[current_user().role]
    except SignInNeeded:
        return False


def user_has_permission(person: str, permission: Permission) -> bool:
    """Whether the person with this id has access here today, in a role with this permission."""
    try:
        role = here.access.recall(UUID(person)).role
    except (ValueError, NotFound):
        return False
    return role is not None and permission in ROLES[role]


def init_app(app: Flask) -> None:
    """Gives ``is_offered`` to every template."""
    app.jinja_env.globals["is_offered"] = is_offered


def refuse_unguarded(app: Flask) -> None:
    """Raises ``LookupError`` where a route does not say who may use it."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.endpoint != "static" and not hasattr(view, "permission"):
            raise LookupError(f"{rule} does not say who may use it")
