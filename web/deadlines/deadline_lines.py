"""The lines of the deadline board: from the record, and from the service standard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from events.period import PartialDate
from projections.deadlines.deadline_rows import Deadline, Kind
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.service_standards import ServiceStandards
from projections.deadlines.standing import DeadlineStatus, standing_of
from projections.feedback.triage_queue import TriageQueue
from web.deadlines.standard_kept import read_by, read_standing
from web.site.permissions import Permission
from web.site.tenancy import Tenant

LineKind = Literal[Kind, "message"]
NAMES: dict[LineKind, str] = {
    "case review": "Case reviews",
    "case action": "Actions of case reviews",
    "report": "Copies of reports",
    "decision action": "Actions of decisions",
    "audit action": "Actions of audits",
    "meeting action": "Actions of meetings",
    "message": "Messages to read",
}
NEEDS: dict[LineKind, Permission] = {
    "case review": "read cases",
    "case action": "read cases",
    "report": "read decisions",
    "decision action": "read decisions",
    "audit action": "read audits",
    "meeting action": "read governance",
    "message": "read feedback",
}
MOST_MESSAGES = 25  # the triage queue shows each of them
_NAMED: frozenset[LineKind] = frozenset({"case review", "report"})


@dataclass(frozen=True)
class DeadlineLine:
    """One thing that is due. ``how`` is the row that says how its day was counted."""

    kind: LineKind
    subject: UUID
    key: str
    what: str
    about: str
    owner: str
    due: PartialDate | None
    stands: DeadlineStatus
    demo: bool
    how: Deadline | None = None

    @property
    def plainly(self) -> str:
        """The line without words that people typed, for mail and calendars."""
        return f"{self.what}: {self.about}" if self.kind in _NAMED else f"{NAMES[self.kind]}: one"


def lines_of(
    place: Tenant, today: date, kinds: Iterable[LineKind] = NAMES, *, done: bool = False
) -> list[DeadlineLine]:
    """What is due, or what is done, of these kinds. The most urgent comes first."""
    wanted = set(kinds)
    with place.read(Deadlines) as board:
        rows = board.closed() if done else board.open()
    lines = [line_of(row, today) for row in rows if row.kind in wanted]
    if "message" in wanted and not done:
        lines = sorted([*lines, *_messages(place, today)], key=_by_day)
    return lines


def line_of(row: Deadline, today: date) -> DeadlineLine:
    stands = standing_of(row, today)
    return DeadlineLine(
        row.kind,
        row.subject,
        row.key,
        row.what,
        row.about,
        row.owner,
        row.due,
        stands,
        row.demo,
        row,
    )


def _messages(place: Tenant, today: date) -> list[DeadlineLine]:
    with place.read(ServiceStandards) as view:
        promised = view.now()
    if promised.read_days is None:
        return []
    with place.read(TriageQueue) as queue:
        items = queue.longest_unread(MOST_MESSAGES)
    return [
        DeadlineLine(
            "message",
            item.id,
            str(item.id),
            "Read a young person's message",
            "",
            "Triage",
            read_by(item, promised),
            stands,
            item.demo,
        )
        for item in items
        if (stands := read_standing(item, promised, today))
    ]


def _by_day(line: DeadlineLine) -> str:
    return line.due.last.isoformat() if line.due else "~"
