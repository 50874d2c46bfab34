"""One message of a young person, before it is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact, Provenance
from events.feedback.feedback import (
    About,
    AgeBand,
    Channel,
    FeedbackSubmitted,
    Hand,
    MoreSaid,
    SafeNow,
)
from events.vocabulary import Feeling
from services.change import Decided, is_again
from services.feedback.feedback_state import (
    WORDS_LIMIT,
    NothingSaid,
    NothingSaidOfHarm,
    TooManyWords,
)
from services.feedback.follow_up import refuse_code
from services.letters import is_longer
from services.refusals import ToldDifferently
from services.state import State


@dataclass(frozen=True)
class Message:
    """What a young person said, in their own hand or as somebody wrote it down for them.

    ``better`` is what would help; the rest is as ``FeedbackSubmitted`` says.
    """

    feeling: Feeling = ""
    about: About = ""
    words: str = ""
    better: str = ""
    age_band: AgeBand = ""
    wants_answer: bool = False
    channel: Channel = "web"
    place: str = ""
    language: str = "en"
    asks_help: bool = False
    hand: Hand = ""
    demo: bool = False
    safe_now: SafeNow = ""
    crowded: bool = False

    def checked(self) -> Message:
        """The same in clean letters.

        Raises ``NothingSaid``, ``NothingSaidOfHarm``, ``TooManyWords``, ``OnlyTheCode``.
        """
        words, better = _clean(self.words), _clean(self.better)
        if not (self.feeling or self.about or words or better or self.safe_now):
            raise NothingSaidOfHarm if self.asks_help else NothingSaid
        for field, said in (("words", words), ("better", better)):
            if is_longer(said, WORDS_LIMIT):
                raise TooManyWords(field=field)
            refuse_code(said)
        return replace(self, words=words, better=better)

    def facts(self, stream: UUID, provenance: Provenance, receipt: str) -> tuple[Fact, ...]:
        """What is recorded of it; ``receipt`` is the hash of its words."""
        begun = State.initial(stream)
        first = FeedbackSubmitted(
            *begun.next(provenance),
            channel=self.channel,
            feeling=self.feeling,
            about=self.about,
            words=self.words,
            age_band=self.age_band,
            wants_answer=self.wants_answer,
            receipt=receipt,
            demo=self.demo,
            place=self.place,
            language=self.language,
            asks_help=self.asks_help,
            hand=self.hand,
            safe_now=self.safe_now,
            crowded=self.crowded,
        )
        better = MoreSaid(*begun.next(provenance, 2), kind="what would help", words=self.better)
        return (first, better) if self.better else (first,)


def _clean(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def unsaid(typed: Sequence[str], known: Iterable[Fact]) -> list[str]:
    """Those of the typed texts that a message does not hold."""
    held = {fact.words for fact in known if isinstance(fact, FeedbackSubmitted | MoreSaid)}
    return [each for each in map(_clean, typed) if each and each not in held]


def kept_receipt(known: Iterable[Fact]) -> str:
    """The hash that is stored of a message's five words. None if the message has not come."""
    return next((fact.receipt for fact in known if isinstance(fact, FeedbackSubmitted)), "")


def unless_told(provenance: tuple[Fact, ...], known: list[Fact]) -> Decided:
    again = known[: len(provenance)]
    if len(again) < len(provenance) or not all(map(is_again, provenance, again)):
        raise ToldDifferently
    return ()
