"""The deadline board, and what is due as a calendar: to take away, or by a secret address."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.calendar_feeds import CalendarFeeds
from projections.deadlines.deadlines import Deadlines
from services.deadlines.calendar_feed import hashed
from services.learning.case_review_state import SameDays
from web.deadlines.deadline_lines import (
    MOST_MESSAGES,
    NAMES,
    NEEDS,
    DeadlineLine,
    LineKind,
    lines_of,
)
from web.deadlines.icalendar import calendar_of
from web.forms.fields import Errors, Form, load, new_key, provenance, refused
from web.forms.fields import Line as OneLine
from web.site.authentication import has_permission, open_to_all, requires, user_has_permission
from web.site.formatting import today
from web.site.tenancy import here, tenants

pages = Blueprint("deadlines", __name__)
_SECRET_BYTES = 32
_ONCE = "Copy this address into the calendar program now. It is shown this once:"


class RecalculateForm(Form):
    why = OneLine(longest=300, needed="Say why, such as the holiday that was proclaimed.")


class FeedForm(Form):
    name = OneLine(longest=100, needed="Say whose calendar it is for.")


@pages.get("/<partnership>/work/deadlines/")
@requires("read deadlines")
def board() -> ResponseReturnValue:
    return _page({}, {})


@pages.get("/<partnership>/work/deadlines.ics")
@requires("read deadlines")
def download() -> ResponseReturnValue:
    return _calendar(lines_of(here, today(), _readable()))


@pages.get("/<partnership>/calendar/<token>.ics")
@open_to_all
def feed(token: str) -> ResponseReturnValue:
    """Whoever knows the address reads it, for as long as who made it may see the board."""
    with here.read(CalendarFeeds) as view:
        found = view.by_token(hashed(token))
    if found is None or not user_has_permission(found.made_by, "read deadlines"):
        abort(404)
    kinds = [kind for kind in NAMES if kind != "message"]
    return _calendar(lines_of(here, today(), kinds))


@pages.post("/<partnership>/work/deadlines/feeds")
@requires("set clocks")
def make_feed() -> ResponseReturnValue:
    """Shows the address once; only its hash is kept."""
    given, errors = load(FeedForm(), request.form)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    if not errors:
        with refused(errors):
            stream = here.ledger.name_of("feed", new_key())
            here.calendar_feed.make(stream, provenance(request.form), secret=secret, **given)
    if errors:
        return _page(request.form.to_dict(), errors), 422
    here.catch_up()
    address = f"{tenants.public_url}{url_for('.feed', token=secret)}"
    flash(f"{_ONCE} {address}")
    return redirect(url_for(".board"), 303)


@pages.post("/<partnership>/work/deadlines/feeds/<uuid:id>/revoke")
@requires("set clocks")
def revoke_feed(id: UUID) -> ResponseReturnValue:
    here.calendar_feed.recall(id)
    errors: Errors = {}
    with refused(errors):
        here.calendar_feed.revoke(id, provenance(request.form))
    if errors:
        return _page({}, errors), 422
    here.catch_up()
    flash("The calendar address is taken back. It no longer opens.")
    return redirect(url_for(".board"), 303)


@pages.post("/<partnership>/work/deadlines/recalculate")
@requires("set clocks")
def recalculate() -> ResponseReturnValue:
    """Counts every open clock again by today's calendar, and records only what changed."""
    given, errors = load(RecalculateForm(), request.form)
    if errors:
        return _page(request.form.to_dict(), errors), 422
    with here.read(Deadlines) as view:
        subjects = {row.subject for row in view.open() if row.kind == "case review"}
    moved = sum(_again(subject, given["why"]) for subject in sorted(subjects, key=str))
    here.catch_up()
    days = "1 day" if moved == 1 else f"{moved} days"
    flash(f"Counted again: {days} moved." if moved else SameDays.words)
    return redirect(url_for(".board"), 303)


def _again(case: UUID, why: str) -> int:
    with suppress(SameDays):
        return len(here.case_review.recalculate(case, provenance(request.form), why=why))
    return 0


def _page(values: dict[str, str], errors: Errors) -> str:
    readable, kind = _readable(), request.args.get("kind", "")
    done = request.args.get("show") == "done"
    shown = [kind] if kind in readable else readable
    lines = lines_of(here, today(), shown, done=done)
    with here.read(CalendarFeeds) as view:
        feeds = [(feed, user_has_permission(feed.made_by, "read deadlines")) for feed in view.all()]
    late = sum(line.stands.is_late for line in lines)
    return render_template(
        "deadlines/deadlines.html",
        lines=lines,
        kinds={each: NAMES[each] for each in readable},
        kind=kind if kind in readable else "",
        done=done,
        late=late,
        feeds=feeds,
        values=values,
        errors=errors,
        messages=sum(line.kind == "message" for line in lines),
        most=MOST_MESSAGES,
        soon=sum(line.stands.shape == "soon" for line in lines),
    )


def _readable() -> list[LineKind]:
    """The kinds that whoever is signed in may read about."""
    return [kind for kind in NAMES if has_permission(NEEDS[kind])]


def _calendar(lines: list[DeadlineLine]) -> Response:
    address = f"{tenants.public_url}{url_for('.board', known=None, in_force=None)}"
    now = datetime.now(UTC).replace(microsecond=0)
    name = here.card.short_name
    made = Response(calendar_of(here.slug, name, lines, address=address, now=now))
    made.headers["Content-Type"] = "text/calendar; charset=utf-8"
    made.headers["Content-Disposition"] = "attachment; filename=deadlines.ics"
    return made
