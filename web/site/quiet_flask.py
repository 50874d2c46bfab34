"""The application, which never writes an address into its log."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, request

_log = logging.getLogger(__name__)


class QuietFlask(Flask):
    """Logs which page failed and how, but never its address: it may hold a sign-in link."""

    def log_exception(self, exc_info: Any) -> None:
        _log.error("a page failed: %s", request.endpoint, exc_info=exc_info)
