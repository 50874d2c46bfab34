"""Measures every row of the table of targets; ``--quick`` takes about three minutes."""

from __future__ import annotations

import argparse
import gc
import pkgutil
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from infra.storage.fact_codec import import_every_fact
from tests.bench.measure import Bench, Row
from tests.bench.report import line, written
from tests.bench.subject import KEYS
from tests.postgres import Server

_HERE = Path(__file__).parent
_REPORT = _HERE.parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--only", default="", help="the groups whose name has this in it")
    asked = parser.parse_args()
    found = []
    shutil.rmtree(KEYS, ignore_errors=True)
    with Server() as server:
        bench = _quick(server) if asked.quick else Bench(server, 9, 1.0, 20_000, 150)
        for row in _rows(bench, asked.only):
            found.append(row)
            print(line(row), flush=True)
    if not (asked.quick or asked.only):
        _REPORT.write_text(written(found, "python -m tests.bench"))


def _quick(server: Server) -> Bench:
    return Bench(server, rounds=3, seconds=0.4, facts=2_000, partnerships=40)


def _rows(bench: Bench, only: str) -> Iterator[Row]:
    """Every module here that is called ``row_…`` has rows; none is named anywhere."""
    named = sorted(each.name for each in pkgutil.iter_modules([str(_HERE)]))
    found = [name for name in named if name.startswith("row_") and only in name]
    modules = [import_module(f"tests.bench.{name}") for name in found]
    import_every_fact()
    for module in modules:
        # What start-up and earlier rows left is frozen for every configuration alike.
        gc.collect()
        gc.freeze()
        yield from module.rows(bench)


if __name__ == "__main__":
    main()
