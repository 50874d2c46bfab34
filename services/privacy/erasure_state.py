"""What is known of erasing one subject (UK GDPR article 17), and of legal holds on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.privacy.erasure import (
    ForgettingAgreed,
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    ForgettingFact,
    Forgot,
    HoldLifted,
    HoldPlaced,
    ReportChecked,
)
from services.refusals import Forgotten, Refusal
from services.state import State

_NOBODY = UUID(int=0)
ESCALATED = "A concern was escalated because of it, and that record must be kept."


class Held(Refusal):
    words = "This is held: it may not be forgotten for now."


class AskedAlready(Refusal):
    words = "Somebody has asked for this already. A second person confirms or declines it."


class AgreedAlready(Refusal):
    words = "A second person has confirmed this already. To stop it, place a hold."


class StillCooling(Refusal):
    words = "Its days are not over yet: until then a hold can stop it."


class NobodyAsked(Refusal):
    words = "Nobody has asked to forget this, or it was declined. Ask first."


class SecondPersonNeeded(Refusal):
    words = "You asked for this yourself. Another person must confirm it."


class MayStillSignIn(Refusal):
    words = "They may sign in now. End their access first."


@dataclass(frozen=True)
class Forgetting(State):
    """What is known of forgetting one subject; ``asked`` stands until it is declined or done.

    It is held by a person, ``held_by``, or by escalations: the people who escalated, in order.
    Somebody lifted the first ``freed`` of those. ``can_sign_in`` is true of a person with access in
    force. A hold ends what was ``agreed``, and so does a later escalation.
    """

    subject: UUID = _NOBODY
    asked: ForgettingAsked | None = None
    agreed: ForgettingAgreed | None = None
    confirmed: ForgettingConfirmed | None = None
    done: bool = False
    by_hand: str = ""
    held_by: str = ""
    freed: int = 0
    escalated_by: tuple[str, ...] = ()
    taken_back: bool = False
    can_sign_in: bool = False

    @property
    def hold(self) -> str:
        """Why it may not be forgotten for now; empty where nothing holds it."""
        return self.by_hand or (ESCALATED if len(self.escalated_by) > self.freed else "")

    @property
    def holders(self) -> tuple[str, ...]:
        """Who placed the hold that is lifted next, by hand or by escalating."""
        return (self.held_by,) if self.by_hand else self.escalated_by[self.freed :]

    @property
    def is_escalated(self) -> bool:
        """Whether a concern was ever escalated because of it."""
        return bool(self.escalated_by)

    @property
    def asked_by(self) -> str:
        """Who asked for it. Empty where nobody did, or it was declined."""
        return self.asked.provenance.by if self.asked else ""

    @property
    def cooling(self) -> ForgettingAgreed | None:
        """What was agreed and is not done yet, if nothing came in between."""
        agreed = self.agreed
        return agreed if agreed and agreed.escalations == len(self.escalated_by) else None


def evolve(state: Forgetting, fact: ForgettingFact) -> Forgetting:
    match fact:
        case ForgettingAsked():
            return replace(state, asked=fact)
        case ForgettingDeclined():
            return replace(state, asked=None)
        case ForgettingAgreed():
            return replace(state, agreed=fact)
        case ForgettingConfirmed():
            return replace(state, asked=None, agreed=None, confirmed=fact)
        case Forgot():
            return replace(state, done=True)
        case HoldPlaced(reason=reason):
            return replace(state, by_hand=reason, held_by=fact.provenance.by, agreed=None)
        case HoldLifted(escalations=0):
            return replace(state, by_hand="")
        case HoldLifted(escalations=escalations):
            return replace(state, freed=escalations)
        case ReportChecked():
            return state
        case _:
            assert_never(fact)


def refuse_held(forgetting: Forgetting) -> None:
    """Raises ``Held``, and ``Forgotten`` where it was confirmed."""
    if forgetting.hold:
        raise Held(f"This is held, so it is not forgotten for now: {forgetting.hold}")
    if forgetting.confirmed:
        raise Forgotten
