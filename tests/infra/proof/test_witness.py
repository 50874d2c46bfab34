"""A witness signs what only grew, and refuses a fork, no matter who signed it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from infra.proof.log_proof import LogProof
from infra.proof.note_key import Key
from infra.proof.public_checkpoints import Daily
from infra.proof.signed_note import Note
from infra.proof.transparency_log import TransparencyLog
from infra.proof.witness import Refused, Seen, Source, signer_in, witnessed
from infra.storage.sqlite.store import SQLiteStore
from tests.infra.command import Earshot
from tests.infra.proof.logs import log_of, record
from web.site.formatting import today


class Served:
    """A log behind the addresses that the application has, and another to put in its place."""

    def __init__(self, log: TransparencyLog) -> None:
        self.log = log

    def __call__(self, environ: dict[str, object], start: object) -> object:
        request, proof = Request(environ), LogProof(self.log, None)
        if request.path.endswith("/checkpoint"):
            signed = proof.of_day()
            said = signed.note if signed else ""
        elif request.path.endswith("/key"):
            said = proof.key()
        else:
            sizes = [int(request.args[name]) for name in ("from", "to")]
            said = "\n".join(proof.consistency(*sizes) or [])
        return Response(said)(environ, start)  # type: ignore[arg-type]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Served, str]]:
    app = Served(grown(tmp_path / "ours", 40))
    server = make_server("127.0.0.1", 0, app, threaded=True)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield app, f"http://127.0.0.1:{server.port}/norfolk/proof/checkpoint"
    server.shutdown()
    thread.join()
    server.server_close()


def grown(folder: Path, count: int) -> TransparencyLog:
    log = log_of(SQLiteStore(folder))
    record(log, count)
    log.advance(at_once=True)
    Daily(log).turn(today() + timedelta(days=1))
    return log


def test_it_signs_what_grew(served: tuple[Served, str], tmp_path: Path) -> None:
    app, address = served
    signer = signer_in(tmp_path / "key", "witness.example")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    first = witnessed(Source(address), None, signer, app.log.key.line)
    record(app.log, 33)
    app.log.advance(at_once=True)
    assert witnessed(Source(address), first, signer).note.startswith("earshot/norfolk\n40\n")
    Daily(app.log).turn(today() + timedelta(days=2))
    second = witnessed(Source(address), first, signer)
    again = witnessed(Source(address), second, signer)
    for seen in (first, second, again):
        assert Note.read(seen.note).signed_at(signer.key)
        assert Note.read(seen.note).signed_at(Key.of_line(seen.key)) == 0
    assert "\n73\n" in second.note


def test_it_refuses_a_fork_a_rollback_and_another_key(
    served: tuple[Served, str], tmp_path: Path
) -> None:
    app, address = served
    signer = signer_in(tmp_path / "key", "witness.example")
    seen = witnessed(Source(address), None, signer)
    for name, count, words in (
        ("same", 40, "is another"),
        ("longer", 60, "is another"),
        ("shorter", 20, "were taken away"),
    ):
        app.log = grown(tmp_path / name, count)
        with pytest.raises(Refused, match=words):
            witnessed(Source(address), seen, signer)
    with pytest.raises(Refused, match="not the one"):
        witnessed(Source(address), seen, signer, signer.key.line)


def test_the_command_says_so_and_ends_with_an_error(
    served: tuple[Served, str], tmp_path: Path
) -> None:
    app, address = served
    earshot = Earshot(tmp_path, {})
    asked = ("witness", address, "--state", "seen.json", "--key", "my.key", "--name", "w.example")
    said = earshot.run(*asked)
    assert said.code == 0, said.err
    assert "\u2014 w.example " in said.out
    before = (tmp_path / "seen.json").read_text()
    app.log = grown(tmp_path / "fork", 45)
    assert "rewritten" in earshot.run(*asked).refusal
    assert (tmp_path / "seen.json").read_text() == before
    (tmp_path / "seen.json").write_text("something")
    assert "put its backup back" in earshot.run(*asked).refusal
    assert (
        "does not answer"
        in earshot.run(
            *("witness", "http://127.0.0.1:9/checkpoint"),
            "--state",
            "other.json",
            "--key",
            "my.key",
        ).refusal
    )


def test_a_file_will_do_where_nothing_grew(tmp_path: Path) -> None:
    log, file = grown(tmp_path / "ours", 40), tmp_path / "it.checkpoint"
    signer = signer_in(tmp_path / "key", "witness.example")
    file.write_text(str(log.checkpoints(1)[0].note))
    with pytest.raises(Refused, match="--log-key"):
        witnessed(Source(str(file)), None, signer)
    seen = witnessed(Source(str(file)), None, signer, log.key.line)
    assert witnessed(Source(str(file)), seen, signer).key == log.key.line
    record(log, 1)
    log.advance(at_once=True)
    file.write_text(str(log.checkpoints(1)[0].note))
    with pytest.raises(Refused, match="give the address"):
        witnessed(Source(str(file)), seen, signer)
    seen.keep_in(tmp_path / "seen")
    assert Seen.kept_in(tmp_path / "seen") == seen
