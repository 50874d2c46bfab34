"""The verifier that auditors get: what holds it passes, and whatever was done to a record it sees.

The matrix is that of the design: sixteen ways to tamper are seen, and the seventeenth, an insider
with the key where nobody outside kept a checkpoint, cannot be.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from infra.proof import verify
from infra.proof.bundle import Bundle, CannotBundle, small_proof, write
from infra.proof.transparency_log import TransparencyLog
from infra.proof.verify import Broken, checked
from infra.storage.sqlite.store import SQLiteStore
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record

Lines = list[str]
FILE = Path(verify.__file__)


def fill(log: TransparencyLog, said: str = "because they asked") -> None:
    """Sixty facts of twelve streams and a decision, with two checkpoints on the way."""
    streams = [uuid4() for _ in range(12)]
    for count in (20, 40):
        start = log.recorder.head().n
        for n in range(start, start + count):
            stream = streams[n % 12]
            state = json.dumps({"words": f"caf\u00e9 \u201c{n}\u201d \n"}).encode()
            log.recorder.insert_events([StoredEvent(stream, n // 12 + 1, "test.stored", state)])
        log.advance(at_once=True)
    made = {"title": "Later buses", "reason": said}
    log.recorder.insert_events(
        [
            StoredEvent(uuid4(), 1, "decision.made", json.dumps(made).encode()),
            StoredEvent(uuid4(), 1, "test.bytes", bytes(range(256))),
        ]
    )
    log.advance(at_once=True)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> TransparencyLog:
    made = log_of(SQLiteStore(tmp_path_factory.mktemp("ours")))
    fill(made)
    return made


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> TransparencyLog:
    """Another history of the same partnership, signed with the same key: an insider's."""
    made = log_of(SQLiteStore(tmp_path_factory.mktemp("theirs")))
    fill(made, "because it was cheap")
    record(made, 3)
    made.advance(at_once=True)
    return made


def bundled(log: TransparencyLog, first: date | None = None, last: date | None = None) -> Lines:
    return list(Bundle(log, first, last).lines())


def check(lines: Lines, previous: str = "", key: str = "") -> str:
    return checked(io.BytesIO("".join(lines).encode()), previous, key)


def kept(log: TransparencyLog, size: int) -> str:
    found = log.checkpoint(size)
    assert found is not None
    return str(found.note)


def edit(lines: Lines, at: int, change: Callable[[dict[str, object]], object]) -> Lines:
    held = json.loads(lines[at])
    change(held)
    line = json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"
    return [*lines[:at], line, *lines[at + 1 :]]


def test_a_whole_bundle_holds_and_says_what_is_not_proved(log: TransparencyLog) -> None:
    said = check(bundled(log), kept(log, 20), log.key.line)
    assert "All holds for earshot/norfolk: facts 1 to 62" in said
    assert "It grew from the checkpoint" in said
    assert "Decisions in it: 1 facts" in said
    assert "that a fact is true" in said
    assert "You kept no older checkpoint" in check(bundled(log))
    assert log.key.line in check(bundled(log))


def test_a_part_holds_by_the_hashes_of_the_rest(log: TransparencyLog) -> None:
    whole = Bundle(log)
    for start, end in ((1, 1), (5, 30), (21, 62), (62, 62), (33, 61)):
        whole.start, whole.end = start, end
        assert f"facts {start} to {end} " in check(list(whole.lines()))


def test_a_part_that_does_not_reach_what_was_kept_says_so(log: TransparencyLog) -> None:
    part = Bundle(log)
    part.start = 30
    with pytest.raises(Broken, match="ask for all of it"):
        check(list(part.lines()), kept(log, 20))
    assert "It grew" in check(list(part.lines()), kept(log, 60))


def test_a_period_is_of_days_in_the_uk(log: TransparencyLog) -> None:
    today = datetime.now(UTC).date()
    assert Bundle(log, today - timedelta(days=2), today + timedelta(days=2)).count == 62
    with pytest.raises(CannotBundle, match="Nothing was recorded in norfolk on those days"):
        Bundle(log, today + timedelta(days=3))


def test_an_empty_record_is_not_bundled(store: Store) -> None:
    with pytest.raises(CannotBundle, match="record of norfolk is empty"):
        Bundle(log_of(store))


def test_a_bundle_of_either_store_holds(store: Store) -> None:
    made = log_of(store)
    fill(made)
    assert "facts 1 to 62" in check(bundled(made))


# Each line of a bundle after the header is a fact, but for a checkpoint after facts 20 and 60.
CONTENT: dict[str, Callable[[Lines], Lines]] = {
    "a letter of a fact": lambda it: edit(
        it, 30, lambda fact: fact.update(state=str(fact["state"]).replace("caf", "cat"))
    ),
    "a topic": lambda it: edit(it, 5, lambda fact: fact.update(topic="test.store")),
    "a fact taken out": lambda it: [*it[:8], *it[9:]],
    "a stream taken out": lambda it: [
        line for line in it if '"id":"' + str(json.loads(it[2])["id"]) not in line
    ],
    "the tail cut": lambda it: it[:-3],
    "two facts swapped": lambda it: [*it[:10], it[11], it[10], *it[12:]],
    "a fact put in between": lambda it: [*it[:12], it[13], *it[12:]],
    "a fact appended": lambda it: [*it, edit(it, -1, lambda f: f.update(n=63))[-1]],
    "a state moved": lambda it: edit(
        it, 7, lambda fact: fact.update(state=json.loads(it[9])["state"])
    ),
    "a decision's reason": lambda it: [line.replace("they asked", "she asked") for line in it],
    "the time of a fact": lambda it: edit(it, 3, lambda fact: fact.update(at=1)),
    "the version of a fact": lambda it: edit(it, 3, lambda fact: fact.update(version=2)),
    "a leaf": lambda it: edit(it, 3, lambda fact: fact.update(leaf=json.loads(it[4])["leaf"])),
    "a checkpoint on the way": lambda it: edit(
        it, 21, lambda it: it.update(checkpoint=str(it["checkpoint"]).replace("\n20\n", "\n21\n"))
    ),
    "the size signed": lambda it: edit(
        it, 0, lambda it: it.update(checkpoint=str(it["checkpoint"]).replace("\n62\n", "\n61\n"))
    ),
}


@pytest.mark.parametrize("what", CONTENT)
def test_what_was_done_to_the_content_is_seen(log: TransparencyLog, what: str) -> None:
    changed = CONTENT[what](bundled(log))
    assert changed != bundled(log)
    with pytest.raises(Broken, match=r"\.$"):
        check(changed)


def test_what_is_broken_is_named_with_the_last_checkpoint_that_holds(log: TransparencyLog) -> None:
    said = r"^Fact 29 \(test.stored\) is not as it was written. Up to .*\(20 facts\) all is as it"
    with pytest.raises(Broken, match=said):
        check(CONTENT["a letter of a fact"](bundled(log)))


def test_an_insider_who_signs_another_history_is_seen_by_who_kept_a_checkpoint(
    log: TransparencyLog, other: TransparencyLog
) -> None:
    for size in (20, 60, 62):
        with pytest.raises(Broken, match="it was rewritten"):
            check(bundled(other), kept(log, size))


def test_a_fork_is_seen(log: TransparencyLog, other: TransparencyLog) -> None:
    forked = bundled(log)
    spliced = [*forked[:40], *bundled(other)[40:]]
    with pytest.raises(Broken):
        check(spliced)


def test_a_record_rolled_back_is_seen(log: TransparencyLog, other: TransparencyLog) -> None:
    with pytest.raises(Broken, match="facts were taken away"):
        check(bundled(log), kept(other, 65))


def test_another_key_is_seen_by_who_has_the_right_one(log: TransparencyLog) -> None:
    engine, schema = _views(log)
    impostor = TransparencyLog(log.recorder, engine, schema, lambda: bytes(32))
    head = json.loads(bundled(log)[0])
    text = head["checkpoint"].rpartition("\n\n")[0] + "\n"
    forged = {**head, "key": impostor.key.line, "checkpoint": str(impostor.signer.sign(text))}
    line = json.dumps(forged, ensure_ascii=False, separators=(",", ":")) + "\n"
    with pytest.raises(Broken, match="not yours"):
        check([line, *bundled(log)[1:]], key=log.key.line)
    with pytest.raises(Broken, match="not signed with the key"):
        check([line, *bundled(log)[1:]], kept(log, 20))


def test_another_partnerships_log_is_seen(tmp_path: Path, log: TransparencyLog) -> None:
    theirs = log_of(SQLiteStore(tmp_path), "surrey")
    fill(theirs)
    as_ours = [line.replace('"surrey"', '"norfolk"') for line in bundled(theirs)]
    for wrong in (as_ours, [bundled(log)[0], *bundled(theirs)[1:]]):
        with pytest.raises(Broken):
            check(wrong)


def test_an_insider_with_the_key_where_nobody_kept_anything_is_not_seen(
    other: TransparencyLog,
) -> None:
    """The seventeenth: it cannot be seen, by construction; the verifier says so in words."""
    said = check(bundled(other), key=other.key.line)
    assert "a record rewritten as a whole, and signed again" in " ".join(said.split())


def test_300_bytes_flipped_at_random_are_each_seen(log: TransparencyLog) -> None:
    raw, chance = "".join(bundled(log)).encode(), random.Random(42)
    for _ in range(300):
        at = chance.randrange(len(raw))
        flipped = bytearray(raw)
        flipped[at] ^= 1 << chance.randrange(8)
        with pytest.raises(Broken):
            checked(io.BytesIO(bytes(flipped)))


@pytest.mark.parametrize("junk", ["", "\n", "{}\n", "[]\n", "null\n", '{"key":1}\n', "\x00" * 99])
def test_what_is_no_bundle_is_refused(junk: str) -> None:
    with pytest.raises(Broken):
        check([junk])


def test_a_small_proof_holds_and_a_changed_one_does_not(log: TransparencyLog) -> None:
    newest = log.newest()
    assert newest is not None
    lines = small_proof(log, newest, log.recorder.read(29, 3)).splitlines(keepends=True)
    assert "3 of them" in check(lines)
    for at in (1, 2, 3):
        broken = edit(lines, at, lambda fact: fact.update(n=int(str(fact["n"])) + 1))
        with pytest.raises(Broken):
            check(broken)
    with pytest.raises(Broken, match="longer or shorter"):
        check(edit(lines, 1, lambda fact: fact.update(path=list(fact["path"])[:-1])))  # type: ignore[call-overload]
    with pytest.raises(Broken, match="no fact"):
        check(lines[:1])
    with pytest.raises(Broken, match="small proof cannot show"):
        check(lines, kept(log, 20))


def test_it_runs_alone_and_its_ending_says_whether_it_holds(
    log: TransparencyLog, tmp_path: Path
) -> None:
    good, bad, old = tmp_path / "good.jsonl", tmp_path / "bad.jsonl", tmp_path / "old.checkpoint"
    done: list[int] = []
    write(Bundle(log), good, done.append)
    assert done[-1] == 62
    bad.write_text("".join(CONTENT["a decision's reason"](bundled(log))))
    old.write_text(kept(log, 20))
    alone = [sys.executable, "-I", str(FILE)]

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*alone, *map(str, words)], capture_output=True, text=True)

    held = run(good, "--previous", old, "--key", log.key.line, "--history")
    assert held.returncode == 0, held.stderr
    assert "made: title: Later buses; reason: because they asked" in held.stdout
    anybodys = run(good)
    assert anybodys.returncode == 3
    assert f"Its key came with it. Compare it, then give it: {log.key.line}" in anybodys.stdout
    refused = run(bad)
    assert refused.returncode == 1
    assert refused.stderr.startswith("It does NOT hold. Fact 61 (decision.made)")
    assert run(tmp_path / "nowhere").returncode == 1
    assert run(good, "--previous", bad).returncode == 1


def test_a_place_that_cannot_be_written_is_named(log: TransparencyLog, tmp_path: Path) -> None:
    with pytest.raises(CannotBundle, match="cannot be written"):
        write(Bundle(log), tmp_path / "nowhere" / "it.jsonl", lambda _: None)
    assert not list(tmp_path.iterdir())


def _views(log: TransparencyLog) -> tuple[Any, Any]:
    return log._engine, log._schema
