"""Who the partnership is, what it set out to do, and who does what in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period

InitiativeKind = Literal[
    "strategy",
    "practice tool",
    "event",
    "campaign",
    "programme",
    "website",
    "protocol",
    "commissioned work",
    "newsletter",
    "learning",
    "assurance report",
    "group",
    "statement",
]
Status = Literal["planned", "under way", "in place", "launched", "revised", "ended", "as stated"]


@dataclass(frozen=True)
class HelpLine:
    """A number to call or text: who answers, and when."""

    name: str
    number: str
    hours: str
    what_for: str


@dataclass(frozen=True)
class PartnershipRegistered(Fact):
    TOPIC = "partnership.registered"
    PERSONAL = frozenset()
    name: str
    slug: str
    short_name: str
    region: str
    safeguarding_partners: tuple[str, ...]
    contact: str
    help_lines: tuple[HelpLine, ...]

    @property
    def true_on(self) -> PartialDate | None:
        """That it joined Earshot on a day says nothing about since when it exists."""
        return self.provenance.effective_on


@dataclass(frozen=True)
class ReportingPeriodDeclared(Fact):
    """A stretch of time that is reported on; ``period`` is none where the source states none."""

    TOPIC = "partnership.period_declared"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    period: Period | None
    note: str


@dataclass(frozen=True)
class PriorityAdopted(Fact):
    """``label`` is empty where the source counts the priority without naming it."""

    TOPIC = "partnership.priority_adopted"
    PERSONAL = frozenset()
    DAY = "period"
    priority: str
    label: str
    stated_period: str
    period: Period | None
    note: str


@dataclass(frozen=True)
class OutcomeAdopted(Fact):
    TOPIC = "partnership.outcome_adopted"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    decision: UUID | None
    period: Period | None


@dataclass(frozen=True)
class DevelopmentAreaOpened(Fact):
    """Something the partnership says it must still get better at."""

    TOPIC = "partnership.development_area_opened"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    period: Period | None


@dataclass(frozen=True)
class RoleGiven(Fact):
    TOPIC = "partnership.role_given"
    PERSONAL = frozenset({"holder"})
    role: str
    holder: str
    body: str


@dataclass(frozen=True)
class RoleEnded(Fact):
    TOPIC = "partnership.role_ended"
    PERSONAL = frozenset({"holder"})
    role: str
    holder: str


@dataclass(frozen=True)
class SubgroupFormed(Fact):
    TOPIC = "partnership.subgroup_formed"
    PERSONAL = frozenset()
    name: str
    purpose: str


@dataclass(frozen=True)
class SubgroupPlaced(Fact):
    """To which group a sub-group answers; empty where it answers to the partnership itself."""

    TOPIC = "partnership.subgroup_placed"
    PERSONAL = frozenset()
    name: str
    under: str


@dataclass(frozen=True)
class SubgroupEnded(Fact):
    TOPIC = "partnership.subgroup_ended"
    PERSONAL = frozenset()
    name: str
    why: str


@dataclass(frozen=True)
class BoardLinked(Fact):
    """Another board that the partnership works with; it has no access to this record."""

    TOPIC = "partnership.board_linked"
    PERSONAL = frozenset()
    name: str
    purpose: str


@dataclass(frozen=True)
class ReportDutyAdded(Fact):
    """What the partnership itself asks of its reports beyond the law; which sections answer it."""

    TOPIC = "partnership.report_duty_added"
    PERSONAL = frozenset()
    duty: str
    answered_by: tuple[str, ...]


@dataclass(frozen=True)
class InitiativeRecorded(Fact):
    """A strategy, tool, event or other piece of work, in the state it was in."""

    TOPIC = "partnership.initiative_recorded"
    PERSONAL = frozenset()
    DAY = ""
    kind: InitiativeKind
    name: str
    status: Status
    detail: str
    due: PartialDate | None

    @property
    def true_on(self) -> PartialDate | None:
        """A plan is true from when it was told, and not only from the day that it is for."""
        if self.status != "planned":
            return super().true_on
        return None if self.provenance.document else self.recorded_on


@dataclass(frozen=True)
class PriorityEnded(Fact):
    """``priority`` is its short name here. What was decided for it stays."""

    TOPIC = "partnership.priority_ended"
    PERSONAL = frozenset()
    priority: str
    label: str
    why: str


@dataclass(frozen=True)
class DevelopmentAreaClosed(Fact):
    TOPIC = "partnership.development_area_closed"
    PERSONAL = frozenset()
    label: str
    why: str


@dataclass(frozen=True)
class PeriodWithdrawn(Fact):
    """Declared by mistake, or replaced: no report is drafted for it any more."""

    TOPIC = "partnership.period_withdrawn"
    PERSONAL = frozenset()
    DAY = "period"
    label: str
    period: Period | None
    why: str


@dataclass(frozen=True)
class HelpLineAdded(Fact):
    """A number of the partnership's own, shown wherever young people are told of help."""

    TOPIC = "partnership.help_line_added"
    PERSONAL = frozenset()
    line: HelpLine


@dataclass(frozen=True)
class HelpLineTakenOff(Fact):
    TOPIC = "partnership.help_line_taken_off"
    PERSONAL = frozenset()
    number: str
    why: str


PartnershipFact = (
    PartnershipRegistered
    | ReportingPeriodDeclared
    | PriorityAdopted
    | OutcomeAdopted
    | DevelopmentAreaOpened
    | RoleGiven
    | RoleEnded
    | SubgroupFormed
    | SubgroupPlaced
    | SubgroupEnded
    | BoardLinked
    | ReportDutyAdded
    | InitiativeRecorded
    | PriorityEnded
    | DevelopmentAreaClosed
    | PeriodWithdrawn
    | HelpLineAdded
    | HelpLineTakenOff
)
