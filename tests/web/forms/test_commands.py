"""Every command's form fits its decision. One that does not is refused at once."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TypedDict, Unpack
from uuid import UUID

import pytest

import web
from events.fact import Provenance
from events.period import PartialDate
from events.vocabulary import Outcome
from services.governance.decision import DecisionService
from services.keywords import keywords_of
from web.forms.choices import Choice, Several
from web.forms.command import Command
from web.forms.command_check import Unfit
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.signature import fits, type_of
from web.forms.text_fields import Line, Words


def every_command() -> list[Command]:
    """Every command in the modules of web."""
    found = []
    for module in pkgutil.walk_packages(web.__path__, "web."):
        for value in vars(import_module(module.name)).values():
            of = value.values() if isinstance(value, dict) else [value]
            found += [each for each in of if isinstance(each, Command)]
    return found


class ActionForm(Form):
    text = Words(needed="Say what will be done.")
    owner = Line(needed="Say who will do it.")
    due = Day()


def command(form: type[Form], **more: object) -> Command:
    return Command(form, DecisionService.agree_action, title="Agree", done="", **more)  # type: ignore[arg-type]


def an_action(provenance: Provenance) -> str:
    return provenance.key


def a_number(provenance: Provenance) -> int:
    return len(provenance.key)


def test_there_are_many_and_each_was_checked_when_its_module_was_loaded() -> None:
    found = every_command()
    assert len({id(each) for each in found}) > 120
    for each in found:
        given = set(each.schema.fields) | set(each.also)
        assert each.decision.keywords.needed <= given, each.title


def test_each_field_that_is_seen_has_a_label() -> None:
    for each in every_command():
        for name, field in each.schema.fields.items():
            seen = getattr(field, "kind", "hidden") != "hidden"
            assert not seen or getattr(field, "label", ""), (each.title, name)


def test_a_form_that_fits_is_taken() -> None:
    assert command(ActionForm, also={"action": an_action}).decision.keywords.needed >= {"text"}


def test_a_field_that_is_no_keyword_is_refused() -> None:
    class More(ActionForm):
        colour = Line()

    with pytest.raises(Unfit, match="colour is no keyword"):
        command(More, also={"action": an_action})


def test_a_keyword_that_nothing_gives_is_refused() -> None:
    with pytest.raises(Unfit, match="nothing gives action"):
        command(ActionForm)


def test_a_field_of_another_type_is_refused() -> None:
    class Wrong(ActionForm):
        owner = Several()

    with pytest.raises(Unfit, match="owner gives"):
        command(Wrong, also={"action": an_action})


def test_a_function_of_another_type_is_refused() -> None:
    with pytest.raises(Unfit, match="action gets"):
        command(ActionForm, also={"action": a_number})


def test_a_function_that_wants_what_is_not_asked_is_refused() -> None:
    def of_nothing(colour: str) -> str:
        return colour

    with pytest.raises(Unfit, match="wants colour"):
        command(ActionForm, also={"action": of_nothing})


class Said(TypedDict):
    text: str
    owner: str


def of_several(*, when: str, **said: Unpack[Said]) -> None:
    """A decision that says what it takes in a ``TypedDict``."""


def of_any(**months: int) -> None:
    """A decision that takes any number of one type."""


def test_the_keywords_of_a_typed_dict_are_keywords_of_the_decision() -> None:
    taken = keywords_of(of_several)
    assert taken.needed == {"when", "text", "owner"}
    assert (taken.type_of("owner"), taken.takes("colour")) == (str, False)


def test_a_decision_that_takes_any_keyword_gets_each_field_of_its_type() -> None:
    class Wrong(Form):
        colour = Line()

    assert keywords_of(of_any).type_of("january") is int
    with pytest.raises(Unfit, match="colour gives"):
        Command(Wrong, of_any, title="Set", done="")


def test_types_fit_as_far_as_what_they_may_give_is_taken() -> None:
    assert fits(str, str | None)
    assert not fits(str | None, str)
    assert not fits(str, Outcome)
    assert fits(type_of(Choice(("we will", "we did"), needed="Choose.")), Outcome)
    assert not fits(type_of(Choice(("we will", "perhaps"), needed="Choose.")), Outcome)
    assert not fits(type_of(Choice(("we will",))), Outcome)
    assert fits(type_of(Day(needed="Say when.")), PartialDate)
    assert not fits(type_of(Day()), PartialDate)
    assert fits(tuple[str, ...], tuple[str, ...])
    assert not fits(tuple[UUID, ...], tuple[str, ...])
