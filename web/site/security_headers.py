"""The headers of every response, and the check of CSRF tokens."""

from __future__ import annotations

from flask import Flask, Response

from web.site.authentication import csrf

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_TRANSPORT = "max-age=31536000; includeSubDomains"


def init_app(app: Flask) -> None:
    """Adds the headers to every response, and lets guards check the CSRF token."""
    csrf.init_app(app)

    @app.after_request
    def add_headers(response: Response) -> Response:
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers.setdefault("Strict-Transport-Security", _TRANSPORT)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response
