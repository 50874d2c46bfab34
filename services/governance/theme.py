"""Reporting what is known of a theme that the law asks about by name."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.theme import Theme, ThemeReported
from events.period import Period
from services.governance.partner import stated
from services.governance.partnership_state import Partnership
from services.refusals import Missing


def report_theme(
    partnership: Partnership,
    provenance: Provenance,
    *,
    theme: Theme,
    known: str,
    done: str = "",
    result: str = "",
    period: Period | None,
) -> ThemeReported:
    if not known:
        raise Missing("Say what is known, or that nothing is known yet.", field="known")
    return ThemeReported(
        *partnership.next(provenance),
        theme=theme,
        known=known,
        done=done,
        result=result,
        period=stated(period),
    )
