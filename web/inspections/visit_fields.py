"""Fields of a visit that nobody types: its answers, its form's version, the plan it belongs to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from web.forms.fields import FormField, Kind
from web.forms.sent import number_in
from web.site.cleaned_text import cleaned


class Answers(FormField[dict[str, str]]):
    """Everything that was typed, by name. The decision takes the answers to its questions."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> dict[str, str]:
        return {name: cleaned(typed) for name, typed in data.items()}


class VersionNumber(FormField[int]):
    """The version of the inspection form that was filled in. 0 if the page does not say."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:
        return number_in(data, attr) or 0


class PlanId(FormField[UUID | None]):
    """The planned visit whose form this is. None if there was no plan."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> UUID | None:
        return id_in(str(value))


def id_in(text: str) -> UUID | None:
    """The id that a text is. None if it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
