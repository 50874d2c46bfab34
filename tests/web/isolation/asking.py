"""One request of the matrix: by whom, to which route, about whose partnership, in which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from tests.web.isolation.planting import Planted
from tests.web.routes import Route, acts_of, forms_of, natural
from web.forms.choices import Choice, Tick, YesOrNo
from web.forms.day_fields import Day, Moment
from web.forms.text_fields import Email

_THERE = {"agency": "one", "standard": "s1"}
SMUGGLED = ("partnership", "tenant", "slug", "here")


@dataclass(frozen=True)
class Asked:
    """A request. ``address`` is the partnership in the address. None for pages of the platform."""

    route: Route
    way: str
    path: str
    address: str | None
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)

    @property
    def sent(self) -> str:
        """Every word of the request. To find these in the response is no leak."""
        values = (*self.query.values(), *self.form.values())
        return " ".join((self.path, *values))


def by_address(route: Route, mine: Planted, theirs: Planted) -> Iterator[Asked]:
    """Their address as it is written."""
    path = route.of(theirs.slug, theirs.ids[natural(route)], _names(route, theirs)[0])
    yield Asked(route, "their address", path, theirs.slug, form=_form(route, theirs))
    if route.method == "GET":
        yield Asked(route._replace(method="HEAD"), "their address", path, theirs.slug)


def by_tricks(route: Route, mine: Planted, theirs: Planted) -> Iterator[Asked]:
    """Their address in spellings that could get past a guard that compares letters."""
    path = route.of(theirs.slug, theirs.ids[natural(route)], _names(route, theirs)[0])
    rest = path.removeprefix(f"/{theirs.slug}")
    for way, written in {
        "two slashes": f"/{path}",
        "dots": f"/{mine.slug}/../{theirs.slug}{rest}",
        "written dots": f"/{mine.slug}/%2e%2e/{theirs.slug}{rest}",
        "capitals": f"/{theirs.slug.upper()}{rest}",
    }.items():
        yield Asked(route, way, written, theirs.slug, form=_form(route, theirs))


def by_smuggling(route: Route, mine: Planted, theirs: Planted) -> Asked:
    """The user's own address, with the other partnership in every parameter, header and cookie."""
    id, named = theirs.ids[natural(route)], dict.fromkeys(SMUGGLED, theirs.slug)
    path, elsewhere = route.of(mine.slug, id, _names(route, mine)[0]), route.of(theirs.slug, id)
    headers = {
        "X-Partnership": theirs.slug,
        "X-Tenant": theirs.slug,
        "X-Forwarded-Host": f"{theirs.slug}.example",
        "X-Forwarded-Prefix": f"/{theirs.slug}",
        "X-Original-URL": elsewhere,
        "X-Rewrite-URL": elsewhere,
        "Referer": f"http://localhost{elsewhere}",
    }
    form = (_form(route, theirs) | named) if route.method == "POST" else {}
    if "receipt" in form:
        form["receipt"] = theirs.receipt
    return Asked(route, "smuggling", path, _address(route, mine), named, headers, form)


def by_id(route: Route, mine: Planted, theirs: Planted | None, *, every: bool) -> Iterator[Asked]:
    """The user's own address with ids of the other partnership, or of nobody if there is none.

    ``every``: each kind of id with each command of the page. Else only the likeliest.
    """
    if "<report>" in route.path:
        ids, names = {natural(route): uuid4()}, [theirs.report if theirs else "nobodys-report"]
    elif "<uuid:" in route.path:
        ids = theirs.ids if theirs else dict.fromkeys(mine.ids, uuid4())
        names = _names(route, mine)
    else:
        return
    usual = natural(route)
    for kind in ids if every else [usual]:
        for name in names if every and kind == usual else names[:1]:
            path = route.of(mine.slug, ids[kind], name)
            way = f"{kind} by {name if theirs else 'nobody'}"
            yield Asked(route, way, path, mine.slug, form=_form(route, mine))


def plainly(route: Route, mine: Planted, id: UUID | None = None) -> Asked:
    """The user's own address without tricks, with an id of nobody if none is given."""
    path = route.of(mine.slug, id or uuid4(), _names(route, mine)[0])
    return Asked(route, "plainly", path, _address(route, mine), form=_form(route, mine))


def is_platforms(route: Route) -> bool:
    """Whether the route is outside all partnerships."""
    return "<partnership>" not in route.path


def _address(route: Route, mine: Planted) -> str | None:
    return None if is_platforms(route) else mine.slug


def _names(route: Route, whose: Planted) -> list[str]:
    """The last part of the address: each command of the page, a report, an entry."""
    if "<report>" in route.path:
        return [whose.report]
    acts = acts_of(route.endpoint.split(".")[0]) if "<name>" in route.path else {}
    return sorted(acts) or ["read"]


def _form(route: Route, whose: Planted) -> dict[str, str]:
    """Valid values for all fields of a page's forms, with ids and words of one partnership."""
    if route.method != "POST":
        return {}
    blueprint = route.endpoint.split(".")[0]
    form = dict(_filled(blueprint))
    if blueprint in {"back", "kept", "tell"}:
        nobodys = " ".join(whose.receipt.split()[:1] * 5)
        form |= {"receipt": nobodys, "sure": "yes", "feeling": "sad", "words": "A heron"}
    if blueprint == "sign_in":
        form["email"] = whose.coordinator
    form |= {name: str(whose.ids["decision"]) for name in ("decision", "by") if name in form}
    form |= {name: said for name, said in _THERE.items() if name in form}
    return form | {"key": re.sub(r"\W", "", str(UUID(int=1)))}


@cache
def _filled(blueprint: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for form in forms_of(blueprint):
        found |= {name: _right(each) for name, each in form.fields.items()}
    return found


def _right(field: Any) -> str:
    """A value that the field accepts."""
    if isinstance(field, Choice):
        return next(iter(field.offered))
    if isinstance(field, YesOrNo | Tick):
        return "yes"
    for kind, given in {Email: "heron@else.example", Day: "2026-01-05"}.items():
        if isinstance(field, kind):
            return given
    return "2026-01-05T10:00" if isinstance(field, Moment) else "12"
