"""The bodies of a partnership and their money, folded into its arrangements."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from events.governance import funding, partner, theme
from events.governance.partnership import MoneyFact, PartnerFact, StatementFact
from projections.governance.arrangement_rows import Frame, Named
from projections.governance.partner_rows import MoneyLine, Name, Partner

_NO_DAY = "a day that is not known"


def changed(row: Frame, fact: PartnerFact) -> Frame:
    known = next((each for each in row.partners if each.id == fact.partner), None)
    others = tuple(each for each in row.partners if each.id != fact.partner)
    since = str(fact.told_on or _NO_DAY)
    match fact:
        case partner.PartnerJoined(partner=id, name=name, part=part, place=place):
            names = (*(known.names if known else ()), Name(name, since))
            new = Partner(id, part, place, names, fact.provenance.source)
        case partner.PartnerRenamed(name=name) if known:
            new = replace(known, names=(*known.names, Name(name, since)))
        case partner.PartnerLeft() if known:
            new = replace(known, left=since)
        case _:
            return row
    return replace(row, partners=(*others, new))


def counted(row: Frame, fact: MoneyFact) -> Frame:
    others = tuple(each for each in row.money if each.line != fact.line)
    match fact:
        case funding.MoneyPaidIn():
            return replace(row, money=(*others, _line(fact, "paid in", fact.name)))
        case funding.MoneySpent():
            return replace(row, money=(*others, _line(fact, "spent", fact.use)))
        case funding.MoneyWithdrawn():
            return replace(row, money=others)
        case _:
            assert_never(fact)


def _line(fact: funding.MoneyPaidIn | funding.MoneySpent, kind: str, heading: str) -> MoneyLine:
    source = fact.provenance.source
    return MoneyLine(fact.line, kind, heading, fact.amount, fact.period, fact.note, source)


def stated(row: Frame, fact: StatementFact) -> Frame:
    return replace(row, statements=(*row.statements, _statement(fact)))


def _statement(fact: StatementFact) -> Named:
    source = fact.provenance.source
    match fact:
        case partner.ContributionStated():
            return Named(fact.name, fact.did, source, str(fact.period), "contribution")
        case partner.ArrangementsPublished():
            return Named(fact.title, fact.changed, source, str(fact.told_on or ""), "arrangements")
        case theme.ThemeReported():
            words = " ".join(filter(None, (fact.known, fact.done, fact.result)))
            name = fact.theme[:1].upper() + fact.theme[1:]
            return Named(name, words, source, str(fact.period), "theme")
        case _:
            assert_never(fact)
