"""One thing that a user can do: its form, its decision, and the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from uuid import UUID

from flask import request

from events.fact import Provenance
from events.period import PartialDate
from services.refusals import SomebodyElseWasFirst
from web.forms.command_check import refuse_unfit
from web.forms.day_fields import NotKnown, When
from web.forms.fields import Form
from web.forms.sent import Errors, key_of, key_sent, load, number_in, provenance, refused
from web.forms.signature import SUBJECT, Decide, Decision, decision_of, parameters_of
from web.site.tenancy import here

Given = Mapping[str, Any]


@dataclass(frozen=True)
class Command:
    """``decide`` gets each field of the form as the keyword of the same name.

    ``also`` makes further keywords: by name, a small function whose parameters are fields, ``id``
    or the ``Provenance``, and whose result is the keyword. ``day`` names the field with the day
    that the fact is true for; a field of the kind ``When`` is it without being named.
    ``provenance`` makes another provenance, ``stream`` another stream than the page's. ``visitor``
    says who and from which page, where nobody signs in. ``doubt`` gives words where this may be
    a slip: they are shown once, with a box to tick. A form that does not fit its decision raises
    ``Unfit`` when the module is loaded.
    """

    form: type[Form]
    decide: Decide
    title: str
    done: str
    help: str = ""
    button: str = "Record it"
    kind: Literal["", "ghost", "danger"] = ""
    beside: tuple[str, str] = ("", "")
    day: str = ""
    also: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    provenance: Callable[..., Provenance] | None = None
    stream: Callable[..., UUID] | None = None
    visitor: tuple[str, str] | None = None
    doubt: Callable[..., str] | None = None
    schema: Form = field(init=False, repr=False, compare=False)
    decision: Decision = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "schema", self.form())
        asked = (name for name, each in self.schema.fields.items() if isinstance(each, When))
        object.__setattr__(self, "day", self.day or next(asked, ""))
        object.__setattr__(self, "decision", decision_of(self.decide))
        refuse_unfit(self)

    @property
    def takes_files(self) -> bool:
        return any(getattr(each, "kind", "") == "file" for each in self.schema.fields.values())

    @property
    def functions(self) -> list[Callable[..., object]]:
        """The small functions that read fields."""
        beside = (self.provenance, self.stream, self.doubt)
        return [*self.also.values(), *filter(None, beside)]

    def is_keyword(self, name: str) -> bool:
        """Whether the decision gets this field as it was read."""
        if name in self.decision.keywords.types:
            return name not in self.also
        beside = {self.day}.union(*map(parameters_of, self.functions))
        return self.decision.keywords.takes(name) and name not in beside

    def read(self) -> tuple[dict[str, Any], Errors]:
        """The form that was sent: its valid values, and a message for each wrong field."""
        return load(self.schema, request.form)

    def run(self, subject: UUID, provenance: Provenance, given: Given) -> object:
        """Calls the decision, with what was typed and what the page adds."""
        if self.provenance:
            provenance = _called(self.provenance, subject, provenance, given)
        if self.day:
            provenance = _on(given[self.day], provenance)
        stream = _called(self.stream, subject, provenance, given) if self.stream else subject
        keywords = {name: each for name, each in given.items() if self.is_keyword(name)}
        more = {name: _called(each, subject, provenance, given) for name, each in self.also.items()}
        return self.decision.call(stream, provenance, keywords | more)

    def attempt(self, subject: UUID) -> Errors:
        """Runs the command on the form that was sent. Gives the errors, empty if it worked."""
        return self.outcome(subject)[1]

    def outcome(self, subject: UUID) -> tuple[object, Errors]:
        """The same, with the result of the decision."""
        given, errors = self.read()
        if not errors:
            with refused(errors):
                if words := self.doubted(subject, given):
                    return None, {"sure": words}
                if "seen" not in self.schema.fields:
                    _refuse_stale(subject)
                return self.run(subject, self._asked_by(), given), {}
        return None, errors

    def doubted(self, subject: UUID, given: Given) -> str:
        """The doubt, unless the user is sure, or sends again what was recorded."""
        if self.doubt is None or request.form.get("sure") or is_again(subject):
            return ""
        return str(_called(self.doubt, subject, self._asked_by(), given))

    def _asked_by(self) -> Provenance:
        if self.visitor:
            return Provenance(*self.visitor, None, key_of(request.form))
        return provenance(request.form)


def key(provenance: Provenance) -> str:
    """The key of the request, as the name of what it adds."""
    return provenance.key


def _on(day: PartialDate | NotKnown | None, provenance: Provenance) -> Provenance:
    if isinstance(day, NotKnown):
        return replace(provenance, is_day_unknown=True)
    return replace(provenance, effective_on=day) if day else provenance


def _called(
    function: Callable[..., Any], subject: UUID, provenance: Provenance, given: Given
) -> Any:
    known = {**given, SUBJECT: subject}
    wanted = parameters_of(function).items()
    return function(
        **{name: provenance if kind is Provenance else known[name] for name, kind in wanted}
    )


def _refuse_stale(subject: UUID) -> None:
    """Raises ``SomebodyElseWasFirst`` if the record holds more than the page showed."""
    seen = number_in(request.form, "seen")
    if seen is None:
        return
    if seen != len(here.ledger.facts(subject)) and not is_again(subject):
        raise SomebodyElseWasFirst


def is_again(subject: UUID) -> bool:
    """Whether this very request was recorded before."""
    known = here.ledger.facts(subject)
    return key_sent() in {fact.provenance.key for fact in known}
