"""A quotation as a row. It is live with consent and two sign-offs, if nothing stands against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.participation.quotation import Use
from events.period import PartialDate
from projections.engine.encryption import Personal, PersonalNames

SIGNATURES = 2


@dataclass(frozen=True)
class Life:
    """From when to when it could be quoted in one use; ``until`` is 0 while it can.

    Both are microseconds since 1970; ``ended_on`` is the day it ended.
    """

    use: Use
    since: int
    until: int = 0
    ended_on: PartialDate | None = None


@dataclass(frozen=True)
class Signature:
    """By whom, or recorded by whom where somebody ``outside`` this service signed."""

    by: str
    outside: str = ""


@dataclass(frozen=True)
class Excerpt:
    """One proposed part of somebody's words, without the words."""

    number: int
    proposed_by: str
    proposed_on: PartialDate
    consents: tuple[Use, ...] = ()
    signed: tuple[Signature, ...] = ()
    set_aside: bool = False
    lives: tuple[Life, ...] = ()

    def is_live(self, use: Use) -> bool:
        return any(life.use == use and not life.until for life in self.lives)

    def lived(self, closed: str, at: int, on: PartialDate) -> Excerpt:
        """The same, with the uses begun or ended that what is known of it now begins or ends."""
        good = len(self.signed) >= SIGNATURES and not (closed or self.set_aside)
        uses = self.consents if good else ()
        ended = tuple(
            life if life.until or life.use in uses else replace(life, until=at, ended_on=on)
            for life in self.lives
        )
        begun = tuple(Life(use, at) for use in uses if not self.is_live(use))
        return replace(self, lives=(*ended, *begun))


@dataclass(frozen=True)
class Voiced:
    """One submission and what may be quoted of it. ``closed`` says why nothing may be any more.

    ``words`` and ``reasons`` are in the order of ``excerpts`` and of their signatures.
    """

    id: UUID
    day: str
    demo: bool
    theme: str = ""
    closed: str = ""
    quoted: bool = False
    excerpts: tuple[Excerpt, ...] = ()
    words: PersonalNames = ()
    reasons: PersonalNames = ()


@dataclass(frozen=True)
class StatedWords:
    """What a document quoted of children. ``why`` it was withdrawn is for staff."""

    id: UUID
    words: str
    who: str
    theme: str
    is_quote: bool
    source: str
    document: str
    day: str
    last: str
    order: int
    asked_by: str = ""
    why: Personal = ""
    ended: int = 0
    ended_on: PartialDate | None = None
