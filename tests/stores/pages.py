"""Reads every page of a store as every role, at one moment, so that bytes can be compared.

As a command, ``python -m tests.stores.pages FOLDER OUT.json`` keeps what the pages of the SQLite
store in FOLDER say; ``python -m tests.stores.pages --compare BEFORE.json AFTER.json`` lists what
differs. Run it with the code of two releases over copies of one folder.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import time_machine
from flask import Flask
from flask.testing import FlaskClient

CLOCK = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
NOBODY = "nobody"
_MOST = 6000
_LINK = re.compile(rb"(?:href|src|action)=\"([^\"#]+)")
_LETTER = re.compile(r"https?://[^/\s]+(/\S+/sign-in/\S+)")
# What is new on each request or in each release: keys of forms, tokens, stamps of styles.
_FRESH = (
    (re.compile(r"(name=\"(?:key|csrf_token|token|client_id)\"[^>]*value=)\"[^\"]*\""), r'\1""'),
    (re.compile(r"(value=)\"[^\"]*\"( name=\"(?:key|csrf_token|token|client_id)\")"), r'\1""\2'),
    (re.compile(r"(\"token\":)\"[^\"]*\""), r'\1""'),
    (re.compile(r"\?[hv]=[0-9a-f]+"), ""),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\""), 'id"'),
)


def read_pages(var: Path, people: dict[str, tuple[str, str]]) -> dict[str, str]:
    """What each page says, by who asks and its address.

    ``people`` names, for each asker, a partnership and an e-mail address; no address for somebody
    who is not signed in. A page that is no text is told by its type and length.
    """
    with time_machine.travel(CLOCK, tick=False):
        app = _app_over(var)
        found: dict[str, str] = {}
        for number, (name, (slug, email)) in enumerate(people.items()):
            client = app.test_client()
            client.environ_base["REMOTE_ADDR"] = f"10.1.{number // 250}.{number % 250 + 1}"
            if email:
                _sign_in(client, slug, email, var / "post")
            for path, said in _crawl(app, client, slug):
                found[f"{name} {path}"] = said
        return found


def _app_over(var: Path) -> Flask:
    given = {"VAR": str(var), "FOLLOW": "no", "PUBLIC_URL": "http://localhost"}
    os.environ |= {f"EARSHOT_{name}": value for name, value in given.items()}
    app: Flask = import_module("infra.wsgi").app
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


def _sign_in(client: FlaskClient, slug: str, email: str, post: Path) -> None:
    client.post(f"/{slug}/work/sign-in", data={"email": email})
    _post(client)
    letters = sorted(post.glob(f"*-{email}.txt"), key=lambda path: path.stat().st_mtime_ns)
    links = [found for each in letters if (found := _LETTER.search(each.read_text()))]
    link = links[-1] if links else None
    if link is None:
        raise LookupError(f"no letter came for {email}")
    entered = client.post(link[1])
    if entered.status_code != 303:
        raise LookupError(f"{email} was not let in: {entered.status_code}")


def _post(client: FlaskClient) -> None:
    """Sends what the outboxes hold, where a release has any."""
    with suppress(ImportError):
        deliver = import_module("infra.worker.outbox_sender").deliver
        deliver(client.application.extensions["tenants"])


def _crawl(app: Flask, client: FlaskClient, slug: str) -> Iterator[tuple[str, str]]:
    rules = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    starts = [rule.replace("<partnership>", slug) for rule in rules]
    waiting = sorted({path for path in starts if "<" not in path})
    seen = set(waiting)
    for _ in range(_MOST):
        if not waiting:
            return
        path = waiting.pop(0)
        answer = client.get(path)
        body = answer.get_data()
        yield path, f"{answer.status_code} {answer.mimetype}\n{_plain(answer.mimetype, body)}"
        onward = [answer.headers["Location"]] if "Location" in answer.headers else []
        if answer.mimetype == "text/html":
            onward += [link.decode().replace("&amp;", "&") for link in _LINK.findall(body)]
        for link in sorted({urljoin(path, link) for link in onward}):
            parts = urlsplit(link)
            ours = not parts.netloc and parts.path.startswith(f"/{slug}/")
            if ours and link not in seen and not re.search(r"known=|in_force=|sign-out", link):
                seen.add(link)
                waiting.append(link)


def _plain(kind: str, body: bytes) -> str:
    if not (kind.startswith("text/") or kind.endswith(("json", "xml"))):
        return f"{len(body) > 0}"
    return _without_what_is_fresh(body.decode(errors="replace"))


def _without_what_is_fresh(text: str) -> str:
    for pattern, put in _FRESH:
        text = pattern.sub(put, text)
    return text


def _squeezed(text: str) -> str:
    """Without the white space that no reader sees, each tag on a line of its own."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\n\1\n", " ".join(text.split()))


def _compare(before: Path, after: Path) -> int:
    kept = (json.loads(path.read_text(encoding="utf-8")) for path in (before, after))
    one, two = (
        {name: _squeezed(_without_what_is_fresh(said)) for name, said in each.items()}
        for each in kept
    )
    names = sorted(one.keys() | two.keys())
    differing = [name for name in names if one.get(name) != two.get(name)]
    for name in differing[:40]:
        was, now = (each.get(name, "(no such page)").splitlines() for each in (one, two))
        print("\n".join(list(difflib.unified_diff(was, now, name, name, lineterm="", n=0))[:12]))
    print(f"{len(one)} pages before, {len(two)} after, {len(differing)} differ")
    return 1 if differing else 0


def _main(arguments: list[str]) -> int:
    if arguments[0] == "--compare":
        return _compare(Path(arguments[1]), Path(arguments[2]))
    folder, out = Path(arguments[0]), Path(arguments[1])
    with tempfile.TemporaryDirectory() as copy:
        var = Path(copy) / "var"
        shutil.copytree(folder, var)
        for path in (var, *var.rglob("*")):  # a checkout lets everybody read; keys refuse that
            path.chmod(0o700 if path.is_dir() else 0o600)
        people = json.loads((folder / "people.json").read_text(encoding="utf-8"))
        said = read_pages(var, {name: (slug, email) for name, (slug, email) in people.items()})
    out.write_text(json.dumps(said, indent=0, sort_keys=True), encoding="utf-8")
    statuses = [text.split(" ")[0] for text in said.values()]
    counted = ", ".join(f"{statuses.count(each)} of {each}" for each in sorted(set(statuses)))
    print(f"{len(said)} pages: {counted}")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
