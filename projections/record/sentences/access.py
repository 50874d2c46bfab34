"""Who may sign in and when they did, in sentences that name nobody."""

from __future__ import annotations

from typing import assert_never

from events.access import access, letters

_NO_TEXTS = "They no longer want text messages."


def sentence(fact: access.AccessFact) -> str:
    match fact:
        case access.AccessGiven():
            return f"Access was given as {fact.role}."
        case access.AgencyAccessGiven():
            return f"Access to its own returns was given to an agency: {fact.agency}."
        case access.YoungEditorAccessGiven():
            return "Young editors were invited to sign in."
        case access.YouthWorkerAccessGiven():
            return "A youth worker may write down what children say."
        case access.AccessEnded():
            return "Access was ended."
        case access.SignInLinkMade():
            return "A sign-in link was made."
        case access.SignedIn():
            return "Signed in."
        case access.SessionBegun():
            return "A session began."
        case access.SignedOut(tokens=tokens):
            return "Signed out." if len(tokens) == 1 else f"Signed out of {len(tokens)} sessions."
        case letters.TextNumberGiven():
            return "A number for text messages was given." if fact.phone else _NO_TEXTS
        case letters.DigestChosen():
            return f"They {'want' if fact.wanted else 'do not want'} the letter of the day."
        case _:
            assert_never(fact)
