"""The partnership in a few lines: its name, who is in it, whom to call. Head of every page."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact
from events.partnership import HelpLine, PartnershipRegistered
from projections.projection import Projection
from projections.rows import TableOf


@dataclass(frozen=True)
class Card:
    slug: str
    name: str
    short_name: str
    region: str
    safeguarding_partners: tuple[str, ...]
    contact: str
    help_lines: tuple[HelpLine, ...]


class PartnershipCard(Projection):
    name = "partnership_card"
    cards = TableOf(Card)

    def apply(self, fact: Fact) -> None:
        match fact:
            case PartnershipRegistered():
                self.cards.put(
                    Card(
                        fact.slug,
                        fact.name,
                        fact.short_name,
                        fact.region,
                        fact.safeguarding_partners,
                        fact.contact,
                        fact.help_lines,
                    )
                )
            case _:
                pass

    def card(self) -> Card | None:
        found = self.cards.where()
        return found[0] if found else None
