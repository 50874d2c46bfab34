"""Sample entries of a report, for each part of the report."""

from __future__ import annotations

from uuid import UUID

from projections.reporting.entries.entry import Entry
from projections.reporting.report_contents import EntryGroup

SAMPLE_ID = UUID(int=0)
DOCUMENT = "A sample report, 2026"


def entry(kind: str = "plain", **said: str | bool) -> Entry:
    given: dict[str, object] = {
        "key": "sample",
        "subject": SAMPLE_ID,
        "order": 1,
        "known": 1,
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
    """The entries that each part of a report shows, by the part's name."""
    return {
        "decision": _decision(),
        "audit": EntryGroup(
            entry(heading="Seen alone", value="Amber", words="better than before"),
            (entry("rating", words="Visits", value="amber", note="four of ten"), _action()),
        ),
        "scrutiny": _scrutiny(),
        "meeting": _meeting(),
        "news": EntryGroup(
            entry(heading="Open later", words="it opens at five"),
            (entry("impact", words="Twice as many came.", note="as counted"),),
            "since",
        ),
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
