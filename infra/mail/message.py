"""A letter as an e-mail message, with its attachments."""

from __future__ import annotations

from email.message import EmailMessage

from services.ports import Letter


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """Makes the message. Raises ``ValueError`` for an address that holds a second one."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    message.set_content(letter.text)
    for each in letter.attachments:
        main, _, sub = each.type.partition("/")
        message.add_attachment(each.content, maintype=main, subtype=sub, filename=each.name)
    return message
