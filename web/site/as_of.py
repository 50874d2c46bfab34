"""A moment of the record or a day in force, as an address or a form writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from events.uk_time import UK, in_words, uk_time
from projections.engine.as_of import AsOf
from services.refusals import Refusal
from web.ports.history import RecordHistory

KNOWN, IN_FORCE = "known", "in_force"
_POSITION = re.compile(r"@([1-9][0-9]{0,14})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    rf"({_DAY.pattern})[T ]([0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?)"
)
_A_DAY = timedelta(days=1)


class BadAsOf(Refusal):
    words = "Give a day as 2026-03-14, a moment as 2026-03-14T10:30, or a place as @12."


@dataclass(frozen=True)
class PageAsOf:
    """The moment that a page shows. ``known`` and ``in_force`` are as the address has them.

    ``at`` is the moment (UTC) up to which the record is known. None if that is now.
    """

    as_of: AsOf
    known: str = ""
    in_force: str = ""
    at: datetime | None = None

    @property
    def day(self) -> date:
        """The day that counts as today on such a page."""
        at = self.at or datetime.now(UTC)
        return self.as_of.in_force or at.astimezone(UK).date()

    @property
    def known_words(self) -> str:
        if self.at is None:
            return "now"
        if _DAY.fullmatch(self.known):
            return in_words(date.fromisoformat(self.known))
        fact = f" (fact {self.as_of.position:,})" if self.known.startswith("@") else ""
        return uk_time(self.at.isoformat()) + fact

    @property
    def in_force_words(self) -> str:
        return in_words(self.as_of.in_force) if self.as_of.in_force else ""

    @property
    def asked(self) -> dict[str, str]:
        """What an address must carry to show the same moment."""
        pairs = {KNOWN: self.known, IN_FORCE: self.in_force}
        return {name: said for name, said in pairs.items() if said}


def parse_as_of(asked: Mapping[str, str], record: RecordHistory) -> PageAsOf:
    """The moment that these words name in the record. Raises ``BadAsOf``."""
    known, in_force = asked.get(KNOWN, ""), asked.get(IN_FORCE, "")
    head = record.head()
    if not head:
        raise BadAsOf("Nothing is recorded here yet, so there is no past to look at.")
    day = _day(in_force) if in_force else None
    if not known:
        return PageAsOf(AsOf(head, day), "", in_force)
    position = _position(known, record, head)
    at = record.moment_of(position) if known.startswith("@") else _moment(known)
    return PageAsOf(AsOf(position, day), known, in_force, min(at, datetime.now(UTC)))


def _position(known: str, record: RecordHistory, head: int) -> int:
    if found := _POSITION.fullmatch(known):
        if int(found[1]) > head:
            raise BadAsOf(f"“{known}” is beyond the record: it has {head:,} facts so far.")
        return int(found[1])
    moment = _moment(known)
    begun = moment - _A_DAY + timedelta(microseconds=1) if _DAY.fullmatch(known) else moment
    if begun > datetime.now(UTC):
        raise BadAsOf(f"“{known}” has not come yet, so nobody knows what is known then.")
    position = record.position_at(moment)
    if not position:
        first = uk_time(record.moment_of(1).isoformat())
        raise BadAsOf(f"“{known}” is before the record starts: its first fact is of {first}.")
    return position


def _moment(known: str) -> datetime:
    """In UTC. A bare day ends at midnight in the UK. Of a doubled hour, the later one counts."""
    try:
        if _DAY.fullmatch(known):
            end = datetime.combine(date.fromisoformat(known) + _A_DAY, time(), UK)
            return end.astimezone(UTC) - timedelta(microseconds=1)
        if found := _MOMENT.fullmatch(known):
            return (
                datetime.fromisoformat(f"{found[1]}T{found[2]}")
                .replace(tzinfo=UK, fold=1)
                .astimezone(UTC)
            )
    except (ValueError, OverflowError):
        pass
    raise BadAsOf(f"“{known[:60]}” is no moment that we understand. {BadAsOf.words}")


def _day(in_force: str) -> date:
    try:
        day = date.fromisoformat(in_force) if _DAY.fullmatch(in_force) else None
    except ValueError:
        day = None
    if day is None:
        raise BadAsOf(f"“{in_force[:60]}” is no day that we understand. Give it as 2021-09-29.")
    if day > datetime.now(UK).date():
        raise BadAsOf(f"“{in_force}” has not come yet.")
    return day
