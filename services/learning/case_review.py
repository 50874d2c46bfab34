"""Case reviews, one by one, and the clocks that run on each."""

from __future__ import annotations

from services.command import Service, command, opening_command
from services.learning import practice_review as review
from services.learning import practice_review_publication as publication
from services.learning import rapid_review as rapid
from services.learning.case_review_state import Case, evolve


class CaseReviewService(Service[Case]):
    evolve = staticmethod(evolve)
    consider = opening_command(rapid.consider)
    notify = command(rapid.notify)
    start_rapid = command(rapid.start_rapid)
    hold_rapid = command(rapid.hold_rapid)
    complete_rapid = command(rapid.complete_rapid)
    panel_reply = command(rapid.panel_reply)
    close = command(rapid.close)
    commission = command(review.commission)
    complete = command(review.complete)
    plan_publication = command(publication.plan_publication)
    send_full_report = command(publication.send_full_report)
    defer = command(publication.defer)
    publish = command(publication.publish)
    recommend = command(review.recommend)
    agree_plan = command(review.agree_plan)
    sign_off_plan = command(review.sign_off_plan)
    agree_action = command(review.agree_action)
    complete_action = command(review.complete_action)
    observe = command(review.observe)
    recalculate = command(review.recalculate)
