"""Youth inspectors: inviting and training them, their forms, visits, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never
from uuid import UUID

from events.fact import Told
from events.inspection import (
    Answer,
    FollowedUp,
    FormFact,
    FormVersionPublished,
    InspectorFact,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
    Question,
    RecommendationMade,
    ServiceReplied,
    VisitFact,
    VisitFindingMade,
    VisitRecorded,
)
from events.period import PartialDate
from services.ledger import Ledger, Service, State, decides, opens
from services.refusals import Missing, Refusal

YES_NO = ("yes", "no")


class StoodDown(Refusal):
    words = "This inspector has stood down."


class BadQuestion(Refusal):
    words = "Each question needs words, and a choice or a scale needs at least two answers."
    field = "questions"


class BadAnswer(Refusal):
    words = "Choose one of the answers that the form offers."


@dataclass(frozen=True)
class Inspector(State):
    stood_down: bool = False


@dataclass(frozen=True)
class Form(State):
    title: str = ""
    numbers: tuple[int, ...] = ()
    questions: Mapping[int, tuple[Question, ...]] | None = None


@dataclass(frozen=True)
class Visit(State):
    replied: bool = False


def evolve_inspector(inspector: Inspector | None, fact: InspectorFact) -> Inspector:
    known = inspector or Inspector(fact.originator_id, 0)
    state = replace(known, version=fact.originator_version)
    match fact:
        case InspectorStoodDown():
            return replace(state, stood_down=True)
        case InspectorInvited() | InspectorTrained():
            return state
        case _:
            assert_never(fact)


def evolve_form(form: Form | None, fact: FormFact) -> Form:
    known = form or Form(fact.originator_id, 0, questions={})
    return replace(
        known,
        version=fact.originator_version,
        title=fact.title,
        numbers=(*known.numbers, fact.number),
        questions={**(known.questions or {}), fact.number: fact.questions},
    )


def evolve_visit(visit: Visit | None, fact: VisitFact) -> Visit:
    state = replace(visit or Visit(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case ServiceReplied():
            return replace(state, replied=True)
        case VisitRecorded() | VisitFindingMade() | RecommendationMade() | FollowedUp():
            return state
        case _:
            assert_never(fact)


def invite(stream: UUID, told: Told, *, name: str, access: UUID) -> InspectorInvited:
    if not name:
        raise Missing("Give the inspector's first name.", field="name")
    return InspectorInvited(stream, 1, told, name, access)


def train(inspector: Inspector, told: Told, *, training: str) -> InspectorTrained:
    if inspector.stood_down:
        raise StoodDown
    if not training:
        raise Missing("Say which training it was.", field="training")
    return InspectorTrained(inspector.id, inspector.version + 1, told, training)


def stand_down(inspector: Inspector, told: Told, *, why: str = "") -> InspectorStoodDown:
    if inspector.stood_down:
        raise StoodDown
    return InspectorStoodDown(inspector.id, inspector.version + 1, told, why)


def publish_form(
    stream: UUID, told: Told, *, title: str, questions: tuple[Question, ...], demo: bool = False
) -> FormVersionPublished:
    """The first version of a form. Raises ``BadQuestion``."""
    return FormVersionPublished(stream, 1, told, title, 1, _checked(questions), demo)


def revise_form(
    form: Form, told: Told, *, questions: tuple[Question, ...], title: str = ""
) -> FormVersionPublished:
    """A further version; answers to earlier ones stay with the questions that were asked."""
    return FormVersionPublished(
        form.id, form.version + 1, told, title or form.title, form.numbers[-1] + 1,
        _checked(questions), False,
    )  # fmt: skip


def record_visit(
    stream: UUID,
    told: Told,
    *,
    form: Form,
    number: int,
    place: str,
    visited_on: PartialDate,
    inspectors: tuple[str, ...],
    given: Mapping[str, str],
    demo: bool = False,
) -> VisitRecorded:
    """Answers one version of a form. Raises ``BadAnswer`` or ``Missing``, naming the question."""
    if not place:
        raise Missing("Say where you went.", field="place")
    asked = (form.questions or {}).get(number)
    if asked is None:
        raise BadAnswer("That version of the form does not exist. Open the form again.")
    answers = tuple(_answer(question, given.get(question.name, "").strip()) for question in asked)
    return VisitRecorded(
        stream, 1, told, form.id, number, place, visited_on, inspectors, answers, demo
    )


def find(
    visit: Visit, told: Told, *, kind: Literal["good practice", "to improve"], finding: str
) -> VisitFindingMade:
    if not finding:
        raise Missing("Write down what you saw.", field="finding")
    return VisitFindingMade(visit.id, visit.version + 1, told, kind, finding)


def recommend(visit: Visit, told: Told, *, recommendation: str) -> RecommendationMade:
    if not recommendation:
        raise Missing("Say what should change.", field="recommendation")
    return RecommendationMade(visit.id, visit.version + 1, told, recommendation)


def reply(visit: Visit, told: Told, *, service: str, words: str) -> ServiceReplied:
    if not service:
        raise Missing("Say which service replies.", field="service")
    if not words:
        raise Missing("Write the reply.", field="words")
    return ServiceReplied(visit.id, visit.version + 1, told, service, words)


def follow_up(visit: Visit, told: Told, *, seen: str, changed: bool) -> FollowedUp:
    if not visit.replied:
        raise Missing("The service has not replied yet. Go back once it has.")
    if not seen:
        raise Missing("Say what you saw when you went back.", field="seen")
    return FollowedUp(visit.id, visit.version + 1, told, seen, changed)


class InspectorService(Service[Inspector]):
    evolve = staticmethod(evolve_inspector)
    invite = opens(invite)
    train = decides(train)
    stand_down = decides(stand_down)


class FormService(Service[Form]):
    evolve = staticmethod(evolve_form)
    publish = opens(publish_form)
    revise = decides(revise_form)


class VisitService(Service[Visit]):
    evolve = staticmethod(evolve_visit)
    find = decides(find)
    recommend = decides(recommend)
    reply = decides(reply)
    follow_up = decides(follow_up)
    _record = opens(record_visit)

    def __init__(self, ledger: Ledger, forms: FormService) -> None:
        super().__init__(ledger)
        self.forms = forms

    def record(
        self,
        stream: UUID,
        told: Told,
        *,
        form: UUID,
        number: int,
        place: str,
        visited_on: PartialDate,
        inspectors: tuple[str, ...],
        given: Mapping[str, str],
        demo: bool = False,
    ) -> None:
        """Records a visit against the version of the form that was filled in."""
        self._record(
            stream, told, form=self.forms.recall(form), number=number, place=place,
            visited_on=visited_on, inspectors=inspectors, given=given, demo=demo,
        )  # fmt: skip


def answers_of(question: Question) -> tuple[str, ...]:
    """The answers a question offers; none where any words will do."""
    match question.kind:
        case "scale":
            return tuple(str(step) for step in range(1, len(question.choices) + 1))
        case "choice":
            return question.choices
        case "yes or no":
            return YES_NO
        case "words":
            return ()


def _answer(question: Question, given: str) -> Answer:
    if not given and question.needed:
        raise Missing("Please answer this question.", field=question.name)
    offered = answers_of(question)
    if given and offered and given not in offered:
        raise BadAnswer(field=question.name)
    shown = given
    if given and question.kind == "scale":
        shown = f"{given} of {len(offered)}: {question.choices[int(given) - 1]}"
    return Answer(question.name, question.text, question.kind, shown)


def _checked(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    names = [question.name for question in questions]
    if not questions or len(set(names)) != len(names):
        raise BadQuestion("A form needs questions, each with a name of its own.")
    for question in questions:
        needs_choices = question.kind in {"scale", "choice"}
        if not question.text or (needs_choices and len(question.choices) < 2):
            raise BadQuestion
    return questions
