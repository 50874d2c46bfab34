"""Samples for the style guide: real-looking, and of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from events.inspections.form import Question
from projections.inspections.inspectors import Given, Inspector
from projections.record.timeline import TimelineEntry
from projections.reporting.annual_report_rows import EntryGroup
from projections.reporting.entries.entry import Entry
from web.reporting.charts import Bar, OverTime

SAMPLE_ID = UUID(int=0)
DOCUMENT = "A sample report, 2026"


@dataclass(frozen=True)
class SampleReport:
    """A report as far as it is; ``report.html`` asks for its name and its document as well."""

    said: str
    published: bool = False
    name: str = "a-sample"
    document: str = DOCUMENT

    def status_on(self, _: date | None) -> str:
        return self.said


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


def felt() -> OverTime:
    """One number of a kind that is hidden, and one that is nought."""
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


def entry(kind: str = "plain", **said: str | bool) -> Entry:
    given: dict[str, object] = {
        "key": "sample",
        "subject": SAMPLE_ID,
        "order": 1,
        "section": "decisions",
        "kind": kind,
        "heading": "The clinic opens later",
        "words": "It opens at four.",
        "value": "",
        "note": "",
        "stated": "3 May 2026",
        "first": "2026-05-03",
        "last": "2026-05-03",
        "tag": "",
        "source": f"{DOCUMENT}, line 12",
        "document": DOCUMENT,
        "demo": False,
        "derived_from": (),
    }
    return Entry(**given | said)  # type: ignore[arg-type]


def figure() -> Entry:
    return entry("figure", heading="children were asked", value="140", tag="To the nearest 5")


def made_up() -> Entry:
    return entry(
        heading="",
        words="Waiting rooms are warm now.",
        value="done",
        demo=True,
        source="Another document, line 3",
    )


def groups() -> dict[str, EntryGroup]:
    """What each piece of a report is drawn from, by the piece's name."""
    return {
        "decision": _decision(),
        "audit": EntryGroup(
            entry(heading="Seen alone", value="Amber", words="better than before"),
            (entry("rating", words="Visits", value="amber", note="four of ten"), _action()),
        ),
        "scrutiny": _scrutiny(),
        "meeting": _meeting(),
        "visit": EntryGroup(
            entry(heading="The health centre"),
            (
                entry("seen", words="A chair for everybody."),
                entry("asked", words="Put up a poster with a face on it."),
            ),
        ),
    }


def _action() -> Entry:
    return entry("action", words="Read the notes.", note="the council, by June")


def _decision() -> EntryGroup:
    made = entry(
        "made",
        heading="the executive",
        words="Open later.",
        note="School ends at four.",
        tag="You are at school before that.",
    )
    return EntryGroup(
        entry(),
        (
            made,
            entry("rests on", words="what forty children said"),
            _action(),
            entry("action done", words="The notes were read."),
            entry("impact", words="Twice as many came.", note="as counted"),
            entry("replaced", words="it opens at five now."),
        ),
    )


def _scrutiny() -> EntryGroup:
    return EntryGroup(
        entry(heading="Waiting", value="2026", words="time", note="a panel"),
        (
            entry("looked at", words="ten files"),
            entry("question", words="Why so long?", tag="1"),
            entry("answer", words="Too few rooms.", value="Health", tag="1"),
            entry("disagreement", words="about rooms", tag="2"),
            entry("conclusion", words="It is too long."),
        ),
    )


def _meeting() -> EntryGroup:
    return EntryGroup(
        entry(heading="The executive", value="3 May 2026"),
        (
            entry("present", value="4", words="of 5 partners"),
            entry("item", words="Rooms."),
            entry("resolution", value="1", words="Open later.", note="health"),
            _action(),
            entry("resolution done", value="1", words="It opens at four."),
        ),
    )


def asked() -> tuple[Question, ...]:
    """One of each kind; the last waits for a no."""
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
