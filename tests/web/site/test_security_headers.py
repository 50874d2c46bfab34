"""What every answer tells the browser, whatever the answer is."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from web.app import create_app

PATHS = ("/", "/norfolk/", "/norfolk/nowhere", "/norfolk/work/", "/health")


@pytest.mark.parametrize("path", PATHS)
def test_each_answer_has_them(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    for each in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert each in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Server" not in headers


@pytest.mark.parametrize("path", PATHS)
def test_over_https_a_browser_never_comes_by_http_again(
    partnerships: Partnerships, path: str
) -> None:
    app = create_app(partnerships, bytes(32), https=True)
    host = partnerships.public_url.partition("//")[2]
    with app.test_client().get(path, base_url=f"https://{host}") as answer:
        told = answer.headers["Strict-Transport-Security"]
    assert told == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "NONSENSE"])
def test_methods_that_no_page_has_are_refused(client: FlaskClient, method: str) -> None:
    assert client.open("/norfolk/", method=method).status_code == 405
