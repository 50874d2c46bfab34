"""A field for a whole table: one row a line, typed with | or pasted from Word or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError

from web.forms.choices import Choice
from web.forms.fields import FormField, Kind
from web.site.cleaned_text import cleaned

Row = dict[str, Any]
MOST_ROWS = 200
_LONGEST = 100_000
_SHOWN = 3  # faults named at once


class Rows(FormField[tuple[Row, ...]]):
    """``columns`` are fields by name, each with its label. A row of the labels is left out.

    Gives a mapping for each row. A cell that is wrong is named by its row and column, and then
    no row is taken.
    """

    kind: Kind = "textarea"

    def __init__(self, columns: Mapping[str, FormField[Any]], **kwargs: Any) -> None:
        labels = " | ".join(each.label for each in columns.values())
        note = f"One row a line: {labels}. Part the cells with | or paste a table."
        hint = " ".join(filter(None, (note, kwargs.pop("hint", ""))))
        super().__init__(load_default=(), hint=hint, **kwargs)
        self.columns, self.limit = columns, 0

    @property
    def labels(self) -> list[str]:
        return [each.label for each in self.columns.values()]

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[Row, ...]:
        text = str(value)
        if len(text) > _LONGEST:
            raise ValidationError(f"This is {len(text):,} letters long. The most is {_LONGEST:,}.")
        lines = list(self.cells(text))
        if len(lines) > MOST_ROWS:
            raise ValidationError(f"These are {len(lines)} rows. The most at once is {MOST_ROWS}.")
        read = [self._row(number, cells) for number, cells in lines]
        faults = [fault for _, found in read for fault in found]
        if faults:
            more = f" And {len(faults) - _SHOWN} more." if len(faults) > _SHOWN else ""
            raise ValidationError(" ".join(faults[:_SHOWN]) + more)
        return tuple(row for row, _ in read)

    def cells(self, text: str) -> Iterable[tuple[int, list[str]]]:
        """Each row with its number in the text, without empty rows and the row of the labels."""
        for number, line in enumerate(cleaned(text).splitlines(), 1):
            parts = line.split("\t") if "\t" in line else _piped(line.strip())
            found = [" ".join(part.split()) for part in parts]
            if any(found) and [each.casefold() for each in found] != [
                each.casefold() for each in self.labels
            ]:
                yield number, found

    def filled(self, text: str) -> list[list[str]]:
        """The rows as a page shows them, each with a cell for every column, as it was read."""
        columns = list(self.columns.values())
        empty = [""] * len(columns)
        return [
            [column.in_words(cell) for column, cell in zip(columns, [*cells, *empty], strict=False)]
            for _, cells in self.cells(text)
        ]

    def _row(self, number: int, cells: list[str]) -> tuple[Row, list[str]]:
        if len(cells) > len(self.columns):
            words = f"Row {number} has {len(cells)} cells. There are {len(self.columns)} columns."
            return {}, [words]
        row, faults = {}, []
        filled = [*cells, *[""] * (len(self.columns) - len(cells))]
        for (name, column), cell in zip(self.columns.items(), filled, strict=True):
            try:
                row[name] = column.deserialize(cell, name, {})
            except ValidationError as error:
                faults.append(f"Row {number}, “{column.label}”: {error.messages[0]}")
        return row, faults


def _piped(line: str) -> list[str]:
    """The cells between the marks. A line that begins and ends with one is framed by them."""
    is_framed = len(line) > 1 and line.startswith("|") and line.endswith("|")
    return (line[1:-1] if is_framed else line).split("|")


class ChoiceWord(Choice):
    """One of the answers on offer, typed as a word of any case."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        named = {words.casefold(): name for name, words in self.options()}
        known = {name.casefold(): name for name, _ in self.options()}
        text = str(value).strip().casefold()
        found = known.get(text) or named.get(text)
        if text and not found:
            raise ValidationError(f"Write one of these: {', '.join(known.values())}.")
        return super()._deserialize(found or "", attr, data)
