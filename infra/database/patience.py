"""How long anything waits for a database: a page in all, everything else for each answer.

A page that waits too long is answered in words, with what was typed: see ``web.site.unavailable``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from web.site.unavailable import Unavailable

PAGE_SECONDS = 3.0  # and at most as long again as a new connection takes
LOCK_SECONDS = 2.0
CONNECT_SECONDS = 2
_ANSWER_SECONDS = 20.0
_LONG_SECONDS = 3_600.0
_TOO_SHORT = 0.05


@dataclass
class _Page:
    """A page that somebody waits for, with the seconds that are left to it."""

    left: float


_page: ContextVar[_Page | None] = ContextVar("page", default=None)
_answer: ContextVar[float] = ContextVar("answer", default=_ANSWER_SECONDS)


def left(most: float = _LONG_SECONDS) -> float:
    """The seconds that may still be waited now, ``most`` at most."""
    page = _page.get()
    return min(most, _answer.get()) if page is None else max(0.0, min(most, page.left))


@contextmanager
def waiting(most: float = _LONG_SECONDS) -> Iterator[float]:
    """Gives the seconds that may be waited inside, and counts those that are. What a page does
    meanwhile itself, such as opening a picture, costs it none.
    """
    page, began = _page.get(), time.monotonic()
    try:
        yield left(most)
    finally:
        if page is not None:
            page.left -= time.monotonic() - began


def need_some() -> None:
    """Raises ``Unavailable`` where a page has waited as long as it may."""
    if left() < _TOO_SHORT:
        raise Unavailable("the database did not answer in time")


def is_page() -> bool:
    """Whether somebody waits for a page."""
    return _page.get() is not None


def is_long() -> bool:
    """Whether a statement may take as long as it takes."""
    return not is_page() and _answer.get() == _LONG_SECONDS


@contextmanager
def for_a_page(seconds: float = PAGE_SECONDS) -> Iterator[None]:
    """All that is asked here for one page waits this long in all."""
    token = _page.set(_Page(seconds))
    try:
        yield
    finally:
        _page.reset(token)


@contextmanager
def for_long_work() -> Iterator[None]:
    """Work on a whole record. A page waits no longer for it than for anything else."""
    token = _answer.set(_LONG_SECONDS)
    try:
        yield
    finally:
        _answer.reset(token)


def bounded(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """A WSGI application whose pages wait no longer than a page may."""

    def within(environ: Any, start_response: Any) -> Iterable[bytes]:
        with for_a_page():
            return application(environ, start_response)

    return within
