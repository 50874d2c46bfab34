"""The two moments of a comparison."""

from __future__ import annotations

from flask import request

from web.forms.sent import Errors
from web.site.as_of import BadAsOf, PageAsOf, parse_as_of
from web.site.tenancy import here, tenants


def moments_asked() -> tuple[tuple[PageAsOf, PageAsOf] | tuple[()], Errors]:
    """The two moments that the address asks for, the earlier first, and the errors."""
    found, errors = [], Errors()
    for name in ("from", "to"):
        said = request.args.get(name, "").strip()
        try:
            if said:
                found.append(parse_as_of({"known": said}, tenants.past(here.slug)))
        except BadAsOf as bad:
            errors[name] = bad.said
    if len(found) != 2:
        missing = found and not errors
        return (), errors | ({"to": "Give two days to compare."} if missing else {})
    first, second = sorted(found, key=lambda each: each.as_of.position)
    return (first, second), errors
