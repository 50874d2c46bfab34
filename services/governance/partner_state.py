"""The bodies of a partnership and the lines of its money, as far as decisions need them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from events.governance.bodies import RoleEnded
from events.governance.funding import MoneyPaidIn, MoneySpent, MoneyWithdrawn
from events.governance.partner import Part, PartnerJoined, PartnerLeft, PartnerRenamed
from events.governance.partnership import BodyFact
from events.period import Period

Line = tuple[str, Period]  # who paid or what for, and for which period


@dataclass(frozen=True)
class KnownPartner:
    """A body as it is now. ``named`` are all the names that it had."""

    name: str
    part: Part
    place: str
    named: frozenset[str]
    is_here: bool = True


def partners_after(
    partners: Mapping[UUID, KnownPartner], fact: BodyFact
) -> Mapping[UUID, KnownPartner]:
    match fact:
        case PartnerJoined() | PartnerRenamed():
            known = partners.get(fact.partner)
            named = (known.named if known else frozenset()) | {fact.name.casefold()}
            return {**partners, fact.partner: KnownPartner(fact.name, fact.part, fact.place, named)}
        case PartnerLeft() if fact.partner in partners:
            return {**partners, fact.partner: replace(partners[fact.partner], is_here=False)}
        case _:
            return partners


def money_after(money: Mapping[UUID, Line], fact: BodyFact) -> Mapping[UUID, Line]:
    match fact:
        case MoneyPaidIn():
            return {**money, fact.line: (str(fact.partner), fact.period)}
        case MoneySpent():
            return {**money, fact.line: (fact.use.casefold(), fact.period)}
        case MoneyWithdrawn():
            return {line: of for line, of in money.items() if line != fact.line}
        case _:
            return money


def is_ended(role: tuple[str, str, str], ended: RoleEnded) -> bool:
    """An ending that names no body is of before a holder could have a role in several."""
    return role[:2] == (ended.role, ended.holder) and ended.body in (None, role[2])
