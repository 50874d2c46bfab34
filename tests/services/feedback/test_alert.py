"""An alert's steps are taken once, its letters are recorded once, and opening it ends it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from events.feedback.alert import AlertOpened, AlertSent, AlertStepTaken
from services.feedback.alert import evolve, open_alert, record_sent, take_step
from services.refusals import AlreadyThere
from tests.stories import given, recorded

MESSAGE = UUID(int=7)
RAISED, AGAIN = "2026-12-01T10:00:00.000000+00:00", "2026-12-02T10:00:00.000000+00:00"
ABOUT = {"feedback": MESSAGE, "raised_at": RAISED}
SENT_AT = datetime(2026, 12, 1, 10, 1, tzinfo=UTC)
TAKEN = recorded(AlertStepTaken, **ABOUT, step="on duty", recipients=("a",))
OPENED = recorded(AlertOpened, **ABOUT)


def test_a_step_is_taken_once() -> None:
    step = {**ABOUT, "step": "on duty", "recipients": ("a",)}
    given(evolve).when(take_step, **step).then(AlertStepTaken, recipients=("a",))
    given(evolve, TAKEN).when(take_step, **step).refused(AlreadyThere)
    given(evolve, TAKEN).when(take_step, **{**step, "step": "team"}).then(AlertStepTaken)


def test_nobody_is_told_once_somebody_has_opened_it() -> None:
    story = given(evolve, TAKEN, OPENED)
    story.when(take_step, **ABOUT, step="team", recipients=("team",)).refused(AlreadyThere)
    story.when(open_alert, **ABOUT).refused(AlreadyThere)


def test_words_that_are_added_begin_again() -> None:
    again = {"feedback": MESSAGE, "raised_at": AGAIN}
    story = given(evolve, TAKEN, OPENED)
    story.when(take_step, **again, step="on duty", recipients=("a",)).then(AlertStepTaken)
    story.when(open_alert, **again).then(AlertOpened)


def test_a_letter_is_recorded_once() -> None:
    sent = {**ABOUT, "step": "on duty", "to": "a", "channel": "email", "sent_at": SENT_AT}
    given(evolve, TAKEN).when(record_sent, **sent).then(AlertSent, to="a")
    known = recorded(AlertSent, **sent)
    given(evolve, TAKEN, known).when(record_sent, **sent).refused(AlreadyThere)
    text = {**sent, "channel": "text"}
    given(evolve, TAKEN, known).when(record_sent, **text).then(AlertSent, channel="text")
