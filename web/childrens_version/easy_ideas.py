"""Easy read: one idea per line, each with a picture of ours that fits its words."""

from __future__ import annotations

import re
from zlib import crc32

from web.drawing.crowd import EVERYBODY

# The topic of words, by the first pattern that fits: pictures of macros/faces.html. Else a person.
_ABOUT = (
    ("police", "police|safe|danger|protect"),
    ("health", "health|doctor|nurse|hospital|ill|hurt|care"),
    ("school", "school|teacher|class|learn|course|train"),
    ("home", "home|house|family|parent|mum|dad|foster|room|live"),
    ("online", "online|phone|internet|web|text|call"),
    ("place", "area|place|park|path|bus|street|town|here|council"),
    ("worker", "worker|tell|told|say|said|ask|listen|hear|speak|talk|team|grown-up"),
)
_FEELINGS = (
    ("happy", "happy|glad|kind|good|better|proud"),
    ("worried", "worried|worry|scared|afraid"),
    ("sad", "sad|alone|miss(?! (?:some|any)thing)"),
    ("angry", "angry|unfair|bad"),
)


def ideas(words: str) -> list[str]:
    """The sentences of a text: one idea per line."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", words) if part.strip()]


def picture_for(idea: str) -> tuple[str, str | int]:
    """The kind and the name of a picture. The same words always have the same picture."""
    low = idea.lower()
    for kind, known in (("topic", _ABOUT), ("face", _FEELINGS)):
        for name, words in known:
            if re.search(rf"\b({words})", low):
                return kind, name
    return "person", crc32(low.encode()) % len(EVERYBODY)
