"""Many alike messages set aside together: looked at first, one reason, each by its own facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import NEEDS_SOMEBODY, TriageItem
from services.refusals import Refusal
from web.feedback.no_action_commands import COMMANDS, NoActionForm
from web.feedback.readable_words import readable
from web.feedback.triage_lines import why_alone
from web.forms.command import is_again
from web.forms.form_state import FormState
from web.forms.sent import Errors, load, provenance
from web.site.access_log import record_access
from web.site.authentication import who
from web.site.permissions import requires
from web.site.tenancy import here
from web.site.unavailable import Unavailable

pages = Blueprint("together", __name__)
MOST = 100
_FLOOD_RANKS = (3, 4, 5)
_TICKED = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([0-9]{1,6}))?")


@dataclass(frozen=True)
class Ticked:
    """A message that somebody ticked. ``shown`` is how many facts of it their page showed.

    ``alone`` says why it is left. ``undo`` is the form that makes it go on.
    """

    item: TriageItem
    shown: int
    alone: str = ""
    undo: FormState | None = None


@pages.get("/<partnership>/work/together")
@requires("handle feedback")
def flood() -> ResponseReturnValue:
    """All that came in a flood and that nobody has answered."""
    with here.read(TriageQueue) as view:
        items = view.items.where(
            order="received_at", page=slice(0, MOST), status=NEEDS_SOMEBODY, rank=_FLOOD_RANKS
        )
    return _page(_looked_at([each.id for each in items]))


@pages.post("/<partnership>/work/together/look")
@requires("handle feedback")
def look() -> ResponseReturnValue:
    """Those that were ticked in the queue, to be looked at before anything is recorded."""
    return _page(_looked_at(list(_sent())))


@pages.get("/<partnership>/work/together/look")
@requires("handle feedback")
def from_the_queue() -> ResponseReturnValue:
    return redirect(url_for("work.queue"))


@pages.post("/<partnership>/work/together")
@requires("handle feedback")
def set_aside() -> ResponseReturnValue:
    """Each by itself: what can't be set aside is named and left, and stops no other."""
    given, errors = load(NoActionForm(), request.form)
    sent = _sent()
    ticked = [Ticked(each, sent[each.id], why_alone(each)) for each in _as_it_is(sent)]
    if errors or not ticked:
        errors = errors or {"form": "Tick one message or more."}
        return _page(_looked_at(list(sent)), errors, request.form.get("why", "")), 422
    done, left = [], []
    for each in ticked:
        is_new = not is_again(each.item.id)
        if alone := is_new and (each.alone or _refused(each, given["why"])):
            left.append(Ticked(each.item, each.shown, alone))
        else:
            undo = url_for("work.handle", id=each.item.id, name="disagree")
            done.append(Ticked(each.item, 0, undo=FormState(COMMANDS["disagree"], undo)))
    here.catch_up()
    return render_template("feedback/together_done.html", done=done, left=left)


def _refused(ticked: Ticked, why: str) -> str:
    """Sets one aside. Gives the reason where it is refused."""
    told = provenance(request.form)
    try:
        here.feedback.set_aside(ticked.item.id, told, why=why, reader=who.role, shown=ticked.shown)
    except Refusal as refusal:
        return refusal.said
    return ""


def _sent() -> dict[UUID, int]:
    """The messages that were ticked, with how many facts of each were shown: 0 if it was not."""
    found = map(_TICKED.fullmatch, request.form.getlist("id")[:MOST])
    return {UUID(each[1]): int(each[2] or 0) for each in found if each}


def _looked_at(ids: list[UUID]) -> list[Ticked]:
    """Messages as they are shown. Facts are counted first: so none counts that is not shown."""
    known = [each.id for each in _as_it_is(ids)]
    shown = {id: here.feedback.recall(id).version for id in known}
    return [Ticked(readable(each), shown[each.id], why_alone(each)) for each in _as_it_is(known)]


def _as_it_is(ids: Iterable[UUID]) -> list[TriageItem]:
    """These messages with all that was recorded of them. What is no message is left out.

    Raises ``Unavailable`` where that can't be known just now.
    """
    if not here.catch_up():
        raise Unavailable("the queue is being brought in step")
    with here.read(TriageQueue) as view:
        return [readable(item) for id in ids if (item := view.item(id))]


def _page(ticked: list[Ticked], errors: Errors | None = None, why: str = "") -> str:
    for each in ticked:
        if not each.alone and each.item.said:
            record_access("words", each.item.id)
    return render_template(
        "feedback/together.html",
        chosen=[each for each in ticked if not each.alone],
        left=[each for each in ticked if each.alone],
        errors=errors or {},
        values={"why": why},
        most=MOST,
    )
