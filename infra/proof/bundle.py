"""What is handed out of a record to be checked elsewhere: bundles of facts, and small proofs.

Both are JSON lines, in UTF-8: a header, then a fact a line, with the bytes that the ledger holds.
docs/proof.md has the formats; infra/proof/verify.py checks them.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from infra.proof.checkpoint import Checkpoint
from infra.proof.public_checkpoints import midnight
from infra.proof.transparency_log import TransparencyLog
from infra.storage.hash_chain import leaf, micros
from infra.storage.recorder import LedgerRow

BUNDLE, PROOF = "earshot-bundle/v1", "earshot-proof/v1"
_MOST_CHECKPOINTS = 200  # on the way, so that a verifier can say since which one something is wrong
_EVERY = 2_000


class CannotBundle(Exception):  # noqa: N818 - an answer to whoever asked for it
    """There is nothing to hand out, or nowhere to put it; says which."""


class Bundle:
    """The facts of a period, or all of them. Raises ``CannotBundle`` where there are none."""

    def __init__(
        self, log: TransparencyLog, first: date | None = None, last: date | None = None
    ) -> None:
        log.advance(at_once=True)
        newest = log.newest()
        if newest is None:
            raise CannotBundle(f"The record of {log.slug} is empty: there is nothing to bundle.")
        self.log, self.checkpoint = log, newest
        self.start, self.end = _positions(log, newest.size, first, last)
        if self.start > self.end:
            raise CannotBundle(f"Nothing was recorded in {log.slug} on those days.")

    @property
    def count(self) -> int:
        return self.end - self.start + 1

    def lines(self) -> Iterator[str]:
        """The file, line by line; each ends with a new line."""
        yield self._head()
        at = iter(self._checkpoints())
        stop = next(at, 0)
        for row in self.log.lane.rows(self.start - 1):
            yield _fact(row)
            while row.n == stop:
                yield _line({"checkpoint": _note(self.log, stop)})
                stop = next(at, 0)
            if row.n == self.end:
                return

    def _head(self) -> str:
        with self.log.tree() as tree:
            left = tree.subtrees(0, self.start - 1)
            right = tree.subtrees(self.end, self.checkpoint.size)
        return _line(
            _beginning(BUNDLE, self.log, self.checkpoint)
            | {"from": self.start, "to": self.end}
            | {"left": list(map(_text, left)), "right": list(map(_text, right))}
        )

    def _checkpoints(self) -> Sequence[int]:
        sizes = self.log.sizes(self.start - 1, min(self.end, self.checkpoint.size - 1))
        return sizes[:: max(1, len(sizes) // _MOST_CHECKPOINTS)]


def small_proof(log: TransparencyLog, checkpoint: Checkpoint, rows: Iterable[LedgerRow]) -> str:
    """A file that proves of a few facts that they are in the record that was signed for."""
    lines = [_line(_beginning(PROOF, log, checkpoint))]
    with log.tree() as tree:
        for row in rows:
            lines.append(_fact(row, list(map(_text, tree.inclusion(row.n - 1, checkpoint.size)))))
    return "".join(lines)


def write(bundle: Bundle, file: Path, progress: Callable[[int], object]) -> None:
    """Writes it beside, and renames it when it is whole. Raises ``CannotBundle``."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as out:
            for number, line in enumerate(bundle.lines()):
                out.write(line)
                if number % _EVERY == 0:
                    progress(number)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CannotBundle(f"{file} cannot be written: {error.strerror}.") from error
    progress(bundle.count)


def _positions(
    log: TransparencyLog, size: int, first: date | None, last: date | None
) -> tuple[int, int]:
    """The first and last fact recorded within these days, by UK time."""
    start = log.lane.position_at(midnight(first) - timedelta(microseconds=1)) if first else 0
    end = size
    if last:
        until = midnight(last + timedelta(days=1)) - timedelta(microseconds=1)
        end = min(size, log.lane.position_at(until))
    return start + 1, end


def _beginning(kind: str, log: TransparencyLog, checkpoint: Checkpoint) -> dict[str, Any]:
    return {
        "format": kind,
        "partnership": log.slug,
        "key": log.key.line,
        "checkpoint": str(checkpoint.note),
    }


def _fact(row: LedgerRow, path: list[str] | None = None) -> str:
    n, stream, version, topic, state, at = row
    said: dict[str, Any] = {"n": n, "id": str(stream), "version": version, "topic": topic}
    said["at"] = micros(at)
    try:
        said["state"] = state.decode()
    except UnicodeDecodeError:
        said["state64"] = _text(state)
    said["leaf"] = _text(leaf(n, stream, version, topic, state, said["at"]))
    if path is not None:
        said["path"] = path
    return _line(said)


def _note(log: TransparencyLog, size: int) -> str:
    found = log.checkpoint(size)
    assert found is not None
    return str(found.note)


def _line(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
