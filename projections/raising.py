"""Which words bring a message to the top of the queue: they only ever raise, never lower or close.

A reviewed list for each language, from design/domain.md 2.6: harm, danger, being made to do or show
things, wanting to die. A person reads everything, whatever this list says or misses.
"""

from __future__ import annotations

import re
from functools import cache

_PHRASES: dict[str, tuple[str, ...]] = {
    "en": (
        "hit me", "hits me", "hitting me", "hurt me", "hurts me", "hurting me", "beat me",
        "beats me", "touch me", "touches me", "touched me", "kill myself", "kill me", "want to die",
        "not safe", "unsafe", "scared of", "afraid of", "run away", "ran away", "self harm",
        "self-harm", "cut myself", "cutting myself", "overdose", "rape", "raped", "weapon", "knife",
        "gun", "nudes", "naked", "made me do", "makes me do", "forced me", "locked in", "locked me",
        "no food", "starving", "threatened", "threatens me", "blackmail", "gang", "drugs for",
    ),
    "pl": ("bije mnie", "boję się", "zabić się", "chcę umrzeć", "dotyka mnie", "krzywdzi mnie"),
    "ro": ("mă bate", "mi-e frică", "vreau să mor", "mă atinge", "mă rănește"),
    "lt": ("mane muša", "bijau", "noriu mirti", "mane liečia", "skriaudžia mane"),
    "pt": ("bate-me", "me bate", "tenho medo", "quero morrer", "toca-me", "magoa-me"),
    "ar": ("يضربني", "ضربني", "خائف", "خائفة", "أريد أن أموت", "يلمسني", "يؤذيني", "لست بأمان"),
    "ur": ("مارتا ہے", "مارتے ہیں", "ڈر لگتا", "مرنا چاہتا", "مرنا چاہتی", "چھوتا ہے"),
    "pa": ("ਮਾਰਦਾ", "ਮਾਰਦੇ", "ਡਰ ਲੱਗਦਾ", "ਮਰਨਾ ਚਾਹੁੰਦ", "ਛੂਹਦਾ"),
}  # fmt: skip
ASKED_FOR_HELP = "They came by “Is someone hurting you?”"


def reasons_in(words: str) -> tuple[str, ...]:
    """The phrases of any language that stand in it, as whole words, each once."""
    plain = words.replace("\u2019", "'").casefold()
    return tuple(dict.fromkeys(found.group(0) for found in _pattern().finditer(plain)))


@cache
def _pattern() -> re.Pattern[str]:
    every = (re.escape(each.casefold()) for of in _PHRASES.values() for each in of)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(every, key=len, reverse=True))})(?!\w)")
