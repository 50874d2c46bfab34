"""The names of people who recorded facts, for staff to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from uuid import UUID

from flask import Flask, g

from events.fact import FORGOTTEN
from projections.access.people import People
from projections.engine.as_of import AsOf
from web.site.tenancy import here, tenants

NOBODY_NOW = "somebody whose details were forgotten"


def named(by: str) -> str:
    """The name of the member of staff with this id. Other words are given back unchanged.

    On a page of the past, the name of that time, whatever the day in force.
    """
    if "names" not in g:
        with _people() as view:
            g.names = {person.id: person.name for person in view.all()}
    return named_among(g.names, by)


def named_among(names: Mapping[UUID, str], by: str) -> str:
    """The same as ``named``, with the names given."""
    try:
        name = names.get(UUID(by), "")
    except ValueError:
        return by
    return name if name and name != FORGOTTEN else NOBODY_NOW


def _people() -> AbstractContextManager[People]:
    if "past" not in g:
        return here.read(People)
    return tenants.past(here.slug).read(People, AsOf(g.past.as_of.position))


def init_app(app: Flask) -> None:
    """Gives ``named`` to every template."""
    app.jinja_env.filters["named"] = named


def slug_of(name: str) -> str:
    """A name in small letters, digits and dashes. ``unnamed`` if none is left."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:60].strip("-") or "unnamed"
