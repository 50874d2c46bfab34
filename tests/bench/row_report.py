"""Drawing the page of Norfolk's yearly report from its rows, against a page with nothing on it."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from infra.keys.file_root import FileRoot
from infra.partnerships import Partnerships
from infra.seeds.load import load_seeds
from infra.settings import load
from infra.stores import migrate_all
from tests.bench.measure import Bench, Row, for_the_record, rate
from web.app import create_app
from web.site.permissions import open_to_all

_REPORT = "/norfolk/reports/annual-report-2020-21"
_TIMES = 20


def rows(bench: Bench) -> Iterator[Row]:
    with bench.store() as store, tempfile.TemporaryDirectory() as folder:
        settings = {"EARSHOT_VAR": str(Path(folder)), "EARSHOT_DATABASE_URL": store.url}
        FileRoot.kept_in(Path(folder) / "keys")
        migrate_all(load(settings))
        partnerships = Partnerships.of(load(settings))
        load_seeds(partnerships, lambda said: None, io.StringIO())
        app = create_app(partnerships, bytes(32), https=False)
        app.add_url_rule("/<partnership>/empty", "empty", open_to_all(lambda: ""))
        client = app.test_client()
        size = len(client.get(_REPORT).data)

        def drawing(address: str) -> Callable[[], int]:
            return lambda: sum(client.get(address).status_code == 200 for _ in range(_TIMES))

        found = bench.in_turn(
            {
                "report": lambda: rate(drawing(_REPORT)),
                "empty": lambda: rate(drawing("/norfolk/empty")),
            }
        )
        partnerships.close()
    full, empty = 1e3 / found["report"], 1e3 / found["empty"]
    figure = f"{full:.1f} ms, {size / 1024:.0f} KiB; empty {empty:.2f} ms"
    yield for_the_record(
        "page of Norfolk's yearly report, against an empty one", figure, full / empty
    )
