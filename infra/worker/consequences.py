"""Which letters a fact leads to. The rows name ids only: what a letter says is drawn later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from events.access.access import (
    AccessGiven,
    AgencyAccessGiven,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Fact
from events.feedback.alert import AlertStepTaken
from events.privacy.erasure import ForgettingAgreed
from infra.outbox.letters import Channel, OutboxLetter
from infra.partnerships import Partnerships
from infra.worker.visit_letters import ABOUT_VISITS, visit_rows
from projections.access.people import People

_INVITED = (AccessGiven, AgencyAccessGiven, YoungEditorAccessGiven, YouthWorkerAccessGiven)
TOPICS = [each.TOPIC for each in (*_INVITED, *ABOUT_VISITS, AlertStepTaken, ForgettingAgreed)]
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
                fact = cast(Fact, mapper.to_domain_event(each))
                letters += letters_of(fact, partial(_scrutineers, partnerships, slug))
                letters += visit_rows(partnerships.open(slug), fact)
            after = page[-1].id
        return head, letters

    return partnerships.outbox(slug).fill(read)


def letters_of(fact: Fact, scrutineers: Callable[[], list[str]]) -> Iterator[OutboxLetter]:
    """An invitation for whoever was let in, an alert to everybody whom a step names.

    ``scrutineers`` gives the ids of those who are told that escalated words will be forgotten.
    """
    at = fact.recorded_at.timestamp()
    match fact:
        case AlertStepTaken(feedback=feedback, raised_at=raised, step=step):
            about = f"{feedback}|{raised}|{step}"
            for to in fact.recipients:
                for channel in _CHANNELS:
                    key = f"urgent:{fact.key}:{to}:{channel}"
                    yield OutboxLetter(key, "urgent", channel, to, about, at, at + _DAY)
        case ForgettingAgreed(until=until):
            for person in scrutineers():
                key = f"erasure:{fact.key}:{person}"
                yield OutboxLetter(key, "erasure", "email", person, until.text, at, at + 7 * _DAY)
        case _ if isinstance(fact, _INVITED) and not fact.provenance.source.startswith(MADE_UP):
            person = str(fact.originator_id)
            key = f"invitation:{fact.key}"
            yield OutboxLetter(key, "invitation", "email", person, "", at, at + 7 * _DAY)
        case _:
            return


def _scrutineers(partnerships: Partnerships, slug: str) -> list[str]:
    with partnerships.open(slug).read(People) as view:
        return [str(person.id) for person in view.all() if person.role == "scrutineer"]
