"""What a visit costs at least: bare Flask, marshmallow, and one durable INSERT of what was said.

It has the three steps of a young person's visit, and nothing else of them.
"""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from flask import Flask, request
from marshmallow import EXCLUDE, Schema, fields, validate

from infra.settings import load

_SAY = "<!doctype html><title>Tell us</title>" + "<p>A line of a page like any other.</p>" * 300
_TABLE = "CREATE TABLE IF NOT EXISTS said (id text PRIMARY KEY, words text, rest text)"


class Said(Schema):
    class Meta:
        unknown = EXCLUDE

    client_id = fields.String(required=True)
    words = fields.String(required=True, validate=validate.Length(max=5000))
    feeling = fields.String(validate=validate.OneOf(["happy", "ok", "mixed", "sad"]))
    about = fields.String()
    age_band = fields.String()
    wants_answer = fields.String()


def bare() -> Flask:
    """Gunicorn calls this, with the settings of the service that it stands beside."""
    app, store, schema = Flask("bare"), _store(), Said()

    def drawn(id: str) -> str:
        return f'{_SAY}<input type="hidden" name="client_id" value="{id}">'

    @app.get("/health")
    def health() -> str:
        return "up"

    @app.get("/norfolk/tell")
    def form() -> str:
        return drawn(str(uuid4()))

    @app.post("/norfolk/tell/check")
    def check() -> str:
        return drawn(schema.load(request.form)["client_id"])

    @app.post("/norfolk/tell/send")
    def send() -> str:
        said = schema.load(request.form)
        store((said["client_id"], said["words"], repr(said)))
        return f"{_SAY} five words"

    return app


def _store() -> Any:
    """Writes one row and waits until it is on the disk, over a connection of each thread."""
    settings, kept = load(), threading.local()

    def store(row: tuple[str, str, str]) -> None:
        if settings.database_url:
            if not hasattr(kept, "line"):
                kept.line = psycopg.connect(settings.database_url, autocommit=True)
                kept.line.execute(_TABLE)
            kept.line.execute("INSERT INTO said VALUES (%s, %s, %s)", row, prepare=True)
        else:
            if not hasattr(kept, "line"):
                kept.line = _file(settings.var / "bare.db")
            kept.line.execute("INSERT INTO said VALUES (?, ?, ?)", row)

    return store


def _file(path: Path) -> sqlite3.Connection:
    line = sqlite3.connect(path, isolation_level=None, timeout=30)
    line.execute("PRAGMA journal_mode = WAL")
    line.execute("PRAGMA synchronous = FULL")
    line.execute(_TABLE)
    return line
