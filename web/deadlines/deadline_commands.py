"""Secret addresses of the calendar, and counting all clocks again."""

from __future__ import annotations

import secrets
from contextlib import suppress
from uuid import UUID

from events.fact import Provenance
from projections.deadlines.deadlines import Deadlines
from services.deadlines.calendar_feed import CalendarFeedService
from services.learning.case_review_state import SameDays
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.sent import new_key
from web.forms.text_fields import Line as OneLine
from web.site.tenancy import here

_SECRET_BYTES = 32


class RecalculateDeadlineForm(Form):
    why = OneLine(
        longest=300,
        needed="Say why, such as the holiday that was proclaimed.",
        label="Why",
        hint="Such as: a bank holiday was proclaimed for 19 September.",
    )


class FeedForm(Form):
    name = OneLine(
        longest=100,
        needed="Say whose calendar it is for.",
        label="Whose calendar it is for",
        hint="A role or a team.",
    )


class DeadlineActionForm(Form):
    """A form that asks nothing."""


def _make_feed(provenance: Provenance, *, name: str) -> str:
    """Makes the secret of an address and gives it back. The record keeps only its hash."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    here.calendar_feed.make(
        here.ledger.name_of("feed", new_key()), provenance, secret=secret, name=name
    )
    return secret


def _recalculate(provenance: Provenance, *, why: str) -> int:
    """Counts every open clock again by today's calendar. Gives the number of days that moved."""
    with here.read(Deadlines) as view:
        subjects = {row.subject for row in view.open() if row.kind == "case review"}
    return sum(_again(subject, provenance, why) for subject in sorted(subjects, key=str))


def _again(case: UUID, provenance: Provenance, why: str) -> int:
    with suppress(SameDays):
        return len(here.case_review.recalculate(case, provenance, why=why))
    return 0


FEED = Command(FeedForm, _make_feed, title="Make an address", done="", button="Make an address")
REVOKE = Command(
    DeadlineActionForm,
    CalendarFeedService.revoke,
    title="Take it back",
    done="The calendar address is taken back. It no longer opens.",
    button="Take it back",
    kind="danger",
)
RECALCULATE = Command(
    RecalculateDeadlineForm,
    _recalculate,
    title="When a bank holiday is proclaimed",
    done="",
    help=(
        "This counts the open clocks of all case reviews again by the calendar that is installed "
        "now. Only days that change are recorded, each with the day it was."
    ),
    button="Count again",
)
