"""Makes a letter or text message out of rows of the outbox, at the moment when it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast
from urllib.parse import urlencode
from uuid import UUID

from events.fact import Provenance
from events.feedback.alert import AlertStep
from infra.outbox.letters import OutboxLetter
from infra.partnerships import Partnerships
from infra.worker.digest_letter import digest_letter
from infra.worker.erasure_letter import erasure_letter
from infra.worker.letter_words import (
    invitation,
    sign_in_link,
    urgent_short,
    urgent_subject,
    urgent_text,
)
from infra.worker.recipients import Reached, person_of, reached
from infra.worker.visit_letters import visit_letter
from projections.deadlines.duty import DutyRota
from projections.feedback.alerts import Alerts
from services.access.access_state import NoEntry, TooManyLinks
from services.change import Change
from services.ports import Letter, TextMessage
from services.refusals import AlreadyThere, NotFound
from web.site.tenancy import Tenant

_LINK = "sign-in page"


@dataclass(frozen=True)
class Composing:
    """The rows of one batch, all to one recipient, of one partnership."""

    partnerships: Partnerships
    slug: str
    rows: Sequence[OutboxLetter]

    def compose(self) -> tuple[Letter | TextMessage | None, list[OutboxLetter]]:
        """What is to be sent, if it is still of use, and the rows that it is for."""
        first = self.rows[0]
        to = reached(self._tenant, first.recipient)
        match first.kind:
            case "urgent":
                return self._urgent(to)
            case "sign-in":
                return self._sign_in(to), [first]
            case "invitation":
                return self._invitation(to), [first]
            case "digest":
                return digest_letter(self._tenant, first, to.email, self._url), [first]
            case "erasure":
                return erasure_letter(self._name, first, to.email, self._url), [first]
            case "visit":
                return visit_letter(self._tenant, self._name, first, to.email, self._url), [first]

    def sent(self, rows: Sequence[OutboxLetter], now: datetime) -> None:
        """Records what a partnership wants to prove: that and when an alert went out."""
        changes = [self._recorded(row, now) for row in rows if row.kind == "urgent"]
        try:
            self._tenant.ledger.change_together(changes)
        except AlreadyThere:  # some were recorded before: those that were not, one by one
            for change in changes:
                with suppress(AlreadyThere):
                    self._tenant.ledger.change(change)

    def _recorded(self, row: OutboxLetter, now: datetime) -> Change:
        feedback, raised, step = row.about.split("|")
        return self._tenant.alert.record_sent.change(
            UUID(feedback),
            Provenance("earshot", "an urgent message waits"),
            feedback=UUID(feedback),
            raised_at=raised,
            step=cast(AlertStep, step),
            to=row.recipient,
            channel=row.channel,
            sent_at=now,
        )

    def _urgent(self, to: Reached) -> tuple[Letter | TextMessage | None, list[OutboxLetter]]:
        first = self.rows[0]
        address = to.email if first.channel == "email" else to.phone
        rows = self._still_waiting() if address else []
        if not rows:
            return None, []
        abouts = [row.about.split("|") for row in rows]
        waiting = [(UUID(id), datetime.fromisoformat(raised)) for id, raised, _ in abouts]
        if first.channel == "text":
            said = urgent_short(self._name, [id for id, _ in waiting], self._url)
            return TextMessage(address, said, first.batch), rows
        with self._tenant.read(DutyRota) as rota:
            duty = rota.now()
        text = urgent_text(self._name, waiting, abouts[0][2], self._url, duty)
        return Letter(address, urgent_subject(self._name, len(rows)), text, key=first.batch), rows

    def _still_waiting(self) -> list[OutboxLetter]:
        """The rows whose message nobody has opened yet, and that did not go out before."""
        found = []
        with self._tenant.read(Alerts) as view:
            for row in self.rows:
                feedback, raised, _ = row.about.split("|")
                alert = view.of(UUID(feedback))
                if alert and alert.is_waiting and alert.raised_at == raised:
                    found.append(row)
        return [row for row in found if not (row.is_again and self._went_out(row))]

    def _went_out(self, row: OutboxLetter) -> bool:
        """Whether a worker recorded it as sent, and died before it said so to the outbox."""
        feedback, raised, step = row.about.split("|")
        state = self._tenant.alert.known(UUID(feedback))
        return (raised, step, row.recipient, row.channel) in state.sent

    def _sign_in(self, to: Reached) -> Letter | None:
        """Makes the link: the same one each time this row is tried."""
        row, access = self.rows[0], self._tenant.access
        person = UUID(row.recipient)
        secret = self.partnerships.link_secret(self.slug, row.key)
        asked = Provenance(row.recipient, _LINK, key=row.key)
        try:
            at = datetime.fromtimestamp(row.made_at, UTC)  # the same on each try
            access.make_link(person, asked, secret=secret, at=at)
        except (NotFound, NoEntry, TooManyLinks):
            return None
        link = f"{self._url}sign-in/{person}/{secret}"
        link += f"?{urlencode({'to': row.about}, safe='/')}" if row.about else ""
        subject, text = sign_in_link(self._name, link)
        return Letter(access.recall(person).email, subject, text, key=row.key)

    def _invitation(self, to: Reached) -> Letter | None:
        """Nobody is invited who has been here: an old letter would only puzzle them."""
        person = person_of(self._tenant, self.rows[0].recipient)
        if person is None or person.last_seen or not to.email:
            return None
        subject, text = invitation(self._name, person, f"{self._url}sign-in")
        return Letter(to.email, subject, text, key=self.rows[0].key)

    @property
    def _tenant(self) -> Tenant:
        return self.partnerships.open(self.slug)

    @property
    def _name(self) -> str:
        found = self.partnerships.get(self.slug)
        return found[1].short_name if found else self.slug

    @property
    def _url(self) -> str:
        return f"{self.partnerships.public_url}/{self.slug}/work/"
