"""Who may take the second step of two, as a page says it. The decision itself is the service's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from projections.access.people import People
from services.four_eyes import able
from services.let_in import who_let_in
from web.site.authentication import who
from web.site.permissions import ROLES, Permission
from web.site.tenancy import here


@dataclass(frozen=True)
class SecondPerson:
    """``names`` are those here who may take the step. ``mine``: the user is one of them.

    ``strict``: nobody outside ever stands in.
    """

    mine: bool
    names: list[str]
    strict: bool = False

    @property
    def outside(self) -> bool:
        """Whether somebody outside this service stands in."""
        return not (self.names or self.strict)

    @property
    def let_in_first(self) -> bool:
        """Whether somebody must be let in first."""
        return self.strict and not self.names

    @property
    def words(self) -> str:
        """What the page says to a user who may not take the step. Empty for one who may."""
        if self.mine:
            return ""
        if self.names:
            return f"Another person must do this: {_listed(self.names)}."
        if self.strict:
            return _STRICT
        return (
            "Nobody else here may do this. Show it to somebody outside this service. If they "
            "agree, say who they are by role, and record it here."
        )


_STRICT = (
    "Nobody here may do this. It takes a second person, let in neither by you nor by whoever "
    "let you in. Those who run Earshot for you can let one in: ask them first."
)


def people_who(permission: Permission) -> Callable[[], Mapping[str, str]]:
    """Gives the names of those with this permission now, by id: for a command's keyword."""

    def named() -> Mapping[str, str]:
        with here.read(People) as view:
            people = [each for each in view.all() if each.role and permission in ROLES[each.role]]
        return {str(each.id): f"{each.name} ({each.role})" for each in people}

    return named


def second_person(
    permission: Permission, first: Iterable[str], *, strict: bool = False
) -> SecondPerson:
    """Who may take the step after those who took the ``first``."""
    known, may, me = [*first], people_who(permission)(), str(who.id)
    let_in = who_let_in(here.ledger, (*may, *known))
    mine = {me: may[me]} if me in may else {}
    is_mine = bool(able(let_in, mine, known, strict=strict))
    return SecondPerson(is_mine, able(let_in, may, known, strict=strict), strict)


def is_alone(permission: Permission) -> bool:
    """Whether nobody but the user has this permission."""
    return not people_who(permission)().keys() - {str(who.id)}


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
