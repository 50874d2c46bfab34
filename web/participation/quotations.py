"""What may be quoted of children: proposed, agreed to, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.participation.quotation import Use
from projections.feedback.triage_queue import TriageQueue
from projections.feedback.triage_rows import TriageItem
from projections.participation.quotation_rows import SIGNATURES, Excerpt
from projections.participation.quotations import Quotations
from services.participation.signing_off import signers
from web.forms import commands
from web.forms.command import Command
from web.participation.quotation_commands import OF_MESSAGE, OF_STATEMENT, PROPOSE, PUT_RIGHT
from web.site.access_log import record_access
from web.site.permissions import is_offered, requires
from web.site.second_person import SecondPerson, second_person
from web.site.tenancy import here

pages = Blueprint("quotes", __name__)


@pages.get("/<partnership>/work/quotes/")
@requires("read feedback")
def book() -> ResponseReturnValue:
    with here.read(Quotations) as view:
        live = {use: view.live(use) for use in get_args(Use)}
        in_hand, errata = view.in_hand(), view.errata()
        statements = [row for row in view.statements() if row.is_quote]
    return render_template(
        "participation/quotations.html",
        live=live,
        excerpts=[(each, part) for each in in_hand for part in each.excerpts],
        errata=errata,
        statements=statements,
    )


@pages.get("/<partnership>/work/quotes/<uuid:id>")
@requires("read feedback")
def one(id: UUID) -> ResponseReturnValue:
    with here.read(Quotations) as view:
        stated, excerpts, reasons = view.stated.get(id), view.of(id), view.reasons(id)
        errata = [each for each in view.errata() if each.subject == id]
        titles = {each.report: each.title for each in errata}
    item = _item(id)
    if stated is None and item is None:
        abort(404)
    if item and item.said:
        record_access("words", id)
    return render_template(
        "participation/quotations_one.html",
        id=id,
        item=item,
        stated=stated,
        excerpts=excerpts,
        uses=get_args(Use),
        reasons=reasons,
        errata=errata,
        titles=titles,
        commands=_possible(id),
        next_signers=_next_signers(id, [each for each, _ in excerpts]) if item else {},
    )


@pages.route("/<partnership>/work/quotes/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("handle feedback")
def form(id: UUID, name: str) -> ResponseReturnValue:
    return commands.page(commands.named(_offered(id, name), name), id, url_for(".one", id=id))


def _next_signers(id: UUID, excerpts: list[Excerpt]) -> dict[int, str]:
    """What each quotation that lacks a signature says to a user who may not sign it."""
    lacking = [each for each in excerpts if not each.set_aside and len(each.signed) < SIGNATURES]
    return {each.number: _signer(id, each).words for each in lacking}


def _possible(id: UUID) -> dict[str, Command]:
    """The commands on offer. With an open concern, only those that put reports right."""
    with here.read(Quotations) as view:
        stated, said, voiced = view.stated.get(id), view.of(id), view.voiced.get(id)
        waiting = any(each.subject == id for each in view.errata())
    found: dict[str, Command] = {}
    if stated and not stated.ended:
        found |= OF_STATEMENT
    if voiced and not voiced.closed:
        standing = [each for each, _ in said if not each.set_aside]
        signing = [_signer(id, each) for each in standing if len(each.signed) < SIGNATURES]
        names = ["propose", *_signing(signing), *(["set-aside"] if standing else [])]
        found |= {name: OF_MESSAGE[name] for name in names}
    return found | (PUT_RIGHT if waiting else {})


def _signer(id: UUID, excerpt: Excerpt) -> SecondPerson:
    """Who may sign it off next."""
    first = signers(here.quotation.recall(id), excerpt.number)
    return second_person("handle feedback", first)


def _signing(signing: list[SecondPerson]) -> list[str]:
    """The ways to sign one of the quotations off, for this user."""
    mine = ["sign-off"] if any(each.mine for each in signing) else []
    outside = ["sign-off-outside"] if any(each.outside for each in signing) else []
    return [*mine, *outside]


def _offered(id: UUID, name: str) -> dict[str, Command]:
    """The command, with the words beside it. The service refuses what cannot be done now."""
    every = OF_MESSAGE | OF_STATEMENT | PUT_RIGHT
    item = _item(id)
    with here.read(Quotations) as view:
        known = item is not None or view.stated.get(id) is not None
    if name not in every or not known:
        abort(404)
    if name == "propose" and item and item.said:
        record_access("words", id)
        said = f"{PROPOSE.help} What they said: {' … '.join(item.said)}"
        return {name: replace(PROPOSE, help=said)}
    return {name: every[name]}


def _item(id: UUID) -> TriageItem | None:
    """A message. Its words only if they may be quoted and the user may read them."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    if item and (item.escalated_to or not is_offered("read feedback")):
        return item.without_words()
    return item
