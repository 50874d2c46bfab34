"""The pack for a data protection impact assessment, and for the best interests of children.

It is drawn from what the service does and what the partnership set (UK GDPR, Article 35; the
Children's Code, standards 1 and 2). What only the partnership can say is a question with lines to
write on.
"""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.access.people import People
from projections.deadlines.duty import DutyRota
from projections.deadlines.service_standards import ServiceStandards
from projections.privacy.data_protection import DataProtection
from projections.privacy.retention import Retention
from services.feedback.alert_plan import MINUTES
from web.privacy.childrens_code import spoken_standards
from web.privacy.impact_risks import RISKS
from web.site.formatting import today
from web.site.permissions import ROLES, requires
from web.site.tenancy import here

pages = Blueprint("impact", __name__)
_WORDS = frozenset({"read feedback", "handle feedback"})


@pages.get("/<partnership>/work/impact/")
@requires("read governance")
def page() -> ResponseReturnValue:
    with here.read(Retention) as kept:
        periods = kept.periods()
    with here.read(DataProtection) as view:
        responsible = view.now()
    with here.read(ServiceStandards) as standards:
        promised = standards.now()
    with here.read(DutyRota) as rota:
        contacts = rota.now()
    return render_template(
        "privacy/impact_pack.html",
        periods=periods,
        responsible=responsible,
        promised=promised,
        contacts=contacts,
        minutes=contacts.minutes or MINUTES,
        roles=_roles(),
        risks=RISKS,
        standards=spoken_standards(),
        day=today().isoformat(),
    )


def _roles() -> list[tuple[str, int, bool]]:
    """Each role, how many people have it now, and whether it may read young people's words."""
    with here.read(People) as view:
        counted = Counter(each.role for each in view.all() if each.role)
    return [(role, counted[role], bool(_WORDS & may)) for role, may in ROLES.items()]
