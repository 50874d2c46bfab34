"""The bodies of a partnership, their money and what they gave, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import funding, partner, theme
from events.governance.partnership import BodyFact, MoneyFact, PartnerFact, StatementFact


def sentence(fact: BodyFact) -> str:
    match fact:
        case partner.PartnerJoined() | partner.PartnerRenamed() | partner.PartnerLeft():
            return _body(fact)
        case funding.MoneyPaidIn() | funding.MoneySpent() | funding.MoneyWithdrawn():
            return _money(fact)
        case partner.ContributionStated() | partner.ArrangementsPublished() | theme.ThemeReported():
            return _statement(fact)
        case _:
            assert_never(fact)


def _body(fact: PartnerFact) -> str:
    match fact:
        case partner.PartnerJoined():
            return f"{fact.name} takes part ({fact.part})."
        case partner.PartnerRenamed():
            return f"{fact.formerly} is called {fact.name} now."
        case partner.PartnerLeft():
            why = f": {fact.why.rstrip('.')}" if fact.why else ""
            return f"{fact.name} no longer takes part{why}."
        case _:
            assert_never(fact)


def _money(fact: MoneyFact) -> str:
    match fact:
        case funding.MoneyPaidIn():
            return f"{fact.name} paid in {fact.amount} for {fact.period}."
        case funding.MoneySpent():
            return f"{fact.amount} was spent on {fact.use}, for {fact.period}."
        case funding.MoneyWithdrawn():
            return f"A line of the money was withdrawn: {fact.why.rstrip('.')}."
        case _:
            assert_never(fact)


def _statement(fact: StatementFact) -> str:
    match fact:
        case partner.ContributionStated():
            return f"What {fact.name} did: {fact.did.rstrip('.')}."
        case partner.ArrangementsPublished():
            return f"The arrangements were published: {fact.title.rstrip('.')}."
        case theme.ThemeReported():
            return f"About {fact.theme}: {fact.known.rstrip('.')}."
        case _:
            assert_never(fact)
