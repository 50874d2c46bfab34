"""Triage: staff read what young people said, pass it on, escalate it, answer it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.service_standards import ServiceStandards
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import DONE, NEEDS_SOMEBODY
from projections.participation.posters import Posters
from projections.privacy.access_log import AccessLog
from projections.record.timeline import Timeline
from web.deadlines.standard_kept import is_closed_now
from web.feedback import erasure_commands as erasure
from web.feedback.alerting import duty_contacts, record_opened
from web.feedback.readable_words import readable
from web.feedback.tell_form import place_of
from web.feedback.triage_lines import is_first, lines_of
from web.feedback.triage_offers import EVERY, forms_of, second_reader
from web.forms import commands
from web.forms.form_state import Sent
from web.site.access_log import record_access
from web.site.file_responses import shown
from web.site.pagination import paging
from web.site.permissions import is_offered, requires
from web.site.tenancy import here

pages = Blueprint("work", __name__)


@pages.get("/<partnership>/work/")
@requires("read feedback")
def queue() -> ResponseReturnValue:
    show_done = request.args.get("show") == "done"
    with here.read(TriageQueue) as view:
        paged = paging(view.count(*(DONE if show_done else NEEDS_SOMEBODY)))
        items = view.done(paged.rows) if show_done else view.waiting(paged.rows)
        counts = {
            "waiting": view.count("waiting"),
            "read": view.count("read", "passed on"),
            "answered": view.count("answered"),
        }
    with here.read(ServiceStandards) as view_of:
        promised = view_of.now()
    with here.read(Posters) as posters:
        places_of = {each.code: each.place for each in posters.all()}
    items = [readable(item) for item in items]
    record_access("queue", here.partnership.id)
    return render_template(
        "feedback/triage.html",
        disclosures=[]
        if show_done
        else lines_of([each for each in items if is_first(each)], promised),
        items=lines_of([each for each in items if show_done or not is_first(each)], promised),
        duty=duty_contacts(),
        trouble=here.outbox.trouble(),
        counts=counts,
        show_done=show_done,
        promised=promised,
        paging=paged,
        closed=is_closed_now(promised, datetime.now(UTC)),
        places_of=places_of,
    )


@pages.get("/<partnership>/work/feedback/<uuid:id>")
@requires("read feedback")
def feedback(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.get("/<partnership>/work/feedback/<uuid:id>/pictures/<digest>")
@requires("read feedback")
def picture(id: UUID, digest: str) -> ResponseReturnValue:
    """A photo or drawing of a message, for users who may read its words."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    known = readable(item).pictures if item else ()
    found = next((each for each in known if each.digest == digest), None)
    if found is None:
        abort(404)
    record_access("escalation" if item and item.escalated_to else "words", id)
    return shown(here.feedback.picture(id, digest), found.type)


@pages.post("/<partnership>/work/feedback/<uuid:id>/<name>")
@requires("handle feedback")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(EVERY, name)
    return commands.handle(command, name, id, url_for(".feedback", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    if item is None:
        abort(404)
    item = readable(item)
    if item.said or item.pictures:
        record_access("escalation" if item.escalated_to else "words", id)
    record_opened(id)
    with here.read(Timeline) as history:
        lines, kept = history.of(id), history.of(here.erasure.of(id).id)
        alerted = history.of(here.alert.stream_of(id))
    with here.read(AccessLog) as view:
        looks = view.at(id) + view.at_the_queue(here.partnership.id, item.received_at)
    forgetting = here.erasure.of(id)
    second = second_reader(item)
    lifting = erasure.who_lifts(forgetting) if is_offered("forget words") else None
    return render_template(
        "feedback/triage_feedback.html",
        item=item,
        forgetting=forgetting,
        looks=looks,
        kept=kept,
        lines=lines,
        errors=sent.errors,
        place=place_of(item.place),
        duty=duty_contacts(),
        alerted=alerted,
        second=second,
        lifting=lifting,
        commands=forms_of(item, forgetting, sent, len(lines), second, lifting),
    )
