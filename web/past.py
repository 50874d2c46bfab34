"""Pages as they were: as known up to a moment, as in force on a day, both asked in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from flask import Flask, Response, abort, g, request, url_for

from projections.partnership_card import Card, PartnershipCard
from projections.standing import Standing
from services.refusals import Refusal
from web.here import here, places
from web.record import Past
from web.who import may_here, who, who_asks
from web.wording import HERE, in_words, uk_time

KNOWN, IN_FORCE = "known", "in_force"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_NOW_ONLY = frozenset({"young_people.accent", "home.leave", "home.leave_picture", "sign_in.out"})
_POSITION = re.compile(r"@([1-9][0-9]{0,14})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    rf"({_DAY.pattern})[T ]([0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?)"
)
_FORM = re.compile(r"<form\b[^>]*\bmethod=\"post\".*?</form>", re.DOTALL)
_STAYS = 'data-now=""'
_A_DAY = timedelta(days=1)


class BadMoment(Refusal):
    words = "Give a day as 2026-03-14, a moment as 2026-03-14T10:30, or a place as @12."


class ThePastIsClosed(Refusal):
    words = "Nothing can be recorded in the past. Go back to now, and do it there."


@dataclass(frozen=True)
class Stood:
    """Where a page stands. ``known`` and ``in_force`` are as they were asked for.

    ``at`` is the moment (UTC) up to which the record is known; none where that is now.
    """

    standing: Standing
    known: str = ""
    in_force: str = ""
    at: datetime | None = None

    @property
    def day(self) -> date:
        """What today is, on such a page."""
        at = self.at or datetime.now(UTC)
        return self.standing.in_force or at.astimezone(HERE).date()

    @property
    def known_words(self) -> str:
        if self.at is None:
            return "now"
        if _DAY.fullmatch(self.known):
            return in_words(date.fromisoformat(self.known))
        fact = f" (fact {self.standing.position:,})" if self.known.startswith("@") else ""
        return uk_time(self.at.isoformat()) + fact

    @property
    def in_force_words(self) -> str:
        return in_words(self.standing.in_force) if self.standing.in_force else ""

    @property
    def asked(self) -> dict[str, str]:
        """What an address must carry to stand in the same place."""
        pairs = {KNOWN: self.known, IN_FORCE: self.in_force}
        return {name: said for name, said in pairs.items() if said}


def stand_in_the_past(app: Flask) -> None:
    """Lets those who may replay the record see any page as it was; nobody can change it there."""

    app.before_request(_go_back)

    @app.url_defaults
    def stay_there(endpoint: str, values: dict[str, object]) -> None:
        takes = app.url_map.is_endpoint_expecting(endpoint, "partnership")
        if "past" in g and takes and endpoint not in _NOW_ONLY:
            for name, said in past().asked.items():
                values.setdefault(name, said)

    @app.after_request
    def close_forms(response: Response) -> Response:
        """No page of the past has a form that sends anything, whoever wrote the page."""
        if "past" in g and response.mimetype == "text/html":
            response.set_data(_FORM.sub(_closed, response.get_data(as_text=True)))
        return response

    @app.context_processor
    def around() -> dict[str, object]:
        return {"past": g.get("past"), "back_to_now": back_to_now}


def _go_back() -> None:
    asked = {name: request.args.get(name, "").strip() for name in (KNOWN, IN_FORCE)}
    if "here" not in g or not any(asked.values()) or request.endpoint in _NOW_ONLY:
        return
    if request.method not in _READING:
        raise ThePastIsClosed
    g.who = who_asks()
    if not may_here("replay the record"):
        abort(403)
    try:
        stand(stood(asked, places.past(here.slug)))
    except BadMoment as bad:
        if request.blueprint != "replay":
            raise
        g.bad_moment = bad  # its page shows what was typed, and what is wrong with it


def stood(asked: Mapping[str, str], record: Past) -> Stood:
    """Where that is in the record. Raises ``BadMoment``."""
    known, in_force = asked.get(KNOWN, ""), asked.get(IN_FORCE, "")
    head = record.head()
    if not head:
        raise BadMoment("Nothing is recorded here yet, so there is no past to look at.")
    day = _day(in_force) if in_force else None
    if not known:
        return Stood(Standing(head, day), "", in_force)
    position = _position(known, record, head)
    at = record.moment_of(position) if known.startswith("@") else _moment(known)
    return Stood(Standing(position, day), known, in_force, min(at, datetime.now(UTC)))


def past() -> Stood:
    """Where the page stands. Only where it stands in the past."""
    return cast(Stood, g.past)


def is_of_a_day() -> bool:
    """Whether the page shows only what was in force on a day: facts of later days are left out."""
    return "past" in g and past().standing.in_force is not None


def back_to_now() -> str:
    """The address of this page as it is now."""
    if request.blueprint == "replay":
        return url_for("replay.page", known=None, in_force=None)
    values = {**request.args, **(request.view_args or {}), KNOWN: None, IN_FORCE: None}
    return url_for(request.endpoint or "", **values)


def stand(then: Stood) -> None:
    """Stands the request there. Raises ``BadMoment`` where the partnership was not there yet."""
    _looked(then)
    place = places.then(here.slug, then.standing)
    with place.read(PartnershipCard) as view:
        card: Card | None = view.card()
    if card is None:
        raise BadMoment(f"{g.card.name} was not in Earshot yet. Choose a later day.")
    g.here, g.card, g.past = place, card, then


def _looked(then: Stood) -> None:
    """Every page of the past that is opened passes here: who looked is recorded here."""
    looking = getattr(here, "looking", None)
    if looking is not None and hasattr(looking, "past"):
        looking.past(who, then.asked)


def _position(known: str, record: Past, head: int) -> int:
    if found := _POSITION.fullmatch(known):
        if int(found[1]) > head:
            raise BadMoment(f"“{known}” is beyond the record: it has {head:,} facts so far.")
        return int(found[1])
    moment = _moment(known)
    begun = moment - _A_DAY + timedelta(microseconds=1) if _DAY.fullmatch(known) else moment
    if begun > datetime.now(UTC):
        raise BadMoment(f"“{known}” has not come yet, so nobody knows what is known then.")
    position = record.position_at(moment)
    if not position:
        first = uk_time(record.moment_of(1).isoformat())
        raise BadMoment(f"“{known}” is before the record starts: its first fact is of {first}.")
    return position


def _moment(known: str) -> datetime:
    """In UTC; a bare day counts to its end in the UK, a doubtful hour to the later of the two."""
    try:
        if _DAY.fullmatch(known):
            end = datetime.combine(date.fromisoformat(known) + _A_DAY, time(), HERE)
            return end.astimezone(UTC) - timedelta(microseconds=1)
        if found := _MOMENT.fullmatch(known):
            return (
                datetime.fromisoformat(f"{found[1]}T{found[2]}")
                .replace(tzinfo=HERE, fold=1)
                .astimezone(UTC)
            )
    except (ValueError, OverflowError):
        pass
    raise BadMoment(f"“{known[:60]}” is no moment that we understand. {BadMoment.words}")


def _day(in_force: str) -> date:
    try:
        day = date.fromisoformat(in_force) if _DAY.fullmatch(in_force) else None
    except ValueError:
        day = None
    if day is None:
        raise BadMoment(f"“{in_force[:60]}” is no day that we understand. Give it as 2021-09-29.")
    if day > datetime.now(HERE).date():
        raise BadMoment(f"“{in_force}” has not come yet.")
    return day


def _closed(form: re.Match[str]) -> str:
    return form[0] if _STAYS in form[0].partition(">")[0] else ""
