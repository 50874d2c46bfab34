"""Norfolk, open to young people, on either store: what tests of faults are served from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.postgres import Server

# On one store in make test, on both in make faults: where the code is the same for both.
_LONG = pytest.mark.faults_long
SQLITE_FIRST = pytest.mark.parametrize(
    "settings", ["sqlite", pytest.param("postgresql", marks=_LONG)], indirect=True
)
POSTGRESQL_FIRST = pytest.mark.parametrize(
    "settings", ["postgresql", pytest.param("sqlite", marks=_LONG)], indirect=True
)
NORFOLK = Joining("norfolk", "Norfolk", "Norfolk", "", (), "", "")


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    found = {"EARSHOT_VAR": str(tmp_path / "var")}
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgres")
        found["EARSHOT_DATABASE_URL"] = server.url(request.getfixturevalue("database"))
    return found


@pytest.fixture
def norfolk(settings: dict[str, str]) -> Iterator[Partnerships]:
    migrate_all(load(settings))
    made = Partnerships.of(load(settings))
    join_partnership(made, NORFOLK)
    yield made
    made.close()
