"""Eight bugs planted on purpose. A matrix that misses one of them is worth nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from flask import Flask, abort, g, request
from werkzeug.exceptions import NotFound

from events.fact import Provenance
from projections.access.people import People
from projections.feedback.triage_queue import TriageQueue
from services.refusals import NotFound as NothingKnown
from web.site import authentication, permissions
from web.site.tenancy import Tenant, here, tenants

Plant = Callable[[Flask, pytest.MonkeyPatch], None]


def reads_any_id(app: Flask, _: pytest.MonkeyPatch) -> None:
    """A page that finds an id of any partnership."""

    def view(id: UUID) -> str:
        for tenant in _everywhere():
            with tenant.read(TriageQueue) as queue:
                if item := queue.item(id):
                    return str(item.words)
        raise NotFound

    _instead(app, "work.feedback", view)


def writes_any_id(app: Flask, _: pytest.MonkeyPatch) -> None:
    """A form that changes an id of any partnership."""

    def view(id: UUID, name: str) -> None:
        for tenant in _everywhere():
            try:
                provenance = Provenance("a bug", "a test", None, uuid4().hex)
                tenant.feedback.give_theme(id, provenance, theme="A heron")
            except NothingKnown:
                continue
        abort(404)

    _instead(app, "work.handle", view)


def forbids_instead(_: Flask, patch: pytest.MonkeyPatch) -> None:
    """A guard that answers 403 instead of asking to sign in."""
    right = authentication.current_user

    def forbidding(*, active: bool = True) -> authentication.CurrentUser:
        try:
            return right(active=active)
        except authentication.SignInNeeded:
            abort(403)

    patch.setattr(permissions, "current_user", forbidding)


def shares_a_cache(app: Flask, _: pytest.MonkeyPatch) -> None:
    """A page cached under its own name, without the partnership's."""
    kept: dict[str, Any] = {}
    right = app.view_functions["you_said.page"]

    def view() -> Any:
        return kept.setdefault(request.endpoint or "", right())

    _instead(app, "you_said.page", view)


def heeds_a_parameter(app: Flask, _: pytest.MonkeyPatch) -> None:
    """``?tenant=`` chooses the partnership."""

    def choose() -> None:
        if found := tenants.get(request.args.get("tenant", "")):
            g.here, g.card = found

    app.before_request(choose)


def lists_everybody(app: Flask, _: pytest.MonkeyPatch) -> None:
    """One list of people for all partnerships."""

    def view() -> str:
        found = []
        for tenant in _everywhere():
            with tenant.read(People) as people:
                found += [f"{each.name} {each.email}" for each in people.all()]
        return "\n".join(found)

    _instead(app, "people.list_all", view)


def tells_on_the_way_in(app: Flask, _: pytest.MonkeyPatch) -> None:
    """A page of the platform that shows recent feedback."""

    def view() -> str:
        found = []
        for tenant in _everywhere():
            with tenant.read(TriageQueue) as queue:
                found += [item.words for item in queue.waiting()]
        return "\n".join(found)

    _instead(app, "health.health", view)


def forgets_to_say(app: Flask, _: pytest.MonkeyPatch) -> None:
    """A page for its author only, left open to all."""
    app.add_url_rule("/<partnership>/debug", "debug", lambda: here.slug)


MUTANTS: tuple[tuple[Plant, str, str], ...] = (
    (reads_any_id, "work.feedback", "shows "),
    (writes_any_id, "work.handle", "writes to "),
    (forbids_instead, "", "answers otherwise"),
    (shares_a_cache, "you_said.page", "shows "),
    (heeds_a_parameter, "", ""),
    (lists_everybody, "people.list_all", "shows "),
    (tells_on_the_way_in, "health.health", "shows "),
    (forgets_to_say, "debug", "undeclared"),
)


def _everywhere() -> list[Tenant]:
    return [
        tenant
        for card in tenants.cards()
        if (found := tenants.get(card.slug))
        for tenant in found[:1]
    ]


def _instead(app: Flask, endpoint: str, view: Callable[..., Any]) -> None:
    """Replaces a view, with the guard of the right one."""
    permission = getattr(app.view_functions[endpoint], "permission")  # noqa: B009
    guard = permissions.requires(permission) if permission else permissions.open_to_all
    app.view_functions[endpoint] = guard(cast(Any, view))
