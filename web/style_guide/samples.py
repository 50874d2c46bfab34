"""Samples for the style guide. They look real and are about nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from events.inspections.form import Question
from projections.inspections.inspectors import Given, Inspector
from projections.record.timeline import TimelineEntry
from projections.reporting.report_words import ReportPicture, WrittenPart
from web.reporting.charts import Bar, OverTime
from web.reporting.priority_progress import PriorityBar, Standing
from web.reporting.structure_chart import GroupNode
from web.style_guide.entry_samples import DOCUMENT, SAMPLE_ID


@dataclass(frozen=True)
class SampleReport:
    """A report with the fields that its tag asks for."""

    said: str
    published: bool = False
    name: str = "a-sample"
    document: str = DOCUMENT
    pictures: tuple[ReportPicture, ...] = ()

    def status_on(self, _: date | None) -> str:
        return self.said


def own_part() -> WrittenPart:
    words = "We heard **more children** than last year.\n\n> We did less with it than we wanted."
    return WrittenPart("training", words, "", 1, "markdown")


def structure() -> tuple[GroupNode, ...]:
    below = GroupNode("Training group", ())
    return (
        GroupNode("Learning group", (below,)),
        GroupNode("Audit group", ()),
    )


def lines() -> list[TimelineEntry]:
    said = (
        ("The council agreed to read the notes before a first meeting", "2026-05-03", "3 May 2026"),
        ("Decided to open the clinic an hour later, because children are at school", "", ""),
    )
    return [
        TimelineEntry(
            f"sample-{at}",
            SAMPLE_ID,
            at,
            on,
            day,
            "2026-05-04T09:30:00+00:00",
            words,
            "A coordinator",
            f"{DOCUMENT}, line {at + 12}",
            "decision.recorded",
        )
        for at, (words, day, on) in enumerate(said)
    ]


def priorities() -> list[PriorityBar]:
    """Two priorities with what came of them."""
    return [
        PriorityBar("Neglect", (Standing("Decisions", 2, 1), Standing("Actions", 3, 1, 2))),
        PriorityBar("Online harm", (Standing("Decisions", 1), Standing("Actions", 0, 2))),
    ]


def felt() -> OverTime:
    """One number that is hidden, and one that is 0."""
    when = ("Spring 2025", "Autumn 2025", "Spring 2026")
    felt: dict[str, tuple[int | None, ...]] = {"Happy": (20, 35, None), "Worried": (10, 0, 15)}
    return OverTime(
        when,
        [
            (
                feeling,
                [
                    Bar(each, number, "*" if number is None else str(number))
                    for each, number in zip(when, numbers, strict=True)
                ],
            )
            for feeling, numbers in felt.items()
        ],
    )


def asked() -> tuple[Question, ...]:
    """A question of each kind. The last waits for a no."""
    return (
        Question("sample-hello", "yes or no", "Did somebody say hello?"),
        Question("sample-room", "choice", "How was the room?", choices=("calm", "loud")),
        Question(
            "sample-ease", "scale", "How easy was it?", "From hard to easy.", ("hard", "easy")
        ),
        Question("sample-why", "words", "What happened instead?", after="sample-hello", when="no"),
    )


def inspector(*, is_new: bool = False) -> Inspector:
    skills = ("Listening", "Working in a team")
    given = (
        Given("training", "Asking good questions", "3 May 2026", 120, skills, 2),
        Given("visit", "A library", "9 May 2026", 90),
    )
    return Inspector(SAMPLE_ID, "A sample", SAMPLE_ID, () if is_new else given)
