"""Erasures of escalated concerns, done once the days in which they can be stopped are over."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from infra.partnerships import Partnerships
from infra.recovery import finish

_SECONDS = 60.0
_log = logging.getLogger(__name__)


@dataclass
class CooledErasures:
    """Looks once a minute: the day that an erasure waits for comes without any fact."""

    partnerships: Partnerships
    looked_at: float = float("-inf")

    def look(self, now: datetime) -> None:
        """Does what is due in each partnership. An error in one does not delay the others."""
        if now.timestamp() - self.looked_at < _SECONDS:
            return
        self.looked_at = now.timestamp()
        for slug in self.partnerships.served():
            try:
                finish(self.partnerships.open(slug))
            except Exception:
                _log.exception("erasures of %s could not be done; they are tried again", slug)
