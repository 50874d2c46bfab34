"""What the bodies of a partnership, what they gave and what it cost put into a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import funding, partner, theme
from events.governance.partnership import BodyFact, MoneyFact, PartnerFact, StatementFact
from projections.reporting.entries.entry import WITHDRAWN_FIGURE, Entry, made

CHANGES = "changes told"
RESULT, NO_RESULT = "result told", "result not told yet"


def entry(fact: BodyFact) -> Entry:
    match fact:
        case partner.PartnerJoined() | partner.PartnerRenamed() | partner.PartnerLeft():
            return _body(fact)
        case funding.MoneyPaidIn() | funding.MoneySpent() | funding.MoneyWithdrawn():
            return _money(fact)
        case partner.ContributionStated() | partner.ArrangementsPublished() | theme.ThemeReported():
            return _statement(fact)
        case _:
            assert_never(fact)


def _body(fact: PartnerFact) -> Entry:
    """One body stands through all its names: a new one says what it was called before."""
    thing = f"partner {fact.partner}"
    match fact:
        case partner.PartnerJoined():
            return _stands(fact, "", thing)
        case partner.PartnerRenamed():
            return _stands(fact, f"formerly {fact.formerly}", thing)
        case partner.PartnerLeft():
            return made(
                fact,
                "who",
                "partner left",
                heading=fact.name,
                words=fact.why,
                thing=thing,
                ends=True,
            )
        case _:
            assert_never(fact)


def _stands(fact: partner.PartnerJoined | partner.PartnerRenamed, note: str, thing: str) -> Entry:
    return made(
        fact,
        "who",
        "partner",
        heading=fact.name,
        words=fact.place,
        value=fact.part,
        note=note,
        tag=str(fact.partner),
        thing=thing,
    )


def _money(fact: MoneyFact) -> Entry:
    match fact:
        case funding.MoneyPaidIn():
            return _line(fact, "paid in", fact.name, tag=fact.part)
        case funding.MoneySpent():
            return _line(fact, "spent", fact.use)
        case funding.MoneyWithdrawn():
            return made(fact, "money", WITHDRAWN_FIGURE, words=fact.why, subject=fact.line)
        case _:
            assert_never(fact)


def _line(
    fact: funding.MoneyPaidIn | funding.MoneySpent, kind: str, heading: str, *, tag: str = ""
) -> Entry:
    return made(
        fact,
        "money",
        kind,
        heading=heading,
        value=str(fact.amount),
        note=fact.note,
        when=fact.period,
        tag=tag,
        subject=fact.line,
    )


def _statement(fact: StatementFact) -> Entry:
    match fact:
        case partner.ContributionStated():
            return made(
                fact,
                "who",
                "contribution",
                heading=fact.name,
                words=fact.did,
                when=fact.period,
                tag=fact.part,
            )
        case partner.ArrangementsPublished():
            return _arrangements(fact)
        case theme.ThemeReported():
            return _theme(fact)
        case _:
            assert_never(fact)


def _arrangements(fact: partner.ArrangementsPublished) -> Entry:
    return made(
        fact,
        "who",
        "arrangements",
        heading=fact.title,
        words=fact.changed,
        value=CHANGES if fact.changed else "",
        note=fact.where,
        thing="arrangements",
    )


def _theme(fact: theme.ThemeReported) -> Entry:
    return made(
        fact,
        "work",
        fact.theme,
        heading=fact.theme[:1].upper() + fact.theme[1:],
        words=" ".join(filter(None, (fact.known, fact.done))),
        value=RESULT if fact.done and fact.result else NO_RESULT,
        note=fact.result,
        when=fact.period,
    )
