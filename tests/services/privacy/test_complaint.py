"""A complaint is received from anybody, acknowledged once and answered once."""

from __future__ import annotations

from events.privacy.complaint import ComplaintAcknowledged, ComplaintAnswered, ComplaintReceived
from services.privacy.complaint import (
    LONGEST,
    TooLongAComplaint,
    acknowledge,
    answer,
    evolve,
    receive,
)
from services.refusals import AlreadyThere, Missing
from tests.stories import given, recorded

CAME = recorded(ComplaintReceived, words="You told my school", contact="")
TOLD = recorded(ComplaintAcknowledged)
ANSWERED = recorded(ComplaintAnswered, answer="We asked them to stop.")


def test_it_needs_words_and_nothing_else() -> None:
    story = given(evolve)
    story.when(receive, words="You told my school", contact="").then(ComplaintReceived, contact="")
    story.when(receive, words="", contact="me@x.example").refused(Missing, "words")
    story.when(receive, words="x" * (LONGEST + 1), contact="").refused(TooLongAComplaint)


def test_it_is_acknowledged_once_and_answered_once() -> None:
    given(evolve, CAME).when(acknowledge).then(ComplaintAcknowledged)
    given(evolve, CAME, TOLD).when(acknowledge).refused(AlreadyThere)
    given(evolve, CAME).when(answer, answer="").refused(Missing, "answer")
    given(evolve, CAME).when(answer, answer="Stopped.").then(ComplaintAnswered)
    given(evolve, CAME, ANSWERED).when(acknowledge).refused(AlreadyThere)
    given(evolve, CAME, ANSWERED).when(answer, answer="Again.").refused(AlreadyThere)
