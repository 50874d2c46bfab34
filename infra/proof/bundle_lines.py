"""Lines of a bundle or of a small proof, in JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

from infra.proof.checkpoint import Checkpoint
from infra.proof.transparency_log import TransparencyLog
from infra.storage.hash_chain import leaf, micros
from infra.storage.ledger_rows import LedgerRow


def beginning(kind: str, log: TransparencyLog, checkpoint: Checkpoint) -> dict[str, Any]:
    return {
        "format": kind,
        "partnership": log.slug,
        "key": log.key.line,
        "checkpoint": str(checkpoint.note),
    }


def fact_line(row: LedgerRow, path: list[str] | None = None) -> str:
    n, stream, version, topic, state, at = row
    said: dict[str, Any] = {"n": n, "id": str(stream), "version": version, "topic": topic}
    said["at"] = micros(at)
    try:
        said["state"] = state.decode()
    except UnicodeDecodeError:
        said["state64"] = in_base64(state)
    said["leaf"] = in_base64(leaf(n, stream, version, topic, state, said["at"]))
    if path is not None:
        said["path"] = path
    return json_line(said)


def note_of(log: TransparencyLog, size: int) -> str:
    found = log.checkpoint(size)
    assert found is not None
    return str(found.note)


def json_line(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"


def in_base64(raw: bytes) -> str:
    return b64encode(raw).decode()
