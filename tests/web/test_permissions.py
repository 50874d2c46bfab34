"""Every page with everybody: what each may do follows from what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.bootstrap import Partnerships
from projections.audit_programme import AuditProgramme
from projections.decision_register import DecisionRegister
from projections.inspector_form import InspectorForm
from projections.people import People
from projections.triage_queue import TriageQueue
from tests.web.page import Page
from tests.web.staff import Staff
from web.pages import audits, decisions, inspections, visits, work
from web.who import MAY, may, open_to_all, refuse_unguarded

SignIn = Callable[[str], Staff]
ACTS = sorted(
    {*work.ACTS, *decisions.ACTS, *audits.ACTS, *visits.ACTS}
    | {*inspections.INSPECTOR_ACTS, *inspections.VISIT_ACTS}
)


class Route(NamedTuple):
    path: str
    method: str
    permission: str | None

    def of(self, partnership: str, id: UUID, name: str = "read") -> str:
        def fill(found: re.Match[str]) -> str:
            if found[2] == "partnership":
                return partnership
            return str(id) if found[1] == "uuid:" else name

        return re.sub(r"<(uuid:)?(\w+)>", fill, self.path)


def routes(app: Flask) -> Iterator[Route]:
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            permission = getattr(app.view_functions[rule.endpoint], "permission")  # noqa: B009
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield Route(rule.rule, method, permission)


def guarded(app: Flask) -> list[Route]:
    return [route for route in routes(app) if route.permission]


def asked(staff: Staff, route: Route, path: str) -> int:
    data = {"csrf_token": staff.token} if route.method == "POST" else None
    return staff.client.open(path, method=route.method, data=data).status_code


@pytest.mark.parametrize("role", sorted(MAY))
def test_each_role_may_do_what_its_permissions_say_and_no_more(
    demo_app: Flask, sign_in: SignIn, role: str
) -> None:
    staff, wrong = sign_in(f"{role}@norfolk.example"), []
    for route in guarded(demo_app):
        status = asked(staff, route, route.of("norfolk", uuid4()))
        allowed = route.permission in MAY[role]  # type: ignore[index]
        if (status in {401, 403}) == allowed or status >= 500 or (status != 403 and not allowed):
            wrong.append((route, status))
    assert not wrong


def test_every_role_has_a_page_it_may_not_open(demo_app: Flask) -> None:
    said = {route.permission for route in guarded(demo_app)}
    assert all(said - permissions for permissions in MAY.values())
    assert said == set().union(*MAY.values())


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


def test_another_partnerships_coordinator_finds_nothing(demo_app: Flask, sign_in: SignIn) -> None:
    staff = sign_in("coordinator@surrey.example")
    found = [
        route
        for route in guarded(demo_app)
        if asked(staff, route, route.of("norfolk", uuid4())) != 404
    ]
    assert not found
    assert staff.get("work/").status == 200


def test_a_real_id_of_another_partnership_answers_as_one_that_never_was(
    demo: Partnerships, demo_app: Flask, sign_in: SignIn
) -> None:
    staff, real = sign_in("coordinator@surrey.example"), real_ids(demo)
    for route in guarded(demo_app):
        if "<uuid:" not in route.path:
            continue
        for partnership in ("norfolk", "surrey"):
            for name in ACTS if "<name>" in route.path and route.method == "POST" else ["read"]:
                wanted = ask(staff, route, partnership, uuid4(), name)
                assert wanted[0] in {403, 404}, route
                for id in real:
                    assert ask(staff, route, partnership, id, name) == wanted, (route, id)


def test_nothing_smuggled_in_moves_anybody_to_another_partnership(sign_in: SignIn) -> None:
    staff = sign_in("coordinator@surrey.example")
    for headers in ({}, {"X-Partnership": "norfolk"}, {"X-Forwarded-Host": "norfolk.example"}):
        page = Page(staff.client.get("/surrey/work/people/?partnership=norfolk", headers=headers))
        assert page.status == 200
        assert "surrey.example" in page.words
        assert "norfolk.example" not in page.html


def test_a_page_that_does_not_say_who_may_use_it_stops_the_start() -> None:
    app = Flask("planted")
    app.add_url_rule("/<partnership>/secret", "secret", lambda: "")
    with pytest.raises(LookupError, match="secret does not say who may use it"):
        refuse_unguarded(app)


def test_pages_that_say_so_start() -> None:
    app = Flask("guarded")
    app.add_url_rule("/open", "open", open_to_all(lambda: ""))
    app.add_url_rule("/closed", "closed", may("read feedback")(lambda: ""))
    refuse_unguarded(app)


def ask(staff: Staff, route: Route, partnership: str, id: UUID, name: str) -> tuple[int, str]:
    data = {"csrf_token": staff.token} if route.method == "POST" else None
    path = route.of(partnership, id, name)
    answer = staff.client.open(path, method=route.method, data=data)
    # The token of a form is another one each time, whatever was asked for.
    return answer.status_code, re.sub(r'(name="csrf_token" value=")[^"]+', r"\1", answer.text)


def real_ids(demo: Partnerships) -> list[UUID]:
    """One of each thing that Norfolk holds."""
    here = demo.open("norfolk")
    with here.read(TriageQueue) as queue:
        found = [queue.waiting()[0].id]
    with here.read(DecisionRegister) as register:
        found += [register.all()[0].id]
    with here.read(AuditProgramme) as programme:
        found += [programme.all()[0].id]
    with here.read(InspectorForm) as view:
        found += [view.all_visits()[0].id, view.all_forms()[0].id, view.all_inspectors()[0].id]
    with here.read(People) as people:
        return [*found, people.all()[0].id]
