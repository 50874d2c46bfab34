"""What is pasted while somebody writes: HTML from a clipboard comes back as Markdown."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.reporting.pasted_html import as_markdown_of
from web.site.file_responses import takes_words
from web.site.permissions import requires

pages = Blueprint("pasting", __name__)


@pages.post("/<partnership>/work/pasted")
@takes_words
@requires("keep governance")
def pasted() -> ResponseReturnValue:
    """Stores nothing."""
    return Response(as_markdown_of(request.form.get("html", "")), mimetype="text/plain")
