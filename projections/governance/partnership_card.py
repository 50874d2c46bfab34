"""The partnership in a few lines: its name, its partners, its help lines. Shown on every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.governance.opening import ClosedToYoungPeople, OpenedToYoungPeople
from events.governance.partner import SAFEGUARDING, PartnerJoined, PartnerLeft, PartnerRenamed
from events.governance.partnership import (
    HelpLine,
    HelpLineAdded,
    HelpLineTakenOff,
    PartnershipRegistered,
)
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Card:
    """``is_open``: young people may tell it something. ``was_open``: they may have begun to.

    ``closed_until`` is a day in words, empty where none is known.
    """

    slug: str
    name: str
    short_name: str
    region: str
    safeguarding_partners: tuple[str, ...]
    contact: str
    help_lines: tuple[HelpLine, ...]
    is_open: bool = True
    was_open: bool = True
    closed_why: str = ""
    closed_until: str = ""


@dataclass(frozen=True)
class OwnLine:
    """A number of the partnership's own."""

    number: str
    name: str
    hours: str
    what_for: str
    is_shown: bool = True


@dataclass(frozen=True)
class SafeguardingPartner:
    id: UUID
    name: str
    is_here: bool = True


class PartnershipCard(Projection):
    name = "partnership_card"
    version = 4
    cards = TableOf(Card)
    own = TableOf(OwnLine)
    partners = TableOf(SafeguardingPartner)

    def apply(self, fact: Fact) -> None:
        match fact:
            case PartnershipRegistered():
                self.cards.put(_card(fact))
            case HelpLineAdded(line=line):
                self.own.put(OwnLine(line.number, line.name, line.hours, line.what_for))
            case HelpLineTakenOff(number=number):
                self.own.change(number, lambda row: replace(row, is_shown=False))
            case PartnerJoined() | PartnerRenamed() if fact.part in SAFEGUARDING:
                self.partners.put(SafeguardingPartner(fact.partner, fact.name))
            case OpenedToYoungPeople():
                self._change(is_open=True, was_open=True)
            case ClosedToYoungPeople(why=why, until=until):
                self._change(is_open=False, closed_why=why, closed_until=str(until or ""))
            case PartnerLeft(partner=id):
                self.partners.change(id, lambda row: replace(row, is_here=False))
            case _:
                pass

    def card(self) -> Card | None:
        """With the numbers that are the same everywhere first, then the partnership's own.

        Partners that were recorded with their days replace those it was set up with.
        """
        found = self.cards.where()
        if not found:
            return None
        partners = tuple(each.name for each in self.partners.where() if each.is_here)
        return replace(
            found[0],
            help_lines=(*found[0].help_lines, *self.own_lines()),
            safeguarding_partners=partners or found[0].safeguarding_partners,
        )

    def _change(self, **said: object) -> None:
        for card in self.cards.where():
            self.cards.put(replace(card, **said))  # type: ignore[arg-type]

    def own_lines(self) -> list[HelpLine]:
        shown = sorted(self.own.where(is_shown=True), key=lambda row: row.name)
        return [HelpLine(row.name, row.number, row.hours, row.what_for) for row in shown]


def _card(fact: PartnershipRegistered) -> Card:
    return Card(
        fact.slug,
        fact.name,
        fact.short_name,
        fact.region,
        fact.safeguarding_partners,
        fact.contact,
        fact.help_lines,
        is_open=not fact.opens_later,
        was_open=not fact.opens_later,
    )
