"""What a coordinator does about a visit to come: plan it, change it, call it off."""

from __future__ import annotations

from services.inspections.planned_visit import PlannedVisitService
from web.forms.command import Command
from web.inspections.planned_visit_forms import (
    CallOffForm,
    ChangePlanForm,
    PlanVisitForm,
    plan_of,
)
from web.site.formatting import today

PLAN = Command(
    PlanVisitForm,
    PlannedVisitService.plan,
    title="Plan a visit",
    done="The visit is planned. The inspectors who go get an e-mail, and see it on their page.",
    button="Plan it",
    also={"plan": plan_of, "today": today},
)
CHANGE = Command(
    ChangePlanForm,
    PlannedVisitService.change_plan,
    title="Change this plan",
    done="The plan is changed. The inspectors get an e-mail, and see it on their page.",
    button="Change it",
    also={"plan": plan_of, "today": today},
)
CALL_OFF = Command(
    CallOffForm,
    PlannedVisitService.call_off,
    title="Call this visit off",
    done="The visit is called off. The inspectors get an e-mail, and see why on their page.",
    help="Also for a visit whose day has gone by without anybody going.",
    button="Call it off",
    kind="danger",
)
ABOUT = {"change": CHANGE, "call-off": CALL_OFF}
