"""A number as a document states it: exactly, at least, about, all, or not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self

Qualifier = Literal["exactly", "at least", "about", "all", "unknown"]
_STATED = re.compile(r"(?P<about>about )?(?P<number>[0-9][0-9,]{0,15})(?P<more>\+)?")


@dataclass(frozen=True)
class Value:
    """A number as stated: 66, 40+, about 30, "all" without a count, or not known."""

    number: int | None
    qualifier: Qualifier = "exactly"

    @classmethod
    def stated(cls, text: str) -> Self:
        """From ``66``, ``1,064``, ``40+``, ``about 30``, ``all`` or ``unknown``.

        Raises ``ValueError`` where it is none of these.
        """
        if text == "all":
            return cls(None, "all")
        if text == "unknown":
            return cls(None, "unknown")
        found = _STATED.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not a number")
        counted = int(found["number"].replace(",", ""))
        if found["more"]:
            return cls(counted, "at least")
        return cls(counted, "about" if found["about"] else "exactly")

    def __str__(self) -> str:
        if self.number is None:
            return {"all": "all (number not stated)"}.get(self.qualifier, "not stated")
        shown = f"{self.number:,}"
        return {"at least": f"{shown}+", "about": f"about {shown}"}.get(self.qualifier, shown)
