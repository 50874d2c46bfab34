"""The measurements run seldom, so a name that moved away from one of them is found here."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [each.name for each in pkgutil.iter_modules([str(ROOT / "tests" / "bench")])]


def test_there_are_measurements() -> None:
    assert {"__main__", "serving", "row_http"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_of_the_measurements_can_be_imported(name: str) -> None:
    import_module(f"tests.bench.{name}")
