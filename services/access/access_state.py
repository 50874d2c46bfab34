"""A person's access as far as decisions need it, and why somebody is refused."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from events.access.access import (
    AccessEnded,
    AccessFact,
    AccessGiven,
    AgencyAccessGiven,
    AnyRole,
    SessionBegun,
    SignedIn,
    SignedOut,
    SignInLinkMade,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.access.letters import DigestChosen, TextNumberGiven
from services.refusals import AlreadyThere, Refusal
from services.state import State

_MOST_SESSIONS = 20  # of one person at once: an older one ends when another begins
Given = AccessGiven | AgencyAccessGiven | YoungEditorAccessGiven | YouthWorkerAccessGiven


class NoEntry(Refusal):
    words = "This sign-in link no longer works. Ask for a new one; each works once, for 15 minutes."


class ToBeForgotten(Refusal):
    words = "Somebody has asked to forget this person. Decline that first, or use another address."
    field = "email"


class SessionOver(AlreadyThere):
    words = "That session is over already."


class TooManyLinks(Refusal):
    words = "Several links were sent just now. Use the newest, or wait a quarter of an hour."


@dataclass(frozen=True)
class Link:
    token: str
    expires_at: datetime


@dataclass(frozen=True)
class Session:
    """Somebody's session. ``token`` is that of the link it began with, ``device`` plain words."""

    token: str
    began_at: datetime
    device: str


@dataclass(frozen=True)
class Access(State):
    """``given`` is the version of the fact that gave the access in force now.

    ``agency`` is the agency that they belong to, if their role is that of an agency.
    """

    name: str = ""
    email: str = ""
    role: AnyRole | None = None
    agency: str = ""
    given: int = 0
    links: tuple[Link, ...] = ()
    sessions: tuple[Session, ...] = ()

    def has_session(self, token: str) -> bool:
        """Whether this session was begun and not ended."""
        return any(each.token == token for each in self.sessions)


def evolve(state: Access, fact: AccessFact) -> Access:
    match fact:
        case AccessGiven():
            return replace(_given(state, fact), role=fact.role, agency="")
        case AgencyAccessGiven():
            return replace(_given(state, fact), role="agency", agency=fact.agency)
        case YoungEditorAccessGiven():
            return replace(_given(state, fact), role="editor", agency="")
        case YouthWorkerAccessGiven():
            return replace(_given(state, fact), role="youth worker", agency="")
        case AccessEnded():
            return replace(state, role=None, links=(), sessions=())
        case SignInLinkMade():
            return replace(state, links=(*state.links, Link(fact.token, fact.expires_at)))
        case SignedIn():
            used = tuple(link for link in state.links if link.token != fact.token)
            return replace(state, links=used)
        case SessionBegun():
            begun = Session(fact.token, fact.recorded_at, fact.device)
            return replace(state, sessions=(*state.sessions, begun)[-_MOST_SESSIONS:])
        case SignedOut():
            left = tuple(each for each in state.sessions if each.token not in fact.tokens)
            return replace(state, sessions=left)
        case TextNumberGiven() | DigestChosen():
            return state
        case _:
            assert_never(fact)


def _given(state: Access, fact: Given) -> Access:
    return replace(state, name=fact.name, email=fact.email, given=fact.originator_version)


def token_of(secret: str) -> str:
    """What is kept of a link: the SHA-256 of its secret, in hex. It names the session too."""
    return hashlib.sha256(secret.encode()).hexdigest()
