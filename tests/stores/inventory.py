"""Prints what must outlive every move of a module: addresses, facts, tables, keys of seeds.

``python -m tests.stores.inventory > FILE`` before and after; the two files must not differ.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, cast

from sqlalchemy import Table

from events.fact import CATALOGUE
from infra.partnerships import every_projection
from infra.seeds.seed_file import every_seed
from infra.storage.fact_codec import STORED_AS, import_every_fact
from web.app import create_app


def inventory() -> dict[str, Any]:
    """Addresses with methods and permission; topics with fields; tables with columns; seed keys."""
    return {
        "routes": _routes(),
        "facts": _facts(),
        "tables": _tables(),
        "seeds": {seed.name: [str(step.key) for step in seed.steps] for seed in every_seed()},
    }


def _routes() -> list[str]:
    app = create_app(cast(Any, None), b"a secret for the tests, 32 bytes", https=False)
    found = []
    for rule in app.url_map.iter_rules():
        permission = getattr(app.view_functions[rule.endpoint], "permission", None)
        methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        found.append(f"{methods} {rule.rule} {permission or '-'}")
    return sorted(found)


def _facts() -> dict[str, list[str]]:
    import_every_fact()
    named = sorted(CATALOGUE.items())
    return {
        topic: sorted(STORED_AS.get(each.name, each.name) for each in fields(kind))
        for topic, kind in named
    }


def _tables() -> dict[str, list[str]]:
    tables: list[Table] = [each.table() for view in every_projection() for each in view.tables()]
    return {table.name: [column.name for column in table.columns] for table in tables}


if __name__ == "__main__":
    print(json.dumps(inventory(), indent=1, sort_keys=True))
