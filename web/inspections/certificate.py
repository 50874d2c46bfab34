"""A sheet that says what a youth inspector learned and gave."""

from __future__ import annotations

import re

from flask import Response, render_template

from events.uk_time import in_words
from projections.inspections.inspectors import Inspector
from web.site.formatting import today
from web.site.pdf_pages import printed


def certificate(inspector: Inspector) -> Response:
    """The certificate as a tagged PDF. Raises ``NoPaper`` if this machine cannot make one."""
    page = render_template(
        "inspections/inspections_certificate.html", inspector=inspector, day=in_words(today())
    )
    name = re.sub(r"[^a-z0-9]+", "-", inspector.name.lower()).strip("-") or "inspector"
    return printed(page, f"certificate-{name}")
