"""The first card, help, the choice of a group, and what is still to come."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Handler, Reply, Turn
from cards import home
from domain.centre import Group
from domain.meetings import Meeting, open_meetings
from storage import drafts


def _home(desk: Desk, turn: Turn, said: str | None = None) -> Reply:
    words = turn.view.say(said) if said else None
    return Reply(
        home.home_card(turn.view, desk.content.centre, turn.actor, words), summary=turn.view.say("summary-home")
    )


async def show_home(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """What one can do here."""
    return _home(desk, turn)


async def welcome(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """The app has just been installed."""
    return _home(desk, turn, "home-welcome")


async def greet(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """Somebody says hello."""
    return _home(desk, turn, "home-greeting")


async def unknown(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """Something was typed that is no command; it is neither kept nor read any further."""
    words = turn.view.say("home-unknown")
    return Reply(home.home_card(turn.view, desk.content.centre, turn.actor, words, danger=True))


async def take_no_file(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """A file was sent; where it lies is not even known here, so that nothing of it can be read."""
    words = turn.view.say("home-file")
    return Reply(home.home_card(turn.view, desk.content.centre, turn.actor, words, danger=True))


async def cancel(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """Back to the beginning; drafts stay."""
    return _home(desk, turn, "home-cancelled")


async def show_help(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """The words, the contacts and the emergency numbers."""
    return Reply(home.help_card(turn.view, desk.content.centre))


def coming(what: str) -> Handler:
    """A handler that says honestly that `what` is not here yet."""

    async def show(_: Desk, turn: Turn, __: AsyncConnection) -> Reply:
        return Reply(home.coming_card(turn.view, f"coming-{what}"))

    return show


def _ahead(group: Group, turn: Turn) -> list[Meeting]:
    return open_meetings(group.key, group.meetings, turn.now, 1) if group.meetings else []


async def ask(desk: Desk, turn: Turn, _: AsyncConnection) -> Reply:
    """Which group to ask."""
    groups = [(group, _ahead(group, turn)) for group in desk.content.centre.groups.values()]
    return Reply(home.groups_card(turn.view, groups))


async def _begun(turn: Turn, connection: AsyncConnection, group: str) -> str | None:
    opened = await drafts.list_open(connection, turn.actor.id, turn.now)
    mine = (draft for draft, _ in opened if draft.group == group and not draft.consultation and draft.version > 1)
    return next((draft.id for draft in mine), None)


async def ask_group(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Where to fill in this group's form, or to go on with the one that has been begun."""
    group = desk.group(turn.text("group"))
    spoken = ", ".join(desk.speech(code).say("language-name") for code in desk.form(group).languages)
    languages = turn.view.say("surface-languages", languages=spoken)
    draft = await _begun(turn, connection, group.key)
    return Reply(home.surface_card(turn.view, group, _ahead(group, turn), languages, draft))
