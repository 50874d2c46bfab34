"""Easy read: young people's pages with texts of their own, one idea per line with a picture.

The address asks for it (``?look=easy``), as it does for the language.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, g, request, url_for

from web.site.i18n import is_for_all

EASY = "easy"
_LED_HERE = {"help", "at"}  # "Is someone hurting you?", and a poster
_TOLD_EASILY = {"young_people", "tell", "kept", "back", "help", "safe"}


def is_easy() -> bool:
    """Whether this request asks for easy read. Pages of staff have none."""
    return bool(request) and request.args.get("look") == EASY and is_for_all(request.endpoint or "")


def other_look() -> str:
    """The address of this page in the other look. After a form, the address of the front page.

    Empty if there is no other look.
    """
    if not is_easy() and request.blueprint not in _TOLD_EASILY:
        return ""
    return here_again(look=None if is_easy() else EASY)


def here_again(**how: Any) -> str:
    """This page's address with other parameters. After a form or error, the front page's."""
    if request.method != "GET" or not request.endpoint or "refused" in g:
        return url_for("young_people.front", **how)
    kept: dict[str, Any] = {name: request.args[name] for name in _LED_HERE & request.args.keys()}
    return url_for(request.endpoint, **(request.view_args or {}), **kept, **how)


def init_app(app: Flask) -> None:
    """Gives templates ``easy``, and keeps the look from page to page."""

    @app.url_defaults
    def stay(endpoint: str, values: dict[str, object]) -> None:
        if "here" in g and is_easy() and is_for_all(endpoint):
            values.setdefault("look", EASY)

    app.context_processor(
        lambda: {"easy": is_easy(), "other_look": other_look, "here_again": here_again}
    )
