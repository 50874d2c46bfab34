"""The partnership's money: paid in by a body, spent on a use, withdrawn where it was wrong."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Provenance
from events.governance.funding import MoneyPaidIn, MoneySpent, MoneyWithdrawn
from events.period import Period
from events.value import Value
from services.governance.partner import found, stated
from services.governance.partner_state import Line
from services.governance.partnership_state import Partnership
from services.refusals import AlreadyThere, Missing, NotFound, Refusal


class NoExactAmount(Refusal):
    words = "Write one exact amount in pounds, such as £96,450.50."
    field = "amount"


def pay_in(
    partnership: Partnership,
    provenance: Provenance,
    *,
    line: UUID,
    partner: UUID | None,
    amount: Value,
    period: Period | None,
    note: str = "",
) -> MoneyPaidIn:
    """Raises ``AlreadyThere`` where the same body's money for the same period is stated."""
    id, known = found(partnership, partner, is_here=False)
    _refuse_twice(partnership, (str(id), stated(period)), "partner")
    return MoneyPaidIn(
        *partnership.next(provenance),
        line=line,
        partner=id,
        name=known.name,
        part=known.part,
        amount=_pounds(amount),
        period=stated(period),
        note=note,
    )


def spend(
    partnership: Partnership,
    provenance: Provenance,
    *,
    line: UUID,
    use: str,
    amount: Value,
    period: Period | None,
    note: str = "",
) -> MoneySpent:
    """Raises ``AlreadyThere`` where the same use is stated for the same period."""
    _refuse_twice(partnership, (use.casefold(), stated(period)), "use")
    return MoneySpent(
        *partnership.next(provenance),
        line=line,
        use=use,
        amount=_pounds(amount),
        period=stated(period),
        note=note,
    )


def withdraw_money(
    partnership: Partnership, provenance: Provenance, *, line: UUID | None, why: str
) -> MoneyWithdrawn:
    if line is None or line not in partnership.money:
        raise NotFound("Choose a line of the list.", field="line")
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    return MoneyWithdrawn(*partnership.next(provenance), line=line, why=why)


def _refuse_twice(partnership: Partnership, line: Line, field: str) -> None:
    if not line[0]:
        raise Missing("Say what it was spent on.", field=field)
    if line in partnership.money.values():
        words = "This is stated already for that period. Withdraw that line first, if it is wrong."
        raise AlreadyThere(words, field=field)


def _pounds(amount: Value) -> Value:
    """A plain number is pounds. Raises ``NoExactAmount`` for anything that can't be added up."""
    is_plain = amount.kind in ("count", "money") and amount.qualifier == "exactly"
    if not is_plain or amount.number is None or amount.number < 0:
        raise NoExactAmount
    return replace(amount, kind="money")
