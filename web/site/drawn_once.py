"""Pages that are the same for everybody but for a few values: drawn once, and then only filled.

A page is what its template makes of its context and of what is around it: the partnership's card,
the language, the look, the address. Where all of these are equal, the page is the same, so it is
kept. What differs from one young person to the next stands in *gaps*: the template is given a mark
for each, and its value is put in its place afterwards, escaped as the template would have. So no
word and no receipt is ever kept here.

Only for a page that says nothing of anybody's answers: how fast it comes tells whether somebody
had it before. Not for a template that draws anything by chance or by the clock.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, g, render_template, request
from markupsafe import escape

from web.site.easy_read import is_easy
from web.site.i18n import chosen, offered_here

_KEPT = 6_000  # some 10 KB each: more than there are, so that nobody can push another's out
_KNOWN = {"lang", "look"}  # with any other query it is drawn for its sender alone
_OPEN, _END = f"\ue002{secrets.token_hex(8)}.", "\ue003"
_GAP = re.compile(rf"{_OPEN}(\w+){_END}")
_OF_ONE_REQUEST = ("past", "kept", "who", "refused", "reads_nothing")


def gaps_of(values: Mapping[str, str]) -> dict[str, str]:
    """A mark for each value, to be put into a template's context. What is empty stays empty."""
    return {name: f"{_OPEN}{name}{_END}" if value else "" for name, value in values.items()}


def draw_once(template: str, gaps: Mapping[str, str], **context: Any) -> str:
    """The same page, to the byte, as the template makes of a context without gaps.

    ``gaps`` holds the values, by the names in which ``gaps_of`` gave their marks.
    """
    shown = _hashable(context)
    around = _around()
    page = _Page((template, shown, around), template, context)
    pieces = _pieces(page) if around is None else current_app.extensions["drawn_once"](page)
    filled = list(pieces)
    filled[1::2] = [str(escape(gaps[name])) for name in pieces[1::2]]
    return "".join(filled)


def init_app(app: Flask) -> None:
    app.extensions["drawn_once"] = lru_cache(_KEPT)(_pieces)


@dataclass(frozen=True)
class _Page:
    key: Hashable
    template: str = field(compare=False)
    context: dict[str, Any] = field(compare=False)


def _pieces(page: _Page) -> list[str]:
    """What is drawn, and every second one is the name of a gap."""
    return _GAP.split(render_template(page.template, **page.context))


def _around() -> Hashable:
    """What a public page shows beside its own context. None where that may be of one request."""
    if request.args.keys() - _KNOWN or any(name in g for name in _OF_ONE_REQUEST):
        return None
    address = (request.endpoint, request.method == "GET", _hashable(request.view_args))
    asked = ("lang" in request.args, is_easy(), chosen())
    return address, asked, g.get("card"), tuple(each.code for each in offered_here())


def _hashable(value: Any) -> Hashable:
    match value:
        case dict():
            return tuple((name, _hashable(each)) for name, each in value.items())
        case list() | tuple():
            return tuple(map(_hashable, value))
        case _:
            hash(value)  # says at once what can't be compared
            return value  # type: ignore[no-any-return]
