"""What a young person is told of the next hours: no more than the service does.

The worker tells people on duty of every urgent message at once, and asks them to open it within the
minutes that the partnership chose. Out of hours it tells the out-of-hours contact, if there is one
(design/safety.md, section 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from babel.dates import format_date

from events.office_hours import OfficeHours
from events.uk_time import UK
from projections.access.people import People
from projections.deadlines.duty import DutyRota
from projections.deadlines.service_standards import Promised, ServiceStandards
from projections.feedback.alerts import Alerts
from projections.feedback.urgent_phrases import reasons_in
from services.feedback.alert_plan import MINUTES
from web.site.i18n import chosen
from web.site.i18n import spoken as _
from web.site.tenancy import here

_MAY_ACT = frozenset({"triage", "coordinator"})


@dataclass(frozen=True)
class WhatHappensNow:
    """Who is told now, and until when nobody may read it. Moments are in words of the page.

    ``read_by`` is when those on duty are asked to have read it, and empty out of hours.
    ``reopens`` is empty where it is not known, ``closes`` where the office stays open until then.
    """

    is_closed: bool
    is_told: bool
    read_by: str = ""
    closes: str = ""
    reopens: str = ""


def is_urgent(words: str, *, asks_help: bool = False) -> bool:
    """Whether these words raise themselves to the top of the queue."""
    return asks_help or bool(reasons_in(words))


def after_more(id: UUID) -> WhatHappensNow | None:
    """What happens with words that were added, where they wait to be opened as an alert."""
    with here.read(Alerts) as view:
        alert = view.of(id)
    if alert is None or not alert.is_waiting:
        return None
    return what_happens_now(datetime.now(UTC), since=datetime.fromisoformat(alert.raised_at))


def what_happens_now(now: datetime, *, since: datetime | None = None) -> WhatHappensNow:
    """What becomes of an urgent message that is sent ``now``, or waits ``since`` a moment ago."""
    local = now.astimezone(UK)
    with here.read(ServiceStandards) as view:
        promised = view.now()
    with here.read(DutyRota) as rota:
        contacts, named = rota.now(), rota.on(local.date())
    reaches = not here.outbox.trouble()
    on_call = reaches and contacts.has_out_of_hours
    if not here.card.is_open:
        return WhatHappensNow(is_closed=True, is_told=on_call)
    on_duty = reaches and bool(named or contacts.has_team or _somebody_may_act())
    told = by_the_clock(
        promised, contacts.minutes, (since or now).astimezone(UK), on_duty=on_duty, on_call=on_call
    )
    late = since and since + timedelta(minutes=contacts.minutes or MINUTES) <= now
    return WhatHappensNow(is_closed=told.is_closed, is_told=told.is_told) if late else told


def by_the_clock(
    promised: Promised, minutes: int, local: datetime, *, on_duty: bool, on_call: bool
) -> WhatHappensNow:
    """``on_duty`` and ``on_call`` say whether anybody can be told within and out of hours."""
    by = local + timedelta(minutes=minutes or MINUTES)
    if not promised.days:
        return WhatHappensNow(is_closed=False, is_told=on_duty)
    office = OfficeHours(promised.days, promised.opens, promised.closes)
    reopens = when(office.opens_next(local), local)
    if not office.is_open(local):
        return WhatHappensNow(is_closed=True, is_told=on_call, reopens=reopens)
    closes = office.closes_at(local)
    if by > closes:
        end = when(closes, local)
        return WhatHappensNow(is_closed=False, is_told=on_duty, closes=end, reopens=reopens)
    return WhatHappensNow(is_closed=False, is_told=on_duty, read_by=when(by, local))


def _somebody_may_act() -> bool:
    with here.read(People) as view:
        return any(person.role in _MAY_ACT for person in view.all())


def when(moment: datetime | None, now: datetime) -> str:
    """A moment as a child says it: 15:40, 9:00 tomorrow, 9:00 on Monday 7 December."""
    if moment is None:
        return ""
    time = f"{moment.hour}:{moment:%M}"
    days = (moment.date() - now.date()).days
    if days == 0:
        return time
    if days == 1:
        return _("%(time)s tomorrow", time=time)
    locale = "en_GB" if chosen() == "en" else chosen()
    day = format_date(moment.date(), "EEEE d MMMM", locale=locale)
    return _("%(time)s on %(day)s", time=time, day=day)
