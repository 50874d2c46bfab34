"""What the style guide shows in macros that take plain values: forms, audits, voices."""

from __future__ import annotations

from web.style_guide.entry_samples import SAMPLE_ID

STANDARDS = [
    {
        "title": "Children are seen alone",
        "criteria": [
            {"text": "Every visit says so.", "evidence": "Ten files, drawn by chance"},
            {"text": "Why not is written down.", "evidence": ""},
        ],
    },
    {
        "title": "Plans say who does what",
        "criteria": [{"text": "Each action has a name and a day.", "evidence": ""}],
    },
]
WRONG = {
    "wrong": "Say which place it is for.",
    "g-wrong": "Say why, in a few words.",
    "s-wrong": "Choose one.",
    "r-wrong": "Choose one.",
    "c-wrong": "Tick it if it is so.",
    "m-wrong": "Choose at least one.",
    "d-wrong": "Enter a day, such as 3 May 2026.",
}
SAID = {"words": "Nobody told us who would come.", "is_quote": True, "theme": "meetings"}
MEANT = {"words": "They want to know beforehand.", "is_quote": False, "theme": "home"}
ROW = {"theme": "meetings", "standing": "held"}
VOICED = {"id": SAMPLE_ID, "theme": "meetings", "demo": True, "closed": ""}
VALUES = {
    "sample_standards": STANDARDS,
    "sample_wrong": WRONG,
    "sample_said": SAID,
    "sample_meant": MEANT,
    "sample_row": ROW,
    "sample_voiced": VOICED,
}
