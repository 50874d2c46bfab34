"""Editing the children's version: young editors decide, adults propose, help comes always last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import assert_never, get_args
from uuid import UUID

from events.childrens_version import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    ChaptersOrdered,
    ChildrensVersionFact,
    Picture,
    PictureChosen,
    QuotesChosen,
    WordsWritten,
)
from events.fact import Fact, Told
from services.ledger import Decided, Service, State
from services.refusals import AlreadyThere, Missing, NotFound, Refusal


class NoLongerOpen(Refusal):
    words = "This proposal was decided already. Look at what stands there now."
    field = "number"


class EachChapterOnce(Refusal):
    words = "Name each chapter once. Help always comes last, by itself."
    field = "first"


@dataclass(frozen=True)
class ChildrensVersion(State):
    open_proposals: dict[int, ChangeProposed] = field(default_factory=dict)
    proposed: int = 0
    order: tuple[Chapter, ...] = ()


def evolve(version: ChildrensVersion, fact: ChildrensVersionFact) -> ChildrensVersion:
    state = replace(version, version=fact.originator_version)
    match fact:
        case ChangeProposed(number=number):
            still = {**state.open_proposals, number: fact}
            return replace(state, proposed=number, open_proposals=still)
        case ChangeApproved(number=number) | ChangeDeclined(number=number):
            still = {at: each for at, each in state.open_proposals.items() if at != number}
            return replace(state, open_proposals=still)
        case ChaptersOrdered(chapters=chapters):
            return replace(state, order=chapters)
        case WordsWritten() | QuotesChosen() | PictureChosen():
            return state
        case _:
            assert_never(fact)


def write(
    version: ChildrensVersion, told: Told, *, report: UUID, chapter: Chapter, words: str
) -> WordsWritten:
    """A young editor's own words. No words: what the record says stands there again."""
    return WordsWritten(version.id, version.version + 1, told, report, _known(chapter), words)


def propose(
    version: ChildrensVersion, told: Told, *, report: UUID, chapter: Chapter, words: str, why: str
) -> ChangeProposed:
    """An adult's words, which stand nowhere until a young editor approves them."""
    for name, given in (("words", words), ("why", why)):
        if not given:
            raise Missing("Write the words, and say to the young editors why.", field=name)
    number = version.proposed + 1
    return ChangeProposed(
        version.id, version.version + 1, told, report, number, _known(chapter), words, why
    )


def approve(version: ChildrensVersion, told: Told, *, number: int) -> ChangeApproved:
    """By a young editor; whoever proposed it can't."""
    if _proposal(version, number).told.by == told.by:
        raise NotFound
    return ChangeApproved(version.id, version.version + 1, told, number)


def decline(version: ChildrensVersion, told: Told, *, number: int) -> ChangeDeclined:
    _proposal(version, number)
    return ChangeDeclined(version.id, version.version + 1, told, number)


def choose_quotes(
    version: ChildrensVersion, told: Told, *, report: UUID, quotes: tuple[str, ...]
) -> QuotesChosen:
    return QuotesChosen(version.id, version.version + 1, told, report, quotes)


def choose_picture(
    version: ChildrensVersion, told: Told, *, report: UUID, chapter: Chapter, picture: Picture
) -> PictureChosen:
    if picture not in get_args(Picture):
        raise Missing("Choose a picture.", field="picture")
    return PictureChosen(version.id, version.version + 1, told, report, _known(chapter), picture)


def order(
    version: ChildrensVersion, told: Told, *, report: UUID, chapters: tuple[Chapter, ...]
) -> ChaptersOrdered:
    if sorted(chapters) != sorted(get_args(Chapter)):
        raise EachChapterOnce
    if chapters == version.order:
        raise AlreadyThere("The chapters stand in this order already.", field="first")
    return ChaptersOrdered(version.id, version.version + 1, told, report, chapters)


class ChildrensVersionService(Service[ChildrensVersion]):
    """One stream for each report, which begins with the first thing that somebody edits."""

    evolve = staticmethod(evolve)

    def edit(
        self, subject: UUID, told: Told, decide: Callable[..., Decided], /, **given: object
    ) -> list[Fact]:
        stream = self.ledger.name_of("children's version", str(subject))

        def then(known: list[Fact]) -> Decided:
            start = ChildrensVersion(stream, 0)
            return decide(reduce(evolve, known, start), told, **given)  # type: ignore[arg-type]

        return self.ledger.change(stream, told, then)


def _known(chapter: Chapter) -> Chapter:
    if chapter not in get_args(Chapter):
        raise Missing("Choose a chapter.", field="chapter")
    return chapter


def _proposal(version: ChildrensVersion, number: int) -> ChangeProposed:
    if number not in version.open_proposals:
        raise NoLongerOpen
    return version.open_proposals[number]
