"""A form as a page draws it: its fields, their values, and the errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from web.forms.fields import FormField, Options
from web.forms.sent import Errors, new_key
from web.forms.text_fields import Words

if TYPE_CHECKING:
    from web.forms.command import Command


@dataclass(frozen=True)
class Question:
    """One field on this page. ``is_measured``: the page judges its reading age while typing."""

    name: str
    field: FormField[Any]
    label: str
    hint: str
    options: Options
    is_measured: bool


@dataclass(frozen=True)
class FormState:
    """A command on one page. ``back`` is the way off a page of its own.

    ``seen`` is the number of facts that the page showed. ``options``, ``labels``, ``hints``,
    ``title`` and ``help`` replace the command's own. ``without`` names fields that are left out.
    """

    command: Command
    action: str = ""
    back: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    errors: Errors = field(default_factory=dict)
    seen: int | None = None
    is_open: bool = False
    options: Mapping[str, Options] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    title: str = ""
    help: str = ""
    is_measured: bool = True

    @property
    def key(self) -> str:
        """The one-time key: the one that was sent, or a new one."""
        return self.values.get("key") or new_key()

    @property
    def heading(self) -> str:
        return self.title or self.command.title

    @property
    def note(self) -> str:
        """What the command is for, in a sentence or two."""
        return self.help or self.command.help

    @property
    def questions(self) -> list[Question]:
        asked = self.command.schema.fields.items()
        return [self._question(name, each) for name, each in asked if name not in self.without]

    @property
    def lacking(self) -> FormField[Any] | None:
        """A field that has to be chosen, and has nothing to choose from yet."""
        asked = (each for each in self.questions if each.field.first)
        return next((each.field for each in asked if not each.options), None)

    def _question(self, name: str, asked: Any) -> Question:
        assert isinstance(asked, FormField)
        options = self.options[name] if name in self.options else asked.options()
        of_words = isinstance(asked, Words) and asked.measured
        measured = of_words and self.is_measured and not self.back
        label, hint = self.labels.get(name, asked.label), self.hints.get(name, asked.hint)
        return Question(name, asked, label, hint, options, measured)


@dataclass(frozen=True)
class Sent:
    """The form that was sent and not accepted: its name, its values, its errors."""

    name: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    errors: Errors = field(default_factory=dict)

    def form(self, name: str, command: Command, action: str, **more: Any) -> FormState:
        """The form of this name. If it is the one that was sent, with its values and errors."""
        state = FormState(command, action, **more)
        if name != self.name:
            return state
        typed = self.values or state.values
        return replace(state, values=typed, errors=self.errors, is_open=True)
