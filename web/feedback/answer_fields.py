"""Fields of what young people send. An answer that makes no sense counts as no answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from web.forms.choices import Choice
from web.forms.fields import FormField, Kind
from web.site.cleaned_text import cleaned


class Pick(Choice):
    """One of the answers on offer, else ``instead``."""

    kind: Kind = "hidden"

    def __init__(self, offered: Sequence[str], *, instead: str = "") -> None:
        super().__init__(offered)
        self.instead = instead

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        return str(value) if value in self.offered else self.instead


class OwnWords(FormField[str]):
    """Typed words. The decision refuses too many of them, in the language of the page.

    ``as_typed`` keeps the white space around them, for a page that shows them again.
    """

    kind: Kind = "hidden"

    def __init__(self, *, as_typed: bool = False) -> None:
        super().__init__(load_default="")
        self.as_typed = as_typed

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        words = cleaned(str(value))
        return words if self.as_typed else words.strip()


class ClientId(FormField[str]):
    """The id that the page gave to this message, so that it is recorded once. Else a new id."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        try:
            return str(UUID(str(value)))
        except ValueError:
            return str(uuid4())
