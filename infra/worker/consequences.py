"""Which letters a fact leads to. The rows name ids only: what a letter says is drawn later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from events.access.access import (
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact
from events.feedback.alert import AlertStepTaken
from infra.outbox.letters import Channel, OutboxLetter
from infra.partnerships import Partnerships

_INVITED = (AccessGiven, AgencyAccessGiven, YoungEditorAccessGiven, YouthWorkerAccessGiven)
TOPICS = [each.TOPIC for each in (*_INVITED, AlertStepTaken)]
_PAGE = 500
_DAY = 24 * 60 * 60.0
_CHANNELS: tuple[Channel, ...] = ("email", "text")
MADE_UP = "made up"  # how the source of the demonstration's people begins


def fill(partnerships: Partnerships, slug: str) -> bool:
    """Turns the partnership's new facts into letters. Gives whether there are any."""
    recorder, mapper = partnerships.store.recorder(slug), partnerships.mapper(slug)

    def read(after: int) -> tuple[int, list[OutboxLetter]]:
        head, letters = recorder.head().n, list[OutboxLetter]()
        while page := recorder.select_notifications(
            after, _PAGE, head, TOPICS, inclusive_of_start=False
        ):
            for each in page:
                letters += letters_of(cast(Fact, mapper.to_domain_event(each)))
            after = page[-1].id
        return head, letters

    return partnerships.outbox(slug).fill(read)


def letters_of(fact: Fact) -> Iterator[OutboxLetter]:
    """An invitation for whoever was let in, an alert to everybody whom a step names."""
    at = fact.recorded_at.timestamp()
    match fact:
        case AlertStepTaken(feedback=feedback, raised_at=raised, step=step):
            about = f"{feedback}|{raised}|{step}"
            for to in fact.recipients:
                for channel in _CHANNELS:
                    key = f"urgent:{fact.key}:{to}:{channel}"
                    yield OutboxLetter(key, "urgent", channel, to, about, at, at + _DAY)
        case _ if isinstance(fact, _INVITED) and not fact.provenance.source.startswith(MADE_UP):
            person = str(fact.originator_id)
            key = f"invitation:{fact.key}"
            yield OutboxLetter(key, "invitation", "email", person, "", at, at + 7 * _DAY)
        case _:
            return
