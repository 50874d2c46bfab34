"""The deadline board, and its calendar: as a file, or by a secret address."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.calendar_feeds import CalendarFeeds, Feed
from services.deadlines.calendar_feed import hashed
from services.learning.case_review_state import SameDays
from web.deadlines.deadline_commands import FEED, RECALCULATE, REVOKE
from web.deadlines.deadline_lines import (
    MOST_MESSAGES,
    NAMES,
    NEEDS,
    DeadlineLine,
    LineKind,
    lines_of,
)
from web.deadlines.icalendar import calendar_of
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.formatting import today
from web.site.permissions import has_permission, open_to_all, requires, user_has_permission
from web.site.tenancy import here, tenants

pages = Blueprint("deadlines", __name__)
_OPENS_NO_LONGER = "opens no longer, as who made it may not see this board now; make a new one"
_ONCE = "Copy this address into the calendar program now. It is shown this once:"


@pages.get("/<partnership>/work/deadlines/")
@requires("read deadlines")
def board() -> ResponseReturnValue:
    return _page(here.partnership.id, Sent())


@pages.get("/<partnership>/work/deadlines.ics")
@requires("read deadlines")
def download() -> ResponseReturnValue:
    return _calendar(lines_of(here, today(), _readable()))


@pages.get("/<partnership>/calendar/<token>.ics")
@open_to_all
def feed(token: str) -> ResponseReturnValue:
    """Anybody who knows the address may read it, while its owner may see the board."""
    with here.read(CalendarFeeds) as view:
        found = view.by_token(hashed(token))
    if found is None or not user_has_permission(found.made_by, "read deadlines"):
        abort(404)
    kinds = [kind for kind in NAMES if kind != "message"]
    return _calendar(lines_of(here, today(), kinds))


@pages.post("/<partnership>/work/deadlines/feeds")
@requires("set clocks")
def make_feed() -> ResponseReturnValue:
    """Shows the address once. Only its hash is stored."""
    secret, errors = FEED.outcome(here.partnership.id)
    if errors:
        return _page(here.partnership.id, Sent("feed", request.form.to_dict(), errors)), 422
    address = f"{tenants.public_url}{url_for('.feed', token=secret)}"
    return commands.finish(f"{_ONCE} {address}", url_for(".board"))


@pages.post("/<partnership>/work/deadlines/feeds/<uuid:id>/revoke")
@requires("set clocks")
def revoke_feed(id: UUID) -> ResponseReturnValue:
    here.calendar_feed.recall(id)
    return commands.handle(REVOKE, "revoke", id, url_for(".board"), _page)


@pages.post("/<partnership>/work/deadlines/recalculate")
@requires("set clocks")
def recalculate() -> ResponseReturnValue:
    """Records only the days that changed."""
    moved, errors = RECALCULATE.outcome(here.partnership.id)
    if errors:
        sent = Sent("recalculate", request.form.to_dict(), errors)
        return _page(here.partnership.id, sent), 422
    days = "1 day" if moved == 1 else f"{moved} days"
    words = f"Counted again: {days} moved." if moved else SameDays.words
    return commands.finish(words, url_for(".board"))


def _page(_: UUID, sent: Sent) -> str:
    readable, kind = _readable(), request.args.get("kind", "")
    done = request.args.get("show") == "done"
    shown = [kind] if kind in readable else readable
    lines = lines_of(here, today(), shown, done=done)
    with here.read(CalendarFeeds) as view:
        feeds = [(feed, *_address(feed)) for feed in view.all()]
    late = sum(line.stands.is_late for line in lines)
    return render_template(
        "deadlines/deadlines.html",
        lines=lines,
        kinds={each: NAMES[each] for each in readable},
        kind=kind if kind in readable else "",
        done=done,
        late=late,
        feeds=feeds,
        errors=sent.errors,
        feed=sent.form("feed", FEED, url_for(".make_feed")),
        recalculate=sent.form("recalculate", RECALCULATE, url_for(".recalculate")),
        messages=sum(line.kind == "message" for line in lines),
        most=MOST_MESSAGES,
        soon=sum(line.stands.shape == "soon" for line in lines),
    )


def _address(feed: Feed) -> tuple[str, FormState | None]:
    """The state of an address, and the form that withdraws it."""
    if not feed.is_open:
        return "taken back", None
    words = "open" if user_has_permission(feed.made_by, "read deadlines") else _OPENS_NO_LONGER
    return words, FormState(REVOKE, url_for(".revoke_feed", id=feed.id))


def _readable() -> list[LineKind]:
    """The kinds of deadline that the user may read about."""
    return [kind for kind in NAMES if has_permission(NEEDS[kind])]


def _calendar(lines: list[DeadlineLine]) -> Response:
    address = f"{tenants.public_url}{url_for('.board', known=None, in_force=None)}"
    now = datetime.now(UTC).replace(microsecond=0)
    name = here.card.short_name
    made = Response(calendar_of(here.slug, name, lines, address=address, now=now))
    made.headers["Content-Type"] = "text/calendar; charset=utf-8"
    made.headers["Content-Disposition"] = "attachment; filename=deadlines.ics"
    return made
