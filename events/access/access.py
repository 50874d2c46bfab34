"""People's access: which role they have, their sign-in links, when they signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from events.access.letters import DigestChosen, TextNumberGiven
from events.fact import Fact

Role = Literal["coordinator", "triage", "scrutineer", "inspector"]
AnyRole = Literal[Role, "agency", "editor", "youth worker"]


@dataclass(frozen=True)
class AccessGiven(Fact):
    TOPIC = "access.given"
    PERSONAL = frozenset({"name", "email"})
    name: str
    email: str
    role: Role


@dataclass(frozen=True)
class AgencyAccessGiven(Fact):
    """Somebody of an agency may sign in, and see that agency's own returns, nothing else."""

    TOPIC = "access.agency_given"
    PERSONAL = frozenset({"name", "email"})
    name: str
    email: str
    agency: str


@dataclass(frozen=True)
class YoungEditorAccessGiven(Fact):
    """Young people may edit the children's version; the name may be a group's, or made up."""

    TOPIC = "access.young_editor_given"
    PERSONAL = frozenset({"name", "email"})
    name: str
    email: str


@dataclass(frozen=True)
class YouthWorkerAccessGiven(Fact):
    """A youth worker may write down what children told them, and see nothing else."""

    TOPIC = "access.youth_worker_given"
    PERSONAL = frozenset({"name", "email"})
    name: str
    email: str


@dataclass(frozen=True)
class AccessEnded(Fact):
    TOPIC = "access.ended"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class SignInLinkMade(Fact):
    """``token`` is the SHA-256 of the link's secret, in hex; the secret itself is never kept."""

    TOPIC = "access.link_made"
    PERSONAL = frozenset()
    DAY = ""
    token: str
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class SignedIn(Fact):
    TOPIC = "access.signed_in"
    PERSONAL = frozenset()
    token: str


@dataclass(frozen=True)
class SessionBegun(Fact):
    """It has the ``token`` of its link. ``device`` is what they sign in with, in plain words."""

    TOPIC = "access.session_begun"
    PERSONAL = frozenset({"device"})
    token: str
    device: str


@dataclass(frozen=True)
class SignedOut(Fact):
    """These sessions are over at once, wherever they are open."""

    TOPIC = "access.signed_out"
    PERSONAL = frozenset()
    tokens: tuple[str, ...]


AccessFact = (
    AccessGiven
    | AgencyAccessGiven
    | YoungEditorAccessGiven
    | YouthWorkerAccessGiven
    | AccessEnded
    | SignInLinkMade
    | SignedIn
    | SessionBegun
    | SignedOut
    | TextNumberGiven
    | DigestChosen
)
