"""Every page with a user of every role of one partnership: each may do what the page says.

``isolation`` tests users of other partnerships.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.routes import Route, guarded, routes
from tests.web.staff import Staff
from web.site.permissions import ROLES, open_to_all, refuse_unguarded, requires

SignIn = Callable[[str], Staff]


def asked(staff: Staff, route: Route, path: str) -> int:
    data = {"csrf_token": staff.token} if route.method == "POST" else None
    return staff.client.open(path, method=route.method, data=data).status_code


@pytest.mark.sweep
@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_role_may_do_what_its_permissions_say_and_no_more(
    demo_app: Flask, sign_in: SignIn, role: str
) -> None:
    staff, wrong = sign_in(f"{role.replace(' ', '-')}@norfolk.example"), []
    for route in guarded(demo_app):
        status = asked(staff, route, route.of("norfolk", uuid4()))
        allowed = route.permission in ROLES[role]  # type: ignore[index]
        if (status in {401, 403}) == allowed or status >= 500 or (status != 403 and not allowed):
            wrong.append((route, status))
    assert not wrong


def test_every_role_has_a_page_it_may_not_open(demo_app: Flask) -> None:
    said = {route.permission for route in guarded(demo_app)}
    assert all(said - permissions for permissions in ROLES.values())
    assert said == set().union(*ROLES.values())


def test_nobody_signed_in_is_sent_to_the_sign_in_page(
    demo_app: Flask, anybody: FlaskClient
) -> None:
    wrong = []
    for route in guarded(demo_app):
        answer = anybody.open(route.of("norfolk", uuid4()), method=route.method)
        location = answer.headers.get("Location", "")
        if route.method == "GET" and (answer.status_code, location) != (303, SIGN_IN):
            wrong.append((route, answer.status_code))
        if route.method == "POST" and answer.status_code != 401:
            wrong.append((route, answer.status_code))
    assert not wrong


SIGN_IN = "/norfolk/work/sign-in"


def test_open_pages_ask_nobody_who_they_are(demo_app: Flask, anybody: FlaskClient) -> None:
    for route in routes(demo_app):
        if route.permission is None:
            answer = anybody.open(route.of("norfolk", uuid4()), method=route.method)
            expected = {400} if "sign-out" in route.path else {200, 302, 303, 404, 422}
            assert answer.status_code in expected, route


def test_a_page_that_does_not_say_who_may_use_it_stops_the_start() -> None:
    app = Flask("planted")
    app.add_url_rule("/<partnership>/secret", "secret", lambda: "")
    with pytest.raises(LookupError, match="secret does not say who may use it"):
        refuse_unguarded(app)


def test_pages_that_say_so_start() -> None:
    app = Flask("guarded")
    app.add_url_rule("/open", "open", open_to_all(lambda: ""))
    app.add_url_rule("/closed", "closed", requires("read feedback")(lambda: ""))
    refuse_unguarded(app)
