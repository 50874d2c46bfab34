"""The partnership: its name and partners, its reporting periods, duties and help lines."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.governance.bodies import (
    BoardLinked,
    RoleEnded,
    RoleGiven,
    SubgroupEnded,
    SubgroupFormed,
    SubgroupPlaced,
)
from events.governance.funding import MoneyPaidIn, MoneySpent, MoneyWithdrawn
from events.governance.initiative import InitiativeRecorded
from events.governance.partner import (
    ArrangementsPublished,
    ContributionStated,
    PartnerJoined,
    PartnerLeft,
    PartnerRenamed,
)
from events.governance.priority import (
    DevelopmentAreaClosed,
    DevelopmentAreaOpened,
    OutcomeAdopted,
    PriorityAdopted,
    PriorityEnded,
)
from events.governance.restored_record import RecordRestored
from events.governance.theme import ThemeReported
from events.period import PartialDate, Period


@dataclass(frozen=True)
class HelpLine:
    """A number to call or text: who answers, and when."""

    name: str
    number: str
    hours: str
    what_for: str


@dataclass(frozen=True)
class PartnershipRegistered(Fact):
    """``opens_later``: young people may tell it something once it has been opened to them."""

    TOPIC = "partnership.registered"
    PERSONAL = frozenset()
    name: str
    slug: str
    short_name: str
    region: str
    safeguarding_partners: tuple[str, ...]
    contact: str
    help_lines: tuple[HelpLine, ...]
    opens_later: bool = False

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
class ReportDutyAdded(Fact):
    """What the partnership itself asks of its reports beyond the law; which sections answer it."""

    TOPIC = "partnership.report_duty_added"
    PERSONAL = frozenset()
    duty: str
    answered_by: tuple[str, ...]


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


SetOut = (
    PriorityAdopted
    | PriorityEnded
    | ReportingPeriodDeclared
    | PeriodWithdrawn
    | DevelopmentAreaOpened
    | DevelopmentAreaClosed
)
PartnerFact = PartnerJoined | PartnerRenamed | PartnerLeft
MoneyFact = MoneyPaidIn | MoneySpent | MoneyWithdrawn
StatementFact = ContributionStated | ArrangementsPublished | ThemeReported
BodyFact = PartnerFact | MoneyFact | StatementFact
ArrangementFact = (
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
    | RecordRestored
)
PartnershipFact = ArrangementFact | BodyFact
