"""Urgent messages and their alerts: which wait to be opened, who was told, how long each took."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.feedback.alert import AlertFact, AlertOpened, AlertSent, AlertStepTaken
from events.feedback.feedback import FeedbackSubmitted, MoreSaid
from events.feedback.triage import ConcernEscalated, FeedbackRead
from events.privacy.erasure import ForgettingConfirmed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.feedback.urgent_phrases import reasons_in


@dataclass(frozen=True)
class Alert:
    """One urgent message. Moments are ISO 8601 in UTC, empty where it has not happened.

    ``asks_help`` says that it came by "Is someone hurting you?". ``sent_at`` is when the first
    letter or text message went out, ``passed_on_at`` when a concern was escalated because of it.
    ``steps`` are those taken since it was raised; ``is_told`` says that there is one.
    """

    feedback: UUID
    raised_at: str
    asks_help: bool
    is_waiting: bool = True
    sent_at: str = ""
    opened_at: str = ""
    passed_on_at: str = ""
    steps: tuple[str, ...] = ()
    is_told: bool = False
    demo: bool = False


@dataclass(frozen=True)
class EarlierAlert:
    """An alert that was opened before words were added and raised its message again.

    ``key`` is the message and the moment it was raised; the rest is as in ``Alert``.
    """

    key: str
    raised_at: str
    sent_at: str = ""
    opened_at: str = ""
    passed_on_at: str = ""
    demo: bool = False


class Alerts(Projection):
    name = "alerts"
    version = 2
    earlier = TableOf(EarlierAlert, index=("raised_at",))
    alerts = TableOf(Alert, index=(("is_waiting", "is_told", "raised_at"), "raised_at"))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FeedbackSubmitted(asks_help=asks_help):
                if asks_help or reasons_in(fact.words):
                    self.alerts.put(Alert(id, at(fact), asks_help, demo=fact.demo))
            case MoreSaid():
                self._more(fact)
            case AlertStepTaken() | AlertSent() | AlertOpened():
                self.alerts.change(fact.feedback, lambda row: _alerted(row, fact))
            case FeedbackRead():
                self.alerts.change(id, lambda row: _opened(row, at(fact)))
            case ConcernEscalated():
                self.alerts.change(id, lambda row: _passed_on(row, at(fact)))
            case ForgettingConfirmed(subject=subject):
                self.alerts.change(subject, lambda row: replace(row, is_waiting=False))
            case _:
                pass

    def waiting(self, page: slice = slice(None)) -> list[Alert]:
        """Those that nobody has opened, the longest waiting first."""
        return self.alerts.where(is_waiting=True, order="raised_at", page=page)

    def untold(self, page: slice) -> list[Alert]:
        """Those of which nobody was told yet, the longest waiting first."""
        return self.alerts.where(is_waiting=True, is_told=False, order="raised_at", page=page)

    def of(self, feedback: UUID) -> Alert | None:
        return self.alerts.get(feedback)

    def all(self) -> list[Alert | EarlierAlert]:
        """All alerts there ever were."""
        return [*self.alerts.where(), *self.earlier.where()]

    def newest(self, most: int) -> list[Alert | EarlierAlert]:
        """The newest alerts, to measure what was promised."""
        page = slice(0, most)
        found: list[Alert | EarlierAlert] = [
            *self.alerts.where(order="raised_at", newest_first=True, page=page),
            *self.earlier.where(order="raised_at", newest_first=True, page=page),
        ]
        return sorted(found, key=lambda each: each.raised_at, reverse=True)[:most]

    def _more(self, fact: MoreSaid) -> None:
        """Words that are added raise it again, unless it waits to be opened already."""
        known = self.alerts.get(fact.originator_id)
        if known and known.is_waiting:
            return
        if (known and fact.kind == "later") or reasons_in(fact.words):
            if known:
                self.earlier.put(_earlier(known))
            asks = known is not None and known.asks_help
            self.alerts.put(
                Alert(fact.originator_id, at(fact), asks, demo=bool(known and known.demo))
            )


def _earlier(row: Alert) -> EarlierAlert:
    key, times = f"{row.feedback} {row.raised_at}", (row.sent_at, row.opened_at, row.passed_on_at)
    return EarlierAlert(key, row.raised_at, *times, demo=row.demo)


def at(fact: Fact) -> str:
    return fact.recorded_at.isoformat(timespec="microseconds")


def _alerted(row: Alert, fact: AlertFact) -> Alert:
    """What was done about an earlier alert says nothing of this one."""
    if fact.raised_at != row.raised_at:
        return row
    match fact:
        case AlertStepTaken(step=step):
            return replace(row, steps=(*row.steps, step), is_told=True)
        case AlertSent(sent_at=sent):
            return replace(row, sent_at=row.sent_at or sent.isoformat(timespec="microseconds"))
        case AlertOpened():
            return _opened(row, at(fact))


def _opened(row: Alert, at: str) -> Alert:
    return replace(row, is_waiting=False, opened_at=row.opened_at or at)


def _passed_on(row: Alert, at: str) -> Alert:
    return replace(_opened(row, at), passed_on_at=row.passed_on_at or at)
