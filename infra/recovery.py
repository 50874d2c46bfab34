"""After a backup was restored: destroys again the keys that were destroyed, before anybody reads.

This is done at each start, as nobody can know what a backup brought back. `earshot restore` does
the same, and takes a list of destroyed keys from elsewhere, in case ledger and keys are both old.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import cast
from uuid import UUID

from events.fact import Fact
from events.privacy.erasure import ForgettingConfirmed, Forgot
from infra.partnerships import Partnerships
from infra.storage.sealed_words import key_named_in
from projections.privacy.erasures import Erasures
from services.refusals import Refusal
from web.site.tenancy import Tenant

_PAGE = 1000
Say = Callable[[str], None]


def forget_again(partnerships: Partnerships) -> dict[str, int]:
    """Destroys again the keys that a backup brought back. Gives their number by partnership."""
    found = {slug: forget_again_in(partnerships, slug) for slug in partnerships.slugs()}
    return {slug: count for slug, count in found.items() if count}


def forget_again_in(partnerships: Partnerships, slug: str) -> int:
    """The same in one partnership."""
    sealing, waiting, found = partnerships.mapper(slug).sealing, dict[UUID, None](), 0
    for fact in _erasure_facts(partnerships, slug):
        if isinstance(fact, ForgettingConfirmed):
            waiting[fact.subject] = None
        elif isinstance(fact, Forgot):
            waiting.pop(fact.subject, None)
            back = sealing.there(map(bytes.fromhex, fact.keys))
            sealing.destroy(back)
            found += len(back)
    for subject in waiting:
        partnerships.open(slug).erasure.finish(subject)
    return found


def finish(tenant: Tenant) -> None:
    """Finishes erasures that were confirmed and interrupted, and those whose day has come."""
    today = tenant.erasure.today().isoformat()
    with tenant.read(Erasures) as view:
        waiting, agreed = view.standing("confirmed"), view.standing("agreed")
    for entry in waiting:
        tenant.erasure.finish(entry.subject)
    for entry in agreed:
        if entry.until <= today:
            with suppress(Refusal):  # it is held, or a concern was escalated, since
                tenant.erasure.carry_out(entry.subject)


def draw_again(partnerships: Partnerships, slug: str) -> Iterator[str]:
    """Draws every view from the record, and lets go of what is remembered of its past.

    Gives each view's name when it is drawn: a ledger that was put back may have gone another way.
    """
    partnerships.go_back(slug)
    for projection in partnerships.projections:
        partnerships.projector(slug).rebuild(projection)
        yield projection.name


def destroy_listed(partnerships: Partnerships, lines: Iterator[str]) -> int:
    """Destroys the keys of a list as ``forgotten`` gives it; how many were there.

    Raises ``ValueError`` where a line is no such key.
    """
    destroyed, known = 0, partnerships.store.slugs()
    for line in filter(None, map(str.strip, lines)):
        slug, id = line.split()
        if slug not in known:
            raise ValueError(line)
        keyring = partnerships.keys.of(slug)
        if keyring.key(bytes.fromhex(id)) is not None:
            keyring.destroy([bytes.fromhex(id)])
            destroyed += 1
    return destroyed


def forgotten(partnerships: Partnerships) -> Iterator[str]:
    """Every key that was destroyed, one per line: random numbers that identify nobody."""
    for slug in partnerships.slugs():
        yield from (f"{slug} {id.hex()}" for id in sorted(partnerships.keys.of(slug).destroyed()))


def lost(partnerships: Partnerships, slug: str, after: int = 0) -> list[int]:
    """Positions of facts with a lost key: one that is missing though nobody destroyed it.

    Only those that follow position ``after``.
    """
    keyring, recorder = partnerships.keys.of(slug), partnerships.store.recorder(slug)
    destroyed, found = keyring.destroyed(), list[int]()
    while page := recorder.read(after, _PAGE):
        named = [(row.n, key_named_in(row.state)) for row in page]
        keyring.expect(id for _, id in named if id)
        found += [n for n, id in named if id and keyring.key(id) is None and id not in destroyed]
        after = page[-1].n
    return found


def _erasure_facts(partnerships: Partnerships, slug: str) -> Iterator[Fact]:
    recorder, mapper, after = partnerships.store.recorder(slug), partnerships.mapper(slug), 0
    topics = [ForgettingConfirmed.TOPIC, Forgot.TOPIC]
    while page := recorder.select_notifications(
        after, _PAGE, topics=topics, inclusive_of_start=False
    ):
        yield from (cast(Fact, mapper.to_domain_event(each)) for each in page)
        after = page[-1].id
