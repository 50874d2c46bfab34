"""What may be forgotten, held and let go, and by whom: decided on what is known, and no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never, get_args
from uuid import UUID

from events.access.access import (
    AccessEnded,
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact, Provenance
from events.feedback.feedback import ConcernEscalated, FeedbackTakenBack
from events.privacy.erasure import (
    ForgettingAsked,
    ForgettingConfirmed,
    ForgettingDeclined,
    ForgettingFact,
    Forgot,
    Ground,
    HoldLifted,
    HoldPlaced,
    Kind,
    ReportChecked,
)
from services.refusals import Forgotten, Missing, Refusal
from services.state import State

_NOBODY = UUID(int=0)
ESCALATED = "A concern was escalated because of it, and that record must be kept."


class Held(Refusal):
    words = "This is held: it may not be forgotten for now."


class AskedAlready(Refusal):
    words = "Somebody has asked for this already. A second person confirms or declines it."


class NobodyAsked(Refusal):
    words = "Nobody has asked to forget this, or it was declined. Ask first."


class SecondPersonNeeded(Refusal):
    words = "You asked for this yourself. Another person must confirm it."


class MayStillSignIn(Refusal):
    words = "They may sign in now. End their access first."


@dataclass(frozen=True)
class Forgetting(State):
    """What is known of forgetting one subject; ``asked`` stands until it is declined or done.

    Held by hand, or by escalations (told by whom, in order) of which the first ``freed`` were let
    go by somebody. ``can_sign_in`` is about a person whose access is good now.
    """

    subject: UUID = _NOBODY
    asked: ForgettingAsked | None = None
    confirmed: ForgettingConfirmed | None = None
    done: bool = False
    by_hand: str = ""
    freed: int = 0
    escalated_by: tuple[str, ...] = ()
    taken_back: bool = False
    can_sign_in: bool = False

    @property
    def hold(self) -> str:
        """Why it may not be forgotten for now; empty where nothing holds it."""
        return self.by_hand or (ESCALATED if len(self.escalated_by) > self.freed else "")


def evolve(state: Forgetting, fact: ForgettingFact) -> Forgetting:
    match fact:
        case ForgettingAsked():
            return replace(state, asked=fact)
        case ForgettingDeclined():
            return replace(state, asked=None)
        case ForgettingConfirmed():
            return replace(state, asked=None, confirmed=fact)
        case Forgot():
            return replace(state, done=True)
        case HoldPlaced(reason=reason):
            return replace(state, by_hand=reason)
        case HoldLifted(escalations=0):
            return replace(state, by_hand="")
        case HoldLifted(escalations=escalations):
            return replace(state, freed=escalations)
        case ReportChecked():
            return state
        case _:
            assert_never(fact)


def about(forgetting: Forgetting, fact: Fact) -> Forgetting:
    """What the subject's own facts say of whether it may be forgotten."""
    match fact:
        case ConcernEscalated():
            return replace(forgetting, escalated_by=(*forgetting.escalated_by, fact.provenance.by))
        case FeedbackTakenBack():
            return replace(forgetting, taken_back=True)
        case (
            AccessGiven()
            | AgencyAccessGiven()
            | YoungEditorAccessGiven()
            | YouthWorkerAccessGiven()
        ):
            return replace(forgetting, can_sign_in=True)
        case AccessEnded():
            return replace(forgetting, can_sign_in=False)
        case _:
            return forgetting


def ask(
    forgetting: Forgetting,
    provenance: Provenance,
    *,
    kind: Kind,
    ground: Ground,
    streams: tuple[UUID, ...],
) -> ForgettingAsked:
    """Raises ``Held``, ``AskedAlready``, ``Forgotten``."""
    _free(forgetting)
    if ground not in get_args(Ground):
        raise Missing("Say why it is to be forgotten.", field="ground")
    if forgetting.asked:
        raise AskedAlready
    return ForgettingAsked(
        *forgetting.next(provenance),
        subject=forgetting.subject,
        kind=kind,
        ground=ground,
        streams=streams,
    )


def decline(forgetting: Forgetting, provenance: Provenance, *, why: str) -> ForgettingDeclined:
    if not forgetting.asked:
        raise NobodyAsked
    if not why:
        raise Missing("Say why not.", field="why")
    return ForgettingDeclined(*forgetting.next(provenance), subject=forgetting.subject, why=why)


def confirm(
    forgetting: Forgetting, provenance: Provenance, *, also: tuple[UUID, ...] = ()
) -> ForgettingConfirmed:
    """By another person than the one who asked, and than the one it is about.

    Raises ``SecondPersonNeeded``, ``NobodyAsked``, ``MayStillSignIn``, ``Held``, ``Forgotten``.
    """
    _free(forgetting)
    if not forgetting.asked:
        raise NobodyAsked
    if provenance.by in {forgetting.asked.provenance.by, str(forgetting.subject)}:
        raise SecondPersonNeeded
    if forgetting.can_sign_in:
        raise MayStillSignIn
    it, streams = forgetting.asked, dict.fromkeys((*forgetting.asked.streams, *also))
    return ForgettingConfirmed(
        *forgetting.next(provenance),
        subject=it.subject,
        kind=it.kind,
        ground=it.ground,
        streams=tuple(streams),
    )


def hold(forgetting: Forgetting, provenance: Provenance, *, reason: str) -> HoldPlaced:
    if forgetting.confirmed:
        raise Forgotten
    if not reason:
        raise Missing("Say why it must be kept.", field="reason")
    return HoldPlaced(*forgetting.next(provenance), subject=forgetting.subject, reason=reason)


def lift(forgetting: Forgetting, provenance: Provenance, *, why: str) -> HoldLifted:
    """A hold by hand first; one by escalation only by somebody else than who escalated it."""
    if not forgetting.hold:
        raise Missing("There is no hold on this.", field="why")
    if not why:
        raise Missing("Say why the hold ends.", field="why")
    escalations = 0 if forgetting.by_hand else len(forgetting.escalated_by)
    if escalations and provenance.by in forgetting.escalated_by[forgetting.freed :]:
        raise SecondPersonNeeded("You escalated this. Another person must lift the hold.")
    return HoldLifted(
        *forgetting.next(provenance), subject=forgetting.subject, why=why, escalations=escalations
    )


def _free(forgetting: Forgetting) -> None:
    if forgetting.hold:
        raise Held(f"This is held, so it is not forgotten for now: {forgetting.hold}")
    if forgetting.confirmed:
        raise Forgotten
