"""What a form is filled in for: a request for a consultation, or an announcement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Turn
from bot.seats import Seats, seats_of
from cards.elements import View
from dialogs.engine import Draft
from dialogs.forms import Answers, Form, Option
from domain.announcements import READ, Announcement, Kind, is_soon
from domain.permissions import SERVICE, authorize
from domain.refusals import Refused
from storage import announcements, rosters
from storage.rosters import Channel
from texts.speech import Speech

# Whom a change of something that has been read is told to by a message of its own.
TELLS = ("registered", "all", "nobody")


class Purpose(Protocol):
    """What the walk through a form has to know of what will come of it."""

    @property
    def form(self) -> Form:
        """What is filled in."""

    @property
    def offered(self) -> Mapping[str, Sequence[str]]:
        """The values of the options that come from elsewhere, by their source."""

    @property
    def tells(self) -> Sequence[str]:
        """Whom one may choose to tell of a change; empty where there is nothing to choose."""

    def options(self, speech: Speech) -> Mapping[str, Sequence[Option]]:
        """The same with their words."""

    def reaches(self, view: View, answers: Answers) -> tuple[list[str], str]:
        """What sending would mean, in sentences, and what the review has to have shown of it before it is done."""


@dataclass(frozen=True)
class Asking:
    """A request for a consultation of a group."""

    form: Form
    seats: Seats
    tells: Sequence[str] = ()

    @property
    def offered(self) -> Mapping[str, Sequence[str]]:
        """The meetings that have room."""
        return {"meetings": [one.day.isoformat() for one in self.seats.free()]}

    def options(self, speech: Speech) -> Mapping[str, Sequence[Option]]:
        """The same with their words."""
        return {"meetings": self.seats.options(speech)}

    def reaches(self, view: View, answers: Answers) -> tuple[list[str], str]:
        """What sending would mean, and the ISO day of the meeting that it would reach."""
        if self.seats.group.meetings is None:
            return [view.say("reaches-none")], ""
        asked = self.form.asks_from("meetings")
        wished = answers.get(asked.key) if asked else None
        meeting = self.seats.reached(wished)
        if meeting is None:
            return [view.say("reaches-full")], ""
        when, until = view.speech.span(meeting.start, meeting.end), view.speech.day(meeting.deadline_day)
        said = [view.say("reaches-meeting", meeting=when, deadline=until)]
        day = meeting.day.isoformat()
        if wished and wished != day:
            said.insert(0, view.say("reaches-other", wished=view.speech.day(date.fromisoformat(wished))))
        return said, day


@dataclass(frozen=True)
class Announcing:
    """An announcement of one kind, new or changed; `choices` are options by their source."""

    form: Form
    kind: Kind
    choices: Mapping[str, Sequence[Option]]
    changes: Announcement | None = None
    waits: str = ""
    tells: Sequence[str] = field(default=())

    @property
    def offered(self) -> Mapping[str, Sequence[str]]:
        """The topics, teams, channels and languages that there are."""
        return {source: [one.value for one in options] for source, options in self.choices.items()}

    def options(self, _: Speech) -> Mapping[str, Sequence[Option]]:
        """The same with their words."""
        return self.choices

    def reaches(self, view: View, answers: Answers) -> tuple[list[str], str]:
        """What saving would mean: nobody is written to yet, unless it has been read by somebody."""
        if self.changes is None or not self.changes.is_found:
            return [view.say("review-announcement")], ""
        listed = self.changes.state not in READ
        return [view.say("review-listed" if listed else "review-announced"), self.waits], ""


async def purpose_of(desk: Desk, turn: Turn, connection: AsyncConnection, draft: Draft) -> Purpose:
    """What a draft is for; refused when that is no longer there, or no longer hers to do."""
    if draft.announces:
        authorize(turn.actor, "announcements", SERVICE)
        return await _announcing(desk, turn, connection, draft)
    group = desk.group(draft.group)
    seats = await seats_of(connection, group, turn.now, without=draft.consultation)
    return Asking(desk.form(group), seats)


async def _announcing(desk: Desk, turn: Turn, connection: AsyncConnection, draft: Draft) -> Announcing:
    form = desk.content.announcing.get(draft.form)
    if form is None:
        raise Refused("refused-draft")
    changes = await announcements.find(connection, draft.announcement) if draft.announcement else None
    read = changes is not None and changes.is_found
    waits = _waits(desk, turn, form, changes) if changes and read else ""
    # What is only listed nobody has a copy of.
    tells = TELLS if changes and changes.state in READ else ("registered", "nobody") if read else ()
    return Announcing(form, Kind(draft.form), await _choices(desk, connection), changes, waits, tells)


def _waits(desk: Desk, turn: Turn, form: Form, changes: Announcement) -> str:
    speech, office = desk.speech(form.spoken(turn.speech.language)), desk.content.centre.announcing.office
    if is_soon(changes, turn.now) or office.is_open(turn.now):
        return speech.say("change-goes-now")
    return speech.say("change-waits", at=speech.moment(office.next_opening(turn.now)))


async def _choices(desk: Desk, connection: AsyncConnection) -> Mapping[str, Sequence[Option]]:
    centre = desk.content.centre
    spoken = [Option(code, {code: desk.speech(code).say("language-name")}) for code in centre.languages]
    teams = [Option(one.id, {"": one.name}) for one in await rosters.list_teams(connection)]
    channels = [Option(one.id, _named(desk, one)) for one in await rosters.list_channels(connection)]
    topics = [Option(one.key, one.label) for one in centre.announcing.topics]
    return {"topics": topics, "teams": teams, "channels": channels, "languages": spoken}


def _named(desk: Desk, one: Channel) -> Mapping[str, str]:
    # Teams gives its general channel no name: each reader knows it by the word of her own language.
    said = {code: desk.speech(code) for code in desk.texts.languages}
    names = {code: one.name or speech.say("general-channel") for code, speech in said.items()}
    return {
        code: said[code].say("general-channel-of", team=one.team_name, channel=name) for code, name in names.items()
    }
