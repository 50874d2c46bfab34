"""Standards of an audit tool, from and to the rows of the page that edits them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import count

from werkzeug.datastructures import MultiDict

from events.assurance.audit_tool import Criterion, Standard
from web.forms.sent import Errors, number_in
from web.forms.text_fields import cleaned

SPARE = 2
MOST, LONGEST = 60, 4000
BAR = "|"


def read_standards(form: MultiDict[str, str], known: Set[str]) -> tuple[Standard, ...]:
    """The standards that were typed, without blank rows. One with a ``known`` name keeps it."""
    rows = range(min(number_in(form, "rows") or 0, MOST + SPARE))
    typed = [row for row in rows if _typed(form, f"title{row}") or _typed(form, f"criteria{row}")]
    names = _names(form, typed, known)
    return tuple(
        Standard(
            names[row],
            " ".join(_typed(form, f"title{row}").split()),
            tuple(_criteria(_typed(form, f"criteria{row}"))),
        )
        for row in typed
    )


def too_long(standards: tuple[Standard, ...]) -> Errors:
    """A message for each standard that is too long."""
    for number, standard in enumerate(standards, start=1):
        letters = len(standard.title) + len(written(standard))
        if letters > LONGEST:
            said = f"Standard {number} is {letters:,} letters long. The most is {LONGEST:,}."
            return {"standards": said}
    return {}


def rows_of(standards: tuple[Standard, ...]) -> list[Standard]:
    """The rows to show: the standards, and a few blank rows."""
    return [*standards, *(Standard("", "") for _ in range(SPARE))]


def written(standard: Standard) -> str:
    """The criteria of a standard as staff type them: one per line, the evidence after a bar."""
    return "\n".join(
        f"{each.text} {BAR} {each.evidence}" if each.evidence else each.text
        for each in standard.criteria
    )


def _criteria(typed: str) -> Iterable[Criterion]:
    for line in typed.splitlines():
        text, _, evidence = line.partition(BAR)
        if line.strip():
            yield Criterion(text.strip(), evidence.strip())


def _names(form: MultiDict[str, str], rows: Iterable[int], known: Set[str]) -> dict[int, str]:
    """A name for each row. A new standard never takes a name that was used before."""
    free = (f"s{number}" for number in count(1) if f"s{number}" not in known)
    had = {row: form.get(f"name{row}", "") for row in rows}
    taken: set[str] = set()
    names = {}
    for row, name in had.items():
        keeps = name in known and name not in taken
        names[row] = name if keeps else next(free)
        taken.add(names[row])
    return names


def _typed(form: MultiDict[str, str], name: str) -> str:
    return cleaned(form.get(name, "")).strip()
