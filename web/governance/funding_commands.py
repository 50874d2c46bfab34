"""What can be recorded of the partnership's money."""

from __future__ import annotations

from uuid import UUID

from services.governance.partnership import PartnershipService
from web.forms import commands
from web.forms.choices import Chosen
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, Stated, period_of
from web.forms.text_fields import Line, Words
from web.governance.group_commands import frame_here
from web.governance.partner_commands import here_ever

_AMOUNT_HINT = "To the penny where you know it, such as £96,450.50."


def _lines() -> Options:
    lines = frame_here().money
    return [(str(m.line), f"{m.heading}, {m.kind}: {m.amount}, {m.period}") for m in lines]


class PaidInForm(Form):
    partner = Chosen(
        needed="Choose a body of the list.",
        label="Who paid",
        options=here_ever,
        empty="No body is on the list of partners yet. Add the one that paid first.",
        first="join",
    )
    amount = Stated(needed="Write the amount.", label="Amount", hint=_AMOUNT_HINT)
    start = Day(needed="Say from when.", label="For the time from", hint=DAY_HINT)
    end = Day(needed="Say until when.", label="To", hint="Both days count.")
    note = Line(longest=300, label="Anything to note", hint="Such as: also gives an office.")


class SpentForm(Form):
    use = Line(
        longest=200,
        needed="Say what it was spent on.",
        label="What it was spent on",
        hint="Such as staff, training, practice reviews, independent scrutiny.",
    )
    amount = Stated(needed="Write the amount.", label="Amount", hint=_AMOUNT_HINT)
    start = Day(needed="Say from when.", label="For the time from", hint=DAY_HINT)
    end = Day(needed="Say until when.", label="To", hint="Both days count.")
    note = Line(longest=300, label="Anything to note")


class WithdrawMoneyForm(Form):
    line = Chosen(
        needed="Choose a line of the list.",
        label="Line",
        options=_lines,
        empty="No money is recorded yet, so there is no line to withdraw. Record what was paid in.",
        first="paid-in",
    )
    why = Words(needed="Say what was wrong with it.", label="What was wrong", rows=3)


def _new_line() -> UUID:
    return commands.new_id("money")


COMMANDS = {
    "paid-in": Command(
        PaidInForm,
        PartnershipService.pay_in,
        title="Record money that a body paid in",
        done="The money is recorded.",
        also={"line": _new_line, "period": period_of},
    ),
    "spent": Command(
        SpentForm,
        PartnershipService.spend,
        title="Record what money was spent on",
        done="The money is recorded.",
        also={"line": _new_line, "period": period_of},
    ),
    "withdraw-money": Command(
        WithdrawMoneyForm,
        PartnershipService.withdraw_money,
        title="Withdraw a line of the money",
        done="The line is withdrawn; it stays on record. Write the right one now.",
        button="Withdraw it",
    ),
}
