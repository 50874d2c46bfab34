"""Letters by SMTP: with TLS, or to a mail server on this machine."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from infra.mail.message import message_of
from infra.settings_schema import is_this_machine
from services.ports import Letter, NotSent

_SECONDS = 10


@dataclass(frozen=True, repr=False)
class SmtpMailer:
    """``address`` is ``smtp://user:password@host:port``; user and password may be left out."""

    address: str
    sender: str

    def send(self, letter: Letter) -> None:
        """Raises ``NotSent``."""
        try:
            message, at = message_of(letter, self.sender), urlsplit(self.address)
            with smtplib.SMTP(at.hostname or "localhost", at.port or 25, timeout=_SECONDS) as smtp:
                smtp.ehlo()
                if smtp.has_extn("starttls"):
                    smtp.starttls(context=ssl.create_default_context())
                elif not is_this_machine(at.hostname or "localhost"):
                    words = f"{at.hostname} offers no TLS, and links are not sent in clear"
                    raise NotSent(words, is_down=True)
                if at.username:
                    smtp.login(unquote(at.username), unquote(at.password or ""))
                smtp.send_message(message)
        except (OSError, ValueError, smtplib.SMTPException) as error:
            words = f"the mail server did not take it: {_plainly(error)}"
            raise NotSent(words, is_final=_is_final(error), is_down=_is_down(error)) from None


def _plainly(error: Exception) -> str:
    """What went wrong, without the server's own message, which may repeat the recipient."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()), (None,))[0]
    else:
        code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _is_down(error: Exception) -> bool:
    """Whether the server itself cannot be used now, whoever the letter is to."""
    of_the_server = (
        smtplib.SMTPConnectError,
        smtplib.SMTPHeloError,
        smtplib.SMTPServerDisconnected,
        smtplib.SMTPAuthenticationError,
    )
    of_one_letter = isinstance(error, smtplib.SMTPException | ValueError)
    return isinstance(error, of_the_server) or not of_one_letter


def _is_final(error: Exception) -> bool:
    """Whether this very address or letter is never taken (for an address, a code from 550 on)."""
    if isinstance(error, ValueError | smtplib.SMTPNotSupportedError):
        return True
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 550 for code, _ in error.recipients.values())
