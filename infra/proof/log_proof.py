"""The proof that pages show, read from a partnership's log."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from infra.proof.bundle import Bundle, CannotBundle, small_proof
from infra.proof.checkpoint import Checkpoint
from infra.proof.copy_stores import Copies
from infra.proof.full_check import FullCheck
from infra.proof.maintenance import STEP
from infra.proof.merkle_check import is_included
from infra.proof.public_checkpoints import Daily
from infra.proof.sweep import Held, Sweep
from infra.proof.transparency_log import LogBroken, TransparencyLog
from infra.storage.hash_chain import leaf, micros
from services.refusals import Refusal
from web.ports.proof import ProofCheck, ProofStatus, Signed, Unchanged

_SHOWN = 20
_PUBLISHED = "report.published"


class NothingThere(Refusal):
    words = "Nothing was recorded on those days."
    field = "first"


class LogProof:
    """Answers from the log; what a check finds is kept there, for all to see."""

    def __init__(self, log: TransparencyLog, copies: Copies | None) -> None:
        self._log, self._copies = log, copies

    def standing(self) -> ProofStatus:
        state, head = self._log.state(), self._log.recorder.head().n
        held, sweep = Held.read(state.held), Sweep.read(state.sweep)
        return ProofStatus(
            facts=head,
            held=ProofCheck(held.size, held.at, held.by) if held else None,
            checking=sweep.n if sweep else None,
            broken=state.broken,
            copies=self._copies.name if self._copies else "",
            copy_trouble=state.copy_trouble if self._copies else "",
            signed=self._log.count(),
            newest=tuple(map(_signed, self._log.checkpoints(_SHOWN))),
            key=self.key(),
        )

    def check(self, by: str) -> None:
        """Takes one step now, at most. The worker continues with the rest of a long record.

        A check that is under way continues: if each request began it again, it would never end.
        """
        audit = FullCheck(self._log)
        if not self._log.state().sweep:
            audit.begin(by)
        try:
            self._log.advance(at_once=True)
            audit.step(STEP)
        except LogBroken as broken:
            self._log.note(broken=str(broken), sweep="")

    def key(self) -> str:
        return self._log.key.line

    def signed(self, size: int | None = None) -> Signed | None:
        found = self._log.newest() if size is None else self._log.checkpoint(size)
        return _signed(found) if found else None

    def of_day(self, size: int | None = None) -> Signed | None:
        days = Daily(self._log)
        found = days.newest() if size is None else days.of(size)
        return _signed(found) if found else None

    def of_publication(self, report: UUID) -> Signed | None:
        rows = [row for row in self._log.recorder.of_stream(report) if row.topic == _PUBLISHED]
        found = Daily(self._log).covering(rows[0].n) if rows else None
        return _signed(found) if found else None

    def consistency(self, old: int, new: int) -> list[str] | None:
        ends = [each.size for each in (self._log.newest(), Daily(self._log).newest()) if each]
        if not 0 < old <= new <= max(ends, default=0):
            return None
        with self._log.tree() as tree:
            return [b64encode(each).decode() for each in tree.consistency(old, new)]

    def unchanged(self, stream: UUID) -> Unchanged:
        rows, newest = self._log.recorder.of_stream(stream)[:1], self._log.newest()
        if not rows or not newest or newest.size < rows[0].n:
            return "soon"
        n, id, version, topic, state, at = rows[0]
        found = leaf(n, id, version, topic, state, micros(at))
        with self._log.tree() as tree:
            path = tree.inclusion(n - 1, newest.size)
        holds = is_included(n - 1, newest.size, found, path, newest.root)
        return "yes" if holds else "no"

    def small(self, stream: UUID, *, first_only: bool) -> str | None:
        rows, newest = self._log.recorder.of_stream(stream), self._log.newest()
        if first_only:  # the first that speaks for it, which tells nothing of what came after
            rows, newest = rows[:1], self._log.covering(rows[0].n) if rows else None
        covered = [row for row in rows if newest and row.n <= newest.size]
        return small_proof(self._log, newest, covered) if covered and newest else None

    def bundle(self, first: date | None, last: date | None) -> Iterator[str]:
        try:
            made = Bundle(self._log, first, last)
        except CannotBundle as error:
            raise NothingThere from error
        return made.lines()

    def verifier(self) -> str:
        return (Path(__file__).parent / "verify.py").read_text(encoding="utf-8")


def _signed(it: Checkpoint) -> Signed:
    return Signed(it.size, it.root.hex(), it.at.isoformat(), it.file_name, str(it.note))
