"""Whether the service is well, for monitoring."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.site.permissions import open_to_all
from web.site.tenancy import tenants

pages = Blueprint("health", __name__)


@pages.get("/health")
@open_to_all
def health() -> ResponseReturnValue:
    """200 if every view is up to date. Else 503 with the names of those that are not."""
    troubles = tenants.ready()
    return {"ok": not troubles, "troubles": troubles}, 503 if troubles else 200
