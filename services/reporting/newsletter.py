"""Writing a newsletter: drafted from the record, edited, published, withdrawn."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from events.fact import Fact, Provenance
from events.period import PartialDate
from events.reporting.newsletter import (
    NewsletterDrafted,
    NewsletterPublished,
    NewsletterWithdrawn,
    Paragraph,
)
from services.command import Service, command, opening_command
from services.refusals import Missing
from services.reporting.newsletter_editing import add, choose, edit, leave_out, open_draft
from services.reporting.newsletter_numbers import NewsletterNumberService
from services.reporting.newsletter_state import (
    Newsletter,
    NewsletterNotPublished,
    NothingInIt,
    NumberTaken,
    WithdrawnAlready,
    evolve,
)


def draft(
    newsletter: Newsletter,
    provenance: Provenance,
    *,
    title: str,
    since: PartialDate,
    until: PartialDate,
    paragraphs: tuple[Paragraph, ...] = (),
) -> NewsletterDrafted:
    if not title:
        raise Missing("Give the newsletter a title.", field="title")
    if until.last < since.first:
        raise Missing("It can't end before it starts. Look at both days again.", field="until")
    return NewsletterDrafted(
        *newsletter.next(provenance), title=title, since=since, until=until, paragraphs=paragraphs
    )


def publish(
    newsletter: Newsletter,
    provenance: Provenance,
    *,
    number: int,
    published_on: PartialDate,
    taken: tuple[int, ...] = (),
) -> NewsletterPublished:
    """``taken`` are the numbers of the editions there are."""
    open_draft(newsletter)
    if number < 1:
        raise Missing("Editions are counted from 1.", field="number")
    if number in taken:
        raise NumberTaken
    if not newsletter.known - newsletter.left_out:
        raise NothingInIt
    return NewsletterPublished(
        *newsletter.next(provenance), number=number, published_on=published_on
    )


def withdraw(newsletter: Newsletter, provenance: Provenance, *, why: str) -> NewsletterWithdrawn:
    if not newsletter.published:
        raise NewsletterNotPublished
    if newsletter.withdrawn:
        raise WithdrawnAlready
    if not why:
        raise Missing("Say why, for those who have read it.", field="why")
    return NewsletterWithdrawn(*newsletter.next(provenance), why=why)


class NewsletterService(Service[Newsletter]):
    evolve = staticmethod(evolve)
    draft = opening_command(draft)
    edit = command(edit)
    leave_out = command(leave_out)
    choose = command(choose)
    add = command(add)
    _publish = command(publish)
    withdraw = command(withdraw)

    def publish(
        self,
        stream: UUID,
        provenance: Provenance,
        *,
        number: int,
        published_on: PartialDate,
        taken: tuple[int, ...] = (),
    ) -> list[Fact]:
        """Publishes the newsletter and takes its number in one save. Raises ``NumberTaken``."""
        said: dict[str, Any] = {"number": number, "published_on": published_on, "taken": taken}
        place = self.ledger.name_of("newsletter number", str(number))
        numbers = NewsletterNumberService(self.ledger)
        return self.ledger.change_as_one(
            self._publish.change(stream, provenance, **said),
            numbers.take.change(place, provenance, number=number, newsletter=stream),
        )
