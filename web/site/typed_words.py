"""What a person typed into a form that was refused, so that they can copy it from the page."""

from __future__ import annotations

import re

from werkzeug.datastructures import MultiDict

# Fields that a page fills in by itself: nobody typed them.
MACHINES = frozenset(
    {
        "asks_help",
        "change",
        "client_id",
        "csrf_token",
        "going_on",
        "key",
        "look",
        "number",
        "receipt",
        "rows",
        "secret",
        "seen",
        "step",
        "sure",
        "token",
        "urgent",
        "use",
    }
)
_ID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")


def typed_words(form: MultiDict[str, str]) -> list[str]:
    """Every answer once, short ones too, in the order of the form. No keys and no ids."""
    typed = (value for name, value in form.items(multi=True) if name not in MACHINES)
    return list(dict.fromkeys(each for each in typed if each.strip() and not _ID.fullmatch(each)))
