"""What waits for one person, as a letter of the day says it: no words that people typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from web.deadlines.deadline_lines import DeadlineLine

AHEAD_WORKING_DAYS = 10


@dataclass(frozen=True)
class Waits:
    """What waits for one person. ``path`` is the page that shows it, below the partnership."""

    subject: str = ""
    lines: tuple[str, ...] = ()
    path: str = ""
    late: int = 0
    due: int = 0


NOTHING = Waits()


def listed(lines: list[DeadlineLine]) -> Iterator[str]:
    """One line per deadline. Equal lines are written once, with their number."""
    for words, times in Counter(map(_words, lines)).items():
        yield f"- {words}" + (f" ({times} of them)" if times > 1 else "")


def _words(line: DeadlineLine) -> str:
    return f"{line.plainly}, {line.due}: {line.stands.words}"


def counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
