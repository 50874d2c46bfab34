"""What staff do with a young person's message."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args
from uuid import UUID

from events.fact import Provenance
from events.privacy.erasure import Ground
from events.vocabulary import Outcome
from projections.feedback.triage_queue import TriageQueue
from projections.governance.decisions import Decisions
from web.forms.acting import Act, Given
from web.forms.fields import Choice, Form, Line, Moment, Words
from web.governance.decision_evidence import MOST_OFFERED
from web.site.authentication import who
from web.site.tenancy import here

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
    escalated_at = Moment(needed="Say when they were told.", within=timedelta(days=31))
    reference = Line(longest=100, needed="Give their reference, so that it can be found again.")


class AnswerForm(Form):
    outcome = Choice(get_args(Outcome), needed="Say whether we will, we did, or we could not.")
    reply = Words(longest=2000, needed="Write the reply in words a child understands.")
    decision = Line(longest=36)


class NoActionForm(Form):
    why = Words(longest=2000, needed="Say why, in words a child understands.")


class ForgetForm(Form):
    ground = Choice(GROUNDS, needed="Say why it is to be forgotten.")


class HoldForm(Form):
    reason = Words(needed="Say why it must be kept.")


class LiftForm(Form):
    why = Words(needed="Say why the hold ends.")


def _read(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    kept = item is not None and item.taken_back and item.needs_somebody
    return here.feedback.read(id, provenance, reader=who.role, kept=kept)


def _theme(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.feedback.give_theme(id, provenance, **given)


def _pass_on(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.feedback.pass_on(id, provenance, **given)


def _escalate(id: UUID, provenance: Provenance, given: Given) -> object:
    to = given.pop("told_to")
    return here.feedback.escalate(id, provenance, to=to, reader=who.role, **given)


def _answer(id: UUID, provenance: Provenance, given: Given) -> object:
    chosen = given.pop("decision")
    decision = UUID(chosen) if chosen in {str(each.id) for each in made()} else None
    return here.feedback.answer(id, provenance, decision=decision, **given)


def _no_action(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.feedback.propose_no_action(id, provenance, **given)


def _agree(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.feedback.agree_to_no_action(id, provenance)


def _decline(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.feedback.decline_no_action(id, provenance)


def _forget(id: UUID, provenance: Provenance, given: Given) -> object:
    here.feedback.recall(id)
    return here.erasure.ask(id, provenance, kind="feedback", **given)


def _hold(id: UUID, provenance: Provenance, given: Given) -> object:
    here.feedback.recall(id)
    return here.erasure.hold(id, provenance, **given)


def _lift(id: UUID, provenance: Provenance, given: Given) -> object:
    here.feedback.recall(id)
    return here.erasure.lift(id, provenance, **given)


ACTS = {
    "read": Act(NoForm(), _read, "Marked as read."),
    "theme": Act(ThemeForm(), _theme, "The theme is recorded."),
    "pass-on": Act(PassOnForm(), _pass_on, "Passed on. The young person can see where it is."),
    "escalate": Act(EscalateForm(), _escalate, "The concern is recorded as escalated."),
    "no-action": Act(NoActionForm(), _no_action, "Proposed. A second reader decides."),
    "agree": Act(NoForm(), _agree, "Agreed. The young person can read why."),
    "disagree": Act(NoForm(), _decline, "It goes on. Pass it on or answer it."),
    "forget": Act(ForgetForm(), _forget, "Asked for. A second person confirms or declines it."),
    "hold": Act(HoldForm(), _hold, "Held. It is not forgotten until somebody lifts this."),
    "lift": Act(LiftForm(), _lift, "The hold is lifted."),
    "answer": Act(AnswerForm(), _answer, "Answered. The young person can read it now."),
}


def made() -> list[Any]:
    """The newest decisions, which an answer may rest on."""
    with here.read(Decisions) as register:
        return register.made(MOST_OFFERED)
