"""What may be done with a newsletter, before it is published and after."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from uuid import UUID

import pytest

from events.fact import Provenance
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
from services.ledger import Ledger
from services.refusals import Missing, ToldDifferently
from services.reporting import newsletter, newsletter_editing, newsletter_state
from services.reporting.newsletter_state import (
    NewsletterIsPublished,
    NewsletterNotPublished,
    NoSuchParagraph,
    NothingInIt,
    NumberTaken,
    WithdrawnAlready,
)
from tests.stories import given, recorded

DAY, LATER = PartialDate("2026-03-01"), PartialDate("2026-03-05")
ONE = Paragraph("one", "Learning", "It was learned.", "a source", "key", False)
DRAFTED = recorded(NewsletterDrafted, title="Spring", since=DAY, until=LATER, paragraphs=(ONE,))
LEFT_OUT = recorded(ParagraphLeftOut, paragraph="one")
PUBLISHED = recorded(NewsletterPublished, number=4, published_on=LATER)
WITHDRAWN = recorded(NewsletterWithdrawn, why="It was wrong")


def test_it_is_drafted_with_a_title_for_days_in_order() -> None:
    new = given(newsletter_state.evolve)
    new.when(newsletter.draft, title="Spring", since=DAY, until=DAY).then(NewsletterDrafted)
    new.when(newsletter.draft, title="", since=DAY, until=LATER).refused(Missing, "title")
    new.when(newsletter.draft, title="x", since=LATER, until=DAY).refused(Missing, "until")


def test_paragraphs_are_edited_left_out_and_added() -> None:
    letter = given(newsletter_state.evolve, DRAFTED)
    letter.when(newsletter_editing.edit, paragraph="one", words="Better").then(ParagraphEdited)
    letter.when(newsletter_editing.edit, paragraph="one", words="").refused(Missing, "words")
    letter.when(newsletter_editing.edit, paragraph="two", words="x").refused(
        NoSuchParagraph, "paragraph"
    )
    letter.when(newsletter_editing.leave_out, paragraph="one").then(ParagraphLeftOut)
    letter.when(newsletter_editing.leave_out, paragraph="two").refused(NoSuchParagraph)
    new = {"paragraph": "two", "section": "Learning"}
    letter.when(newsletter_editing.add, **new, words="More").then(ParagraphAdded)
    letter.when(newsletter_editing.add, **new, words="").refused(Missing, "words")


def test_what_goes_out_is_chosen_at_once() -> None:
    two = Paragraph("two", "Learning", "Also", "", "", False)
    letter = given(newsletter_state.evolve, replace(DRAFTED, paragraphs=(ONE, two)))
    [left] = letter.when(newsletter_editing.choose, keep=("one",)).decide()
    assert left.paragraph == "two"
    letter.when(newsletter_editing.choose, keep=()).refused(NothingInIt, "keep")
    letter.when(newsletter_editing.choose, keep=("three",)).refused(NoSuchParagraph, "keep")


def test_it_is_published_under_a_number_of_its_own_and_not_empty() -> None:
    letter = given(newsletter_state.evolve, DRAFTED)
    as_four = {"number": 4, "published_on": LATER}
    letter.when(newsletter.publish, **as_four).then(NewsletterPublished, number=4)
    letter.when(newsletter.publish, **as_four, taken=(4,)).refused(NumberTaken, "number")
    letter.when(newsletter.publish, number=0, published_on=LATER).refused(Missing, "number")
    given(newsletter_state.evolve, DRAFTED, LEFT_OUT).when(newsletter.publish, **as_four).refused(
        NothingInIt
    )
    again = recorded(ParagraphEdited, paragraph="one", words="Back")
    given(newsletter_state.evolve, DRAFTED, LEFT_OUT, again).when(
        newsletter.publish, **as_four
    ).then(NewsletterPublished)


def test_what_is_published_stays_as_it_is_and_is_withdrawn_once_with_a_reason() -> None:
    published = given(newsletter_state.evolve, DRAFTED, PUBLISHED)
    published.when(newsletter_editing.edit, paragraph="one", words="x").refused(
        NewsletterIsPublished
    )
    published.when(newsletter_editing.leave_out, paragraph="one").refused(NewsletterIsPublished)
    published.when(newsletter.withdraw, why="").refused(Missing, "why")
    published.when(newsletter.withdraw, why="It was wrong").then(NewsletterWithdrawn)
    given(newsletter_state.evolve, DRAFTED).when(newsletter.withdraw, why="x").refused(
        NewsletterNotPublished
    )
    given(newsletter_state.evolve, DRAFTED, PUBLISHED, WITHDRAWN).when(
        newsletter.withdraw, why="x"
    ).refused(WithdrawnAlready)


def test_two_people_at_once_cannot_publish_under_one_number(ledger: Ledger) -> None:
    letters, outcomes = newsletter.NewsletterService(ledger), list[str]()

    def publish(id: UUID) -> None:
        try:
            letters.publish(id, Provenance("a", "b", key=id.hex), number=4, published_on=LATER)
            outcomes.append("published")
        except NumberTaken:
            outcomes.append("taken")

    drafts = [UUID(int=number) for number in (1, 2, 3)]
    for id in drafts:
        letters.draft(
            id, Provenance("a", "b"), title="Spring", since=DAY, until=LATER, paragraphs=(ONE,)
        )
    threads = [Thread(target=publish, args=(id,)) for id in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["published", "taken", "taken"]
    [first] = [id for id in drafts if letters.recall(id).published]
    publish(first)  # sent again, it is the same
    assert outcomes[-1] == "published"
    with pytest.raises(ToldDifferently):
        letters.publish(first, Provenance("a", "b", key=first.hex), number=5, published_on=LATER)
