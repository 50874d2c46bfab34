"""How well a report answers a point of the law: missing, thin or evidenced, and why in words.

A point is evidenced only by the kinds of fact that its ruleset names, never by any entry at all,
and never by words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from projections.reporting.coverage import Progress, Sections, answers
from services.reporting.rulesets import Need

State = Literal["missing", "thin", "evidenced"]
Verdict = tuple[State, list[str]]
LITTLE = "little"  # the point on little progress, which is drawn from the priorities
_NOTHING = "The record holds nothing that answers this."
_WORDS_ALONE = "The report says something on this. No fact of the record stands behind the words."


def what_lacks(need: Need, sections: Sections) -> str:
    """What is missing of a need, in words; empty where it is met."""
    rows = answers(sections, need.facts, new=need.new)
    if need.each_of:
        without = [each for each in need.each_of if each not in {row.tag for row in rows}]
        return f"{need.lacking}: {', '.join(without)}." if without else ""
    if need.replies_to:
        asked = answers(sections, [need.replies_to])
        replied = {row.tag for row in rows}
        waiting = [row for row in asked if row.tag not in replied]
        return f"{need.lacking}: {len(waiting)} of {len(asked)} wait." if waiting else ""
    return "" if rows else need.lacking


def of_facts(lacks: Sequence[str], *, is_there: bool, is_told: bool) -> Verdict:
    """``is_there``: a fact touches the point. ``is_told``: the report has words on it."""
    if not is_there:
        return ("thin", [_WORDS_ALONE, *lacks]) if is_told else ("missing", [_NOTHING])
    return ("thin", list(lacks)) if lacks else ("evidenced", [])


def of_progress(priorities: list[Progress], lacking: list[Progress], *, is_told: bool) -> Verdict:
    """Little progress is told if the report says why, or if each priority shows progress."""
    if not priorities:
        reason = "The record names no priorities for this period."
        return ("thin", [_WORDS_ALONE]) if is_told else ("missing", [reason])
    if lacking and not is_told:
        many = f"{len(lacking)} of {len(priorities)} priorities show little progress."
        return "thin", [f"{many} The report does not say why."]
    return "evidenced", []


def of_duty(*, is_there: bool, is_told: bool) -> Verdict:
    """What the partnership asks names a chapter only: somebody has to say how it is answered."""
    if not is_there:
        return ("thin", [_WORDS_ALONE]) if is_told else ("missing", [_NOTHING])
    unsaid = "The chapter holds entries. Nobody has written how they answer this."
    return ("evidenced", []) if is_told else ("thin", [unsaid])
