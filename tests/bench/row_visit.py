"""A young person's visit (form, check, send), against bare Flask with one durable INSERT."""

from __future__ import annotations

import http.client
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from infra.keys.file_root import FileRoot
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.bench.measure import Bench, Row, answer_times, at_least, at_most
from tests.bench.subject import WORDS
from tests.faults.gunicorn import Gunicorn

_HIDDEN = re.compile(r'name="(client_id|token)" value="([^"]*)"')
_SAID = {"feeling": "mixed", "about": "school", "words": WORDS, "age_band": "13 to 15"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_APPS = {"ours": "tests.bench.serving:served()", "bare": "tests.bench.bare:bare()"}
_ALONE = {"EARSHOT_FOLLOW": "no"}  # beside the bare one no worker works


def rows(bench: Bench) -> Iterator[Row]:
    """Eight at once on both kinds of store, and 32 for the slowest."""
    with bench.store("norfolk") as store:
        for name, url in (("PostgreSQL", store.url), ("SQLite", "")):
            yield from _on(bench, name, url)


def _on(bench: Bench, name: str, url: str) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {"EARSHOT_VAR": folder} | ({"EARSHOT_DATABASE_URL": url} if url else {})
        _joined(settings)
        log = Path(folder) / "log"
        with (
            Gunicorn(settings, log, _APPS["ours"]) as ours,
            Gunicorn(settings | _ALONE, log, _APPS["bare"]) as bare,
        ):
            found = bench.in_turn(
                {
                    "ours": lambda: len(_visits(ours.port, 8, bench.seconds)) / bench.seconds,
                    "bare": lambda: len(_visits(bare.port, 8, bench.seconds)) / bench.seconds,
                }
            )
            times = sorted(_visits(ours.port, 32, bench.seconds * bench.rounds))
    figure = f"{found['ours']:,.0f} per s, bare {found['bare']:,.0f}"
    yield at_least(f"a visit, 8 at once, {name}", figure, found["ours"] / found["bare"], 0.6)
    p50, p99 = median(times), times[int(len(times) * 0.99)]
    figure = f"p50 {p50 * 1e3:.0f} ms, p99 {p99 * 1e3:.0f} ms"
    yield at_most(f"the slowest in a hundred of 32 at once, {name}", figure, p99 / p50, 5)


def _joined(settings: dict[str, str]) -> None:
    FileRoot.kept_in(Path(settings["EARSHOT_VAR"]) / "keys")
    migrate_all(load(settings))
    partnerships = Partnerships.of(load(settings))
    join_partnership(partnerships, Joining("norfolk", "Norfolk", "Norfolk", "", (), "", ""))
    partnerships.close()


def _visits(port: int, clients: int, seconds: float) -> list[float]:
    return answer_times(clients, seconds, lambda _: _visiting(port))


def _visiting(port: int) -> Callable[[], object]:
    """One young person after another, over one line that is kept."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(method: str, step: str, form: dict[str, str] | None = None) -> str:
        sent = urlencode(form) if form else None
        line.request(method, f"/norfolk/tell{step}", sent, _FORM if form else {})
        answer = line.getresponse()
        page = answer.read().decode()
        assert answer.status == 200, page[-500:]
        return page

    def visit() -> None:
        form = dict(_HIDDEN.findall(ask("GET", ""))) | _SAID
        ask("POST", "/check", form)
        assert "five words" in ask("POST", "/send", form)

    return visit
