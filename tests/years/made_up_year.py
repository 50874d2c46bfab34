"""A made-up partnership's year, as a coordinator types it long after it ended.

Every sentence that must be read in the report has a mark of its own, such as "mark 2023-07", so
that a test can tell where each of them came out. No person, place or number in it is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from tests.years import made_up_governance, made_up_practice
from tests.years.typist import Typist, link, option


class Year:
    """One year that is typed. ``marks`` are to be read in its report, each value by its mark."""

    LABELLED = "Made up for a test"

    def __init__(self, typist: Typist, first: int, *, again: bool = False) -> None:
        self.typist, self.first, self.again = typist, first, again
        self.marks: list[str] = []
        self.values: dict[str, str] = {}
        self._numbers: Iterator[int] = count(1)
        self.desk = self.report = ""

    def mark(self, words: str) -> str:
        """The words with a mark, which the report must show."""
        mark = f"mark {self.first}-{next(self._numbers):03d}"
        self.marks.append(mark)
        return f"{words} ({mark})"

    def day(self, month: int, day: int = 0) -> str:
        """A day or a month of the year that begins in April."""
        year = self.first if month >= 4 else self.first + 1
        names = "January February March April May June July August September October November"
        name = [*names.split(), "December"][month - 1]
        return f"{day} {name} {year}" if day else f"{name} {year}"

    def typed(self) -> None:
        """Everything, in the order in which a coordinator would come to it."""
        made_up_governance.typed(self)
        made_up_practice.typed(self)
        self.drafted()

    def drafted(self) -> None:
        typist = self.typist
        period = option(typist, "work/reports/new/draft", f"{self.LABELLED} {self.first}")
        at = typist.new(
            "work/reports/new/draft",
            title=f"{self.LABELLED}: {self.first}",
            period=period,
            ruleset="Working Together 2023",
            group="",
        )
        typist.new(
            f"{at}/sections/new",
            title=self.mark("What we learnt"),
            before="",
            words=f"**{self.mark('Bold')}**\n\n| A | B |\n|---|---|\n| {self.mark('cell')} | 2 |",
        )
        said = "\n".join(self.mark("A key message") for _ in range(3))
        typist.on(at, "messages", messages=said)
        self.desk, self.report = at, link(typist, at, "reports/[a-z0-9-]+")
