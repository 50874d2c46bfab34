"""Restorations that the record itself tells of: what was signed of the facts that were lost.

After an older record was put back, checkpoints that speak of more than it has would accuse every
later fact. The recorded act says where the record begins anew; what was signed beyond is set
aside, and stays where it is kept. An act counts only where the log's own key signed it (ADR 50).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, insert, select, update

from infra.proof.checkpoint import Checkpoint
from infra.proof.log_tables import LogTables
from infra.proof.note_key import BadNote, Key, text_of
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


def statement(key: Key, after: int, chain: bytes, known: int, checkpoint: str) -> str:
    """What is signed of an act: whose record, where it goes on, and what it sets aside.

    The head of the hash chain ties it to the facts before it. No checkpoint begins like this.
    """
    lost = sha256(checkpoint.encode()).hexdigest()
    return f"{key.name} restored\nfacts {after}\nchain {text_of(chain)}\nknown {known}\n{lost}\n"


def restores(recorder: Recorder, key: Key) -> list[RecordedRestore]:
    """Every restoration that the record tells of and ``key`` signed, the oldest first."""
    return [act for _, act in _acts(recorder, key) if act]


def unsigned(recorder: Recorder, key: Key) -> list[int]:
    """Positions of facts that tell of a restoration, and that are not to be believed."""
    return [n for n, act in _acts(recorder, key) if not act]


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


def _acts(recorder: Recorder, key: Key) -> Iterator[tuple[int, RecordedRestore | None]]:
    """Each fact that tells of one; without the act where it is not to be believed."""
    after = 0
    while found := recorder.select_notifications(
        after, _MOST, topics=[TOPIC], inclusive_of_start=False
    ):
        for each in found:
            yield each.id, _believed(each.id, json.loads(each.state), recorder, key)
        after = found[-1].id


def _believed(n: int, said: dict[str, str], recorder: Recorder, key: Key) -> RecordedRestore | None:
    note, after, known = said["checkpoint"], int(said["facts"]), int(said["known"])
    if after != n - 1 or not after:
        return None  # it speaks of another place than where it stands
    before, row = recorder.links(after - 1, n)
    try:
        signed = Note.read(said.get("signed", ""))
        lost = Checkpoint.read(note, key) if note else None
    except BadNote:
        return None
    if signed.text != statement(key, after, before.hash, known, note):
        return None
    if signed.signed_at(key) is None or (lost and lost.size != known):
        return None
    return RecordedRestore(n, after, known, lost.at if lost else row.at)
