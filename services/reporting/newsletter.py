"""Writing a newsletter: what it was drawn from stays, whoever edits it, until it is published."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from events.fact import Fact, Told
from events.period import PartialDate
from events.reporting.newsletter import (
    NewsletterDrafted,
    NewsletterPublished,
    NewsletterWithdrawn,
    Paragraph,
    ParagraphAdded,
    ParagraphEdited,
    ParagraphLeftOut,
)
from services.ledger import Change, Service, decides, opens
from services.refusals import Missing
from services.reporting.newsletter_numbers import number_evolve, take_number
from services.reporting.newsletter_state import (
    Newsletter,
    NoSuchParagraph,
    NothingInIt,
    NotPublishedYet,
    NumberTaken,
    PublishedAlready,
    WithdrawnAlready,
    evolve,
)


def draft(
    stream: UUID,
    told: Told,
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
    return NewsletterDrafted(stream, 1, told, title, since, until, paragraphs)


def edit(newsletter: Newsletter, told: Told, *, paragraph: str, words: str) -> ParagraphEdited:
    version = _of(newsletter, paragraph)
    if not words:
        raise Missing("Write the paragraph, or leave it out instead.", field="words")
    return ParagraphEdited(newsletter.id, version, told, paragraph, words)


def leave_out(newsletter: Newsletter, told: Told, *, paragraph: str) -> ParagraphLeftOut:
    return ParagraphLeftOut(newsletter.id, _of(newsletter, paragraph), told, paragraph)


def choose(
    newsletter: Newsletter, told: Told, *, keep: tuple[str, ...]
) -> tuple[ParagraphLeftOut, ...]:
    """Leaves out all that is not kept. Raises ``NoSuchParagraph``, and ``NothingInIt``."""
    version, stands = _next(newsletter), newsletter.known - newsletter.left_out
    if not set(keep) <= stands:
        raise NoSuchParagraph(field="keep")
    if not keep:
        raise NothingInIt(field="keep")
    return tuple(
        ParagraphLeftOut(newsletter.id, version + at, told, paragraph)
        for at, paragraph in enumerate(sorted(stands - set(keep)))
    )


def add(
    newsletter: Newsletter, told: Told, *, paragraph: str, section: str, words: str
) -> ParagraphAdded:
    if not words:
        raise Missing("Write the paragraph.", field="words")
    return ParagraphAdded(newsletter.id, _next(newsletter), told, paragraph, section, words)


def publish(
    newsletter: Newsletter,
    told: Told,
    *,
    number: int,
    published_on: PartialDate,
    taken: tuple[int, ...] = (),
) -> NewsletterPublished:
    """``taken`` are the numbers of the editions there are."""
    version = _next(newsletter)
    if number < 1:
        raise Missing("Editions are counted from 1.", field="number")
    if number in taken:
        raise NumberTaken
    if not newsletter.known - newsletter.left_out:
        raise NothingInIt
    return NewsletterPublished(newsletter.id, version, told, number, published_on)


def withdraw(newsletter: Newsletter, told: Told, *, why: str) -> NewsletterWithdrawn:
    if not newsletter.published:
        raise NotPublishedYet
    if newsletter.withdrawn:
        raise WithdrawnAlready
    if not why:
        raise Missing("Say why, for those who have read it.", field="why")
    return NewsletterWithdrawn(newsletter.id, newsletter.version + 1, told, why)


class NewsletterService(Service[Newsletter]):
    evolve = staticmethod(evolve)
    draft = opens(draft)
    edit = decides(edit)
    leave_out = decides(leave_out)
    choose = decides(choose)
    add = decides(add)
    _publish = decides(publish)
    withdraw = decides(withdraw)

    def publish(
        self,
        stream: UUID,
        told: Told,
        *,
        number: int,
        published_on: PartialDate,
        taken: tuple[int, ...] = (),
    ) -> list[Fact]:
        """With its number, or not at all. Raises ``NumberTaken`` however close two people are."""
        said: dict[str, Any] = {"number": number, "published_on": published_on, "taken": taken}
        if told.key and told.key in {fact.told.key for fact in self.ledger.facts(stream)}:
            return self._publish(stream, told, **said)
        place = self.ledger.name_of("newsletter number", str(number))
        return self.ledger.change_together(
            [
                self.going_on(publish, stream, told, **said),
                Change(
                    place,
                    told,
                    number_evolve,
                    lambda known: take_number(known, place, told, number, stream),
                ),
            ]
        )


def _next(newsletter: Newsletter) -> int:
    if newsletter.published:
        raise PublishedAlready
    return newsletter.version + 1


def _of(newsletter: Newsletter, paragraph: str) -> int:
    version = _next(newsletter)
    if paragraph not in newsletter.known:
        raise NoSuchParagraph
    return version
