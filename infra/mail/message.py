"""A letter as an e-mail message, with its attachments."""

from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256

from services.ports import Letter


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """Makes the message. Raises ``ValueError`` for an address that holds a second one."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    if letter.key:
        message["Message-ID"] = _id_of(letter.key, sender)
    message.set_content(letter.text)
    for each in letter.attachments:
        main, _, sub = each.type.partition("/")
        message.add_attachment(each.content, maintype=main, subtype=sub, filename=each.name)
    return message


def _id_of(key: str, sender: str) -> str:
    """The same for a letter that is sent again, so that it can be told to be the same."""
    return f"<{sha256(key.encode()).hexdigest()[:32]}@{sender.rpartition('@')[2]}>"
