"""Arrangements of the partnership as rows: roles, groups, priorities and others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.period import PartialDate, Period
from projections.governance.partner_rows import MoneyLine, Partner


@dataclass(frozen=True)
class Held:
    """A role that somebody has, or had until ``ended``."""

    role: str
    holder: str
    body: str
    source: str
    ended: PartialDate | None = None
    since: str = ""


@dataclass(frozen=True)
class PartnershipGroup:
    """A sub-group; ``under`` is the group it answers to, empty for the partnership itself.

    ``placed`` says since when: what it answered to, and the microsecond that was recorded at.
    """

    name: str
    purpose: str
    source: str
    under: str = ""
    ended: str = ""
    placed: tuple[tuple[int, str], ...] = ()

    def moved(self, under: str, at: int) -> PartnershipGroup:
        return replace(self, under=under, placed=(*self.placed, (at, under)))

    def under_at(self, moment: int) -> str:
        """What it answered to as it was known then; 0 is now."""
        known = (under for at, under in self.placed if not moment or at <= moment)
        return ["", *known][-1]


@dataclass(frozen=True)
class Named:
    """Anything else that has a name: an outcome, a linked board, a piece of work, an aim.

    ``ended`` says why it did.
    """

    name: str
    detail: str
    source: str
    status: str = ""
    kind: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Priority:
    priority: str
    label: str
    stated: str
    period: Period | None
    note: str
    source: str
    ended: str = ""


@dataclass(frozen=True)
class Declared:
    label: str
    period: Period | None
    note: str
    source: str
    withdrawn: str = ""


@dataclass(frozen=True)
class Duty:
    """What the partnership's reports must hold beyond the law."""

    duty: str
    answered_by: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Frame:
    """All of it, of one partnership."""

    id: UUID
    periods: tuple[Declared, ...] = ()
    priorities: tuple[Priority, ...] = ()
    outcomes: tuple[Named, ...] = ()
    roles: tuple[Held, ...] = ()
    groups: tuple[PartnershipGroup, ...] = ()
    boards: tuple[Named, ...] = ()
    work: tuple[Named, ...] = ()
    aims: tuple[Named, ...] = ()
    duties: tuple[Duty, ...] = ()
    partners: tuple[Partner, ...] = ()
    money: tuple[MoneyLine, ...] = ()
    statements: tuple[Named, ...] = ()

    @property
    def partners_now(self) -> list[Partner]:
        return [each for each in self.partners if not each.left]

    def named(self, name: str) -> Partner | None:
        """The body that has or had this name."""
        bodies = (b for b in self.partners for n in b.names if n.name.casefold() == name.casefold())
        return next(bodies, None)

    def names_of(self, body: str) -> frozenset[str]:
        """Every name that the body of this name has or had."""
        found = self.named(body)
        return frozenset({body, *(each.name for each in (found.names if found else ()))})

    @property
    def roles_now(self) -> list[Held]:
        return [held for held in self.roles if held.ended is None]

    @property
    def roles_before(self) -> list[Held]:
        return [held for held in self.roles if held.ended is not None]

    @property
    def priorities_now(self) -> list[Priority]:
        return [each for each in self.priorities if not each.ended]

    @property
    def aims_now(self) -> list[Named]:
        return [each for each in self.aims if not each.ended]

    @property
    def periods_now(self) -> list[Declared]:
        return [each for each in self.periods if not each.withdrawn]

    @property
    def groups_now(self) -> list[PartnershipGroup]:
        return [group for group in self.groups if not group.ended]

    def below(self, name: str = "") -> list[PartnershipGroup]:
        """The groups that answer to one; those of the partnership itself where none is named."""
        known = {group.name for group in self.groups_now}
        return [g for g in self.groups_now if (g.under if g.under in known else "") == name]
