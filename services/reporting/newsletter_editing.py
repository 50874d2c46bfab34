"""What staff do to a newsletter's draft: edit, leave out, choose and add passages."""

from __future__ import annotations

from events.fact import Provenance
from events.reporting.newsletter import ParagraphAdded, ParagraphEdited, ParagraphLeftOut
from services.refusals import Missing
from services.reporting.newsletter_state import (
    Newsletter,
    NewsletterIsPublished,
    NoSuchParagraph,
    NothingInIt,
)


def edit(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str, words: str
) -> ParagraphEdited:
    passage_of(newsletter, paragraph)
    if not words:
        raise Missing("Write the paragraph, or leave it out instead.", field="words")
    return ParagraphEdited(*newsletter.next(provenance), paragraph=paragraph, words=words)


def leave_out(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str
) -> ParagraphLeftOut:
    return ParagraphLeftOut(
        *passage_of(newsletter, paragraph).next(provenance), paragraph=paragraph
    )


def choose(
    newsletter: Newsletter, provenance: Provenance, *, keep: tuple[str, ...]
) -> tuple[ParagraphLeftOut, ...]:
    """Leaves out all that is not kept. Raises ``NoSuchParagraph``, and ``NothingInIt``."""
    stands = open_draft(newsletter).known - newsletter.left_out
    if not set(keep) <= stands:
        raise NoSuchParagraph(field="keep")
    if not keep:
        raise NothingInIt(field="keep")
    return tuple(
        ParagraphLeftOut(*newsletter.next(provenance, at), paragraph=paragraph)
        for at, paragraph in enumerate(sorted(stands - set(keep)), 1)
    )


def add(
    newsletter: Newsletter, provenance: Provenance, *, paragraph: str, section: str, words: str
) -> ParagraphAdded:
    if not words:
        raise Missing("Write the paragraph.", field="words")
    return ParagraphAdded(
        *open_draft(newsletter).next(provenance), paragraph=paragraph, section=section, words=words
    )


def open_draft(newsletter: Newsletter) -> Newsletter:
    if newsletter.published:
        raise NewsletterIsPublished
    return newsletter


def passage_of(newsletter: Newsletter, paragraph: str) -> Newsletter:
    if paragraph not in open_draft(newsletter).known:
        raise NoSuchParagraph
    return newsletter
