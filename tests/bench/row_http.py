"""A young person's Send, answered by a real gunicorn, against a route that only checks the form."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from uuid import uuid4

from infra.keys.file_root import FileRoot
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from tests.bench.measure import Bench, Row, answer_times, at_least, at_most, for_the_record
from tests.bench.subject import WORDS
from tests.faults.gunicorn import Gunicorn

_CLIENTS = 8
_ROUTES = {"send": "tell/send", "validate": "bench/validate", "draw": "bench/draw"}


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store("norfolk") as store, tempfile.TemporaryDirectory() as folder:
        settings = {"EARSHOT_VAR": folder, "EARSHOT_DATABASE_URL": store.url}
        FileRoot.kept_in(Path(folder) / "keys")
        migrate_all(load(settings))
        partnerships = Partnerships.of(load(settings))
        join_partnership(partnerships, Joining("norfolk", "Norfolk", "Norfolk", "", (), "", ""))
        partnerships.close()
        times: dict[str, list[float]] = {name: [] for name in _ROUTES}
        with Gunicorn(settings, Path(folder) / "log", "tests.bench.serving:served()") as server:

            def measured(name: str) -> Callable[[], float]:
                def measure() -> float:
                    found = answer_times(_CLIENTS, bench.seconds, _posting(server.port, name))
                    times[name] += found
                    return len(found) / bench.seconds

                return measure

            found = bench.in_turn({name: measured(name) for name in _ROUTES})
    sent = sorted(times["send"])
    p50, p99 = median(sent), sent[int(len(sent) * 0.99)]
    figure = f"{found['send']:,.0f} per s, only validating {found['validate']:,.0f}"
    yield at_least("HTTP POST acknowledged", figure, found["send"] / found["validate"], 0.33)
    figure = f"p50 {p50 * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms"
    yield at_most("the slowest in a hundred, against the median", figure, p99 / p50, 3)
    figure = f"validating and drawing it {found['draw']:,.0f} per s"
    yield for_the_record("the same, with the page of thanks", figure, found["send"] / found["draw"])


def _posting(port: int, name: str) -> Callable[[int], Callable[[], object]]:
    """Posts over one connection that is kept; as light as can be, for it shares the machine."""

    def ready(_: int) -> Callable[[], object]:
        line = socket.create_connection(("127.0.0.1", port), timeout=20)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

        def post() -> None:
            form = urlencode(
                {
                    "client_id": str(uuid4()),
                    "feeling": "mixed",
                    "about": "school",
                    "words": WORDS,
                    "age_band": "13 to 15",
                }
            )
            line.sendall(
                f"POST /norfolk/{_ROUTES[name]} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(form)}\r\n\r\n{form}".encode()
            )
            answer = line.recv(65_536)
            head, _, body = answer.partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            length = int(head.lower().partition(b"content-length:")[2].split()[0])
            while len(body) < length:
                body += line.recv(65_536)

        return post

    return ready
