"""The proof that nothing was altered: in words for staff, as files for anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.period import PartialDate
from services.refusals import Refusal
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.form_state import FormState
from web.site.access_log import record_access
from web.site.authentication import who
from web.site.permissions import open_to_all, requires, visitor_has_permission
from web.site.tenancy import here

pages = Blueprint("proof", __name__)
_SIZE = re.compile(r"[1-9][0-9]{0,14}")
_OFFLINE = Path(__file__).parents[1] / "offline" / "verify.html"


class NotYet(Refusal):
    words = "Nothing is signed yet. Come back in a minute."


class NotToday(Refusal):
    words = "Nothing is signed for all to see yet. Come back tomorrow."


class NoSuchGrowth(Refusal):
    words = (
        "Say which sizes: from=… and to=…, whole numbers, the first not larger than the second, "
        "both of checkpoints that are shown to you."
    )


class BundlePeriodForm(Form):
    first = Day(label="From, if not from the start", kind="date")
    last = Day(label="Until, if not until now", kind="date")


def _bundle(*, first: PartialDate | None, last: PartialDate | None) -> Iterator[str]:
    """The record of those days as lines of a file."""
    return here.proof.bundle(first.first if first else None, last.last if last else None)


BUNDLE = Command(BundlePeriodForm, _bundle, title="Save the record as a file", done="")


@pages.get("/<partnership>/proof/checkpoint")
@open_to_all
def checkpoint() -> ResponseReturnValue:
    """The newest checkpoint, or the one of exactly ``size`` facts: a C2SP signed note.

    The public gets only those at the turn of a day: any other would tell the minute of a fact.
    """
    asked = request.args.get("size")
    if asked is not None and not _SIZE.fullmatch(asked):
        abort(404)
    all_seen, size = visitor_has_permission("check the record"), int(asked) if asked else None
    found = here.proof.signed(size) if all_seen else here.proof.of_day(size)
    words = NotYet.words if all_seen else NotToday.words
    return _text(found.note) if found else _text(words + "\n", 404)


@pages.get("/<partnership>/proof/key")
@open_to_all
def key() -> ResponseReturnValue:
    return _text(here.proof.key() + "\n")


@pages.get("/<partnership>/proof/consistency")
@open_to_all
def consistency() -> ResponseReturnValue:
    """The proof that the log grew from one size to another (RFC 9162): one base64 hash per line."""
    old, new = (request.args.get(name, "") for name in ("from", "to"))
    if not (_SIZE.fullmatch(old) and _SIZE.fullmatch(new)):
        return _text(NoSuchGrowth.words + "\n", 422)
    shown = visitor_has_permission("check the record") or (
        here.proof.of_day(int(old)) and here.proof.of_day(int(new))
    )
    found = here.proof.consistency(int(old), int(new)) if shown else None
    if found is None:
        return _text(NoSuchGrowth.words + "\n", 422)
    return _text("".join(f"{each}\n" for each in found))


@pages.get("/<partnership>/proof/verify.py")
@open_to_all
def verifier() -> ResponseReturnValue:
    return _file(here.proof.verifier(), "verify.py", "text/x-python; charset=utf-8")


@pages.get("/<partnership>/proof/verify.html")
@open_to_all
def verifier_page() -> ResponseReturnValue:
    """A page to save and open without a network. The application never shows it."""
    return _file(_OFFLINE.read_text(encoding="utf-8"), "verify.html", "text/html; charset=utf-8")


@pages.get("/<partnership>/work/proof")
@requires("check the record")
def page() -> ResponseReturnValue:
    return _page(FormState(BUNDLE))


@pages.post("/<partnership>/work/proof")
@requires("check the record")
def check() -> ResponseReturnValue:
    here.proof.check(f"a {who.role}")
    proof = here.proof.standing()
    if proof.checking is not None:
        flash("The check has begun. It goes on by itself: open this page again in a while.")
    elif not proof.broken:
        flash("Checked just now: nothing has been changed or taken out.")
    return redirect(url_for(".page"), 303)


@pages.get("/<partnership>/work/proof/checkpoints/<size>")
@requires("check the record")
def download(size: str) -> ResponseReturnValue:
    found = here.proof.signed(int(size)) if _SIZE.fullmatch(size) else None
    if found is None:
        abort(404)
    return _file(found.note, f"{here.slug}-{found.file_name}")


@pages.post("/<partnership>/work/proof/bundle")
@requires("check the record")
def bundle() -> ResponseReturnValue:
    lines, errors = BUNDLE.outcome(here.partnership.id)
    if errors:
        return _page(FormState(BUNDLE, values=commands.typed(BUNDLE), errors=errors)), 422
    record_access("export", here.partnership.id)
    return _file(lines, f"{here.slug}-bundle.jsonl", "application/jsonl")


@pages.get("/<partnership>/work/decisions/<uuid:id>/proof")
@requires("read decisions")
def of_decision(id: UUID) -> ResponseReturnValue:
    """All that the record holds of one decision, with the proof that it is in the record."""
    here.decision.recall(id)
    found = here.proof.small(id, first_only=False)
    if found is None:
        raise NotYet
    return _file(found, f"{here.slug}-decision-{str(id)[:8]}.proof.jsonl", "application/jsonl")


def _page(bundle: FormState) -> str:
    proof = here.proof.standing()
    return render_template("record/proof.html", proof=proof, bundle=bundle, errors=bundle.errors)


def _text(said: str, status: int = 200) -> Response:
    return Response(said, status, mimetype="text/plain")


def _file(said: object, name: str, kind: str = "text/plain; charset=utf-8") -> Response:
    given = Response(said, content_type=kind)  # type: ignore[arg-type]
    given.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return given
