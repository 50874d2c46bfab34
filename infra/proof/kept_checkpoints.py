"""The checkpoints in the read tables, brought in step with those that are kept beside the facts.

The ledger's place for them takes new ones and alters or deletes none. What was deleted from the
read tables comes back from there; what an earlier release signed goes there at the first look.
"""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from infra.proof.checkpoint import Checkpoint
from infra.proof.restored_record import is_set_aside, restores
from infra.proof.signed_note import Note
from infra.proof.tables import CHECKPOINTS, lock_state
from infra.storage.recorder import Recorder


def bring_in_step(recorder: Recorder, connection: Connection) -> None:
    """Copies what one place lacks and the other has. ``connection`` may write."""
    kept = set(recorder.kept_sizes())
    if _sizes(connection) == kept:
        return
    lock_state(connection)
    ours, head, acts = _sizes(connection), recorder.head().n, restores(recorder)
    for size in ours - kept:
        if size > head:
            continue  # of a record that went further: it is said where the record is looked at
        note = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.size == size)
        recorder.keep_checkpoint(size, connection.execute(note).scalar_one())
    notes = {size: recorder.kept_checkpoint(size) for size in kept - ours}
    gone = [
        {"size": size, "note": note, "copied": ""}
        for size, note in notes.items()
        if not is_set_aside(Checkpoint.of(Note.read(note)), acts)
    ]
    if gone:
        connection.execute(insert(CHECKPOINTS), gone)


def _sizes(connection: Connection) -> set[int]:
    return set(connection.execute(select(CHECKPOINTS.c.size)).scalars())
