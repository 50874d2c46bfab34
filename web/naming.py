"""Whoever told a fact, by name, for staff to read."""

from __future__ import annotations

from uuid import UUID

from flask import Flask, g

from events.fact import FORGOTTEN
from projections.people import People
from web.here import here

NOBODY_NOW = "somebody whose details were forgotten"


def named(by: str) -> str:
    """The name of a member of staff whose access has this id; what else tells facts as it is."""
    try:
        id = UUID(by)
    except ValueError:
        return by
    if "names" not in g:
        with here.read(People) as view:
            g.names = {person.id: person.name for person in view.all()}
    name: str = g.names.get(id, "")
    return name if name and name != FORGOTTEN else NOBODY_NOW


def name_people(app: Flask) -> None:
    """Gives this to every template."""
    app.jinja_env.filters["named"] = named
