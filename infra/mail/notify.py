"""Letters and text messages by GOV.UK Notify, which councils and the NHS have.

Notify sends templates only: the letter's own has the fields ``subject`` and ``body``, the text
message's ``body``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from services.ports import Letter, NotSent, TextMessage

SECONDS = 10
_FINAL = frozenset({400})  # a bad address or number; the rest may go out later


@dataclass(frozen=True, repr=False)
class Notify:
    """``key`` is an API key of the service. ``url`` is Notify's own unless a test has another."""

    key: str
    url: str = "https://api.notifications.service.gov.uk"

    def client(self) -> Any:
        make: Any = NotificationsAPIClient  # the library has no types
        return make(self.key, base_url=self.url, timeout=SECONDS)


@dataclass(frozen=True, repr=False)
class NotifyMailer:
    notify: Notify
    template: str

    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``: for good where the letter has attachments, which go otherwise."""
        if letter.attachments:
            raise NotSent("Notify takes no attachments: use SMTP or SES for these", is_final=True)
        try:
            self.notify.client().send_email_notification(
                email_address=letter.to,
                template_id=self.template,
                personalisation={"subject": letter.subject, "body": letter.text},
                reference=letter.key or None,
            )
        except (HTTPError, requests.RequestException, ValueError, AssertionError) as error:
            raise _not_sent(error) from None


@dataclass(frozen=True, repr=False)
class NotifyTexter:
    notify: Notify
    template: str

    def send(self, message: TextMessage) -> None:
        """Raises ``NotSent``."""
        try:
            self.notify.client().send_sms_notification(
                phone_number=message.to,
                template_id=self.template,
                personalisation={"body": message.text},
                reference=message.key or None,
            )
        except (HTTPError, requests.RequestException, ValueError, AssertionError) as error:
            raise _not_sent(error) from None


def _not_sent(error: Exception) -> NotSent:
    """Without Notify's own message, which may repeat the recipient."""
    status = getattr(error, "status_code", 0) or 0
    words = f"Notify did not take it: {type(error).__name__} {status or ''}".strip()
    is_final = status in _FINAL or isinstance(error, ValueError | AssertionError)
    return NotSent(words, is_final=is_final, is_down=not is_final)
