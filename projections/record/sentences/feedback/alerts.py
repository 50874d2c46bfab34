"""Alerts about urgent messages in sentences. They name nobody."""

from __future__ import annotations

from typing import assert_never

from events.feedback import alert

_CHANNELS = {"email": "e-mail", "text": "text message"}
_STEPS = {
    "on duty": "the person on duty",
    "next on duty": "the next people on duty",
    "out of hours": "the out-of-hours contact",
    "team": "the duty team's shared address",
    "coordinator": "the coordinators",
}


def sentence(fact: alert.AlertFact) -> str:
    match fact:
        case alert.AlertStepTaken():
            return f"An urgent message waited. To be told now: {_STEPS[fact.step]}."
        case alert.AlertSent():
            return f"An urgent alert was sent by {_CHANNELS[fact.channel]} to {_STEPS[fact.step]}."
        case alert.AlertOpened():
            return "Somebody opened the urgent message."
        case _:
            assert_never(fact)
