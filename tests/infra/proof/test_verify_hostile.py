"""Files made to deceive the person who checks them: of no facts, with made-up names or keys."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from infra.proof.bundle import Bundle
from infra.proof.note_key import Key
from infra.proof.signed_note import Note, Signature, Signer
from infra.proof.transparency_log import TransparencyLog
from infra.proof.verify import Broken
from infra.storage.sqlite.store import SQLiteStore
from tests.infra.proof.logs import SEED, log_of
from tests.infra.proof.test_verify import FILE, Lines, bundled, check, edit, fill, kept, log

__all__ = ["log"]
SMALL = {
    "the identity": b"\x01" + bytes(31),
    "order two": (2**255 - 20).to_bytes(32, "little"),
    "order four": bytes(32),
    "order eight": bytes.fromhex(
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
    ),
}


def headed(log: TransparencyLog, **changes: object) -> Lines:
    """Facts 61 and 62, with something else in the head; ``cut`` takes the facts away."""
    part = Bundle(log)
    part.start, part.end = 61, 62
    lines = list(part.lines())
    return edit(lines, 0, lambda head: head.update(changes))


def empty(log: TransparencyLog, start: object, end: object) -> Lines:
    """A head that speaks of no facts, with the hashes that go with it."""
    n = int(str(start if type(start) is int else 1)) - 1
    with log.tree() as tree:
        left, right = tree.subtrees(0, n), tree.subtrees(n, 62)
    sides = {
        "left": [b64encode(each).decode() for each in left],
        "right": [b64encode(each).decode() for each in right],
    }
    return headed(log, **{"from": start, "to": end}, **sides)[:1]


def named(log: TransparencyLog, slug: str) -> Lines:
    """The same, of a partnership of another name, signed with a key of that name."""
    signer = Signer(f"earshot/{slug}", SEED)
    text = kept(log, 62).rpartition("\n\n")[0].replace("earshot/norfolk", signer.key.name) + "\n"
    note = str(signer.sign(text))
    return headed(log, partnership=slug, key=signer.key.line, checkpoint=note)


def unsigned(log: TransparencyLog, public: bytes) -> Lines:
    """The same, below a key of small order, with which nobody needs to sign anything."""
    key, text = Key("earshot/norfolk", public), kept(log, 62).rpartition("\n\n")[0] + "\n"
    signature = Signature(key.name, key.id, b"\x01" + bytes(63))
    return headed(log, key=key.line, checkpoint=str(Note(text, (signature,))))


@pytest.mark.parametrize(
    ("start", "end"), [(1, 0), (50, 49), (True, 0), (True, False), (63, 62), (1.0, 0), ("1", "0")]
)
def test_a_bundle_of_no_facts_is_refused(log: TransparencyLog, start: object, end: object) -> None:
    with pytest.raises(Broken, match=r"^The file does not say which facts it holds\.$"):
        check(empty(log, start, end))


def test_positions_are_plain_numbers(log: TransparencyLog) -> None:
    whole, part = bundled(log), Bundle(log)
    part.start = part.end = 1
    for lines, name in ((whole, "from"), (list(part.lines()), "to")):
        with pytest.raises(Broken, match="which facts it holds"):
            check(edit(lines, 0, lambda head, name=name: head.update({name: True})))  # type: ignore[misc]


@pytest.mark.parametrize("slug", ["nor\x1b[8mfolk", "norfolk\x1b]0;x\x07", "Norfolk", "", "a/b"])
def test_a_name_that_could_hide_a_warning_is_refused(log: TransparencyLog, slug: str) -> None:
    with pytest.raises(Broken, match="no name of a partnership") as refused:
        check(named(log, slug))
    assert "\x1b" not in str(refused.value)
    assert "All holds for earshot/nor-folk" in check(named(log, "nor-folk"))


def test_nothing_that_moves_the_cursor_is_printed(log: TransparencyLog, tmp_path: Path) -> None:
    mine = log_of(SQLiteStore(tmp_path / "ours"))
    fill(mine, "because \x1b[2J\u202eit was cheap")
    file = tmp_path / "it.jsonl"
    file.write_text("".join(bundled(mine)))
    run = [sys.executable, "-I", str(FILE), str(file), "--history"]
    said = subprocess.run(run, capture_output=True, text=True)
    assert "because ?[2J?it was cheap" in said.stdout
    file.write_text("".join(bundled(mine)).replace('"test.bytes"', '"test.\\u001b[2J"'))
    said = subprocess.run(run, capture_output=True, text=True)
    assert said.returncode == 1
    assert "\x1b" not in said.stdout + said.stderr


@pytest.mark.parametrize("order", SMALL)
def test_a_key_that_anybody_can_sign_with_is_refused(log: TransparencyLog, order: str) -> None:
    with pytest.raises(Broken, match="no verifier key"):
        check(unsigned(log, SMALL[order]))
