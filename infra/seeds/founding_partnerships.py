"""The four founding partnerships; who their safeguarding partners are is not in the documents."""

from __future__ import annotations

from infra.onboarding import Joining

_ASK = "Ask the partnership: the documents give no address."

FOUR = (
    Joining(
        "norfolk",
        "Norfolk Safeguarding Children Partnership",
        "Norfolk",
        "East of England",
        ("the council", "health (the integrated care board)", "the police"),
        _ASK,
        "",
    ),
    Joining(
        "surrey",
        "Surrey Safeguarding Children Partnership",
        "Surrey",
        "South East",
        ("the council", "health (the integrated care board)", "the police"),
        _ASK,
        "",
    ),
    Joining(
        "coventry",
        "Coventry Safeguarding Children Partnership",
        "Coventry",
        "West Midlands",
        ("the council", "health (the integrated care board)", "the police"),
        _ASK,
        "",
    ),
    Joining(
        "nel",
        "North East Lincolnshire Safeguarding Children Partnership",
        "North East Lincolnshire",
        "Yorkshire and the Humber",
        ("the council", "health (the integrated care board)", "the police"),
        _ASK,
        "",
    ),
)
