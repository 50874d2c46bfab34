"""How long what one process commits takes to show in a view that another process keeps."""

from __future__ import annotations

import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from infra.keys.file_root import FileRoot
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from projections.feedback.triage_queue import TriageQueue
from tests.bench.measure import Bench, Row, at_most
from tests.bench.subject import WORDS
from tests.infra.command import Earshot


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store() as store, tempfile.TemporaryDirectory() as folder:
        earshot = Earshot(Path(folder), {"EARSHOT_VAR": folder, "EARSHOT_DATABASE_URL": store.url})
        FileRoot.kept_in(Path(folder) / "keys")
        migrate_all(load(earshot.settings))
        partnerships = Partnerships.of(load(earshot.settings))
        join_partnership(partnerships, Joining("norfolk", "Norfolk", "Norfolk", "", (), "", ""))
        worker = earshot.start("worker")
        try:
            _shown(partnerships, 0)
            took = sorted(_shown(partnerships, n) for n in range(1, 10 * bench.rounds))
        finally:
            _end(worker)
            partnerships.close()
    for share, name in ((0.5, "half the time"), (0.95, "19 times in 20")):
        milliseconds = took[int(len(took) * share)] * 1e3
        yield at_most(
            f"committed, and visible to another process, {name}",
            f"{milliseconds:.0f} ms",
            milliseconds,
            250,
            " ms",
        )


def _shown(partnerships: Partnerships, before: int) -> float:
    tenant = partnerships.open("norfolk")
    time.sleep(random.uniform(0, 0.15))
    tenant.feedback.submit(uuid4().hex, words=WORDS)
    started = time.perf_counter()
    while True:
        with tenant.read(TriageQueue) as view:
            if view.count("waiting") > before:
                return time.perf_counter() - started
        time.sleep(0.002)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()
