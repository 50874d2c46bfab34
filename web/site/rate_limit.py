"""Slows floods down and locks nobody out: token buckets, keyed by a hash whose salt changes.

A source is counted by its address and by the wider networks that it stands in, so that somebody
with many addresses gains little. What the whole partnership gets is counted as well, but it never
refuses anybody: what comes while too much comes is taken, marked, and sorted beneath the rest.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from ipaddress import ip_address, ip_network
from typing import Any, TypeVar, cast

from flask import current_app, g, request
from werkzeug.exceptions import TooManyRequests

from web.site.buckets import Bucket, Buckets, BucketsInMemory
from web.site.tenancy import here

View = TypeVar("View", bound=Callable[..., Any])
_HOUR, _DAY = 3600.0, 24 * 3600.0
# How many times as much as one address its wider networks may send: a customer's, a provider's.
_WIDER = {4: ((32, 1), (24, 4)), 6: ((64, 1), (56, 2), (48, 4))}


@dataclass(frozen=True)
class Pace:
    """How many a minute: for one source, and for the partnership. ``daily`` is for one source."""

    source: int
    partnership: int
    daily: int


# A school behind one address may send a whole class's words at once and come back as one, and an
# office behind one address signs in at nine. For receipts and links, only wrong guesses count: five
# words that nobody was given (ADR 49 counts them). One person is sent few links, whoever asks for
# them, and may use any that came. Opening a picture takes up to two seconds of a processor.
PACES = {
    "tell": Pace(source=60, partnership=600, daily=3000),
    "picture": Pace(source=20, partnership=120, daily=500),
    "save": Pace(source=60, partnership=600, daily=3000),
    "back": Pace(source=40, partnership=600, daily=500),
    "code": Pace(source=10, partnership=600, daily=300),
    "sign in": Pace(source=60, partnership=600, daily=2000),
    "link": Pace(source=20, partnership=600, daily=300),
    "wrong link": Pace(source=10, partnership=600, daily=300),
}


@dataclass
class Throttle:
    """``secret`` is that of the service: all its processes count a source under one name."""

    buckets: Buckets = field(default_factory=BucketsInMemory)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    now: Callable[[], float] = time.time

    def allows(self, what: str, partnership: str, source: str) -> bool:
        """Takes a token of this source. False if it has none left."""
        return self._take(what, partnership, source)[0]

    def is_crowded(self, what: str, partnership: str, source: str) -> bool | None:
        """As ``allows``: none if the source is refused, else whether too much comes in all."""
        allowed, within = self._take(what, partnership, source)
        return not within if allowed else None

    def is_spent(self, what: str, partnership: str, source: str) -> bool:
        """Whether this source has no tokens left. Takes none."""
        theirs = self._theirs(what, partnership, source)
        return not all(self.buckets.has(bucket) for bucket in theirs)

    def _take(self, what: str, partnership: str, source: str) -> tuple[bool, bool]:
        theirs = list(self._theirs(what, partnership, source))
        ours = Bucket(f"{what}|{partnership}", PACES[what].partnership)
        *had, within = self.buckets.take([*theirs, ours], needed=len(theirs))
        return all(had), within

    def _theirs(self, what: str, partnership: str, source: str) -> Iterator[Bucket]:
        pace = PACES[what]
        for network, times in networks(source):
            hourly = self._hidden(network, _HOUR)
            yield Bucket(f"{what}|{partnership}|{hourly}", pace.source * times)
            daily = self._hidden(network, _DAY)
            yield Bucket(f"{what}|{partnership}|{daily}|day", pace.daily * times, _DAY)

    def _hidden(self, network: str, salt_seconds: float) -> str:
        """A name for a network that changes with its salt, and that nobody can turn back."""
        salt = f"{int(self.now() // salt_seconds)}|{salt_seconds:.0f}|{network}"
        return hmac.new(self.secret, salt.encode(), hashlib.sha256).hexdigest()[:32]


def networks(address: str) -> list[tuple[str, int]]:
    """The networks that an address stands in, each with how much more it may send."""
    try:
        known = ip_address(address)
    except ValueError:
        return [(address, 1)]
    return [
        (str(ip_network((known, length), strict=False)), times)
        for length, times in _WIDER[known.version]
    ]


def slow_down(what: str) -> Callable[[View], View]:
    """Answers 429 to a source that sends too fast, in plain words and with what was typed.

    Where too much comes in all, nobody is refused: ``g.is_crowded`` says it to the page.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def slowed(*args: Any, **kwargs: Any) -> Any:
            crowded = _throttle().is_crowded(what, *_asking())
            if crowded is None:
                raise TooManyRequests
            g.is_crowded = crowded
            return view(*args, **kwargs)

        return cast(View, slowed)

    return guard


def slow_each(what: str, whom: str) -> None:
    """Answers 429 where too much is asked for one person, wherever it is asked from."""
    if not _throttle().allows(what, here.slug, whom):
        raise TooManyRequests


def slow_guesses(what: str) -> None:
    """Answers 429 to a source with too many wrong guesses.

    Guesses of others do not count: no stranger may lock a partnership's young people out.
    """
    if _throttle().is_spent(what, *_asking()):
        raise TooManyRequests


def count_guess(what: str) -> None:
    """Counts a wrong guess for a while. Answers 429 if there are too many, here or in all."""
    if _throttle().is_crowded(what, *_asking()) is not False:
        raise TooManyRequests


def _throttle() -> Throttle:
    return cast(Throttle, current_app.extensions["throttle"])


def _asking() -> tuple[str, str]:
    return here.slug, request.remote_addr or ""
