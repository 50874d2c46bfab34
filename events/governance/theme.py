"""What the partnership knows and does about a theme that the law asks about by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import Period

Theme = Literal[
    "children looked after",
    "disproportionality and racism",
    "data and information shared",
    "voice of families",
    "education",
    "national reforms",
]


@dataclass(frozen=True)
class ThemeReported(Fact):
    """``known`` is what the partnership found, ``done`` what it did, ``result`` what came of it."""

    TOPIC = "partnership.theme_reported"
    PERSONAL = frozenset()
    DAY = "period"
    theme: Theme
    known: str
    done: str
    result: str
    period: Period
