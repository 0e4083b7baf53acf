"""What people are reminded of: one table of rules. Which of them are on, and their hours, stands in the content.

A rule is about one kind of subject and counts from one of its dates; what a date is, a subject says itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class About(StrEnum):
    """The kinds of subjects."""

    DRAFT = "draft"
    REQUEST = "request"
    MEETING = "meeting"
    SESSION = "session"
    ANNOUNCEMENT = "announcement"
    GROUP = "group"
    CREDENTIAL = "credential"
    CENTRE = "centre"


class Reader(StrEnum):
    """Who is reminded, in relation to the subject."""

    OWNER = "owner"
    REQUESTER = "requester"
    SECRETARY = "secretary"
    GROUP = "group"
    COMING = "coming"
    # People without Teams: by e-mail, one mail for each reminder.
    GUESTS = "guests"
    INVITED = "invited"
    SECOND_READERS = "second-readers"
    ADMINISTRATORS = "administrators"


class Unit(StrEnum):
    """What the numbers of a rule count. Days are days of the centre's calendar, never 24 hours."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Rule:
    """When, and to whom, something is said about a subject.

    It counts `unit`s before the subject's `date`, or after it where `reacts`: then a closed day puts it off, while all
    else comes on the last open day before. `late` is how late it may still come after its hour; what comes before a
    date is useful until that date at the longest. `switch` names the preference that ends it for a person; without one
    it is part of her work, or she has asked for it by registering. `free` from closed hours is only what nobody could
    use at another time.
    """

    key: str
    about: About
    date: str
    readers: frozenset[Reader]
    unit: Unit
    late: timedelta
    reacts: bool = False
    switch: str = "reminders"
    free: bool = False

    @property
    def mails(self) -> bool:
        """Whether guests are written to as well."""
        return Reader.GUESTS in self.readers


def _to(*readers: Reader) -> frozenset[Reader]:
    return frozenset(readers)


_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_TABLE = (
    # Late or put off, it is of use for as long as the form still reaches the meeting.
    Rule("draft-deadline", About.DRAFT, "deadline", _to(Reader.OWNER), Unit.WORKING_DAYS, 2 * _WEEK),
    Rule("draft-late", About.DRAFT, "deadline", _to(Reader.OWNER), Unit.WORKING_DAYS, _WEEK, reacts=True),
    Rule(
        "request-untouched", About.REQUEST, "sent", _to(Reader.SECRETARY), Unit.WORKING_DAYS, 4 * _WEEK,
        reacts=True, switch="",
    ),
    Rule(
        "question-unanswered", About.REQUEST, "asked", _to(Reader.REQUESTER), Unit.WORKING_DAYS, 2 * _WEEK,
        reacts=True,
    ),
    Rule("meeting-tomorrow", About.MEETING, "starts", _to(Reader.GROUP), Unit.WORKING_DAYS, 3 * _DAY),
    Rule("consultation-tomorrow", About.REQUEST, "meets", _to(Reader.REQUESTER), Unit.WORKING_DAYS, 3 * _DAY),
    Rule(
        "session-tomorrow", About.SESSION, "starts", _to(Reader.COMING, Reader.GUESTS), Unit.WORKING_DAYS, 3 * _DAY,
    ),
    Rule(
        "session-soon", About.SESSION, "starts", _to(Reader.COMING), Unit.MINUTES, timedelta(minutes=40),
        switch="", free=True,
    ),
    Rule("registration-opens", About.SESSION, "opens", _to(Reader.INVITED), Unit.WORKING_DAYS, _WEEK, reacts=True),
    Rule("feedback", About.SESSION, "ends", _to(Reader.COMING), Unit.WORKING_DAYS, 2 * _WEEK, reacts=True),
    Rule(
        "approval-waiting", About.ANNOUNCEMENT, "waits", _to(Reader.SECOND_READERS), Unit.WORKING_DAYS, 2 * _WEEK,
        reacts=True, switch="",
    ),
    Rule(
        "undeliverable", About.CENTRE, "week", _to(Reader.ADMINISTRATORS), Unit.WORKING_DAYS, 3 * _DAY,
        reacts=True, switch="",
    ),
    Rule(
        "credential-expires", About.CREDENTIAL, "expires", _to(Reader.ADMINISTRATORS), Unit.DAYS, 4 * _WEEK,
        switch="",
    ),
    Rule(
        "content-ends", About.GROUP, "last", _to(Reader.ADMINISTRATORS, Reader.SECRETARY), Unit.DAYS, 4 * _WEEK,
        switch="",
    ),
)  # fmt: skip
RULES: Mapping[str, Rule] = {one.key: one for one in _TABLE}


def alike(key: str) -> list[str]:
    """The rules that count from the same date of the same subject: who has heard enough by one wants none of them.

    Of a rule that is no more, as on a card of an older version, there is none.
    """
    which = RULES.get(key)
    return [] if which is None else [one.key for one in _TABLE if (one.about, one.date) == (which.about, which.date)]
