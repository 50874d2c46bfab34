"""The checkpoints in the read tables, brought in step with those that are kept beside the facts.

The ledger's place for them takes new ones and alters or deletes none. What was deleted from the
read tables comes back from there; what an earlier release signed goes there at the first look.
"""

from __future__ import annotations

import logging

from sqlalchemy import Connection, insert, select

from infra.proof.checkpoint import Checkpoint
from infra.proof.note_key import BadNote, Key
from infra.proof.restored_record import is_set_aside, restores
from infra.proof.signed_note import Note
from infra.proof.tables import CHECKPOINTS, lock_state
from infra.storage.recorder import Recorder

_log = logging.getLogger(__name__)


def bring_in_step(recorder: Recorder, connection: Connection, key: Key) -> None:
    """Copies what one place lacks and the other has. ``connection`` may write.

    What was put into the read table without the log's ``key`` is not kept: it could never be
    removed again.
    """
    kept = set(recorder.kept_sizes())
    if _sizes(connection) == kept:
        return
    lock_state(connection)
    ours, head, acts = _sizes(connection), recorder.head().n, restores(recorder, key)
    for size in ours - kept:
        if size > head:
            continue  # of a record that went further: it is said where the record is looked at
        asked = select(CHECKPOINTS.c.note).where(CHECKPOINTS.c.size == size)
        note = connection.execute(asked).scalar_one()
        if _is_of(note, size, key):
            recorder.keep_checkpoint(size, note)
        else:
            _log.error("%s: the checkpoint for %s facts is not ours", recorder.slug, size)
    notes = {size: recorder.kept_checkpoint(size) for size in kept - ours}
    gone = [
        {"size": size, "note": note, "copied": ""}
        for size, note in notes.items()
        if _is_of(note, size, key) and not is_set_aside(Checkpoint.of(Note.read(note)), acts)
    ]
    if gone:
        connection.execute(insert(CHECKPOINTS), gone)


def _is_of(note: str, size: int, key: Key) -> bool:
    try:
        return Checkpoint.read(note, key).size == size
    except BadNote:
        return False


def _sizes(connection: Connection) -> set[int]:
    return set(connection.execute(select(CHECKPOINTS.c.size)).scalars())
