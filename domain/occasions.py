"""Subjects of reminders that stand in no table: the calendar brings them about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from domain.centre import Group
from domain.manners import Manners
from domain.meetings import HORIZON, Meeting, MeetingRule, meetings_between
from domain.moments import at_midnight, local_day
from domain.occurrences import Anchor, Subject
from domain.reminders import About

# How far from the present a date can lie and still bring about something that is due now or soon.
BEHIND, AHEAD = timedelta(days=35), timedelta(days=70)
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
WEEK = "week"


def _near(now: datetime, manners: Manners) -> tuple[date, date]:
    today = local_day(now, manners.zone)
    return today - BEHIND, today + AHEAD


def near_meetings(groups: Iterable[Group], manners: Manners, now: datetime) -> Mapping[str, list[Meeting]]:
    """The meetings of each group that lie near enough to be reminded of."""
    first, last = _near(now, manners)
    return {one.key: meetings_between(one.key, one.meetings, first, last) for one in groups if one.meetings}


def deadline(meeting: Meeting) -> Anchor:
    """Until when requests reach a meeting: the end of a local day."""
    return Anchor(meeting.deadline_day, meeting.deadline)


def meeting_id(group: str, day: date) -> str:
    """What a meeting is called among the subjects."""
    return f"{group}/{day.isoformat()}"


def meeting_of(subject: str) -> tuple[str, date]:
    """The group and the day of a meeting among the subjects. Raises ValueError where it is none."""
    group, _, day = subject.rpartition("/")
    return group, date.fromisoformat(day)


def meetings(near: Mapping[str, Sequence[Meeting]], manners: Manners) -> Iterator[Subject]:
    """The meetings themselves."""
    for one in (meeting for some in near.values() for meeting in some):
        dates = {"starts": [Anchor.of(one.start, manners)]}
        yield Subject(About.MEETING, meeting_id(one.group, one.day), ALWAYS, dates)


def _last(group: str, rule: MeetingRule, today: date) -> Meeting | None:
    ahead = meetings_between(group, rule, today - BEHIND, today + HORIZON)
    # A rule that still meets in its last months has not come to an end.
    return ahead[-1] if ahead and ahead[-1].day < today + HORIZON - timedelta(days=180) else None


def ending(groups: Iterable[Group], manners: Manners, now: datetime) -> Iterator[Subject]:
    """The groups whose meetings come to an end in the content."""
    for one in groups:
        last = _last(one.key, one.meetings, local_day(now, manners.zone)) if one.meetings else None
        if last:
            yield Subject(About.GROUP, one.key, ALWAYS, {"last": [Anchor.of(last.start, manners)]})


def centre(manners: Manners, now: datetime) -> Subject:
    """The centre as a whole, week by week."""
    first, last = _near(now, manners)
    monday = first - timedelta(days=first.weekday())
    days = [monday + timedelta(weeks=count) for count in range((last - monday).days // 7 + 1)]
    anchors = [Anchor(day, at_midnight(day, manners.zone)) for day in days]
    return Subject(About.CENTRE, "centre", ALWAYS, {WEEK: anchors})


def untold_since(manners: Manners, now: datetime) -> datetime:
    """Since when something may be stuck that no weekly card has told of: a week ago, or more where days were closed."""
    today = local_day(now, manners.zone)
    monday = today - timedelta(days=today.weekday())
    this = manners.open_after(monday, 0)
    last = monday - timedelta(days=7)
    while manners.open_after(last, 0) >= this:
        last -= timedelta(days=7)
    away = max(this - manners.open_after(last, 0), timedelta(days=7))
    return at_midnight(today - away, manners.zone)


def credentials(expiring: Mapping[str, date], manners: Manners) -> Iterator[Subject]:
    """Secrets and certificates, by what they are called, with the day on which they expire."""
    for name, day in expiring.items():
        dates = {"expires": [Anchor(day, at_midnight(day, manners.zone))]}
        yield Subject(About.CREDENTIAL, name, ALWAYS, dates)
