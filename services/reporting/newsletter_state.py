"""A newsletter as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.reporting.newsletter import (
    NewsletterDrafted,
    NewsletterFact,
    NewsletterPublished,
    NewsletterWithdrawn,
    ParagraphAdded,
    ParagraphEdited,
    ParagraphLeftOut,
)
from services.refusals import Refusal
from services.state import State


class NewsletterIsPublished(Refusal):
    words = "This edition is published, so its words stay. Withdraw it if they are wrong."


class NewsletterNotPublished(Refusal):
    words = "This is a draft. Publish it first; a draft needs no withdrawing."


class WithdrawnAlready(Refusal):
    words = "This edition was withdrawn. Draft another one instead."


class NumberTaken(Refusal):
    words = "Another edition has this number. Choose the next one."
    field = "number"


class NoSuchParagraph(Refusal):
    words = "There is no such paragraph in this newsletter. Choose one of the list."
    field = "paragraph"


class NothingInIt(Refusal):
    words = "Every paragraph is left out. Put one in again or add one, then publish."


@dataclass(frozen=True)
class Newsletter(State):
    known: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    published: bool = False
    withdrawn: bool = False


def evolve(state: Newsletter, fact: NewsletterFact) -> Newsletter:
    match fact:
        case NewsletterDrafted(paragraphs=paragraphs):
            return replace(state, known=frozenset(each.paragraph for each in paragraphs))
        case ParagraphAdded(paragraph=paragraph):
            return replace(state, known=state.known | {paragraph})
        case ParagraphLeftOut(paragraph=paragraph):
            return replace(state, left_out=state.left_out | {paragraph})
        case ParagraphEdited(paragraph=paragraph):
            return replace(state, left_out=state.left_out - {paragraph})
        case NewsletterPublished():
            return replace(state, published=True)
        case NewsletterWithdrawn():
            return replace(state, withdrawn=True)
        case _:
            assert_never(fact)
