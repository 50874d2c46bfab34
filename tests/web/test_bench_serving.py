"""What the measurements serve can be served: they run seldom, and nobody else would tell."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from infra.partnerships import Partnerships
from tests.bench.serving import unhurried
from tests.web.conftest import fresh_app
from web.site.rate_limit import PACES


@pytest.fixture
def measured(partnerships: Partnerships, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setitem(PACES, "tell", PACES["tell"])  # put back afterwards
    return unhurried(fresh_app(partnerships)).test_client()


@pytest.mark.parametrize("route", ["tell/send", "bench/validate", "bench/draw"])
def test_each_route_of_the_measurements_answers(measured: FlaskClient, route: str) -> None:
    said = {"words": "I was heard.", "feeling": "mixed", "age_band": "13 to 15"}
    assert measured.post(f"/norfolk/{route}", data=said).status_code == 200
