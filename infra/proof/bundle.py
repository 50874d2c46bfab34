"""Parts of a record to be checked elsewhere: bundles of facts, and small proofs.

Both are JSON lines in UTF-8: a header, then one fact per line, with the bytes in the ledger.
docs/proof.md has the formats; infra/proof/verify.py checks them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from infra.proof.bundle_lines import beginning, fact_line, in_base64, json_line, note_of
from infra.proof.checkpoint import Checkpoint
from infra.proof.public_checkpoints import midnight
from infra.proof.transparency_log import TransparencyLog
from infra.storage.ledger_rows import LedgerRow

BUNDLE, PROOF = "earshot-bundle/v1", "earshot-proof/v1"
_MOST_CHECKPOINTS = 200  # on the way, so that a verifier can say since which one something is wrong
_EVERY = 2_000


class CannotBundle(Exception):  # noqa: N818 - an answer to the caller
    """There are no facts, or the file cannot be written. The message says which."""


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
        for row in self.log.recorder.rows(self.start - 1):
            yield fact_line(row)
            while row.n == stop:
                yield json_line({"checkpoint": note_of(self.log, stop)})
                stop = next(at, 0)
            if row.n == self.end:
                return

    def _head(self) -> str:
        with self.log.tree() as tree:
            left = tree.subtrees(0, self.start - 1)
            right = tree.subtrees(self.end, self.checkpoint.size)
        return json_line(
            beginning(BUNDLE, self.log, self.checkpoint)
            | {"from": self.start, "to": self.end}
            | {"left": list(map(in_base64, left)), "right": list(map(in_base64, right))}
        )

    def _checkpoints(self) -> Sequence[int]:
        sizes = self.log.sizes(self.start - 1, min(self.end, self.checkpoint.size - 1))
        return sizes[:: max(1, len(sizes) // _MOST_CHECKPOINTS)]


def small_proof(log: TransparencyLog, checkpoint: Checkpoint, rows: Iterable[LedgerRow]) -> str:
    """A file that proves that a few facts are in the signed record."""
    lines = [json_line(beginning(PROOF, log, checkpoint))]
    with log.tree() as tree:
        for row in rows:
            lines.append(
                fact_line(row, list(map(in_base64, tree.inclusion(row.n - 1, checkpoint.size))))
            )
    return "".join(lines)


def write(bundle: Bundle, file: Path, progress: Callable[[int], object]) -> None:
    """Writes the file under another name, then renames it. Raises ``CannotBundle``."""
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
    start = log.recorder.position_at(midnight(first) - timedelta(microseconds=1)) if first else 0
    end = size
    if last:
        until = midnight(last + timedelta(days=1)) - timedelta(microseconds=1)
        end = min(size, log.recorder.position_at(until))
    return start + 1, end
