"""A whole day of use leaves no trace of who was here or what was said, in any log or any file."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from infra.partnerships import Partnerships
from infra.settings import load
from projections.feedback.triage_queue import TriageQueue
from tests.faults.gunicorn import Gunicorn
from tests.faults.traces import spellings, traces
from tests.faults.visitor import Visitor
from tests.infra.command import Earshot
from tests.postgres import Server, binary
from tests.web.staff import WORKERS, YESTERDAY, newest_link

ADDRESS, AGENT, REFERRER = "203.0.113.77", "Plover/9.1 (canary)", "http://school.example/form-9b"
STRANGER, KEEPER, NAME = "knot@stranger.example", "plover@norfolk.example", "Plover Keeperson"
SAID, TAKEN = "The marsh harrier keeps me awake", "A bittern booms behind our house"
REFUSED, REFERENCE, REPLY = "An avocet that was refused", "REF-7731-godwit", "We mended the hide."
THEME = "Lapwings at dusk"
_WORDS = re.compile(r'name="receipt" value="([a-z ]+)"')


class Used:
    """An Earshot that people use; ``places`` is everything that it, and its database, leave."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.folder, self.server, self.home = folder, server, folder / "home"
        self.var, self.log, self.found = folder / "var", folder / "log", folder / "dump.sql"
        self.secrets: list[str] = []
        self.home.mkdir()
        self.settings = {"EARSHOT_VAR": str(self.var), "EARSHOT_PROXIES": "1"}
        if server:
            self.database = server.fresh()
            self.settings["EARSHOT_DATABASE_URL"] = server.url(self.database)

    def places(self) -> list[Path]:
        kept = [each for each in self.var.iterdir() if each.name != "post"]
        if not self.server:
            return [*kept, self.log, self.home]
        url = self.server.url(self.database)
        subprocess.run([binary("pg_dump"), "-f", self.found, url], check=True)
        return [*kept, self.log, self.home, self.found, self.server.folder / "log"]

    def break_views(self) -> None:
        """Takes the table away that receipts are looked up in."""
        if self.server:
            like = "schemaname = 'p_norfolk_views' AND tablename LIKE 'receipt%'"
            query = f"SELECT tablename FROM pg_tables WHERE {like}"
            for (name,) in self.server.run(query, self.database):
                self.server.run(f'DROP TABLE p_norfolk_views."{name}"', self.database)
            return
        with closing(sqlite3.connect(self.var / "partnerships/norfolk/views.db")) as views:
            query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'receipt%'"
            for (name,) in views.execute(query).fetchall():
                views.execute(f'DROP TABLE "{name}"')

    def break_ledger(self) -> None:
        """Takes the head away that a new fact is written behind."""
        if self.server:
            self.server.run("ALTER TABLE p_norfolk.lane RENAME TO gone", self.database)
            return
        with closing(sqlite3.connect(self.var / "partnerships/norfolk/ledger.db")) as ledger:
            ledger.execute("ALTER TABLE lane RENAME TO gone")


@pytest.fixture(params=["sqlite", "postgresql"])
def used(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Used]:
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    made = Used(tmp_path, server)
    assert Earshot(tmp_path, made.settings).run("load").code == 0
    yield made
    if made.server:
        made.server.drop(made.database)


def test_nothing_of_anybody_is_left_lying_about(used: Used) -> None:
    with Gunicorn(used.settings | {"HOME": str(used.home)}, used.log) as server:
        headers = {"X-Forwarded-For": ADDRESS, "User-Agent": AGENT, "Referer": REFERRER}
        _a_young_person(used, Visitor(server.port, headers))
        _staff(used, Visitor(server.port, headers))
        _what_goes_wrong(used, Visitor(server.port, headers))
        assert _sockets(used.home) == []
    looked_for = [ADDRESS, AGENT, REFERRER, STRANGER, KEEPER, NAME, SAID, TAKEN, REFUSED]
    looked_for += [REFERENCE, REPLY, *used.secrets]
    places = used.places()
    assert traces(places, looked_for) == []
    assert traces(places, [THEME]), "the control: what is about nobody lies there in clear"
    log = used.log.read_text()
    for page in ("back.look", "tell.send"):
        assert f"a page failed: {page}" in log
    assert "GET /" not in log
    assert [each for each in used.home.rglob("*") if not each.is_dir()] == []


def test_a_trace_is_found_however_it_is_written(tmp_path: Path) -> None:
    """The control: the search can find what it looks for, down in a folder or in a log."""
    file = tmp_path / "deep" / "down" / "file"
    file.parent.mkdir(parents=True)
    for way in spellings(SAID):
        file.write_bytes(b"\xff\0" + way + b"\0")
        assert traces([tmp_path], [TAKEN, SAID]) == [(SAID, "file")]
        assert traces([file], [SAID]) == [(SAID, "file")]


def _a_young_person(used: Used, visitor: Visitor) -> None:
    """Tells, comes back, keeps the proof, tells once more and takes that back."""
    for words in (SAID, TAKEN):
        form = {"client_id": str(uuid4()), "feeling": "sad", "about": "home", "words": words}
        assert visitor.get("/norfolk/tell")[0] == 200
        assert visitor.post("/norfolk/tell/check", **form)[0] == 200
        status, page = visitor.post("/norfolk/tell/send", **form)
        receipt = _WORDS.findall(page)[0]
        assert (status, len(receipt.split())) == (200, 5)
        assert visitor.post("/norfolk/back", receipt=receipt)[0] == 200
        assert visitor.post("/norfolk/back/proof", receipt=receipt)[0] in {200, 422}
        used.secrets.append(receipt)
    assert visitor.post("/norfolk/back/take", receipt=receipt, sure="yes")[0] == 200
    assert visitor.cookies == {}


def _staff(used: Used, visitor: Visitor) -> None:
    """Lets somebody in, who reads, sorts, escalates, answers, and looks at the past."""
    _sign_in(used, visitor, "coordinator@norfolk.example")
    assert visitor.get("/norfolk/work/people/")[0] == 200
    given = {"name": NAME, "email": KEEPER, "role": "triage"}
    assert visitor.post("/norfolk/work/people/", **given)[0] == 303
    at = f"/norfolk/work/feedback/{_feedback(used, SAID)}"
    assert visitor.get("/norfolk/work/replay/")[0] == 200
    _sign_in(used, visitor, KEEPER)
    status, page = visitor.get(at)
    assert status == 200
    assert SAID in page
    for act, form in {
        "read": {},
        "theme": {"theme": THEME},
        "escalate": {
            "told_to": "The front door",
            "escalated_at": YESTERDAY,
            "reference": REFERENCE,
        },
        "answer": {"outcome": "we did", "reply": REPLY},
    }.items():
        assert visitor.post(f"{at}/{act}", **form)[0] == 303, act
    assert visitor.post(f"{at}/answer", outcome=REFUSED)[0] == 422
    assert visitor.get(f"/norfolk/work/feedback/{uuid4()}")[0] == 404
    assert visitor.post(f"{at}/read", csrf_token="stale", words=REFUSED)[0] == 400


def _what_goes_wrong(used: Used, visitor: Visitor) -> None:
    form = {"client_id": str(uuid4()), "feeling": "sad", "words": f"{REFUSED} " * 400}
    assert visitor.post("/norfolk/tell/send", **form)[0] == 422
    assert visitor.post("/norfolk/tell/send", words=REFUSED * 20_000)[0] == 413
    assert visitor.get(f"/norfolk/{'-'.join(REFUSED.split())}")[0] == 404
    assert visitor.get(f"/{'x' * 3000}/{'-'.join(REFUSED.split())}")[0] == 414
    assert visitor.post("/norfolk/work/sign-in", email=STRANGER)[0] == 200
    wrong = " ".join(used.secrets[0].split()[:1] * 5)
    statuses = {visitor.post("/norfolk/back", receipt=wrong)[0] for _ in range(50)}
    assert statuses == {422, 429}
    used.break_views()
    elsewhere = Visitor(visitor.port, visitor.headers | {"X-Forwarded-For": "203.0.113.78"})
    assert elsewhere.post("/norfolk/back", receipt=used.secrets[0])[0] == 500
    used.break_ledger()
    form = {"client_id": str(uuid4()), "feeling": "sad", "words": REFUSED}
    assert visitor.post("/norfolk/tell/send", **form)[0] == 500


def _sign_in(used: Used, visitor: Visitor, email: str) -> None:
    visitor.cookies.clear()
    assert visitor.post("/norfolk/work/sign-in", email=email)[0] == 200
    link = newest_link(used.var / "post", email, within=WORKERS)
    used.secrets.append(link.rsplit("/", 1)[1])
    assert visitor.get(link)[0] == 200
    assert visitor.post(link)[0] == 303
    assert visitor.get(visitor.location)[0] == 200


def _feedback(used: Used, words: str) -> str:
    partnerships = Partnerships.of(load(used.settings))
    with partnerships.open("norfolk").read(TriageQueue) as queue:
        [id] = [str(each.id) for each in queue.waiting() if each.words == words]
    partnerships.close()
    return id


def _sockets(home: Path) -> list[str]:
    """Sockets that lie in a folder: gunicorn's control socket would be one, at home."""
    named = Path("/proc/net/unix").read_text().splitlines()
    return [each for each in named if str(home) in each]
