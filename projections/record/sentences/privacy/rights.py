"""Whom anybody may ask about the data, and complaints, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.privacy import complaint, data_protection


def sentence(fact: data_protection.DataProtectionFact | complaint.ComplaintFact) -> str:
    match fact:
        case complaint.ComplaintReceived():
            return "A complaint about data came."
        case complaint.ComplaintAcknowledged():
            return "The complaint was acknowledged."
        case complaint.ComplaintAnswered():
            return "The complaint was answered."
        case data_protection.DataProtectionNamed():
            return f"For questions about the data: {fact.officer}, {fact.contact}."
        case _:
            assert_never(fact)
