"""One message in the triage queue, as a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from projections.engine.encryption import Personal, PersonalNames

Status = Literal["waiting", "read", "passed on", "answered", "taken back", "forgotten"]
NEEDS_SOMEBODY: tuple[Status, ...] = ("waiting", "read", "passed on")
DONE: tuple[Status, ...] = ("answered", "taken back", "forgotten")


@dataclass(frozen=True)
class Picture:
    """A photo or drawing, kept sealed under its digest."""

    digest: str
    type: str


@dataclass(frozen=True)
class TriageItem:
    """One submission; words are gone once taken back.

    ``better`` is what would help, ``later`` what they added since. It waits since ``received_at``
    or, where they added words or a picture to it, since ``waiting_since``. Those, ``read_at`` and
    ``red_at`` (when a concern was first escalated) are ISO 8601 in UTC. ``rank`` is its group in
    the queue: 0 came by "Is someone hurting you?", 1 was raised, 2 neither; 3 more in a flood.
    ``seconded_by`` is who outside this service agreed to do nothing.
    """

    id: UUID
    received_at: str
    channel: str
    feeling: str
    about: str
    words: Personal
    age_band: str
    wants_answer: bool
    demo: bool
    status: Status = "waiting"
    theme: str = ""
    passed_to: str = ""
    escalated_to: str = ""
    escalated_at: str = ""
    reference: Personal = ""
    outcome: str = ""
    reply: Personal = ""
    decisions: tuple[UUID, ...] = ()
    read_at: str = ""
    red_at: str = ""
    better: Personal = ""
    later: PersonalNames = ()
    waiting_since: str = ""
    pictures: tuple[Picture, ...] = ()
    place: str = ""
    language: str = "en"
    asks_help: bool = False
    hand: str = ""
    written_by: str = ""
    raised: bool = False
    reasons: PersonalNames = ()
    no_action_by: str = ""
    no_action_why: Personal = ""
    listened: str = ""
    taken_back: bool = False
    seconded_by: str = ""
    safe_now: str = ""
    crowded: bool = False
    rank: int = 2

    @property
    def needs_somebody(self) -> bool:
        return self.status in NEEDS_SOMEBODY

    @property
    def said(self) -> tuple[str, ...]:
        """Every piece of their words, in the order they said them."""
        return tuple(words for words in (self.words, self.better, *self.later) if words)

    def without_words(self) -> TriageItem:
        """The same with the words and the reference closed."""
        return replace(
            self,
            words="",
            reference="",
            better="",
            later=(),
            pictures=(),
            reasons=(),
            no_action_why="",
        )
