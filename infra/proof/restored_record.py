"""Restorations that the record itself tells of: what was signed of the facts that were lost.

After an older record was put back, checkpoints that speak of more than it has would accuse every
later fact. The recorded act says where the record begins anew; what was signed beyond is set
aside, and stays where it is kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from infra.proof.checkpoint import Checkpoint
from infra.proof.log_tables import LogTables
from infra.proof.signed_note import Note
from infra.proof.tables import CHECKPOINTS, DAYS, SET_ASIDE, STATE, TILES, lock_state
from infra.storage.recorder import Recorder

TOPIC = "partnership.record_restored"
_MOST = 1_000


@dataclass(frozen=True)
class RecordedRestore:
    """The record went on after fact ``after``; up to ``known`` it had been signed for before.

    ``until`` is when the newest of those checkpoints was signed: a later one is of the new record.
    """

    n: int
    after: int
    known: int
    until: datetime

    def sets_aside(self, checkpoint: Checkpoint) -> bool:
        return self.after < checkpoint.size <= self.known and checkpoint.at <= self.until


def restores(recorder: Recorder) -> list[RecordedRestore]:
    """Every restoration that the record tells of, the oldest first."""
    found = recorder.select_notifications(0, _MOST, topics=[TOPIC], inclusive_of_start=False)
    return [_read(each.id, json.loads(each.state), recorder) for each in found]


def is_set_aside(checkpoint: Checkpoint, acts: list[RecordedRestore]) -> bool:
    """Whether the record itself says that what this checkpoint speaks of was lost."""
    return any(act.sets_aside(checkpoint) for act in acts)


def set_aside(log: LogTables, after: int) -> None:
    """Takes what was signed beyond ``after`` out of what is compared, and draws the log anew."""
    with log.writing() as connection:
        lock_state(connection)
        known = set(connection.execute(select(SET_ASIDE.c.note)).scalars())
        for table in (CHECKPOINTS, DAYS):
            beyond = select(table.c.note).where(table.c.size > after)
            for note in set(connection.execute(beyond).scalars()) - known:
                connection.execute(insert(SET_ASIDE).values(note=note))
                known.add(note)
            connection.execute(delete(table).where(table.c.size > after))
        connection.execute(delete(TILES))
        connection.execute(update(STATE).values(size=0, sweep="", broken="", held=""))


def _read(n: int, said: dict[str, str], recorder: Recorder) -> RecordedRestore:
    note, after, known = said["checkpoint"], int(said["facts"]), int(said["known"])
    [row] = recorder.read(n - 1, 1)
    until = Checkpoint.of(Note.read(note)).at if note else row.at
    return RecordedRestore(n, after, known, until)
