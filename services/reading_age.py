"""The reading age of a text that children are to read, measured without word lists.

What adults write for children is refused where it is too hard. What documents say stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.fact import Provenance
from services.refusals import Refusal

JARGON = (
    "adolescent",
    "assurance",
    "contextual",
    "disclosure",
    "governance",
    "implementation",
    "multi-agency",
    "outcomes",
    "partnership",
    "practitioner",
    "rapid review",
    "safeguarding",
    "scrutiny",
    "signposting",
    "stakeholder",
    "statutory",
    "utilise",
)
OLDEST, LONGEST, TARGET = 10.0, 15, 9
_SILENT = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$")


class TooHard(Refusal):
    words = "Children read this. Use shorter words and shorter sentences."


@dataclass(frozen=True)
class Reading:
    """The reading age in years, the longest sentence, and the words nobody should need to know."""

    age: float
    longest: str
    jargon: tuple[str, ...]

    @property
    def is_easy(self) -> bool:
        return self.age <= OLDEST and len(self.longest.split()) <= LONGEST and not self.jargon


def measure(text: str) -> Reading:
    """Flesch-Kincaid grade plus five, as a reading age in years."""
    sentences = [part for part in re.split(r"(?<=[.!?:])\s+|\n+", text) if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z][A-Za-z'\u2019-]*", text)
    beats = sum(map(syllables, words)) / max(1, len(words))
    grade = 0.39 * len(words) / max(1, len(sentences)) + 11.8 * beats - 15.59
    low = text.lower()
    return Reading(
        age=max(5.0, round(grade + 5, 1)),
        longest=max(sentences, key=lambda sentence: len(sentence.split()), default="").strip(),
        jargon=tuple(word for word in JARGON if re.search(rf"\b{word}\b", low)),
    )


def syllables(word: str) -> int:
    """Roughly how many beats an English word has."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) <= 3:
        return 1 if letters else 0
    letters = _SILENT.sub(lambda end: end.group(0)[0], letters)
    return max(1, len(re.findall(r"[aeiouy]+", letters)))


def hard_sentence(text: str) -> str:
    """Which sentence children should not be asked to read, and why; empty where all are easy."""
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
        found = measure(sentence)
        if found.jargon:
            return f"“{sentence}” has a word few children know: {', '.join(found.jargon)}."
        if len(sentence.split()) > LONGEST:
            return f"“{sentence}” is too long. Use {LONGEST} words at most."
        if found.age > OLDEST:
            return f"“{sentence}” is for age {found.age:g}. Use shorter words: aim for {TARGET}."
    return ""


def is_easy_to_read(text: str) -> bool:
    """Whether children may be asked to read all of it."""
    return not hard_sentence(text)


def refuse_hard(provenance: Provenance, text: str, field: str) -> None:
    """Raises ``TooHard``, which names the first sentence that is too hard, beside its field."""
    if not provenance.document and (hard := hard_sentence(text)):
        raise TooHard(hard, field=field)


def reading_rules() -> dict[str, str]:
    """What the note beside a text needs to judge it in the browser as it is judged here."""
    return {"limits": f"{LONGEST} {OLDEST:g} {TARGET}", "jargon": "|".join(JARGON)}
