"""One letter or text message in the outbox, and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["sign-in", "urgent", "invitation", "digest", "erasure", "visit"]
Channel = Literal["email", "text"]
State = Literal["waiting", "claimed", "sent", "dropped", "given up"]

CLAIM_SECONDS = 30.0  # then another worker may take it: this one has died or hangs
_FIRST_PAUSE, _LONGEST_PAUSE, _LONGEST_URGENT = 2.0, 900.0, 15.0


@dataclass(frozen=True)
class OutboxLetter:
    """``about`` is what the kind needs. ``until`` is when it is no longer of use (UNIX seconds).

    ``is_again`` says of a claimed letter that it was claimed before: it may have gone out then.
    """

    key: str
    kind: Kind
    channel: Channel
    recipient: str
    about: str
    made_at: float
    until: float
    tries: int = 0
    batch: str = ""
    is_again: bool = False

    def row(self) -> dict[str, Any]:
        """The values of a new row."""
        new = {"state": "waiting", "next_at": self.made_at, "sent_at": 0.0, "trouble": ""}
        kept = {name: each for name, each in vars(self).items() if name != "is_again"}
        return {**kept, **new}


def pause_after(kind: Kind, tries: int) -> float:
    """Seconds until the next try: doubled each time, and never long where a child may wait."""
    longest = _LONGEST_URGENT if kind == "urgent" else _LONGEST_PAUSE
    return float(min(longest, _FIRST_PAUSE * 2 ** min(tries, 20)))
