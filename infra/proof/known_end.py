"""How far a record is known to have gone: by any checkpoint that is kept anywhere.

A record that ends earlier was cut, or an older one was put in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from infra.proof.checkpoint import Checkpoint
from infra.proof.copy_stores import Copies
from infra.proof.note_key import BadNote
from infra.proof.restored_record import is_set_aside, restores
from infra.proof.transparency_log import TransparencyLog, described

_EARLY = (
    "The record ends at fact {}, but {}. Put the newer record back. If it is gone for good, run "
    "earshot restore, which records that the record begins anew there."
)


@dataclass(frozen=True)
class KnownEnd:
    """``size`` facts were there once, as ``says`` who; ``note`` is what was signed of them."""

    size: int
    says: str
    note: str = ""


def furthest(log: TransparencyLog, copies: Copies | None = None) -> KnownEnd:
    """The largest that anybody knows of, leaving out what the record says it lost."""
    acts = restores(log.recorder)
    known = [KnownEnd(log.recorder.head().n, "")]
    for where, note in _kept(log, copies):
        try:
            found = Checkpoint.read(note, log.key)
        except BadNote:
            continue  # the daily check says which it is
        if not is_set_aside(found, acts):
            known.append(KnownEnd(found.size, f"{described(found)} is kept {where}", note))
    size = log.state().size
    if not any(act.after < size <= act.known for act in acts):
        known.append(KnownEnd(size, f"its log had taken in {size:,}"))
    return max(known, key=lambda each: (each.size, bool(each.note)))


def ends_early(log: TransparencyLog, copies: Copies | None = None) -> str:
    """A sentence that says so and what to do; empty where nothing is known beyond the end."""
    end = furthest(log, copies)
    head = log.recorder.head().n
    return _EARLY.format(head, end.says) if end.size > head else ""


def _kept(log: TransparencyLog, copies: Copies | None) -> Iterator[tuple[str, str]]:
    """What is kept, and where: a newest note of each place."""
    sizes = log.recorder.kept_sizes()
    if sizes:
        yield "beside the facts", log.recorder.kept_checkpoint(max(sizes))
    if newest := log.newest():
        yield "beside the pages", str(newest.note)
    if log.mark and (note := log.mark.known()):
        yield "with the keys", note
    if copies and (note := copies.newest(log.slug)):
        yield f"in {copies.name}", note
