"""The progress of a check of a whole record, and the last check that found no fault."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from infra.proof.merkle_frontier import Frontier
from infra.storage.hash_chain import EPOCH, Head, genesis, micros, moment

ITSELF = "Earshot itself"


@dataclass(frozen=True)
class Sweep:
    """How far a check has got. ``at`` is in microseconds since 1970, hashes are in hexadecimal."""

    n: int
    at: int
    chain: str
    edge: tuple[str, ...]
    signed: int = 0
    by: str = ITSELF

    @classmethod
    def start(cls, slug: str, by: str) -> Sweep:
        return cls(0, micros(EPOCH), genesis(slug).hex(), (), 0, by)

    @classmethod
    def read(cls, text: str) -> Sweep | None:
        """Reads the stored progress. None if no check is under way."""
        given = json.loads(text) if text else None
        return cls(**{**given, "edge": tuple(given["edge"])}) if given else None

    @property
    def text(self) -> str:
        return json.dumps(asdict(self))

    @property
    def head(self) -> Head:
        return Head(self.n, moment(self.at), bytes.fromhex(self.chain))

    @property
    def frontier(self) -> Frontier:
        return Frontier(self.n, map(bytes.fromhex, self.edge))


@dataclass(frozen=True)
class Held:
    """A check that found all well: how many facts, when it ended, who had asked for it."""

    size: int
    at: str
    by: str

    @classmethod
    def read(cls, text: str) -> Held | None:
        return cls(**json.loads(text)) if text else None
