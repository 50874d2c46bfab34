"""The web application. It finds every page, and refuses to start if one has no permission."""

from __future__ import annotations

import pkgutil
from datetime import timedelta
from importlib import import_module
from urllib.parse import quote, urlsplit

from flask import Blueprint, Flask, g
from werkzeug.middleware.proxy_fix import ProxyFix

import web
from services.files import LARGEST
from web.drawing.creatures import picture, pictured
from web.drawing.palette import refuse_pale
from web.feedback.bot_check import SHORTEST_SECONDS
from web.forms.sent import new_key
from web.site import (
    asked_again,
    children_host,
    drawn_once,
    easy_read,
    error_pages,
    formatting,
    i18n,
    last_seen,
    names,
    permissions,
    security_headers,
    static_files,
    tenancy,
    time_travel,
)
from web.site.buckets import Buckets, BucketsInMemory
from web.site.compression import packing
from web.site.file_responses import KeptInMemory
from web.site.navigation import rail
from web.site.permissions import refuse_unguarded
from web.site.quiet_flask import QuietFlask
from web.site.rate_limit import Throttle
from web.site.tenancy import Tenants

# The order matters: before a request, Flask asks these in turn. A page of staff on the young
# people's own host is answered 404 before time travel could ask anybody to sign in there.
_PARTS = (
    formatting,
    asked_again,
    i18n,
    easy_read,
    names,
    last_seen,
    permissions,
    tenancy,
    children_host,
    drawn_once,
    time_travel,
    error_pages,
)
_LARGEST = 256 * 1024


def create_app(
    tenants: Tenants,
    secret: bytes,
    *,
    https: bool,
    proxies: int = 0,
    buckets: Buckets | None = None,
) -> Flask:
    """The application over these partnerships. ``secret`` (32 bytes or more) signs sessions.

    ``proxies`` is the number of our own proxies in front of it. They say who sends a request.
    ``buckets`` count what each source sends; without any, this process counts alone.
    """
    refuse_pale()
    app = QuietFlask("web", static_folder="static")
    app.request_class = KeptInMemory
    app.extensions["tenants"] = tenants
    app.extensions["throttle"] = Throttle(buckets or BucketsInMemory(), secret)
    _configure(app, secret, _hosts(tenants) if https else [])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in _PARTS:
        part.init_app(app)
    _find_pages(app)
    refuse_unguarded(app)
    security_headers.init_app(app)  # last, so that pages may add to the headers
    app.context_processor(_around)
    app.jinja_env.globals.update(
        creature=picture, pictured=pictured, favicon=_favicon(app), largest_file=LARGEST
    )
    static_files.init_app(app)
    app.wsgi_app = packing(app.wsgi_app)  # type: ignore[assignment, method-assign]
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    return app


def _hosts(tenants: Tenants) -> list[str]:
    """The only host names that the application answers to."""
    named = (urlsplit(url).hostname for url in (tenants.public_url, tenants.children_url))
    return [name for name in named if name]


def _configure(app: Flask, secret: bytes, hosts: list[str]) -> None:
    """``hosts`` are the host names on https. The list is empty without https."""
    app.config.update(
        SECRET_KEY=secret,
        SESSION_COOKIE_NAME="__Host-earshot" if hosts else "earshot",
        SESSION_COOKIE_SECURE=bool(hosts),
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=8),
        MAX_CONTENT_LENGTH=_LARGEST,
        MAX_FORM_MEMORY_SIZE=_LARGEST,
        SHORTEST_TELLING=SHORTEST_SECONDS,
        WTF_CSRF_CHECK_DEFAULT=False,  # the guard of each staff page checks, once it knows the user
        TRUSTED_HOSTS=hosts or None,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )


def _favicon(app: Flask) -> str:
    """The logo as a data URL, so that no page needs a request for it."""
    logo = app.jinja_env.get_template("macros/faces.html").module.logo()  # type: ignore[attr-defined]
    return f"data:image/svg+xml,{quote(''.join(logo.splitlines()))}"


def _around() -> dict[str, object]:
    """What every page may show around its own content."""
    signed_in = "who" in g
    return {
        "card": g.get("card"),
        "kept": g.get("kept"),
        "who": g.get("who"),
        "rail": rail() if signed_in else {},
        "new_key": new_key,
    }


def _find_pages(app: Flask) -> None:
    for module in pkgutil.walk_packages(web.__path__, "web."):
        pages = getattr(import_module(module.name), "pages", None)
        if isinstance(pages, Blueprint) and pages.import_name == module.name:
            app.register_blueprint(pages)
