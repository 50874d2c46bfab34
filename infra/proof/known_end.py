"""What a record is held to before anybody is served: every newest checkpoint that is kept anywhere.

A record that ends earlier was cut, or an older one was put in its place. One of other facts was
written anew, at the same length or a greater one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from infra.proof.checkpoint import Checkpoint
from infra.proof.copy_stores import Copies
from infra.proof.merkle_frontier import Frontier
from infra.proof.note_key import BadNote
from infra.proof.restored_record import is_set_aside, restores, unsigned
from infra.proof.transparency_log import TransparencyLog, described

_EARLY = (
    "The record ends at fact {}, but {}. Put the newer record back. If it is gone for good, run "
    "earshot restore, which records that the record begins anew there."
)
_OTHER = (
    "The record is not the one that was signed: {}, and its facts are others. Keep what is here "
    "and put the right record back: somebody wrote it anew."
)
_FORGED = " Fact {} says that a record was restored, but this service never signed that."


@dataclass(frozen=True)
class KnownEnd:
    """``size`` facts were there once, as ``says`` who; ``note`` is what was signed of them."""

    size: int
    says: str
    note: str = ""


def furthest(log: TransparencyLog, copies: Copies | None = None) -> KnownEnd:
    """The largest that anybody knows of, leaving out what the record says it lost."""
    known = [KnownEnd(log.recorder.head().n, "")]
    for where, found in _signed(log, copies):
        says = f"{described(found)} is kept {where}"
        known.append(KnownEnd(found.size, says, str(found.note)))
    size = log.state().size
    if not any(act.after < size <= act.known for act in restores(log.recorder, log.key)):
        known.append(KnownEnd(size, f"its log had taken in {size:,}"))
    return max(known, key=lambda each: (each.size, bool(each.note)))


def contradicted(log: TransparencyLog, copies: Copies | None = None) -> str:
    """Why it can't be the record that was signed, and what to do; empty where all agrees."""
    end, head = furthest(log, copies), log.recorder.head().n
    said = _EARLY.format(head, end.says) if end.size > head else ""
    if said := is_another(log, copies) or said:
        said += "".join(map(_FORGED.format, unsigned(log.recorder, log.key)))
    return said


def is_another(log: TransparencyLog, copies: Copies | None = None) -> str:
    """A sentence where facts that were signed for are no longer those; empty where they are.

    Each checkpoint is held against the chain of the facts, and the longest against their tree.
    """
    head, longest = log.recorder.head().n, 0
    kept = [each for each in _signed(log, copies) if 0 < each[1].size <= head]
    for where, found in sorted(kept, key=lambda each: -each[1].size):
        ends = [each.hash for each in log.recorder.links(found.size - 1, found.size)]
        agrees = ends == [found.chain]
        if agrees and found.size > longest:
            longest, agrees = found.size, _root(log, found.size) == found.root
        if not agrees:
            return _OTHER.format(f"{described(found)} is kept {where}")
    return ""


def _root(log: TransparencyLog, size: int) -> bytes:
    tree = Frontier()
    tree.extend(list(log.recorder.leaves(0, size)))
    return tree.root()


def _signed(log: TransparencyLog, copies: Copies | None) -> Iterator[tuple[str, Checkpoint]]:
    """What is kept, and where, but for what the record says it lost."""
    acts = restores(log.recorder, log.key)
    for where, note in _kept(log, copies):
        try:
            found = Checkpoint.read(note, log.key)
        except BadNote:
            continue  # the daily check says which it is
        if not is_set_aside(found, acts):
            yield where, found


def _kept(log: TransparencyLog, copies: Copies | None) -> Iterator[tuple[str, str]]:
    """The newest note of each place."""
    sizes = log.recorder.kept_sizes()
    if sizes:
        yield "beside the facts", log.recorder.kept_checkpoint(max(sizes))
    if newest := log.newest():
        yield "beside the pages", str(newest.note)
    if log.mark and (note := log.mark.known()):
        yield "with the keys", note
    if copies and (note := copies.newest(log.slug)):
        yield f"in {copies.name}", note
