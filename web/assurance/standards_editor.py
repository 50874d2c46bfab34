"""Standards of an audit tool, from and to the rows of the page that edits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import count
from typing import Any

from marshmallow import ValidationError

from events.assurance.audit_tool import Criterion, Standard
from web.forms.fields import FormField, Kind
from web.forms.sent import number_in
from web.site.cleaned_text import cleaned

SPARE = 2
MOST, LONGEST = 60, 4000
PASTED, COLUMNS = "pasted", ("standard", "what has to be so", "evidence")
_SHOWN = 5
BAR = "|"


class Standards(FormField[tuple[Standard, ...]]):
    """The standards in the rows of the whole form, each with the name that its row carries."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[Standard, ...]:
        found = read_standards(data)
        if wrong := wrong_rows(data.get(PASTED, "")):
            raise ValidationError(wrong)
        if len(found) > MOST:
            raise ValidationError(f"These are {len(found)} standards. The most is {MOST}.")
        for number, standard in enumerate(found, start=1):
            letters = len(standard.title) + len(written(standard))
            if letters > LONGEST:
                raise ValidationError(
                    f"Standard {number} is {letters:,} letters long. The most is {LONGEST:,}."
                )
        return found


def read_standards(form: Mapping[str, str]) -> tuple[Standard, ...]:
    """The standards that were typed, without blank rows."""
    typed = (
        Standard(
            form.get(f"name{row}", ""),
            " ".join(_typed(form, f"title{row}").split()),
            tuple(_criteria(_typed(form, f"criteria{row}"))),
        )
        for row in range(min(number_in(form, "rows") or 0, MOST + SPARE))
    )
    rows = tuple(each for each in typed if each.title or each.criteria)
    return (*rows, *_pasted(form.get(PASTED, "")))


def wrong_rows(pasted: str) -> str:
    """What is wrong with rows that were pasted, the first few by number; empty if nothing is."""
    wrong = []
    for number, cells in enumerate(_rows(pasted), start=1):
        if not cells[0]:
            wrong.append(f"Row {number} has no title.")
        elif len(cells) < len(COLUMNS) - 1 or not cells[1]:
            wrong.append(f"Row {number}, “{cells[0][:60]}”, does not say what has to be so.")
        elif len(cells) > len(COLUMNS):
            wrong.append(f"Row {number}, “{cells[0][:60]}”, has more than {len(COLUMNS)} columns.")
    more = f" And {len(wrong) - _SHOWN} more rows." if len(wrong) > _SHOWN else ""
    return " ".join(wrong[:_SHOWN]) + more


def _pasted(pasted: str) -> tuple[Standard, ...]:
    """Rows with the same title are one standard with several criteria."""
    found: dict[str, Standard] = {}
    for cells in _rows(pasted):
        title, text, evidence, *_ = [*cells, "", ""]
        known = found.setdefault(title.casefold(), Standard("", title))
        criteria = (*known.criteria, Criterion(text, evidence)) if text else known.criteria
        found[title.casefold()] = replace(known, criteria=criteria)
    return tuple(found.values())


def _rows(pasted: str) -> list[list[str]]:
    """The cells of each row, apart by tabs as a sheet pastes them, or by bars. No heading row."""
    lines = [line for line in cleaned(pasted).splitlines() if line.strip()]
    rows = [
        [" ".join(cell.split()) for cell in line.split("\t" if "\t" in line else BAR)]
        for line in lines
    ]
    return rows[1:] if rows and is_headed(rows[0]) else rows


def is_headed(row: list[str]) -> bool:
    """Whether a row names the columns."""
    return row[0].casefold() in {"standard", "standards", "title"}


def with_names(standards: Iterable[Standard], known: Set[str]) -> tuple[Standard, ...]:
    """Each with a name. Only one with a ``known`` name keeps it; a new one gets a new name."""
    free = (f"s{number}" for number in count(1) if f"s{number}" not in known)
    taken: set[str] = set()
    named = []
    for each in standards:
        keeps = each.name in known and each.name not in taken
        named.append(each if keeps else replace(each, name=next(free)))
        taken.add(named[-1].name)
    return tuple(named)


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


def _typed(form: Mapping[str, str], name: str) -> str:
    return cleaned(form.get(name, "")).strip()
