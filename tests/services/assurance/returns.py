"""What happens to an agency's return, as facts that stories begin with."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    ReturnReopened,
    ReturnStarted,
    ReturnSubmitted,
    StandardAnswered,
    StandardChallenged,
)
from tests.stories import recorded

STARTED = recorded(ReturnStarted, begun_by="a tester", audit=UUID(int=9), agency="police")
ANSWERED = recorded(
    StandardAnswered,
    standard="s1",
    asked="Asked",
    rating="green",
    why="",
    doing="We ask.",
    good="",
    actions="",
    carried=False,
)
SUBMITTED = recorded(ReturnSubmitted)
REOPENED = recorded(ReturnReopened, why="s1 was left short")
CHALLENGED = recorded(
    StandardChallenged, standard="s1", asked="Asked", rating="amber", why="Not all do."
)
RESPONDED = recorded(ChallengeAnswered, standard="s1", asked="Asked", response="We agree.")
