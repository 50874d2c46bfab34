"""Two people count as two only where neither let the other in, along the whole chain."""

from __future__ import annotations

from typing import get_args

import pytest

from events.access.access import AnyRole
from events.fact import Provenance
from events.period import PartialDate
from services.access.access import AccessService
from services.four_eyes import (
    LetInByOther,
    LetInByTheSame,
    Outsider,
    SomebodyHereMay,
    able,
    refuse_alone,
    refuse_outsider,
)
from services.ledger import Ledger
from services.let_in import LetIn, who_let_in
from services.refusals import Missing, Refusal

OPERATOR = Provenance("earshot join", "command line")
NURSE = Outsider("designated nurse", "NHS Norfolk", PartialDate("2026-11-30"))


class Own(Refusal):
    words = "You did the first step of this yourself."


class People:
    """Named by one letter; each lets others in."""

    def __init__(self, ledger: Ledger) -> None:
        self.access, self.ledger = AccessService(ledger), ledger

    def enter(self, name: str, by: str = "", role: AnyRole = "triage") -> str:
        told = Provenance(by, "a page") if by else OPERATOR
        agency = "Police" if role == "agency" else ""
        email = f"{name}@x.example"
        return str(self.access.give(told, name=name, email=email, role=role, agency=agency))

    def leave(self, name: str) -> None:
        id = self.access.id_of(f"{name}@x.example")
        self.access.end(id, OPERATOR, why="left")


@pytest.fixture
def people(ledger: Ledger) -> People:
    return People(ledger)


def counted(ledger: Ledger, one: str, other: str, *, strict: bool = False) -> type[Refusal] | None:
    """Why they do not count as two, if they do not."""
    try:
        refuse_alone(who_let_in(ledger, (one, other)), one, [other], own=Own(), strict=strict)
    except Refusal as refused:
        return type(refused)
    return None


def test_who_let_the_other_in_is_no_second_person_in_both_directions_along_the_whole_chain(
    people: People, ledger: Ledger
) -> None:
    a = people.enter("a", role="coordinator")
    b = people.enter("b", a, role="coordinator")
    c = people.enter("c", b)
    for one, other in ((a, b), (b, c), (a, c)):
        assert counted(ledger, one, other) is LetInByOther
        assert counted(ledger, other, one) is LetInByOther
    assert counted(ledger, a, a) is Own


def test_whom_one_person_let_in_are_two_but_not_where_it_is_strict(
    people: People, ledger: Ledger
) -> None:
    a = people.enter("a", role="coordinator")
    b, c = people.enter("b", a), people.enter("c", a)
    d = people.enter("d", b)
    for one, other in ((b, c), (d, c)):
        assert counted(ledger, one, other) is None
        assert counted(ledger, one, other, strict=True) is LetInByTheSame
    apart = people.enter("z", role="coordinator")
    for one in (a, b, d):
        assert counted(ledger, one, apart, strict=True) is None


def test_to_be_let_in_again_by_others_does_not_wash_anything_off(
    people: People, ledger: Ledger
) -> None:
    a = people.enter("a", role="coordinator")
    other = people.enter("z", role="coordinator")
    b = people.enter("b", a)
    people.leave("b")
    people.enter("b", other)
    assert counted(ledger, a, b) is LetInByOther
    assert counted(ledger, other, b) is LetInByOther


def test_two_who_let_each_other_in_again_end_in_no_circle(people: People, ledger: Ledger) -> None:
    a = people.enter("a", role="coordinator")
    b = people.enter("b", a, role="coordinator")
    people.leave("a")
    people.enter("a", b, role="coordinator")
    assert counted(ledger, a, b) is LetInByOther
    assert who_let_in(ledger, (a, b)).above == {a: frozenset({b}), b: frozenset({a})}


@pytest.mark.parametrize("role", get_args(AnyRole))
def test_access_of_every_role_says_who_gave_it(
    people: People, ledger: Ledger, role: AnyRole
) -> None:
    a = people.enter("a", role="coordinator")
    b = people.enter("b", a, role=role)
    assert counted(ledger, a, b) is LetInByOther


def test_who_runs_the_service_is_no_person_that_two_have_in_common(
    people: People, ledger: Ledger
) -> None:
    a, b = people.enter("a"), people.enter("b")
    assert who_let_in(ledger, (a, b)).above == {a: frozenset(), b: frozenset()}
    assert counted(ledger, a, b, strict=True) is None


def test_somebody_outside_stands_in_only_where_nobody_here_may_and_is_told_who_may() -> None:
    let_in = LetIn({"b": frozenset({"a"})})
    refuse_outsider(let_in, {"a": "Ann"}, ["a"], NURSE)
    refuse_outsider(let_in, {"a": "Ann", "b": "Bo"}, ["a"], NURSE)
    may = {"a": "Ann", "b": "Bo", "c": "Cy (triage)", "d": "Di (coordinator)"}
    assert able(let_in, may, ["a"]) == ["Cy (triage)", "Di (coordinator)"]
    with pytest.raises(SomebodyHereMay, match=r"Ask Cy \(triage\) or Di \(coordinator\)\."):
        refuse_outsider(let_in, may, ["a"], NURSE)
    for field in ("role", "body"):
        unsaid = Outsider(**{**vars(NURSE), field: ""})
        with pytest.raises(Missing) as refused:
            refuse_outsider(let_in, {}, ["a"], unsaid)
        assert refused.value.at == field
