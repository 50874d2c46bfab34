"""Young people asked together and newsletters, in sentences; never what was said."""

from __future__ import annotations

from events.feedback import language
from events.participation import engagement, poster
from events.reporting import newsletter
from projections.sentences.words import day, sentence


@sentence.register
def _(fact: engagement.EngagementPlanned) -> str:
    what = fact.kind.capitalize() if fact.kind != "something else" else "Something"
    asked = f"to ask {fact.group} about {fact.theme.rstrip('.')}"
    return f"{what} planned{day(fact.planned_on) if fact.planned_on else ''} {asked}."


@sentence.register
def _(fact: engagement.AskedAgain) -> str:
    return f"They are asked again, because: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: engagement.EngagementHeld) -> str:
    where = f" at {fact.venue}" if fact.venue else ""
    return f"It was held{day(fact.held_on)}{where}: {fact.group} were asked about {fact.theme}."


@sentence.register
def _(fact: engagement.GroupSaid) -> str:
    how = "in their own words" if fact.verbatim else "in other words"
    return f"What they said was written down, {how}, under the theme “{fact.theme}”."


@sentence.register
def _(fact: engagement.WhatTheySaidUsed) -> str:
    return f"This was done with what they said: {fact.what.rstrip('.')}."


@sentence.register
def _(fact: engagement.EngagementCancelled) -> str:
    return f"It was cancelled: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: newsletter.NewsletterDrafted) -> str:
    drawn = len(fact.paragraphs)
    return f"A newsletter was drafted from {drawn} facts of {fact.since} to {fact.until}."


@sentence.register
def _(fact: newsletter.ParagraphEdited) -> str:
    return f"A paragraph was put in other words: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: newsletter.ParagraphAdded) -> str:
    return f"A paragraph was added under “{fact.section}”: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: newsletter.ParagraphLeftOut) -> str:
    return "A paragraph was left out."


@sentence.register
def _(fact: newsletter.NewsletterPublished) -> str:
    return f"It was published as edition {fact.number} on {fact.published_on}."


@sentence.register
def _(fact: newsletter.NewsletterWithdrawn) -> str:
    return f"It was withdrawn: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: newsletter.NewsletterNumberTaken) -> str:
    return f"The number {fact.number} is taken by an edition of the newsletter."


@sentence.register
def _(fact: language.LanguageOffered) -> str:
    return f"Young people may use their pages in another language ({fact.language})."


@sentence.register
def _(fact: language.LanguageStopped) -> str:
    return f"A language of young people's pages is offered no longer ({fact.language}): {fact.why}"


@sentence.register
def _(fact: poster.PosterMade) -> str:
    return f"A poster was made for {fact.place}."


@sentence.register
def _(fact: poster.PosterTakenDown) -> str:
    return f"A poster was taken down: {fact.why}"
