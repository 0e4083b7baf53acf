"""A person's own settings: her language, what she wishes to hear of and to be reminded of, and when."""

from dataclasses import replace
from datetime import time

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from cards.elements import View
from cards.settings import (
    AS_TEAMS,
    NO_HOUR,
    REMINDERS,
    Settings,
    hours_card,
    reminders_card,
    settings_card,
    topics_card,
)
from domain.nudging import first_due
from domain.preferences import Preferences
from storage import nudges, people, preferences


async def _settings(desk: Desk, turn: Turn, connection: AsyncConnection) -> Settings:
    languages = [(code, desk.speech(code).say("language-name")) for code in desk.texts.languages]
    wished = await preferences.find(connection, turn.actor.id)
    return Settings(languages, turn.actor.language, desk.content.centre.announcing.topics, wished)


def _reply(view: View, settings: Settings, said: str | None = None) -> Reply:
    return Reply(settings_card(view, settings, said), view.say("settings-title"))


async def show_settings(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What can be set."""
    return _reply(turn.view, await _settings(desk, turn, connection))


async def choose_language(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keep the language that the service is to speak, and speak it at once."""
    chosen = turn.words("language")
    if chosen != AS_TEAMS and chosen not in desk.texts.languages:
        return await show_settings(desk, turn, connection)
    language = None if chosen == AS_TEAMS else chosen
    await people.speak(connection, turn.actor.id, language)
    said = await people.language_of(connection, turn.actor.id)
    view = replace(turn.view, speech=desk.speech(said))
    settings = replace(await _settings(desk, turn, connection), chosen=language)
    return _reply(view, settings, view.say("settings-saved"))


async def show_topics(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Which announcements are wanted, if any."""
    card = topics_card(turn.view, await _settings(desk, turn, connection))
    return Reply(card, turn.view.say("settings-announcements"))


async def _keep(desk: Desk, turn: Turn, connection: AsyncConnection, wished: Preferences) -> Reply:
    await preferences.save(connection, turn.actor.id, wished)
    return _reply(turn.view, await _settings(desk, turn, connection), turn.view.say("settings-saved"))


async def choose_topics(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks which topics are wanted, and keeps what was chosen."""
    if not turn.number("save"):
        return await show_topics(desk, turn, connection)
    settings = await _settings(desk, turn, connection)
    heard = set(turn.words("topics").split(","))
    known = {one.key for one in settings.topics}
    # What the centre no longer has stays as it was: it may come back.
    off = (settings.wished.topics_off - known) | (known - heard)
    return await _keep(desk, turn, connection, replace(settings.wished, topics_off=frozenset(off)))


async def switch_off(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Ends all announcements, or begins them again."""
    wished = await preferences.find(connection, turn.actor.id)
    await preferences.save(connection, turn.actor.id, replace(wished, off=turn.number("off") == 1))
    return await show_topics(desk, turn, connection)


async def show_hours(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """When she is not written to."""
    wished = await preferences.find(connection, turn.actor.id)
    return _hours(turn, _written(wished.quiet_from), _written(wished.quiet_until))


def _written(clock: time | None) -> str:
    return clock.strftime("%H:%M") if clock else ""


def _hours(turn: Turn, begin: str, end: str, problem: str | None = None) -> Reply:
    return Reply(hours_card(turn.view, begin, end, problem), turn.view.say("settings-quiet"))


def _hour(typed: str) -> time | None:
    try:
        clock = time.fromisoformat(typed)
    except ValueError:
        return None
    return time(clock.hour) if typed == clock.strftime("%H:00") else None


async def choose_hours(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks for the quiet hours, and keeps them: both ends, or none."""
    if not turn.number("save"):
        return await show_hours(desk, turn, connection)
    typed = [turn.words(name) for name in ("from", "until")]
    begin, end = (_hour(one) for one in typed)
    known = [clock is not None or one in ("", NO_HOUR) for one, clock in zip(typed, (begin, end), strict=True)]
    if not all(known) or (begin is None) is not (end is None) or (begin is not None and begin == end):
        return _hours(turn, _written(begin), _written(end), "problem-hours")
    wished = await preferences.find(connection, turn.actor.id)
    return await _keep(desk, turn, connection, replace(wished, quiet_from=begin, quiet_until=end))


async def show_reminders(_: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """How reminders come."""
    wished = await preferences.find(connection, turn.actor.id)
    return Reply(reminders_card(turn.view, wished), turn.view.say("settings-reminders"))


async def choose_reminders(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks how reminders are to come, and keeps it."""
    how = turn.words("how")
    if not turn.number("save") or how not in REMINDERS:
        return await show_reminders(desk, turn, connection)
    before = await preferences.find(connection, turn.actor.id)
    wished = replace(before, reminders=how != "none", digest=how == "weekly")
    if wished.digest and not before.digest:
        await _hold_back(desk, turn, connection, wished)
    return await _keep(desk, turn, connection, wished)


async def _hold_back(desk: Desk, turn: Turn, connection: AsyncConnection, wished: Preferences) -> None:
    """What was not sent yet comes with the weekly card as well, where that is soon enough."""
    manners = desk.content.reminding.manners
    for one in await nudges.untold(connection, turn.actor.id):
        soonest = max(one.due, turn.now)
        due = first_due(one.rule, wished, manners, soonest, one.until)
        if due > soonest:
            await nudges.wait(connection, one.id, due, turn.now)
