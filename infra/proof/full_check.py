"""Checks a whole record against its log, in steps that may be taken one after another.

Each fact's stored bytes against its leaf and the chain, each leaf against the tile that the log
kept of it, and the roots and chain heads of all checkpoints on the way, with their signatures.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial

from infra.errors import ChainBroken
from infra.proof.checkpoint import Checkpoint
from infra.proof.merkle_frontier import Frontier
from infra.proof.merkle_tree import SIZE, WIDTH
from infra.proof.note_key import BadNote
from infra.proof.public_checkpoints import Daily
from infra.proof.sweep import Held, Sweep
from infra.proof.tables import tile
from infra.proof.transparency_log import LogBroken, TransparencyLog, described
from infra.storage.hash_chain import Head, micros, verified


class FullCheck:
    """One partnership's check; ``limit`` is how many facts a step may take."""

    def __init__(self, log: TransparencyLog) -> None:
        self.log, self.recorder = log, log.recorder

    def begin(self, by: str) -> None:
        """Starts a new check, and drops one that was under way."""
        self.log.note(sweep=Sweep.start(self.log.slug, by).text)

    def step(self, limit: int) -> bool:
        """Goes on with the check that is under way; says whether it has more to do.

        Raises ``LogBroken``, having kept the sentence; where all holds, that is kept.
        """
        sweep = Sweep.read(self.log.state().sweep)
        if sweep is None:
            return False
        try:
            end = min(self.recorder.head().n, sweep.n + limit)
            sweep = self._swept(sweep, end)
            done = sweep.n >= self.recorder.head().n
            if done:
                self._refuse_cut(sweep)
        except LogBroken as broken:
            self.log.note(broken=str(broken), sweep="")
            raise
        if not done:
            self.log.note(sweep=sweep.text)
            return True
        held = Held(sweep.n, datetime.now(UTC).isoformat(), sweep.by)
        self.log.note(held=json.dumps(asdict(held)), broken="", sweep="")
        return False

    def whole(self, by: str, limit: int = 20_000) -> Held:
        """Checks everything now. Raises ``LogBroken``."""
        self.begin(by)
        while self.step(limit):
            pass
        held = Held.read(self.log.state().held)
        assert held is not None
        return held

    def _swept(self, sweep: Sweep, end: int) -> Sweep:
        """Checks the facts up to ``end``, and stops at each checkpoint."""
        edge, head, signed = sweep.frontier, sweep.head, sweep.signed
        days = Daily(self.log).between(sweep.n, end)
        for stop in sorted({*self.log.sizes(sweep.n, end), *(each.size for each in days), end}):
            head = self._walked(head, stop, edge, signed)
            for each in days:
                if each.size == stop:
                    self._compare(each, edge, head, signed)
            if checkpoint := self.log.checkpoint(stop):
                self._compare(checkpoint, edge, head, signed)
                signed = stop
        return replace(
            sweep,
            n=head.n,
            at=micros(head.at),
            chain=head.hash.hex(),
            edge=tuple(each.hex() for each in edge.subtrees),
            signed=signed,
        )

    def _walked(self, head: Head, stop: int, edge: Frontier, signed: int) -> Head:
        leaves: list[bytes] = []
        try:
            links = self.recorder.links(head.n, stop)
            known = verified(head, links, leaves)
            if known.n < stop:
                raise ChainBroken(known.n + 1, "is missing")
        except ChainBroken as broken:
            raise self._broken(f"F{str(broken)[1:]}.", broken.n, signed) from broken
        if differs := self._differs(head.n, leaves):
            said = f"Fact {differs} is not the one that the log took in."
            raise self._broken(said, differs, signed)
        edge.extend(leaves)
        return known

    def _differs(self, after: int, leaves: list[bytes]) -> int:
        """The first fact with another leaf hash than the log has; 0 if there is none."""
        whole = b"".join(leaves)
        with self.log.reading() as connection:
            kept = partial(tile, connection, 0)
            first, last = after // WIDTH, (after + len(leaves)) // WIDTH
            held = b"".join(kept(number) for number in range(first, last + 1))
        ours = held[(after % WIDTH) * SIZE :]
        both = min(len(ours), len(whole))
        if ours[:both] == whole[:both]:
            return 0
        at = next(i for i in range(0, both, SIZE) if ours[i : i + SIZE] != whole[i : i + SIZE])
        return after + at // SIZE + 1

    def _compare(self, checkpoint: Checkpoint, edge: Frontier, head: Head, signed: int) -> None:
        try:
            Checkpoint.read(str(checkpoint.note), self.log.key)
        except BadNote as bad:
            raise LogBroken(f"The signature of {described(checkpoint)} is wrong: {bad}") from bad
        if (checkpoint.root, checkpoint.chain) != (edge.root(), head.hash):
            some = f"One of the facts {signed + 1} to {checkpoint.size} is not as it was written."
            raise self._broken(some, signed + 1, signed)

    def _broken(self, said: str, n: int, signed: int) -> LogBroken:
        """Says which fact does not fit, and between which checkpoints it is."""
        last, next_one = self.log.checkpoint(signed) if signed else None, self.log.covering(n)
        if last:
            said += f" Up to {described(last)} all is as it was."
        if next_one:
            said += f" It was altered after it was signed for by {described(next_one)}."
        return LogBroken(said)

    def _refuse_cut(self, sweep: Sweep) -> None:
        """Raises ``LogBroken`` where facts were taken off the end, or hang beyond it."""
        head = self.recorder.head()
        if head.n == sweep.n and head != sweep.head:
            raise LogBroken(f"Fact {head.n} is not the head that the ledger claims.")
        beyond = head.n == sweep.n and self.recorder.read(sweep.n, 1)
        if beyond and self.recorder.head().n == sweep.n:
            raise LogBroken(f"Fact {sweep.n + 1} is beyond the head of the ledger.")
        size, last = self.log.state().size, self.log.newest()
        if max(size, last.size if last else 0) > sweep.n:
            by = f" by {described(last)}" if last else ""
            raise LogBroken(f"The record ends at fact {sweep.n}, but {size} were recorded{by}.")
