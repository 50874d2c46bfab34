"""Newsletters are not for a report: what they tell stands there already."""

from __future__ import annotations

from typing import assert_never

from events.reporting import newsletter


def entry(fact: newsletter.NewsletterFact | newsletter.NumberFact) -> None:
    match fact:
        case (
            newsletter.NewsletterDrafted()
            | newsletter.ParagraphEdited()
            | newsletter.ParagraphAdded()
            | newsletter.ParagraphLeftOut()
            | newsletter.NewsletterPublished()
            | newsletter.NewsletterWithdrawn()
            | newsletter.NewsletterNumberTaken()
        ):
            return
        case _:
            assert_never(fact)
