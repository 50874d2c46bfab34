"""What is pasted while somebody writes: HTML from a clipboard comes back as Markdown."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from services.refusals import Refusal
from web.reporting.pasted_html import as_markdown_of
from web.site.file_responses import takes_words
from web.site.permissions import requires

pages = Blueprint("pasting", __name__)


@pages.post("/<partnership>/work/pasted")
@takes_words
@requires("keep governance")
def pasted() -> ResponseReturnValue:
    """Stores nothing. The page keeps the words alone where this refuses."""
    try:
        words, status = as_markdown_of(request.form.get("html", "")), 200
    except Refusal as refusal:
        words, status = refusal.said, 422
    return Response(words, status, mimetype="text/plain")
