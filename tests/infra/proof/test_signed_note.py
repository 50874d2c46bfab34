"""Notes are C2SP's: Go's published vector byte for byte, and nothing that only looks like one."""

from __future__ import annotations

import contextlib
import subprocess
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from infra.proof.checkpoint import Checkpoint, origin_of
from infra.proof.note_key import COSIGNATURE, BadNote, Key
from infra.proof.signed_note import Note, Signer

# golang.org/x/mod/sumdb/note, note_test.go: the keys, the text and what they give.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_NOTE = (
    f"{GO_TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2"
    "pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
AT = datetime(2026, 11, 21, 19, 30, 0, 123456, UTC)
SIGNER = Signer("earshot/norfolk", bytes(range(32)))
MADE = Checkpoint.made(SIGNER, 12, bytes(range(32)), bytes(32), AT)


def test_gos_note_verifies_and_is_signed_again_byte_for_byte() -> None:
    key = Key.of_line(GO_KEY)
    assert key.line == GO_KEY
    assert Note.read(GO_NOTE).signed_at(key) == 0
    signer = Signer("PeterNeumann", b64decode(GO_SECRET)[1:])
    assert signer.key == key
    assert str(signer.sign(GO_TEXT)) == GO_NOTE


@pytest.mark.parametrize("at", range(0, len(GO_NOTE) - 1, 7))
def test_a_letter_changed_is_no_signature(at: int) -> None:
    changed = GO_NOTE[:at] + ("x" if GO_NOTE[at] != "x" else "y") + GO_NOTE[at + 1 :]
    with contextlib.suppress(BadNote):
        assert Note.read(changed).signed_at(Key.of_line(GO_KEY)) is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "\n",
        "text",
        "text\n\n",
        "\n\n\u2014 a AAAAAAA=\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n\u2014 a AAAA\n",
        "text\n\n\u2014 a+b AAAAAAA=\n",
        "te\txt\n\n\u2014 a AAAAAAA=\n",
        "text\n\n\u2014 a AAAAAAB=\n",
        "text\n\n\u2014 a AAAAAAA=",
        "text\n\n\u2014  AAAAAAA=\n",
    ],
)
def test_what_is_no_note_is_refused(written: str) -> None:
    with pytest.raises(BadNote):
        Note.read(written)


@given(st.text())
def test_no_text_brings_the_reader_down(written: str) -> None:
    for held in (written, GO_NOTE + written, GO_TEXT + "\n" + written + "\n"):
        with contextlib.suppress(BadNote):
            Note.read(held).signed_at(Key.of_line(GO_KEY))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "norfolk",
        "a+b+c",
        GO_KEY.replace("c74f", "c74e"),
        GO_KEY[:-4],
        GO_KEY.replace("+A", "+B"),
        GO_KEY.replace("Peter", "Peter "),
    ],
)
def test_what_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(BadNote):
        Key.of_line(line)


def test_a_name_with_spaces_signs_nothing() -> None:
    for name in ("", "a b", "a+b"):
        with pytest.raises(BadNote, match="cannot name a key"):
            Signer(name, bytes(32))


def test_a_witness_says_when_it_saw_it() -> None:
    witness = Signer("witness.example/w1", bytes([7]) * 32, COSIGNATURE)
    twice = witness.cosign(MADE.note, 1_795_000_000)
    assert Note.read(str(twice)) == twice
    assert twice.signed_at(witness.key) == 1_795_000_000
    assert twice.signed_at(SIGNER.key) == 0
    assert Key.of_line(witness.key.line) == witness.key
    later = str(twice).replace("time 2026", "time 2027")
    assert Note.read(later).signed_at(witness.key) is None
    assert MADE.note.signed_at(witness.key) is None


def test_a_checkpoint_says_how_long_and_what_and_when() -> None:
    read = Checkpoint.read(str(MADE.note), SIGNER.key)
    assert read == MADE
    assert (read.origin, read.size, read.at) == (origin_of("norfolk"), 12, AT)
    assert str(MADE.note).startswith("earshot/norfolk\n12\nAAECAwQ")
    assert MADE.file_name == "20261121T193000.123456Z-000000000012.checkpoint"


def test_a_checkpoint_of_anybody_else_is_refused() -> None:
    other = Signer("earshot/surrey", bytes(range(32)))
    with pytest.raises(BadNote, match="not signed with the key of earshot/surrey"):
        Checkpoint.read(str(MADE.note), other.key)
    strange = SIGNER.sign(MADE.note.text.replace("norfolk", "surrey"))
    with pytest.raises(BadNote, match="of earshot/surrey, not of earshot/norfolk"):
        Checkpoint.read(str(strange), SIGNER.key)


@pytest.mark.parametrize(
    "change",
    [
        ("12", "012"),
        ("12", "-1"),
        ("12", "many"),
        ("chain ", "chain"),
        ("time 2", "time x"),
        ("AAEC", "AAE"),
        ("norfolk\n", "norfolk\n\n"),
    ],
)
def test_a_note_that_is_no_checkpoint_is_refused(change: tuple[str, str]) -> None:
    note = SIGNER.sign(MADE.note.text.replace(*change, 1))
    with pytest.raises(BadNote, match="no checkpoint"):
        Checkpoint.of(note)


def test_openssl_agrees(tmp_path: Path) -> None:
    public = Ed25519PublicKey.from_public_bytes(SIGNER.key.public)
    for name, held in (
        ("key", public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)),
        ("text", MADE.note.text.encode()),
        ("signature", MADE.note.signatures[0].raw),
    ):
        (tmp_path / name).write_bytes(held)
    done = subprocess.run(
        [
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "key",
            "-rawin",
            "-in",
            "text",
            "-sigfile",
            "signature",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "Signature Verified Successfully")
