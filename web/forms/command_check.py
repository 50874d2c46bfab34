"""Checks that a command's form fits its decision, when its module is loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from events.fact import Provenance
from events.period import PartialDate
from web.forms.day_fields import NotKnown
from web.forms.signature import SUBJECT, fits, parameters_of, result_of, type_of

if TYPE_CHECKING:
    from web.forms.command import Command


class Unfit(TypeError):  # noqa: N818 - read as a word of the house, like its refusals
    """A command whose form does not give what its decision takes."""


def refuse_unfit(command: Command) -> None:
    """Raises ``Unfit`` if a field, a keyword or a type has no match on the other side."""
    used = _refuse_unfit_functions(command)
    asked, keywords = command.schema.fields, command.decision.keywords
    for name, field in asked.items():
        if command.is_keyword(name):
            _refuse_unfit_field(command, name, field, keywords.type_of(name))
        elif not keywords.takes(name) and name not in used:
            raise _unfit(command, f"{name} is no keyword of the decision")
    if lacks := keywords.needed - set(asked) - set(command.also):
        raise _unfit(command, f"nothing gives {', '.join(sorted(lacks))}")


def _refuse_unfit_functions(command: Command) -> set[str]:
    """Checks the fields that functions beside the form read, and the field of the day."""
    keywords = command.decision.keywords
    for name, function in command.also.items():
        if not keywords.takes(name):
            raise _unfit(command, f"{name} is no keyword of the decision")
        if not fits(gives := result_of(function), keywords.type_of(name)):
            raise _unfit(command, f"{name} gets {gives}, not {keywords.type_of(name)}")
    used = {n for each in command.functions for n in _refuse_unfit_parameters(command, each)}
    if command.day:
        _refuse_unfit_field(
            command,
            command.day,
            command.schema.fields.get(command.day),
            PartialDate | NotKnown | None,
        )
    return used | {command.day}


def _refuse_unfit_parameters(command: Command, function: Callable[..., object]) -> set[str]:
    wanted = parameters_of(function)
    for name, kind in wanted.items():
        if name in command.schema.fields:
            _refuse_unfit_field(command, name, command.schema.fields[name], kind)
        elif name != SUBJECT and kind is not Provenance:
            raise _unfit(command, f"{function.__name__} wants {name}, which is no field")
    return set(wanted)


def _refuse_unfit_field(command: Command, name: str, field: Any, wanted: object) -> None:
    if field is None or not fits(type_of(field), wanted):
        raise _unfit(command, f"field {name} gives {type_of(field)}, not {wanted}")


def _unfit(command: Command, why: str) -> Unfit:
    return Unfit(f"“{command.title}” ({command.form.__name__}): {why}")
