"""Newsletters, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.reporting import newsletter


def sentence(fact: newsletter.NewsletterFact | newsletter.NumberFact) -> str:
    match fact:
        case newsletter.NewsletterDrafted():
            return _newsletter_drafted(fact)
        case newsletter.ParagraphEdited():
            return f"A paragraph was put in other words: {fact.words.rstrip('.')}."
        case newsletter.ParagraphAdded():
            return f"A paragraph was added under “{fact.section}”: {fact.words.rstrip('.')}."
        case newsletter.ParagraphLeftOut():
            return "A paragraph was left out."
        case newsletter.NewsletterPublished():
            return f"It was published as edition {fact.number} on {fact.published_on}."
        case newsletter.NewsletterWithdrawn():
            return f"It was withdrawn: {fact.why.rstrip('.')}."
        case newsletter.NewsletterNumberTaken():
            return f"The number {fact.number} is taken by an edition of the newsletter."
        case _:
            assert_never(fact)


def _newsletter_drafted(fact: newsletter.NewsletterDrafted) -> str:
    drawn = len(fact.paragraphs)
    return f"A newsletter was drafted from {drawn} facts of {fact.since} to {fact.until}."
