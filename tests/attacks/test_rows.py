"""Every row of the attacker's table that can be tried from outside, on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.rows import ROWS
from tests.attacks.world import served

pytestmark = pytest.mark.sweep


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_way_is_closed(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue("postgres") if kind == "postgresql" else None
    with served(tmp_path, database) as world:
        found = {row.__name__: got for row in ROWS if (got := row(world))}
    assert found == {}
