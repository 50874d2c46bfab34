"""Every route by method, role, acting partnership, target partnership and smuggled parameter."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from flask import Flask
from werkzeug.test import TestResponse

from tests.web.isolation.asking import (
    Asked,
    by_address,
    by_id,
    by_smuggling,
    by_tricks,
    is_platforms,
    plainly,
)
from tests.web.isolation.people import ENDED, NOBODY, Person
from tests.web.isolation.planting import Planted
from tests.web.routes import Route, routes

_CHANGING = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b"
    r'|(?<=name="csrf_token" value=")[^"]+'
)
_ELSEWHERE = {301, 303, 308, 400, 401, 404, 405}
_TURNED_AWAY = {"GET": 303, "HEAD": 401, "POST": 401}
TRICKSTERS = {"coordinator", NOBODY}
Heads = dict[str, tuple[int, bytes]]


class World:
    """Three partnerships, their users, and their ledgers on the disk."""

    def __init__(self, planted: list[Planted], people: list[Person], folder: Path) -> None:
        self.planted, self.people = planted, people
        self._opened = {
            each.slug: sqlite3.connect(folder / each.slug / "ledger.db") for each in planted
        }

    def heads(self) -> Heads:
        """The length and the last hash of each ledger, read from the file itself."""
        query = "SELECT n, hash FROM lane"
        return {slug: opened.execute(query).fetchone() for slug, opened in self._opened.items()}

    def close(self) -> None:
        """Closes the files."""
        for opened in self._opened.values():
            opened.close()


@dataclass(frozen=True)
class Finding:
    """What is wrong with one response."""

    what: str
    endpoint: str
    role: str
    way: str
    path: str
    status: int = 0


class Matrix:
    """Sends every request, and yields each finding at once."""

    def __init__(self, world: World, app: Flask) -> None:
        self.world, self.app, self.asked = world, app, 0
        self._heads = world.heads()
        self._sources = (f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}" for n in count(1))

    def findings(self, begin_at: str = "", part: int = 0, parts: int = 1) -> Iterator[Finding]:
        """Routes without a permission, then everything that responses give away.

        A test that waits only for the first finding may begin at one endpoint. Workers that share
        the requests each take a part of the routes.
        """
        for rule in self.app.url_map.iter_rules():
            view = self.app.view_functions[rule.endpoint]
            if rule.endpoint != "static" and not hasattr(view, "permission"):
                yield Finding("undeclared", rule.endpoint, "", "", rule.rule)
                return
        every = sorted(routes(self.app), key=lambda each: each.endpoint != begin_at)
        for route in every[part::parts]:
            for person in self._askers():
                yield from self._of(route, person)

    def _askers(self) -> list[Person]:
        """All users of the first partnership. Of the others, a coordinator and a visitor."""
        first = self.world.planted[0]
        return [
            each for each in self.world.people if each.planted == first or each.role in TRICKSTERS
        ]

    def _others(self, person: Person) -> list[Planted]:
        """A coordinator and a visitor try both other partnerships, all others one of them."""
        first, second, third = self.world.planted
        if person.planted != first:
            return [first]
        return [second, third] if person.role in TRICKSTERS else [second]

    def _of(self, route: Route, person: Person) -> Iterator[Finding]:
        mine = person.planted
        plain, found = self._ask(person, plainly(route, mine))
        yield from found
        nobodys: dict[str, TestResponse] = {}
        for theirs in self._others(person):
            yield from self._at_their_address(route, person, theirs)
            asked = by_smuggling(route, mine, theirs)
            answer, found = self._ask(person, asked)
            yield from found
            if answer.status_code != plain.status_code:
                yield _finding("heeds what was smuggled in", person, asked, answer)
            yield from self._by_ids(route, person, theirs, nobodys)

    def _by_ids(
        self, route: Route, person: Person, theirs: Planted, nobodys: dict[str, TestResponse]
    ) -> Iterator[Finding]:
        """All partnerships are alike, so only the first tries every kind of id of the second."""
        first, second, *_ = self.world.planted
        every = person.may_use(route) and person.planted == first and theirs == second
        ids = by_id(route, person.planted, theirs, every=every)
        for asked, of_nobody in zip(
            ids, by_id(route, person.planted, None, every=every), strict=True
        ):
            if of_nobody.way not in nobodys:
                nobodys[of_nobody.way] = self._ask(person, of_nobody)[0]
            answer, found = self._ask(person, asked)
            yield from found
            if _alike(answer) != _alike(nobodys[of_nobody.way]):
                yield _finding("tells what exists", person, asked, answer)

    def _at_their_address(self, route: Route, person: Person, theirs: Planted) -> Iterator[Finding]:
        """A coordinator and a visitor try the tricks: routing does not depend on the user."""
        if is_platforms(route):
            return
        for asked in by_address(route, person.planted, theirs):
            yield from self._ask(person, asked)[1]
        if person.role in TRICKSTERS and person.planted == self.world.planted[0]:
            for asked in by_tricks(route, person.planted, theirs):
                yield from self._ask(person, asked)[1]

    def _ask(self, person: Person, asked: Asked) -> tuple[TestResponse, list[Finding]]:
        before = self._heads
        answer = person.ask(self.app, asked, next(self._sources))
        self.asked += 1
        self._heads = self.world.heads()
        wrong = [*self._seen(person, asked, answer), *self._moved(person, asked, before)]
        wrong += _status(person, asked, answer.status_code)
        return answer, [_finding(each, person, asked, answer) for each in wrong]

    def _seen(self, person: Person, asked: Asked, answer: TestResponse) -> Iterator[str]:
        said = f"{answer.headers}\n{_body(answer)}"
        for planted in self.world.planted:
            there = asked.address == planted.slug
            theirs = there and person.works_here and person.planted == planted
            hidden = set() if theirs else set(planted.private)
            hidden |= set() if there else planted.public
            hidden |= set() if there or asked.address is None else planted.names
            for canary in sorted(hidden):
                if canary in said and canary not in asked.sent:
                    yield f"shows {canary}"

    def _moved(self, person: Person, asked: Asked, before: Heads) -> Iterator[str]:
        for slug in before:
            at_home = slug == person.planted.slug and person.works_here
            may = asked.address == slug and (at_home or not asked.route.permission)
            if self._heads[slug] != before[slug] and not may:
                yield f"writes to {slug}"


def _status(person: Person, asked: Asked, status: int) -> Iterator[str]:
    """A user of another partnership is asked to sign in, as a visitor is."""
    method, away = asked.route.method, asked.address not in (None, person.planted.slug)
    if status >= 500:
        yield "breaks"
    elif asked.route.permission and method != "OPTIONS":
        stranger = away or person.role in (NOBODY, ENDED)
        if away and asked.way != "their address":
            right = status in _ELSEWHERE
        else:
            right = not stranger or status == _TURNED_AWAY[method]
        if not right:
            yield "answers otherwise than it should"


def _alike(answer: TestResponse) -> tuple[int, str]:
    return answer.status_code, _CHANGING.sub("", _body(answer))


def _finding(what: str, person: Person, asked: Asked, answer: TestResponse) -> Finding:
    return Finding(
        what, asked.route.endpoint, person.role, asked.way, asked.path, answer.status_code
    )


def _body(answer: TestResponse) -> str:
    """The bytes as text, whatever their type: a picture may hold words too."""
    return answer.get_data().decode(errors="replace")
