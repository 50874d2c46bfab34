"""Addresses are typed from posters: in capitals, with a slash too many or too few."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.staff import Staff

PATHS = ("/norfolk/", "/norfolk/tell", "/norfolk/back", "/norfolk/you-said", "/norfolk/reports/")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "typed", [str.upper, str.title, "{}/".format, lambda path: path.rstrip("/")]
)
def test_an_address_is_found_however_it_is_typed(
    client: FlaskClient, path: str, typed: Callable[[str], str]
) -> None:
    answer = client.get(typed(path), follow_redirects=True)
    assert (answer.status_code, answer.request.path) == (200, path)


def test_the_code_of_a_poster_is_found_in_capitals_too(
    anybody: FlaskClient, sign_in: Callable[[str], Staff]
) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    page = coordinator.post("work/posters/new", place="A club")
    sheet = coordinator.get(next(link for link in page.links if link.endswith("/poster")))
    path = sheet.html[sheet.html.index("/norfolk/at/") :].partition("<")[0].split()[0]
    for typed in (path, path.upper(), f"{path}/", path.capitalize(), f"{path.upper()}/"):
        answer = anybody.get(typed, follow_redirects=True)
        assert "A club" in answer.text, typed


def test_what_an_address_asks_goes_along(client: FlaskClient) -> None:
    asked = client.get("/NORFOLK/TELL/?help=yes&lang=en")
    assert asked.headers["Location"] == "/norfolk/tell?help=yes&lang=en"


@pytest.mark.parametrize("path", ["/ATLANTIS/", "/norfolk/nothing/", "/%00/"])
def test_nobody_is_led_to_what_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path, follow_redirects=True).status_code == 404


@pytest.mark.parametrize("host", ["a" * 300, "a..b", ".", f"{'a' * 64}.example"])
@pytest.mark.parametrize("path", ["/", "/norfolk/tell", "/norfolk/work/", "/nothing"])
def test_a_host_that_can_be_no_name_is_a_bad_request(
    client: FlaskClient, host: str, path: str
) -> None:
    assert client.get(path, headers={"Host": host}).status_code == 400
