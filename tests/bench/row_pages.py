"""Opening the pages of a partnership with 100,000 facts, against one with 1,000 facts."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient

from events.fact import Fact
from events.feedback.triage import FeedbackRead
from infra.keys.store import KeyStore
from infra.mail import FolderMailer
from infra.partnerships import Partnerships
from infra.seeds.load import load_seeds
from infra.storage.sqlite.store import SQLiteStore
from tests.bench.measure import Bench, Row, at_most, for_the_record
from tests.bench.row_past import case
from tests.bench.subject import provenance, submitted
from tests.web.routes import routes
from tests.web.staff import newest_link, posted
from web.app import create_app
from web.site.permissions import ROLES

SHOWN = ("work/?show=done", "work/coverage/annual-report-2020-21", "reports/annual-report-2020-21")
_EMAIL = "coordinator@norfolk.example"


def rows(bench: Bench) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        few = _served(Path(folder) / "few", 1_000)
        many = _served(Path(folder) / "many", bench.facts * 5)
        pages = [page for page in _pages(few) if few.get(f"/norfolk/{page}").status_code == 200]
        found = {page: _ratio(few, many, page, bench.rounds) for page in pages}
    for page, (ratio, slow) in sorted(found.items(), key=lambda each: -each[1][0])[:5]:
        named = f"/norfolk/{page}, {bench.facts * 5:,} facts against 1,000"
        yield for_the_record(named, f"{slow:.1f} ms", ratio)
    worst = max(found, key=lambda page: found[page][0])
    yield at_most("the page that grows most, of all pages", f"/norfolk/{worst}", found[worst][0], 2)


def _pages(client: FlaskClient) -> list[str]:
    """Each page that needs nothing but its address and that a coordinator may open."""
    found = [
        route.path.removeprefix("/<partnership>/")
        for route in routes(client.application)
        if route.method == "GET"
        and route.path.startswith("/<partnership>/")
        and "<" not in route.path.removeprefix("/<partnership>/")
        and (route.permission is None or route.permission in ROLES["coordinator"])
    ]
    return [*found, *SHOWN]


def _served(folder: Path, facts: int) -> FlaskClient:
    """The demonstration's Norfolk with so many facts more, and its coordinator signed in."""
    store = SQLiteStore(folder / "partnerships")
    store.migrate()
    post = FolderMailer(folder / "post")
    keys = KeyStore.kept_in(folder / "keys")
    partnerships = Partnerships(store, keys, post, "http://localhost")
    load_seeds(partnerships, lambda said: None, io.StringIO())
    tenant = partnerships.open("norfolk")
    for _ in range(facts // 1_000):
        tenant.ledger.save(*(fact for _ in range(10) for fact in _hundred()))
    tenant.catch_up()
    client = create_app(partnerships, bytes(32), https=False).test_client()
    client.post("/norfolk/work/sign-in", data={"email": _EMAIL})
    posted(partnerships)
    client.post(newest_link(folder / "post", _EMAIL))
    return client


def _hundred() -> list[Fact]:
    """A hundred facts as a busy partnership has them: nearly all are what children say."""
    said = [submitted() for _ in range(46)]
    seen = [FeedbackRead(each.originator_id, 2, provenance(), "triage") for each in said[:44]]
    return [*case(), *said, *seen]


def _ratio(few: FlaskClient, many: FlaskClient, page: str, rounds: int) -> tuple[float, float]:
    """How many times longer the second takes, each in its turn; and its milliseconds."""
    times: dict[FlaskClient, list[float]] = {few: [], many: []}
    for client in times:
        assert client.get(f"/norfolk/{page}").status_code == 200, page
    for _ in range(rounds * 3):
        for client, taken in times.items():
            began = time.perf_counter()
            client.get(f"/norfolk/{page}")
            taken.append(1e3 * (time.perf_counter() - began))
    return median(times[many]) / median(times[few]), median(times[many])
