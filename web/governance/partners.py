"""The bodies of the partnership: who takes part, what each gave, and the money."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from events.value import Value
from projections.governance.partner_rows import MoneyLine
from web.forms import commands
from web.governance import funding_commands as funding
from web.governance import partner_commands as bodies
from web.governance.group_commands import frame_here
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("partners", __name__)
COMMANDS = bodies.COMMANDS | funding.COMMANDS


@pages.get("/<partnership>/work/partners/")
@requires("read governance")
def page() -> ResponseReturnValue:
    frame = frame_here()
    return render_template(
        "governance/partners.html",
        frame=frame,
        parts_of=bodies.PARTS,
        accounts=accounts(frame.money),
        commands=COMMANDS,
        at_first=[] if frame.partners else here.card.safeguarding_partners,
    )


@pages.route("/<partnership>/work/partners/<name>", methods=["GET", "POST"])
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return commands.page(commands.named(COMMANDS, name), here.partnership.id, url_for(".page"))


Account = tuple[str, list[list[str]]]


def accounts(lines: tuple[MoneyLine, ...]) -> list[Account]:
    """For each period and kind the lines, each with its amount, and their sum as the last row."""
    ordered = sorted(lines, key=lambda each: (each.period.start.first, each.kind))
    found = []
    for (period, kind), group in groupby(ordered, key=lambda each: (str(each.period), each.kind)):
        members = list(group)
        total = sum((Decimal(each.amount.number or 0) for each in members), Decimal(0))
        rows = [[each.heading, str(each.amount), each.note] for each in members]
        total_row = ["In all", str(Value(total, kind="money")), ""]
        found.append((f"Money {kind}, {period}", [*rows, total_row]))
    return found
