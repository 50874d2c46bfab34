"""Leaving fast clears what is ours to clear, and no other site can make a browser do it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.staff import Staff

PATHS = ("/leave.svg", "/norfolk/leave.svg")
HEADER = "Clear-Site-Data"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_clears_nothing(client: FlaskClient, path: str, site: str) -> None:
    assert HEADER not in client.get(path, headers={"Sec-Fetch-Site": site}).headers


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}])
def test_where_staff_work_only_the_cache_is_cleared(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    """Cookies are a session of staff, and storage the visits that an inspector has not sent."""
    assert client.get(path, headers=headers).headers[HEADER] == '"cache"'


def test_on_their_own_host_everything_is_cleared(app: Flask) -> None:
    app.extensions["tenants"].children_url = "http://young.example"
    answer = app.test_client().get("/leave.svg", headers={"Host": "young.example"})
    assert answer.headers[HEADER] == '"cache", "cookies", "storage"'


def test_nobody_is_signed_out_by_a_picture(sign_in: Callable[[str], Staff]) -> None:
    triage = sign_in("triage@norfolk.example")
    triage.client.get("/norfolk/leave.svg", headers={"Sec-Fetch-Site": "cross-site"})
    assert triage.get("work/").status == 200


@pytest.mark.parametrize("path", ["/norfolk/", "/norfolk/leave.svg", "/"])
def test_no_other_site_may_take_in_what_is_ours(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cross-Origin-Resource-Policy"] == "same-origin"
