"""A newsletter of the partnership: drafted from its facts, edited, published, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate


@dataclass(frozen=True)
class Paragraph:
    """``entry`` names the fact it was drawn from; it and ``source`` are empty where it was added.

    ``paragraph`` is its name within the newsletter.
    """

    paragraph: str
    section: str
    words: str
    source: str
    entry: str
    demo: bool


@dataclass(frozen=True)
class NewsletterDrafted(Fact):
    """What the facts of these days gave, as they gave it."""

    TOPIC = "newsletter.drafted"
    PERSONAL = frozenset()
    DAY = ""
    title: str
    since: PartialDate
    until: PartialDate
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class ParagraphEdited(Fact):
    """Somebody put it in other words; who, the fact says. What was left out is in again."""

    TOPIC = "newsletter.paragraph_edited"
    PERSONAL = frozenset()
    paragraph: str
    words: str


@dataclass(frozen=True)
class ParagraphAdded(Fact):
    TOPIC = "newsletter.paragraph_added"
    PERSONAL = frozenset()
    paragraph: str
    section: str
    words: str


@dataclass(frozen=True)
class ParagraphLeftOut(Fact):
    TOPIC = "newsletter.paragraph_left_out"
    PERSONAL = frozenset()
    paragraph: str


@dataclass(frozen=True)
class NewsletterPublished(Fact):
    TOPIC = "newsletter.published"
    PERSONAL = frozenset()
    DAY = "published_on"
    number: int
    published_on: PartialDate


@dataclass(frozen=True)
class NewsletterWithdrawn(Fact):
    TOPIC = "newsletter.withdrawn"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class NewsletterNumberTaken(Fact):
    """In the stream of that number, so that no two editions can have it."""

    TOPIC = "newsletter.number_taken"
    PERSONAL = frozenset()
    number: int
    newsletter: UUID


NumberFact = NewsletterNumberTaken
NewsletterFact = (
    NewsletterDrafted
    | ParagraphEdited
    | ParagraphAdded
    | ParagraphLeftOut
    | NewsletterPublished
    | NewsletterWithdrawn
)
