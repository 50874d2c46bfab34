"""Two people at once: what one of them decides is saved just before the other saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from services.ledger import Ledger


def interleave(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger, somebody_else: Callable[[], Any]
) -> None:
    """``somebody_else`` acts once, between the next decision and its save."""
    save, waiting = ledger.save, [somebody_else]

    def slowly(*facts: Any, **named: Any) -> Any:
        if waiting:
            waiting.pop()()
        return save(*facts, **named)

    monkeypatch.setattr(ledger, "save", slowly)
