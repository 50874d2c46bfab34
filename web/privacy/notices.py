"""What a public body must publish: privacy, accessibility, where to report a security fault.

The privacy notice is drawn from what the product acts on: the retention that is set, the people
whom the partnership named.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from projections.privacy.data_protection import DataProtection
from projections.privacy.retention import Retention
from web.privacy.childrens_code import spoken_standards
from web.site.permissions import open_to_all
from web.site.tenancy import here, tenants

pages = Blueprint("notices", __name__)
_SECURITY_FOR = timedelta(days=180)


@pages.get("/<partnership>/privacy")
@open_to_all
def privacy() -> ResponseReturnValue:
    return _notice("privacy/notice.html")


@pages.get("/<partnership>/privacy/children")
@open_to_all
def children() -> ResponseReturnValue:
    """The same for young people, and in easy read."""
    return _notice("privacy/notice_children.html")


@pages.get("/<partnership>/accessibility")
@open_to_all
def accessibility() -> ResponseReturnValue:
    return _notice("privacy/accessibility.html")


@pages.get("/<partnership>/childrens-code")
@open_to_all
def childrens_code() -> ResponseReturnValue:
    return render_template("privacy/childrens_code.html", standards=spoken_standards())


@pages.get("/.well-known/security.txt")
@open_to_all
def security() -> ResponseReturnValue:
    """Where to report a security fault (RFC 9116): to the sender of our letters."""
    until = datetime.now(UTC) + _SECURITY_FOR
    lines = (
        f"Contact: mailto:{tenants.contact}",
        f"Expires: {until:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en",
        f"Canonical: {tenants.public_url}/.well-known/security.txt",
        "",
    )
    return Response("\n".join(lines), mimetype="text/plain")


def _notice(template: str) -> str:
    with here.read(Retention) as kept:
        periods = kept.periods()
    with here.read(DataProtection) as view:
        responsible = view.now()
    return render_template(template, periods=periods, responsible=responsible)
