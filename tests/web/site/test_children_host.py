"""Young people's own host name serves public pages, and nothing of staff's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.web.page import Page
from tests.web.routes import routes
from tests.web.staff import Staff
from web.app import create_app

THEIRS, OURS = "http://tell.example", "http://staff.example"


@pytest.fixture
def apart(demo: Partnerships, demo_app: Flask) -> FlaskClient:
    demo.children_url = THEIRS
    return demo_app.test_client()


def test_their_host_serves_no_page_of_staff(apart: FlaskClient, demo_app: Flask) -> None:
    asked = 0
    for route in routes(demo_app):
        if route.permission or route.endpoint.startswith("sign_in."):
            path = route.of(
                "norfolk", demo_app.extensions["tenants"].open("norfolk").partnership.id
            )
            answer = apart.open(path, method=route.method, base_url=THEIRS)
            assert answer.status_code == 404, route
            asked += 1
    assert asked > 100
    assert apart.get("/norfolk/tell", base_url=THEIRS).status_code == 200
    assert "Staff sign-in" not in apart.get("/", base_url=THEIRS).text
    assert "Staff sign-in" in apart.get("/", base_url=OURS).text


def test_a_session_of_staff_is_worth_nothing_there(
    demo: Partnerships, sign_in: Callable[[str], Staff]
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    demo.children_url = THEIRS
    cookie = coordinator.client.get_cookie("earshot")
    assert cookie
    there = coordinator.client.application.test_client()
    there.set_cookie("earshot", cookie.value, domain="tell.example")
    assert there.get("/norfolk/work/", base_url=THEIRS).status_code == 404


@pytest.mark.parametrize("host", ["tell.example:444", "tell.example:443", "tell.example"])
def test_their_host_is_theirs_by_whichever_port(apart: FlaskClient, host: str) -> None:
    assert apart.get("/norfolk/work/sign-in", headers={"Host": host}).status_code == 404


@pytest.mark.parametrize("host", ["elsewhere.example", "TELL.example", "tell.example.", "[", ""])
def test_a_name_that_is_not_ours_is_answered_with_a_page(demo: Partnerships, host: str) -> None:
    demo.public_url, demo.children_url = "https://staff.example", "https://tell.example"
    client = create_app(demo, bytes(32), https=True).test_client()
    assert client.get("/norfolk/work/sign-in", headers={"Host": host}).status_code in (400, 404)


def test_posters_lead_to_their_host(demo: Partnerships, sign_in: Callable[[str], Staff]) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    page: Page = coordinator.post("work/posters/new", place="A club")
    demo.children_url = THEIRS
    link = next(link for link in page.links if link.endswith("/poster"))
    assert f"{THEIRS}/norfolk/at/" in coordinator.get(link).html
