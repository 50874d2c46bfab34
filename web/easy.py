"""Easy read: young people's pages in a text of their own, one idea a line with a picture.

It stands in the address (``?look=easy``), as the language does.
"""

from __future__ import annotations

from flask import Flask, g, request, url_for

from web.speaking import is_for_all

EASY = "easy"
_TOLD_EASILY = {"young_people", "tell", "kept", "back", "help", "safe"}


def is_easy() -> bool:
    """Whether this request asks for it; pages of staff have none."""
    return bool(request) and request.args.get("look") == EASY and is_for_all(request.endpoint or "")


def other_look() -> str:
    """The address of the same page in the other look, of the front where a form led here.

    Empty where there is no other.
    """
    if not is_easy() and request.blueprint not in _TOLD_EASILY:
        return ""
    look = None if is_easy() else EASY
    if request.method == "GET" and request.endpoint:
        return url_for(request.endpoint, **(request.view_args or {}), look=look)
    return url_for("young_people.front", look=look)


def let_read_easily(app: Flask) -> None:
    """Gives templates ``easy`` and keeps the look from page to page."""

    @app.url_defaults
    def stay(endpoint: str, values: dict[str, object]) -> None:
        if "here" in g and is_easy() and is_for_all(endpoint):
            values.setdefault("look", EASY)

    app.context_processor(lambda: {"easy": is_easy(), "other_look": other_look})
