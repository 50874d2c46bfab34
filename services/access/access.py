"""Who may sign in: given and ended by the coordinator, entered by a link that works once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never
from uuid import UUID

from events.access.access import (
    AccessEnded,
    AccessFact,
    AccessGiven,
    AgencyAccessGiven,
    AnyRole,
    SignedIn,
    SignInLinkMade,
    YoungEditorAccessGiven,
    YouthWorkerAccessGiven,
)
from events.fact import Provenance
from services.command import Service, command, lazy_command
from services.privacy.erasure import is_asked_for
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
from services.state import State

Given = AccessGiven | AgencyAccessGiven | YoungEditorAccessGiven | YouthWorkerAccessGiven
LINK_LASTS = timedelta(minutes=15)
_LINKS_AT_ONCE = 5


class NoEntry(Refusal):
    words = "This sign-in link no longer works. Ask for a new one; each works once, for 15 minutes."


class ToBeForgotten(Refusal):
    words = "Somebody has asked to forget this person. Decline that first, or use another address."
    field = "email"


class TooManyLinks(Refusal):
    words = "Several links were sent just now. Use the newest, or wait a quarter of an hour."


@dataclass(frozen=True)
class Link:
    token: str
    expires_at: datetime


@dataclass(frozen=True)
class Access(State):
    """``given`` is the version at which the access was given that is good now.

    ``agency`` is whose returns they see, where their role is that of an agency.
    """

    name: str = ""
    email: str = ""
    role: AnyRole | None = None
    agency: str = ""
    given: int = 0
    links: tuple[Link, ...] = ()


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
            return replace(state, role=None, links=())
        case SignInLinkMade():
            return replace(state, links=(*state.links, Link(fact.token, fact.expires_at)))
        case SignedIn():
            used = tuple(link for link in state.links if link.token != fact.token)
            return replace(state, links=used)
        case _:
            assert_never(fact)


def give(
    access: Access,
    provenance: Provenance,
    *,
    name: str,
    email: str,
    role: AnyRole,
    agency: str = "",
) -> Given:
    """Lets a person in, for the first time or again. Raises ``AlreadyThere`` where they are."""
    if "@" not in email or not name:
        raise Missing("Give a name and an e-mail address.", field="email")
    if role == "agency" and not agency:
        raise Missing("Say which agency they belong to.", field="agency")
    if access.role is not None:
        raise AlreadyThere
    address, begun = email.strip().lower(), access.next(provenance)
    match role:
        case "editor":
            return YoungEditorAccessGiven(*begun, name=name, email=address)
        case "youth worker":
            return YouthWorkerAccessGiven(*begun, name=name, email=address)
        case "agency":
            return AgencyAccessGiven(*begun, name=name, email=address, agency=agency)
        case _:
            return AccessGiven(*begun, name=name, email=address, role=role)


def end(access: Access, provenance: Provenance, *, why: str) -> AccessEnded:
    if access.role is None:
        raise NotFound
    return AccessEnded(*access.next(provenance), why=why)


def make_link(
    access: Access, provenance: Provenance, *, secret: str, at: datetime
) -> SignInLinkMade:
    """Keeps the hash of ``secret``, good for 15 minutes. Raises ``TooManyLinks``, ``NoEntry``."""
    if access.role is None:
        raise NoEntry
    if sum(link.expires_at > at for link in access.links) >= _LINKS_AT_ONCE:
        raise TooManyLinks
    return SignInLinkMade(
        *access.next(provenance), token=_hashed(secret), made_at=at, expires_at=at + LINK_LASTS
    )


def sign_in(access: Access, provenance: Provenance, *, secret: str, at: datetime) -> SignedIn:
    """Uses a link up. Raises ``NoEntry`` where it was used, has expired or never was."""
    good = {link.token for link in access.links if link.expires_at > at}
    if access.role is None or _hashed(secret) not in good:
        raise NoEntry
    return SignedIn(*access.next(provenance), token=_hashed(secret))


class AccessService(Service[Access]):
    evolve = staticmethod(evolve)
    _give = lazy_command(give)
    end = command(end)
    make_link = command(make_link)
    sign_in = command(sign_in)

    def id_of(self, email: str) -> UUID:
        return self.ledger.name_of("access", email.strip().lower())

    def give(
        self, provenance: Provenance, *, name: str, email: str, role: AnyRole, agency: str = ""
    ) -> UUID:
        """Lets a person in, for the first time or again. Raises ``AlreadyThere`` where they are."""
        stream = self.id_of(email)
        if is_asked_for(self.ledger, stream):
            raise ToBeForgotten
        self._give(stream, provenance, name=name, email=email, role=role, agency=agency)
        return stream


def _given(state: Access, fact: Given) -> Access:
    return replace(state, name=fact.name, email=fact.email, given=fact.originator_version)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
