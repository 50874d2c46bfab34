"""What agencies answer in an audit and how it is challenged, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.assurance import audit_return


def sentence(fact: audit_return.ReturnFact) -> str:
    match fact:
        case audit_return.ReturnStarted():
            return f"{fact.agency} began its return."
        case audit_return.StandardAnswered():
            return _standard_answered(fact)
        case audit_return.ReturnSubmitted():
            return "The return was submitted."
        case audit_return.ReturnReopened():
            return f"The return was opened again. Why: {fact.why.rstrip('.')}."
        case audit_return.StandardChallenged():
            return _standard_challenged(fact)
        case audit_return.ChallengeAnswered():
            return _challenge_answered(fact)
        case audit_return.RatingAgreed():
            return _rating_agreed(fact)
        case audit_return.EvidenceAttached():
            return f"Evidence was attached to “{fact.asked}”: a {fact.type} file."
        case _:
            assert_never(fact)


def _standard_answered(fact: audit_return.StandardAnswered) -> str:
    how = " (the earlier answer, confirmed)" if fact.carried else ""
    return f"“{fact.asked}” was answered: {fact.rating}{how}."


def _standard_challenged(fact: audit_return.StandardChallenged) -> str:
    return f"The rating of “{fact.asked}” was challenged, as {fact.rating}: {fact.why.rstrip('.')}."


def _challenge_answered(fact: audit_return.ChallengeAnswered) -> str:
    return f"The agency answered the challenge on “{fact.asked}”: {fact.response.rstrip('.')}."


def _rating_agreed(fact: audit_return.RatingAgreed) -> str:
    why = f": {fact.why.rstrip('.')}" if fact.why else ""
    return f"The rating of “{fact.asked}” was agreed, {fact.rating}{why}."
