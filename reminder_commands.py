"""The command that shows an administrator what people would be reminded of; it sends and writes nothing."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from commands import Command, content_of, database_of, person_id, read_texts
from domain.moments import at_midnight
from domain.occasions import meeting_of
from domain.reminders import RULES, About
from scheduling.preview import Expected, expected
from scheduling.subjects import Almanac
from settings import SettingError, Settings
from storage import announcements, people, subject_names
from storage.content import Content
from storage.schema import check_current
from texts.speech import Speech

# A longer stretch tells nothing: what there is to remind of has not come about yet.
LONGEST = timedelta(days=731)


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as mistake:
        raise SettingError(f"{option} is {text!r}: a day such as 2022-10-01 is needed.") from mistake


def _stretch(given: Namespace) -> tuple[date, date]:
    first, last = _day("--from", given.first), _day("--to", given.last)
    if not timedelta(0) <= last - first <= LONGEST:
        raise SettingError("--to must be the day of --from, or one of the two years after it.")
    return first, last


async def _about(connection: AsyncConnection, content: Content, speech: Speech, one: Expected) -> str:
    """What it is about, in words of the house."""
    subject, about = one.occurrence.subject, RULES[one.occurrence.rule].about
    if about in (About.SESSION, About.ANNOUNCEMENT):
        found = await announcements.find(connection, subject)
        return speech.say("preview-announcement", title=speech.pick(found.wording.title)) if found else ""
    if about is About.CREDENTIAL:
        return subject
    if about is About.CENTRE:
        return speech.pick(content.centre.name)
    key, number = subject, ""
    if about in (About.DRAFT, About.REQUEST):
        key, number = await subject_names.find(connection, about, subject)
    elif about is About.MEETING:
        key, _ = meeting_of(subject)
    group = content.centre.groups.get(key)
    name = speech.pick(group.name) if group else key
    return speech.say("preview-request", reference=number, group=name) if number else name


class _Preview:
    """The lines of a preview, in the centre's first language."""

    def __init__(self, connection: AsyncConnection, content: Content, speech: Speech) -> None:
        self._connection, self._content, self._speech = connection, content, speech
        # The object id of each, and whether she has the app.
        self._persons: dict[str, tuple[str, bool]] = {}

    async def _known(self, person: str) -> tuple[str, bool]:
        if person not in self._persons:
            found, chat = (
                await people.find_by_id(self._connection, person),
                await people.chat_with(self._connection, person),
            )
            self._persons[person] = (found.object_id if found else "", chat is not None)
        return self._persons[person]

    async def _who(self, one: Expected) -> str:
        if one.guests:
            return self._speech.say("preview-guests", count=one.guests)
        if one.person is None:
            return self._speech.say("preview-anonymous")
        role, (object_id, _) = self._speech.say(f"preview-reader-{one.reader}"), await self._known(one.person)
        return self._speech.say("preview-reader", role=role, id=object_id)

    async def _fate(self, one: Expected) -> str:
        if one.held:
            return self._speech.say(f"preview-held-{one.held}")
        if one.person and not (await self._known(one.person))[1]:
            return self._speech.say("preview-no-app")
        if one.put_off:
            why = self._speech.say(f"preview-put-off-{one.put_off}")
            return self._speech.say("preview-later", why=why, others=one.others)
        return self._speech.say("preview-told", others=one.others)

    async def line(self, one: Expected) -> str:
        """One person's share."""
        say, what = self._speech.say, one.occurrence
        return say(
            "preview-line",
            when=self._speech.moment(one.due),
            rule=what.rule,
            about=await _about(self._connection, self._content, self._speech, one),
            day=self._speech.day(what.day),
            who=await self._who(one),
            fate=await self._fate(one),
        )

    def why(self, told: Sequence[Expected]) -> Iterator[str]:
        """What the rules that are named mean."""
        for rule in sorted({one.occurrence.rule for one in told}):
            yield self._speech.say("preview-why", rule=rule, why=self._speech.say(f"reminder-why-{rule}"))


async def _lines(settings: Settings, given: Namespace) -> list[str]:
    first, last = _stretch(given)
    content, texts = content_of(settings), read_texts()
    zone = content.centre.zone
    span = at_midnight(first, zone), at_midnight(last + timedelta(days=1), zone)
    async with database_of(settings) as database:
        await check_current(database)
        async with database.read() as connection:
            found = await _chosen(connection, settings, given, await _expected(connection, content, settings, span))
            preview = _Preview(connection, content, texts.speech(None, zone))
            lines = [await preview.line(one) for one in found]
            return [*lines, *preview.why(found), texts.speech(None, zone).say("preview-count", count=len(found))]


async def _expected(
    connection: AsyncConnection, content: Content, settings: Settings, span: tuple[datetime, datetime]
) -> Sequence[Expected]:
    almanac = Almanac(content.reminding, content.centre.groups, settings.expires)
    return await expected(connection, almanac, *span)


async def _chosen(
    connection: AsyncConnection, settings: Settings, given: Namespace, found: Sequence[Expected]
) -> Sequence[Expected]:
    if not given.person:
        return found
    person = await person_id(connection, settings.tenant, given.person)
    return [one for one in found if one.person == person]


def reminders_preview(settings: Settings, given: Namespace) -> int:
    """Show what would be told to whom and why, and what is held back; nothing is sent or written."""
    sys.stdout.write("\n".join(asyncio.run(_lines(settings, given))) + "\n")
    return 0


STRETCH: Mapping[str, Mapping[str, Any]] = {
    "--from": {"dest": "first", "required": True, "metavar": "DAY", "help": "the first day, such as 2022-10-01"},
    "--to": {"dest": "last", "required": True, "metavar": "DAY", "help": "the last day"},
    "--person": {"metavar": "OBJECT-ID", "help": "only what one person gets; her object id in Entra ID"},
}

REMINDER_COMMANDS: Mapping[str, Command] = {"reminders preview": Command(reminders_preview, STRETCH)}
