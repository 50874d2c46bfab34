"""Case reviews, one by one, and the clocks that run on each."""

from __future__ import annotations

from services.learning import practice_review as review
from services.learning import rapid_review as rapid
from services.learning.case_review_state import Case, evolve
from services.ledger import Service, decides, opens


class CaseReviewService(Service[Case]):
    evolve = staticmethod(evolve)
    consider = opens(rapid.consider)
    notify = decides(rapid.notify)
    start_rapid = decides(rapid.start_rapid)
    hold_rapid = decides(rapid.hold_rapid)
    complete_rapid = decides(rapid.complete_rapid)
    panel_reply = decides(rapid.panel_reply)
    close = decides(rapid.close)
    commission = decides(review.commission)
    complete = decides(review.complete)
    plan_publication = decides(review.plan_publication)
    send_full_report = decides(review.send_full_report)
    defer = decides(review.defer)
    publish = decides(review.publish)
    recommend = decides(review.recommend)
    agree_plan = decides(review.agree_plan)
    sign_off_plan = decides(review.sign_off_plan)
    agree_action = decides(review.agree_action)
    complete_action = decides(review.complete_action)
    observe = decides(review.observe)
    recalculate = decides(review.recalculate)
