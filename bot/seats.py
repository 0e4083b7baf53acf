"""Which meetings of a group a request can reach now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.forms import Option
from domain.centre import Group
from domain.meetings import Meeting, open_meetings, reached
from storage.consultations import seats_taken
from texts.speech import Speech

# Three to choose from is enough for a person; a full autumn must not end the search for a seat.
AHEAD = 12
OFFERED = 3


@dataclass(frozen=True)
class Seats:
    """The coming meetings of a group that still accept requests, and how many each has."""

    group: Group
    meetings: Sequence[Meeting]
    taken: dict[str, int]

    def free(self) -> list[Meeting]:
        """The next meetings that have a seat."""
        limit = self.group.seats
        open_ones = [one for one in self.meetings if limit is None or self.taken.get(one.day.isoformat(), 0) < limit]
        return open_ones[:OFFERED]

    def reached(self, wished: str | None) -> Meeting | None:
        """The meeting that a request reaches which wishes for this ISO day."""
        return reached(self.meetings, wished, self.taken, self.group.seats)

    def options(self, speech: Speech) -> list[Option]:
        """The choices of a field that asks for the meeting."""
        return [Option(one.day.isoformat(), {speech.language: self._words(speech, one)}) for one in self.free()]

    def _words(self, speech: Speech, one: Meeting) -> str:
        said = {"meeting": speech.span(one.start, one.end), "deadline": speech.day(one.deadline_day)}
        if self.group.seats is None:
            return speech.say("meeting-option", **said)
        seats = self.group.seats - self.taken.get(one.day.isoformat(), 0)
        return speech.say("meeting-option-seats", **said, seats=seats)


async def seats_of(connection: AsyncConnection, group: Group, now: datetime, without: str | None = None) -> Seats:
    """The seats of a group's coming meetings; `without` leaves one request out of the count."""
    if group.meetings is None:
        return Seats(group, (), {})
    ahead = open_meetings(group.key, group.meetings, now, AHEAD)
    return Seats(group, ahead, await seats_taken(connection, group.key, without))
