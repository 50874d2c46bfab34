"""A command that the style guide shows; it does nothing."""

from __future__ import annotations

from dataclasses import replace

from web.forms import text_fields
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import FormState


class _SampleForm(Form):
    name = text_fields.Line(label="Whose calendar it is for", hint="A role or a team.")
    reply = text_fields.Words(label="What you say to the young person", measured=True)


def form(*, on_its_own_page: bool) -> FormState:
    """A command that does nothing."""

    def nothing(*, name: str, reply: str) -> None:
        """Records nothing."""

    command = Command(
        _SampleForm, nothing, title="Answer it", done="", help="They read it.", button="Send it"
    )
    return FormState(command, "#forms", "#forms" if on_its_own_page else "", seen=3)


def doubted() -> FormState:
    """A form that may be a mistake: its page asks whether one is sure."""
    words = "That was more than a year ago. Is the day right?"
    return replace(form(on_its_own_page=True), errors={"sure": words})
