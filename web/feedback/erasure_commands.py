"""What staff do to forget a young person's words, or to keep them."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.privacy.erasure import Ground, Kind
from services.privacy.erasure import ErasureService
from services.privacy.erasure_state import Forgetting
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words
from web.site.second_person import SecondPerson, second_person
from web.site.tenancy import here

# A young person takes words back by themselves. Staff give one of the other grounds.
GROUNDS = get_args(Ground)[1:]


class ForgetForm(Form):
    ground = Choice(GROUNDS, needed="Say why it is to be forgotten.", label="Why")


class HoldWordsForm(Form):
    reason = Words(
        needed="Say why it must be kept.",
        label="Why it must be kept",
        hint="Such as a court that asked for it",
    )


class LiftHoldForm(Form):
    why = Words(needed="Say why the hold ends.", label="Why the hold ends")


def _of_feedback(id: UUID) -> Kind:
    here.feedback.recall(id)
    return "feedback"


def _message(id: UUID) -> UUID:
    """The message. Raises ``NotFound`` if there is none with this id."""
    here.feedback.recall(id)
    return id


COMMANDS = {
    "forget": Command(
        ForgetForm,
        ErasureService.ask,
        title="Forget these words",
        done="Asked for. A second person confirms or declines it.",
        help=(
            "A second person confirms it. Then the key that opens the words is destroyed, here "
            "and in every copy. It cannot be undone."
        ),
        button="Ask to forget",
        kind="danger",
        also={"kind": _of_feedback},
    ),
    "lift": Command(
        LiftHoldForm,
        ErasureService.lift,
        title="Held: lift the hold",
        done="The hold is lifted.",
        button="Lift the hold",
        stream=_message,
    ),
    "hold": Command(
        HoldWordsForm,
        ErasureService.hold,
        title="Keep it: place a hold",
        done="Held. It is not forgotten until somebody lifts this.",
        help="While it is held, nobody can forget it, not even by the period that is set.",
        button="Place the hold",
        stream=_message,
    ),
}


def possible(known: Forgetting, lifting: SecondPerson | None) -> list[str]:
    """The commands on offer, in the order of the page. ``lifting`` is of a hold that stands."""
    if known.done:
        return []
    if known.hold:
        return ["lift"] if lifting and lifting.mine else []
    asked = known.asked or known.cooling
    return ["hold"] if asked else ["forget", "hold"]


def who_lifts(known: Forgetting) -> SecondPerson | None:
    """Who may lift the hold. None where nothing is held."""
    if not known.hold:
        return None
    return second_person("forget words", known.holders, strict=True)
