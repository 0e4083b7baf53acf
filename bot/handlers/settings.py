"""A person's own settings."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from cards.settings import AS_TEAMS, settings_card
from storage import people


def _languages(desk: Desk) -> list[tuple[str, str]]:
    return [(code, desk.speech(code).say("language-name")) for code in desk.texts.languages]


async def show_settings(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """What can be set."""
    return Reply(settings_card(turn.view, _languages(desk), turn.actor.language))


async def choose_language(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keep the language that the service is to speak, and speak it at once."""
    chosen = turn.words("language")
    if chosen != AS_TEAMS and chosen not in desk.texts.languages:
        return await show_settings(desk, turn, connection)
    language = None if chosen == AS_TEAMS else chosen
    await people.speak(connection, turn.actor.id, language)
    said = await people.language_of(connection, turn.actor.id)
    view = replace(turn.view, speech=desk.speech(said))
    return Reply(settings_card(view, _languages(desk), language, view.say("settings-saved")))
