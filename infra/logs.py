"""Logs of errors. They never hold an address, a user agent, a child's words or a receipt."""

from __future__ import annotations

import logging


def set_up() -> None:
    """Plain lines on standard error."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("botocore").setLevel(logging.WARNING)
