"""What a young person may do with their five words: come back, say more, say if they felt heard."""

from __future__ import annotations

import re
from typing import get_args

from events.fact import Provenance
from events.feedback.feedback import CameBack, Listened, MoreSaid, SaidIfHeard
from services.feedback.feedback_state import (
    WORDS_LIMIT,
    Feedback,
    NothingSaid,
    TooManyWords,
    not_taken_back,
)
from services.feedback.receipt import WORDS, NotAReceipt, read_words
from services.letters import is_longer
from services.refusals import AlreadyThere, Missing, Refusal


class OnlyTheCode(Refusal):
    words = (
        "These look like five words of ours. Keep them to yourself. To see our answer, go to "
        "Come back and type them there."
    )
    field = "words"


class OneWordIsNotIt(Refusal):
    words = "That is not the word. Look at your five words and try again."
    field = "word"


def say_more(feedback: Feedback, provenance: Provenance, *, words: str) -> MoreSaid:
    """More of the same, which somebody must read. Raises ``NothingSaid``, ``TooManyWords``."""
    if not words:
        raise NothingSaid("Write what you want to add.")
    if is_longer(words, WORDS_LIMIT):
        raise TooManyWords
    refuse_code(words)
    return MoreSaid(*not_taken_back(feedback).next(provenance), kind="later", words=words)


def come_back(feedback: Feedback, provenance: Provenance) -> CameBack:
    """Raises ``AlreadyThere`` after the first time."""
    if feedback.came_back:
        raise AlreadyThere
    return CameBack(*feedback.next(provenance))


def say_if_heard(feedback: Feedback, provenance: Provenance, *, listened: Listened) -> SaidIfHeard:
    """Raises ``AlreadyThere`` where that is what they said last."""
    if listened not in get_args(Listened):
        raise Missing("Pick one of the three answers.", field="listened")
    if feedback.listened == listened:
        raise AlreadyThere
    return SaidIfHeard(*not_taken_back(feedback).next(provenance), listened=listened)


def refuse_code(words: str) -> None:
    """A message that is only a receipt is no message. Raises ``OnlyTheCode``."""
    if len(re.findall(r"[a-z]+", words.lower())) != WORDS:
        return
    try:
        read_words(words)
    except NotAReceipt:
        return
    raise OnlyTheCode


def check_one_word(receipt: str, number: int, typed: str) -> None:
    """Whether somebody has kept the word with this number (1 to 5). Raises ``OneWordIsNotIt``."""
    word = re.sub(r"[^a-z]", "", typed.lower())
    if not word or word[:4] != read_words(receipt)[number - 1][:4]:
        raise OneWordIsNotIt
