"""Who may sign in: access given and ended by the coordinator, and links that work once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from events.access.access import (
    AccessEnded,
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
from events.fact import Provenance
from services.access.access_state import (
    Access,
    Given,
    NoEntry,
    SessionOver,
    ToBeForgotten,
    TooManyLinks,
    evolve,
    token_of,
)
from services.command import Service, command, lazy_command
from services.phone_number import phone_number
from services.privacy.erasure_request import is_asked_for
from services.refusals import AlreadyThere, Missing, NotFound

LINK_LASTS = timedelta(minutes=15)
_LINKS_AT_ONCE = 5


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
        *access.next(provenance), token=token_of(secret), made_at=at, expires_at=at + LINK_LASTS
    )


def sign_in(
    access: Access, provenance: Provenance, *, secret: str, at: datetime, device: str = ""
) -> tuple[SignedIn, SessionBegun]:
    """Uses a link up, and begins a session.

    Raises ``NoEntry`` where the link was used, has expired or never was.
    """
    good = {link.token for link in access.links if link.expires_at > at}
    if access.role is None or token_of(secret) not in good:
        raise NoEntry
    token = token_of(secret)
    signed_in = SignedIn(*access.next(provenance), token=token)
    return signed_in, SessionBegun(*access.next(provenance, 2), token=token, device=device)


def sign_out(access: Access, provenance: Provenance, *, tokens: Collection[str]) -> SignedOut:
    """Ends these sessions at once, everywhere. Raises ``SessionOver`` where they have ended."""
    open_now = tuple(each.token for each in access.sessions if each.token in tokens)
    if not open_now:
        raise SessionOver
    return SignedOut(*access.next(provenance), tokens=open_now)


def give_text_number(access: Access, provenance: Provenance, *, phone: str) -> TextNumberGiven:
    """Empty: they want no text messages any more. Raises ``NotANumber``, ``NoEntry``."""
    if access.role is None:
        raise NoEntry
    return TextNumberGiven(*access.next(provenance), phone=phone_number(phone))


def choose_digest(access: Access, provenance: Provenance, *, wanted: bool) -> DigestChosen:
    if access.role is None:
        raise NoEntry
    return DigestChosen(*access.next(provenance), wanted=wanted)


class AccessService(Service[Access]):
    evolve = staticmethod(evolve)
    _give = lazy_command(give)
    end = command(end)
    make_link = command(make_link)
    sign_in = command(sign_in)
    sign_out = command(sign_out)
    give_text_number = command(give_text_number)
    choose_digest = command(choose_digest)

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
