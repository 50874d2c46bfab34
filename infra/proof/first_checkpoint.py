"""Whether the oldest checkpoint is as old as the record: if not, older ones may have been deleted.

Whoever owns the machine can take the guards off. The daily check can't miss what is no longer
there, but the first checkpoint that is left then comes too late.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from events.uk_time import UK, in_words
from infra.proof.transparency_log import TransparencyLog

_WITHIN = timedelta(days=2)  # one is signed within a minute, wherever a worker runs


def comes_late(log: TransparencyLog) -> str:
    """A sentence that says so; empty where the oldest checkpoint is in time, or there is none."""
    first = log.covering(1)
    if first is None:
        return ""
    [fact] = log.recorder.links(0, 1)
    if first.at - fact.at <= _WITHIN:
        return ""
    return (
        f"The first fact is of {_day(fact.at)}, but the oldest checkpoint is of "
        f"{_day(first.at)}: nothing was signed before, or it was taken away. "
        "Compare checkpoints that you kept elsewhere."
    )


def _day(moment: datetime) -> str:
    return in_words(moment.astimezone(UK).date())
