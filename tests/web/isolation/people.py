"""The users of the matrix: every role of three partnerships, a former user, a visitor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from flask import Flask
from werkzeug.test import TestResponse

from events.fact import Provenance
from tests.web.isolation.asking import Asked
from tests.web.isolation.planting import Planted, email_of
from tests.web.routes import Route
from tests.web.staff import Staff, newest_link, posted
from web.site.permissions import ROLES
from web.site.tenancy import Tenants

ENDED, NOBODY = "ended", "nobody"


@dataclass(frozen=True)
class Person:
    """A user. The same cookie is sent with every request, so that nothing signs them out."""

    planted: Planted
    role: str
    cookie: str = ""
    token: str = ""

    @property
    def works_here(self) -> bool:
        return self.role in ROLES

    def may_use(self, route: Route) -> bool:
        """Whether the user may use the page in their own partnership."""
        if route.permission is None:
            return self.role in {"coordinator", NOBODY}
        return self.works_here and route.permission in ROLES[self.role]  # type: ignore[index]

    def ask(self, app: Flask, asked: Asked, source: str) -> TestResponse:
        """Sends the request from an IP address of its own."""
        headers = asked.headers | ({"Cookie": f"earshot={self.cookie}"} if self.cookie else {})
        leaves = asked.route.endpoint == "sign_in.out"
        form = asked.form if leaves or not asked.form else asked.form | {"csrf_token": self.token}
        return app.test_client(use_cookies=False).open(
            "/",
            method=asked.route.method,
            query_string=asked.query,
            headers=headers,
            data=form or None,
            environ_base={"REMOTE_ADDR": source},
            environ_overrides={"PATH_INFO": asked.path},
        )


def everybody(app: Flask, tenants: Tenants, planted: Planted, post: Path) -> list[Person]:
    """Users of each role of a partnership, one whose access ended, and a visitor."""
    found = [_signed_in(app, planted, role, email_of(role, planted.slug), post) for role in ROLES]
    former = email_of("former", planted.slug)
    found.append(_signed_in(app, planted, ENDED, former, post))
    tenant = tenants.get(planted.slug)
    assert tenant is not None
    provenance = Provenance("a test", "a test", None, uuid4().hex)
    tenant[0].access.end(tenant[0].access.id_of(former), provenance, why="they left")
    tenant[0].catch_up()
    return [*found, Person(planted, NOBODY)]


def _signed_in(app: Flask, planted: Planted, role: str, email: str, post: Path) -> Person:
    client = app.test_client()
    client.post(f"/{planted.slug}/work/sign-in", data={"email": email})
    posted(app.extensions["tenants"])
    entered = client.post(newest_link(post, email))
    staff = Staff(client, planted.slug)
    staff.get(entered.headers["Location"])
    cookie = client.get_cookie("earshot")
    assert cookie is not None
    assert staff.token
    return Person(planted, role, cookie.value, staff.token)
