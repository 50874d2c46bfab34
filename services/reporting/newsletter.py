"""Writing a newsletter: what it was drawn from stays, whoever edits it, until it is published."""

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
    ParagraphAdded,
    ParagraphEdited,
    ParagraphLeftOut,
)
from services.ledger import Change, Service, decides, opens
from services.refusals import Missing
from services.reporting.newsletter_numbers import number_evolve, take_number
from services.reporting.newsletter_state import (
    Newsletter,
    NewsletterIsPublished,
    NewsletterNotPublished,
    NoSuchParagraph,
    NothingInIt,
    NumberTaken,
    WithdrawnAlready,
    evolve,
)


def draft(
    stream: UUID,
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
    return NewsletterDrafted(stream, 1, provenance, title, since, until, paragraphs)


def edit(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str, words: str
) -> ParagraphEdited:
    version = _of(newsletter, paragraph)
    if not words:
        raise Missing("Write the paragraph, or leave it out instead.", field="words")
    return ParagraphEdited(newsletter.id, version, provenance, paragraph, words)


def leave_out(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str
) -> ParagraphLeftOut:
    return ParagraphLeftOut(newsletter.id, _of(newsletter, paragraph), provenance, paragraph)


def choose(
    newsletter: Newsletter, provenance: Provenance, *, keep: tuple[str, ...]
) -> tuple[ParagraphLeftOut, ...]:
    """Leaves out all that is not kept. Raises ``NoSuchParagraph``, and ``NothingInIt``."""
    version, stands = _next(newsletter), newsletter.known - newsletter.left_out
    if not set(keep) <= stands:
        raise NoSuchParagraph(field="keep")
    if not keep:
        raise NothingInIt(field="keep")
    return tuple(
        ParagraphLeftOut(newsletter.id, version + at, provenance, paragraph)
        for at, paragraph in enumerate(sorted(stands - set(keep)))
    )


def add(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str, section: str, words: str
) -> ParagraphAdded:
    if not words:
        raise Missing("Write the paragraph.", field="words")
    return ParagraphAdded(newsletter.id, _next(newsletter), provenance, paragraph, section, words)


def publish(
    newsletter: Newsletter,
    provenance: Provenance,
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
    return NewsletterPublished(newsletter.id, version, provenance, number, published_on)


def withdraw(newsletter: Newsletter, provenance: Provenance, *, why: str) -> NewsletterWithdrawn:
    if not newsletter.published:
        raise NewsletterNotPublished
    if newsletter.withdrawn:
        raise WithdrawnAlready
    if not why:
        raise Missing("Say why, for those who have read it.", field="why")
    return NewsletterWithdrawn(newsletter.id, newsletter.version + 1, provenance, why)


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
        provenance: Provenance,
        *,
        number: int,
        published_on: PartialDate,
        taken: tuple[int, ...] = (),
    ) -> list[Fact]:
        """With its number, or not at all. Raises ``NumberTaken`` however close two people are."""
        said: dict[str, Any] = {"number": number, "published_on": published_on, "taken": taken}
        if provenance.key and provenance.key in {
            fact.provenance.key for fact in self.ledger.facts(stream)
        }:
            return self._publish(stream, provenance, **said)
        place = self.ledger.name_of("newsletter number", str(number))
        return self.ledger.change_together(
            [
                self.going_on(publish, stream, provenance, **said),
                Change(
                    place,
                    provenance,
                    number_evolve,
                    lambda known: take_number(known, place, provenance, number, stream),
                ),
            ]
        )


def _next(newsletter: Newsletter) -> int:
    if newsletter.published:
        raise NewsletterIsPublished
    return newsletter.version + 1


def _of(newsletter: Newsletter, paragraph: str) -> int:
    version = _next(newsletter)
    if paragraph not in newsletter.known:
        raise NoSuchParagraph
    return version
