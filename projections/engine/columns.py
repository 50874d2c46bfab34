"""How values of each type are stored in a column: as they are if possible, else as text or JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, Literal, get_args, get_origin
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, Boolean, Text

_PLAIN: dict[Any, Any] = {str: Text, int: BigInteger, bool: Boolean}
_json = msgspec.json.Encoder().encode


def kind_of(hint: Any) -> Any:
    """What a field's type is kept as: one of a few words is a word."""
    plain = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return str if get_origin(plain) is Literal else plain


def column_type(kind: Any) -> Any:
    return _PLAIN.get(kind, Text)


def stored(kind: Any, column: Sequence[Any]) -> Sequence[Any]:
    """A whole column of values at once, as the database takes them."""
    if kind is str:
        return _storable(column)
    if kind in _PLAIN:
        return column
    if kind is UUID:
        return [*map(str, column)]
    return [_json(value).decode() for value in column]


def reader(kind: Any) -> Callable[[Any], Any] | None:
    """What makes a value of what the database gives; none where it is one already."""
    if kind in _PLAIN:
        return None
    return UUID if kind is UUID else partial(msgspec.json.decode, type=kind)


def _storable(column: Sequence[str]) -> Sequence[str]:
    """PostgreSQL's text knows no NUL, and a child's words with one must not stop a page."""
    if "\0" not in "".join(column):
        return column
    return [text.replace("\0", "\ufffd") for text in column]
