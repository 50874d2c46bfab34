"""Fields that forms of case reviews share: a day, and a warning about names."""

from __future__ import annotations

from web.forms.day_fields import Day

NO_NAMES = "Never write a child's name, nor anything that tells who it is."


def day(label: str, *, past: bool = True, needed: bool = True, hint: str = "") -> Day:
    words = "Say which day." if needed else ""
    return Day(needed=words, past=past, label=label, hint=hint, kind="date")
