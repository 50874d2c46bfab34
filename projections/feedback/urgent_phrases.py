"""Words that bring a message to the top of the triage queue. They never lower or close one.

A reviewed list for each language, from design/domain.md 2.6: harm, danger, being made to do or show
things, wanting to die. The speaker who checks a language checks its phrases as well. On a
phone many people leave out accents and apostrophes, so we compare with and without them. A person
reads every message, whether this list finds it or not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

PHRASES: dict[str, tuple[str, ...]] = {
    "en": (
        "hit me",
        "hits me",
        "hitting me",
        "hurt me",
        "hurts me",
        "hurting me",
        "beat me",
        "beats me",
        "touch me",
        "touches me",
        "touched me",
        "kill myself",
        "kill me",
        "want to die",
        "not safe",
        "unsafe",
        "scared of",
        "afraid of",
        "run away",
        "ran away",
        "self harm",
        "self-harm",
        "cut myself",
        "cutting myself",
        "overdose",
        "rape",
        "raped",
        "weapon",
        "knife",
        "gun",
        "nudes",
        "naked",
        "made me do",
        "makes me do",
        "forced me",
        "locked in",
        "locked me",
        "no food",
        "starving",
        "threatened",
        "threatens me",
        "blackmail",
        "gang",
        "drugs for",
        "suicide",
        "suicidal",
        "end my life",
        "better off dead",
        "don't want to live",
        "don't want to be here",
        "kms",
        "hurt myself",
        "hurting myself",
        "punched me",
        "punches me",
        "kicked me",
        "kicks me",
        "slapped me",
        "slaps me",
        "strangled",
        "choked me",
        "burned me",
        "burnt me",
        "abuse",
        "abused",
        "abuses me",
        "abusing me",
        "bruise",
        "bruises",
        "molested",
        "sex with me",
        "don't feel safe",
        "me for pictures",
        "me for photos",
        "send pics",
        "our secret",
        "nude",
        "sexual",
    ),
    "pl": (
        "bije mnie",
        "boję się",
        "zabić się",
        "chcę umrzeć",
        "dotyka mnie",
        "krzywdzi mnie",
        "uderzył mnie",
        "samobójstwo",
        "nie chcę żyć",
        "zgwałcił mnie",
    ),
    "ro": (
        "mă bate",
        "mi-e frică",
        "vreau să mor",
        "mă atinge",
        "mă rănește",
        "m-a bătut",
        "m-a lovit",
        "mă sinucid",
        "nu mai vreau să trăiesc",
        "m-a violat",
    ),
    "lt": (
        "mane muša",
        "bijau",
        "noriu mirti",
        "mane liečia",
        "skriaudžia mane",
        "mane mušė",
        "nusižudyti",
        "nebenoriu gyventi",
        "išprievartavo",
    ),
    "pt": (
        "bate-me",
        "me bate",
        "tenho medo",
        "quero morrer",
        "toca-me",
        "magoa-me",
        "bateu-me",
        "me bateu",
        "matar-me",
        "me matar",
        "suicídio",
        "não quero viver",
    ),
    "ar": (
        "يضربني",
        "ضربني",
        "خائف",
        "خائفة",
        "أريد أن أموت",
        "يلمسني",
        "يؤذيني",
        "لست بأمان",
        "انتحار",
        "الانتحار",
        "لا أريد أن أعيش",
        "اغتصبني",
        "يتحرش بي",
    ),
    "ur": (
        "مارتا ہے",
        "مارتے ہیں",
        "ڈر لگتا",
        "مرنا چاہتا",
        "مرنا چاہتی",
        "چھوتا ہے",
        "مارا ہے",
        "خودکشی",
        "جینا نہیں چاہتا",
        "جینا نہیں چاہتی",
    ),
    "pa": ("ਮਾਰਦਾ", "ਮਾਰਦੇ", "ਡਰ ਲੱਗਦਾ", "ਮਰਨਾ ਚਾਹੁੰਦ", "ਛੂਹਦਾ", "ਕੁੱਟਦਾ", "ਖ਼ੁਦਕੁਸ਼ੀ"),
}
_MARKS = re.compile("['`\u00b4\u02bc\u2018\u2019\u0300-\u036f\u064b-\u065f\u0670\u200b-\u200f]")
ASKED_FOR_HELP = "They came by “Is someone hurting you?”"


def reasons_in(words: str) -> tuple[str, ...]:
    """The phrases of any language that stand in it, as whole words, each once.

    Read both ways: without its mark, "the gang's" is another word.
    """
    found = (
        _phrases(read)[each.group(1)]
        for read in (_plain, _as_typed)
        for each in _pattern(read).finditer(read(words))
    )
    return tuple(dict.fromkeys(found))


@cache
def _phrases(read: Callable[[str], str]) -> dict[str, str]:
    """Each phrase as it stands in the list, by how it is read."""
    return {read(each): each for of in PHRASES.values() for each in of}


@cache
def _pattern(read: Callable[[str], str]) -> re.Pattern[str]:
    """In Arabic, "and" is written together with the word that follows."""
    every = "|".join(map(re.escape, sorted(_phrases(read), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)[\u0648\u0641]?({every})(?!\w)")


def _plain(words: str) -> str:
    """In small letters without accents, marks and apostrophes, on one line."""
    letters = unicodedata.normalize("NFD", words.casefold())
    return " ".join(_MARKS.sub("", letters).replace("\u0142", "l").split())


def _as_typed(words: str) -> str:
    """In small letters, on one line."""
    return " ".join(words.casefold().replace("\u2019", "'").split())
