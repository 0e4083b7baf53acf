"""A consultation request: its states, its reference number and what may happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain.moments import at_midnight, local_day
from domain.refusals import Refused

# Answers by field key, as the form engine keeps them.
Answers = Mapping[str, Any]


class Status(StrEnum):
    """Where a request stands."""

    NEW = "new"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Question:
    """A question of the group's secretary to the requester, and its answer when there is one."""

    id: str
    text: str
    asked_by: str
    asked_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened to a request and that both sides may see."""

    at: datetime
    what: str
    note: str | None = None


@dataclass(frozen=True)
class Consultation:
    """One request to one group. `version` rises with every change; `answers` holds no identity data.

    The requester is kept apart (`storage/requesters.py`). `owner` is who owns the request; of an anonymous one it is
    told to nobody but herself, and None for all others.
    """

    id: str
    reference: str
    group: str
    owner: str | None
    language: str
    answers: Answers
    status: Status
    version: int
    meeting: date | None
    sent_at: datetime
    handler: str | None = None
    handler_name: str | None = None
    anonymous: bool = False
    questions: tuple[Question, ...] = field(default=())
    events: tuple[Event, ...] = field(default=())

    @property
    def open_question(self) -> Question | None:
        """The question that still waits for the requester's answer."""
        return next((one for one in self.questions if one.answer is None), None)

    @property
    def addressee(self) -> str | None:
        """To whom its notices go; None for an anonymous requester, whom only the identity compartment knows."""
        return None if self.anonymous else self.owner

    def stamp(self, now: datetime, zone: ZoneInfo) -> datetime:
        """What is written down as the moment of something that happens to it: of an anonymous request, the day."""
        return at_midnight(local_day(now, zone), zone) if self.anonymous else now

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to the request."""
        return self.status is not Status.WITHDRAWN


def reference(code: str, year: int, number: int) -> str:
    """The reference number that people use, such as `HE-2026-0007`."""
    return f"{code}-{year}-{number:04d}"


def check_open(consultation: Consultation) -> None:
    """Refuse whatever needs a request that is still under way."""
    if not consultation.is_open:
        raise Refused("refused-withdrawn", reference=consultation.reference)


def check_can_take(consultation: Consultation) -> None:
    """Refuse to take what somebody else has taken or what was withdrawn."""
    check_open(consultation)
    if consultation.status is Status.TAKEN:
        raise Refused("refused-already-taken", name=consultation.handler_name or "")


# One question at a time: a second one would hide the first on the requester's card.
def check_can_ask(consultation: Consultation) -> None:
    """Refuse a second question while the first one waits for its answer."""
    check_open(consultation)
    if consultation.open_question:
        raise Refused("refused-question-open")


def check_can_answer(consultation: Consultation) -> Question:
    """The question that an answer would belong to, or a refusal when none waits."""
    check_open(consultation)
    if consultation.open_question is None:
        raise Refused("refused-no-question")
    return consultation.open_question


def check_can_change(consultation: Consultation, deadline: datetime | None, now: datetime) -> None:
    """Refuse a change of the answers after the deadline of the request's meeting."""
    check_open(consultation)
    if deadline is not None and now >= deadline:
        raise Refused("refused-deadline-passed")
