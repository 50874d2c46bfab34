"""The table of targets as it is printed, and as it stands in docs/benchmarks.md."""

# ruff: noqa: RUF001 - as in the table

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psycopg

from tests.bench.measure import Row

_VERDICT = {True: "met", False: "**missed**", None: "–"}
_WHY = """
## What to know about these figures

- **Appending** is `FeedbackService.submit` whole: ids, receipt, encoding, one round trip. All
  writers share two cores with the server, so 8 writers are bound by the processors; on one
  partnership they also queue for its one row, which is what keeps its positions dense.
- **Rebuilding** decodes every fact, applies it in Python and sends the rows by COPY. What it is
  compared with, COPY of rows that are ready, does none of the first two. By a profile of one run, a
  quarter of the time is reading and decoding, under a third the view's own code, the rest
  encoding, writing and waiting for the database.
- **HTTP**: the route that only validates answers with one word; the real one also appends, draws
  the page of thanks (the row beside it says what that takes), and has the worker behind it. The
  clients, gunicorn and PostgreSQL share two cores; whatever else runs there shows first in the
  slowest answers.
- **Following** polls the heads ten times a second: half of what is seen waits 50 ms or more by
  design.
- **Memory** per partnership is counted in one process, over 146 partnerships more, each opened and
  one of its views read.
"""
_LIBRARIES = ("eventsourcing", "psycopg", "msgspec", "SQLAlchemy")


def line(row: Row) -> str:
    verdict = _VERDICT[row.holds].strip("*")
    return f"{row.work:52} {row.measured:52} {row.ratio:9.2f}  {row.target:9} {verdict}"


def written(rows: Sequence[Row], command: str) -> str:
    head = [
        "# What it costs",
        "",
        f"Measured on {datetime.now(UTC):%d %B %Y} by `{command}`. Each configuration of a group",
        "is taken in turn, round after round, and the medians are compared: rates depend on the",
        "machine and its neighbours, the ratios much less.",
        "",
        "What start-up leaves in memory is frozen first (`gc.freeze()`), for every configuration",
        "alike. Left out, Python's collector goes through all of it again and again while facts",
        "are made: runs without it, of this and slightly earlier builds under changing load, had",
        "replay at 2.5 to 8.5 times the library's and a log read in pages at 0.41 to 0.60 of a raw",
        "fetch. A server should freeze once it has started.",
        "",
        *(f"- {each}" for each in _machine()),
        "",
        "| Work | Measured | Ratio | Target | |",
        "|---|---|---|---|---|",
    ]
    table = [
        f"| {row.work} | {row.measured} | {row.ratio:.2f} | {row.target} | {_VERDICT[row.holds]} |"
        for row in rows
    ]
    missed = [
        f"- {row.work}: {row.ratio:.2f}, wanted {row.target}" for row in rows if row.holds is False
    ]
    provenance = ["", "## Missed in this run", "", *(missed or ["Nothing."]), "", _WHY.strip()]
    return "\n".join([*head, *table, *provenance, ""])


def _machine() -> list[str]:
    cpu = Path("/proc/cpuinfo").read_text()
    model = next(each for each in cpu.splitlines() if each.startswith("model name"))
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return [
        f"{os.cpu_count()} cores, {model.partition(':')[2].strip()}, {memory:.1f} GiB of memory",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, libpq {psycopg.pq.version_pretty(psycopg.pq.version())}",
        f"{libraries}; PostgreSQL in its stock configuration, fsync on",
    ]
