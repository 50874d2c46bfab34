"""Words that facts of several subjects share, each with the values that it may have."""

from __future__ import annotations

from typing import Literal

Feeling = Literal["", "happy", "ok", "mixed", "worried", "sad", "angry"]
Outcome = Literal["we will", "we did", "we could not"]
Language = Literal["pl", "ro", "lt", "pt", "ur", "pa", "ar"]
