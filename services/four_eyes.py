"""Four eyes: when two people count as two, and what stands in where nobody here is a second.

One adult with two addresses must not count as two adults, nor may a rule of two stop a partnership
with one coordinator (ADR 38). Each step that takes a second person asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.period import PartialDate
from services.let_in import LetIn
from services.refusals import Missing, Refusal


class LetInByOther(Refusal):
    words = (
        "One of you let the other in, or let in who did, so you count as one person. Somebody else "
        "must take this step."
    )


class LetInByTheSame(Refusal):
    words = (
        "One person let both of you in, which is not enough here. Somebody must take this step who "
        "was let in by neither of you, and not by whoever let you in. Those who run Earshot for "
        "you can let such a person in."
    )


class SomebodyHereMay(Refusal):
    words = "Somebody in this partnership may take this step, so nobody outside does."


class NeverOutside(Refusal):
    words = (
        "A concern was escalated because of these words, so nobody outside this service stands in. "
        "Let in a second person first."
    )


@dataclass(frozen=True)
class Outsider:
    """Somebody outside this service who agreed: role, body and day, never a name."""

    role: str
    body: str
    on: PartialDate

    @property
    def words(self) -> str:
        return f"{self.role}, {self.body}"


def refuse_alone(
    let_in: LetIn,
    second: str,
    first: Iterable[str],
    *,
    own: Refusal,
    linked: Refusal | None = None,
    strict: bool = False,
) -> None:
    """Raises ``own`` where one of the ``first`` takes the second step too.

    Raises ``linked``, else ``LetInByOther``, where one of them let the other in. A ``strict`` step
    raises ``LetInByTheSame`` as well, where one person let both in.
    """
    known = [*first]
    if second in known:
        raise own
    if any(let_in.are_linked(second, each) for each in known):
        raise linked or LetInByOther()
    if strict and any(let_in.are_kin(second, each) for each in known):
        raise LetInByTheSame


def able(
    let_in: LetIn, may: Mapping[str, str], first: Iterable[str], *, strict: bool = False
) -> list[str]:
    """The names of those who ``may`` by their role and count as second to the ``first``."""
    known = [*first]
    far = let_in.are_kin if strict else let_in.are_linked
    return sorted(
        name for person, name in may.items() if not any(far(person, each) for each in known)
    )


def refuse_outsider(
    let_in: LetIn, may: Mapping[str, str], first: Iterable[str], outsider: Outsider
) -> None:
    """Raises ``SomebodyHereMay`` where one of those who ``may`` counts as second to the ``first``.

    Raises ``Missing`` where the role or the body is not said.
    """
    for name in ("role", "body"):
        if not getattr(outsider, name):
            raise Missing("Say the role and the organisation of who agreed.", field=name)
    if here := able(let_in, may, first):
        named = here[0] if len(here) == 1 else f"{', '.join(here[:-1])} or {here[-1]}"
        raise SomebodyHereMay(f"{SomebodyHereMay.words} Ask {named}.")
