"""Triage: what young people said, read by a person, passed on, escalated, answered."""

from __future__ import annotations

from typing import Any, get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Told
from events.feedback import Outcome
from events.forgetting import Ground
from projections.decision_history import DecisionHistory
from projections.decision_register import DecisionRegister
from projections.promises import Promises
from projections.triage_queue import DONE, NEEDS_SOMEBODY, Item, TriageQueue
from projections.who_looked import WhoLooked
from projections.you_said import YouSaid
from web.acting import Act, Acting, Given, act
from web.evidence import MOST_OFFERED
from web.forms import Choice, Form, Line, Moment, Words
from web.here import here
from web.looking import looked
from web.paging import paging
from web.promised import read_standing, urgent_standing
from web.who import may, who
from web.wording import initial, today

pages = Blueprint("work", __name__)
# A young person takes words back themselves; staff give one of the other grounds.
GROUNDS = get_args(Ground)[1:]


class NoForm(Form):
    pass


class ThemeForm(Form):
    theme = Line(longest=120, needed="Say which theme this belongs to.")


class PassOnForm(Form):
    to = Line(longest=200, needed="Say who this goes to.")
    asked = Words()


class EscalateForm(Form):
    told_to = Line(longest=200, needed="Say who was told.")
    escalated_at = Moment(needed="Say when they were told.")
    reference = Line(longest=100, needed="Give their reference, so that it can be found again.")


class AnswerForm(Form):
    outcome = Choice(get_args(Outcome), needed="Say whether we will, we did, or we could not.")
    reply = Words(longest=2000, needed="Write the reply in words a child understands.")
    decision = Line(longest=36)


class ForgetForm(Form):
    ground = Choice(GROUNDS, needed="Say why it is to be forgotten.")


class HoldForm(Form):
    reason = Words(needed="Say why it must be kept.")


class LiftForm(Form):
    why = Words(needed="Say why the hold ends.")


def _read(id: UUID, told: Told, given: Given) -> object:
    return here.feedback.read(id, told, reader=who.role)


def _theme(id: UUID, told: Told, given: Given) -> object:
    return here.feedback.give_theme(id, told, **given)


def _pass_on(id: UUID, told: Told, given: Given) -> object:
    return here.feedback.pass_on(id, told, **given)


def _escalate(id: UUID, told: Told, given: Given) -> object:
    to = given.pop("told_to")
    return here.feedback.escalate(id, told, to=to, **given)


def _answer(id: UUID, told: Told, given: Given) -> object:
    chosen = given.pop("decision")
    decision = UUID(chosen) if chosen in {str(each.id) for each in _made()} else None
    return here.feedback.answer(id, told, decision=decision, **given)


def _forget(id: UUID, told: Told, given: Given) -> object:
    here.feedback.recall(id)
    return here.forgetting.ask(id, told, kind="feedback", **given)


def _hold(id: UUID, told: Told, given: Given) -> object:
    here.feedback.recall(id)
    return here.forgetting.hold(id, told, **given)


def _lift(id: UUID, told: Told, given: Given) -> object:
    here.feedback.recall(id)
    return here.forgetting.lift(id, told, **given)


ACTS = {
    "read": Act(NoForm(), _read, "Marked as read."),
    "theme": Act(ThemeForm(), _theme, "The theme is recorded."),
    "pass-on": Act(PassOnForm(), _pass_on, "Passed on. The young person can see where it is."),
    "escalate": Act(EscalateForm(), _escalate, "The concern is recorded as escalated."),
    "forget": Act(ForgetForm(), _forget, "Asked for. A second person confirms or declines it."),
    "hold": Act(HoldForm(), _hold, "Held. It is not forgotten until somebody lifts this."),
    "lift": Act(LiftForm(), _lift, "The hold is lifted."),
    "answer": Act(AnswerForm(), _answer, "Answered. The young person can read it now."),
}


@pages.get("/<partnership>/work/")
@may("read feedback")
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
    with here.read(Promises) as view_of:
        promised = view_of.now()
    items = [_closed(item) for item in items]
    clocks = {
        item.id: (read_standing(item, promised, today()), urgent_standing(item, promised))
        for item in items
    }
    looked("queue", here.partnership.id)
    return render_template(
        "work/queue.html", items=items, counts=counts, show_done=show_done, clocks=clocks,
        promised=promised, paging=paged,
    )  # fmt: skip


@pages.get("/<partnership>/work/feedback/<uuid:id>")
@may("read feedback")
def feedback(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/feedback/<uuid:id>/<name>")
@may("handle feedback")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".feedback", id=id))


def _page(id: UUID, acting: Acting) -> str:
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    if item is None:
        abort(404)
    item = _closed(item)
    if item.words:
        looked("escalation" if item.escalated_to else "words", id)
    with here.read(DecisionHistory) as history:
        lines, kept = history.of(id), history.of(here.forgetting.of(id).id)
    with here.read(WhoLooked) as view:
        looks = view.at(id) + view.at_the_queue(here.partnership.id, item.received_at)
    with here.read(YouSaid) as said:
        themes = [theme.theme for theme in said.themes()]
    return render_template(
        "work/feedback.html",
        item=item,
        forgetting=here.forgetting.of(id),
        looks=looks,
        kept=kept,
        grounds=[(ground, initial(ground)) for ground in GROUNDS],
        lines=lines,
        themes=themes,
        decisions=[(str(made.id), made.title) for made in _made()],
        acting=acting,
        outcomes=[(outcome, outcome.capitalize()) for outcome in get_args(Outcome)],
    )


def _made() -> list[Any]:
    with here.read(DecisionRegister) as register:
        return register.made(MOST_OFFERED)


def _closed(item: Item) -> Item:
    """What a scrutineer may see: that a concern was escalated and when, not the words."""
    if item.escalated_to and not who.may("handle feedback"):
        return item.without_words()
    return item
