"""What somebody signs in with, in plain words, so that they know their own sessions."""

from __future__ import annotations

from flask import Request
from ua_parser import parse

_UNKNOWN = "Another browser"


def device_of(request: Request) -> str:
    """Such as "Chrome on Windows". Words of the browser's that are not known are left out."""
    found = parse(request.headers.get("User-Agent", "")[:500])
    browser = found.user_agent.family if found.user_agent else _UNKNOWN
    return f"{browser} on {found.os.family}" if found.os else browser
