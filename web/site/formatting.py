"""Words and times as pages show them, in UK time."""

from __future__ import annotations

import re
from datetime import date

from flask import Flask, g, has_app_context

from events.period import PartialDate
from events.uk_time import uk_time, uk_today

_FILE = re.compile(r" \([\w.-]+\.(?:txt|pdf|docx|html)\)")


def uk_day(moment: str) -> str:
    """The day of an ISO 8601 moment in UTC, or an ISO day, in words."""
    return uk_time(moment).partition(",")[0] if "T" in moment else str(PartialDate(moment))


def source_words(source: str) -> str:
    """A source without the name of the file that its document was kept under."""
    return _FILE.sub("", source)


def today() -> date:
    """The day in the UK. On a page of the past, the day that the page shows."""
    shown = g.get("past") if has_app_context() else None
    return shown.day if shown else uk_today()


def initial(words: object) -> str:
    """The words with a capital letter at the start. Names within them stay as written."""
    text = str(words)
    return text[:1].upper() + text[1:]


def in_hours(minutes: int) -> str:
    """Minutes in words: 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    words = [
        f"{many} {word}{'' if many == 1 else 's'}"
        for many, word in ((hours, "hour"), (rest, "minute"))
        if many
    ]
    return " ".join(words) or "no time written down"


def init_app(app: Flask) -> None:
    """Gives these filters to every template."""
    app.jinja_env.filters.update(
        uk_time=uk_time,
        uk_day=uk_day,
        initial=initial,
        in_hours=in_hours,
        source_words=source_words,
    )
