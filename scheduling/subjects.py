"""All subjects of reminders together: those of our tables, and those that the calendar brings about."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain import occasions
from domain.centre import Group
from domain.occurrences import Reminding, Subject
from domain.reminders import About
from storage import subjects
from storage.subjects import Calendar


@dataclass(frozen=True)
class Almanac:
    """What the content and the settings bring: the centre's groups, its reminders, and what expires, by name."""

    reminding: Reminding
    groups: Mapping[str, Group]
    expiring: Mapping[str, date] = field(default_factory=dict)

    def calendar(self, now: datetime) -> Calendar:
        """The calendar near the present."""
        manners = self.reminding.manners
        return Calendar(manners, now, occasions.near_meetings(self.groups.values(), manners, now))

    def occasions(self, calendar: Calendar) -> Sequence[Subject]:
        """The subjects that stand in no table."""
        manners, groups = self.reminding.manners, self.groups.values()
        return [
            *occasions.meetings(calendar.meetings, manners),
            *occasions.ending(groups, manners, calendar.now),
            *occasions.credentials(self.expiring, manners),
            occasions.centre(manners, calendar.now),
        ]


async def every(connection: AsyncConnection, almanac: Almanac, calendar: Calendar) -> AsyncIterator[list[Subject]]:
    """All subjects, some at a time."""
    yield list(almanac.occasions(calendar))
    for about in subjects.KINDS:
        async for page in subjects.pages(connection, about, calendar):
            yield page


async def these(
    connection: AsyncConnection, almanac: Almanac, calendar: Calendar, about: About, ids: Sequence[str]
) -> list[Subject]:
    """Those of these that there is anything to be said about."""
    if about in subjects.KINDS:
        return await subjects.find(connection, about, ids, calendar)
    wanted = frozenset(ids)
    return [one for one in almanac.occasions(calendar) if one.about is about and one.id in wanted]
