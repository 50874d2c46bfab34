"""What monitoring is told."""

from __future__ import annotations

from flask.testing import FlaskClient


def test_all_is_well(anybody: FlaskClient) -> None:
    answer = anybody.get("/health")
    assert answer.status_code == 200
    assert answer.json == {"ok": True, "troubles": {}}
    assert "Set-Cookie" not in answer.headers
