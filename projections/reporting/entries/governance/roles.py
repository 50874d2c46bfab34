"""What roles put into a report: who holds one in which body, from when and until when."""

from __future__ import annotations

from events.governance import bodies
from projections.reporting.entries.entry import ANY_BODY, Entry, made


def given(fact: bodies.RoleGiven) -> Entry:
    return made(
        fact,
        "who",
        "role",
        heading=fact.role,
        words=fact.holder,
        note=fact.body,
        thing=_role(fact.role, fact.holder, fact.body),
    )


def ended(fact: bodies.RoleEnded) -> Entry:
    thing = f"role {fact.role} {fact.holder}" + ANY_BODY
    if fact.body is not None:
        thing = _role(fact.role, fact.holder, fact.body)
    return made(
        fact, "who", "role ended", heading=fact.role, words=fact.holder, thing=thing, ends=True
    )


def _role(role: str, holder: str, body: str) -> str:
    return f"role {role} {holder} of {body}"
