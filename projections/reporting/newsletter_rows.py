"""A newsletter as a row: its passages, and what happened to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate
from events.reporting.newsletter import (
    NewsletterDrafted,
    NewsletterPublished,
    NewsletterWithdrawn,
    ParagraphAdded,
    ParagraphEdited,
    ParagraphLeftOut,
)
from projections.reporting.newsletter_draft import SECTIONS

WITHDRAWN = "A quotation was withdrawn."


@dataclass(frozen=True)
class Passage:
    """A paragraph as it stands; ``edited_by`` is empty where it is as the fact gave it."""

    paragraph: str
    section: str
    words: str
    source: str
    entry: str
    demo: bool
    edited_by: str = ""
    left_out: bool = False


@dataclass(frozen=True)
class Gone:
    """What a paragraph was drawn from that is quoted no longer."""

    entry: str


@dataclass(frozen=True)
class Newsletter:
    id: UUID
    title: str
    since: PartialDate
    until: PartialDate
    recorded: int
    passages: tuple[Passage, ...]
    number: int = 0
    published_on: PartialDate | None = None
    withdrawn: str = ""

    @property
    def standing(self) -> str:
        if self.withdrawn:
            return "withdrawn"
        return "published" if self.number else "draft"

    @property
    def demo(self) -> bool:
        return any(each.demo for each in self.passages)

    @property
    def sections(self) -> dict[str, list[Passage]]:
        """What stands in it, by heading."""
        named = {section: self.of(section) for section in SECTIONS}
        return {section: found for section, found in named.items() if found}

    @property
    def left_out(self) -> list[Passage]:
        return [each for each in self.passages if each.left_out]

    def of(self, section: str) -> list[Passage]:
        return [each for each in self.passages if each.section == section and not each.left_out]

    def passage(self, paragraph: str) -> Passage | None:
        return next((each for each in self.passages if each.paragraph == paragraph), None)


def without(row: Newsletter, gone: Collection[str]) -> Newsletter:
    """What was withdrawn is in no draft; where it was published, it says so in its place."""
    passages = tuple(
        replace(each, words=WITHDRAWN, left_out=not row.number) if each.entry in gone else each
        for each in row.passages
    )
    return replace(row, passages=passages)


def drafted_newsletter(fact: NewsletterDrafted) -> Newsletter:
    passages = tuple(
        Passage(each.paragraph, each.section, each.words, each.source, each.entry, each.demo)
        for each in fact.paragraphs
    )
    order = fact.micros
    return Newsletter(fact.originator_id, fact.title, fact.since, fact.until, order, passages)


def went_on(row: Newsletter, fact: Fact) -> Newsletter:
    match fact:
        case ParagraphEdited(paragraph=paragraph, words=words):
            return _changed(
                row, paragraph, words=words, edited_by=fact.provenance.by, left_out=False
            )
        case ParagraphLeftOut(paragraph=paragraph):
            return _changed(row, paragraph, left_out=True)
        case ParagraphAdded(paragraph=paragraph, section=section, words=words):
            added = Passage(paragraph, section, words, "", "", False, fact.provenance.by)
            return replace(row, passages=(*row.passages, added))
        case NewsletterPublished(number=number, published_on=on):
            return replace(row, number=number, published_on=on)
        case NewsletterWithdrawn(why=why):
            return replace(row, withdrawn=why)
        case _:
            return row


def _changed(row: Newsletter, paragraph: str, **change: object) -> Newsletter:
    passages = tuple(
        replace(each, **change) if each.paragraph == paragraph else each  # type: ignore[arg-type]
        for each in row.passages
    )
    return replace(row, passages=passages)
