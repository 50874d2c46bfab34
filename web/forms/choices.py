"""The fields of a form that offer choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from marshmallow import ValidationError

from web.forms.fields import FormField, Kind, Options
from web.site.formatting import initial


class Choice(FormField[str]):
    """One of the answers on offer: words, or a value with its words."""

    kind: Kind = "radios"

    def __init__(
        self, offered: Sequence[str] | Mapping[str, str], *, needed: str = "", **kwargs: Any
    ) -> None:
        super().__init__(load_default="", **kwargs)
        self.offered, self.needed = offered, needed

    def options(self) -> Options:
        """The choices of this page, or all choices with a capital letter."""
        if self._options:
            return self._options()
        if isinstance(self.offered, Mapping):
            return list(self.offered.items())
        return [(each, initial(each)) for each in self.offered]

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        if not value and not self.needed:
            return ""
        if value not in self.offered:
            raise ValidationError(self.needed or "Choose one of the answers offered.")
        return str(value)


class YesOrNo(FormField[bool]):
    """One of two answers, each with its own words."""

    kind: Kind = "radios"

    def __init__(self, *, yes: str, no: str, needed: str, **kwargs: Any) -> None:
        super().__init__(load_default=False, options=lambda: [("yes", yes), ("no", no)], **kwargs)
        self.needed = needed

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> bool:
        if value not in ("yes", "no"):
            raise ValidationError(self.needed)
        return bool(value == "yes")


class Tick(FormField[bool]):
    """A box to tick."""

    kind: Kind = "checkbox"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=False, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> bool:
        if value not in ("yes", "no", ""):
            raise ValidationError("Tick it, or leave it.")
        return bool(value == "yes")


class Several(FormField[tuple[str, ...]]):
    """Any number of the answers on offer. ``load`` reads all of them."""

    kind: Kind = "checkboxes"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=(), **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[str, ...]:
        return tuple(value) if isinstance(value, list) else ()


class Chosen(FormField[UUID | None]):
    """One thing of a list, by its id. Empty if nothing is chosen."""

    kind: Kind = "select"

    def __init__(self, *, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed = needed

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> UUID | None:
        if not value and self.needed:
            raise ValidationError(self.needed)
        try:
            return UUID(str(value)) if value else None
        except ValueError:
            raise ValidationError(self.needed or "Choose one of the list, or none.") from None
