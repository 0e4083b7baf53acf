"""What somebody does about a card of reminders: done, later, no more of this, and why she got it."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from bot.reminding import again_at, facing, gather, numbers
from cards.reminder_choices import OTHER_DAY, Wished, later_card, off_card, why_card
from cards.reminders import Item, Reminded, reminder_card
from domain.nudging import Bundle, check_later
from domain.permissions import authorize
from storage import nudges
from storage.notices import redraw


async def _find(turn: Turn, connection: AsyncConnection) -> Bundle:
    return authorize(turn.actor, "reminder", await nudges.of_bundle(connection, turn.text("id")))


async def _reminded(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reminded:
    bundle = await _find(turn, connection)
    return await gather(facing(desk, turn.view, turn.actor.id), connection, bundle)


def _reply(turn: Turn, reminded: Reminded, said: str | None = None) -> Reply:
    words = turn.view.say(said) if said else None
    title = turn.view.say("reminder-title", count=len(reminded.items))
    return Reply(reminder_card(turn.view, reminded, words, turn.number("page")), title)


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The card as it is now."""
    return _reply(turn, await _reminded(desk, turn, connection))


async def _after(desk: Desk, turn: Turn, connection: AsyncConnection, changed: int, said: str) -> Reply:
    if changed:
        await redraw(connection, turn.text("id"), turn.now, {nudges.BUNDLE})
    return _reply(turn, await _reminded(desk, turn, connection), said if changed else None)


async def done(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """One of them is done, or all."""
    bundle = await _find(turn, connection)
    which = [one.id for one, _, _ in bundle.told if turn.text("item") in ("", one.id)]
    changed = await nudges.finish(connection, which, turn.now)
    return await _after(desk, turn, connection, changed, "reminder-said-done")


def _wished(turn: Turn, problem: str = "", **values: str) -> Wished:
    return Wished(turn.words("items"), turn.words("day"), turn.words("date"), problem, values)


def _chosen(turn: Turn, items: list[Item]) -> list[Item]:
    # Where there is one, nothing is asked.
    which = {one.id for one in items} if len(items) == 1 else set(turn.words("items").split(","))
    return [one for one in items if one.id in which]


async def later(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks on which day she wants to hear of it again."""
    reminded = await _reminded(desk, turn, connection)
    return _later(turn, reminded, Wished())


def _later(turn: Turn, reminded: Reminded, wished: Wished) -> Reply:
    if not reminded.movable:
        return _reply(turn, reminded)
    return Reply(later_card(turn.view, reminded, wished), turn.view.say("button-reminder-later"))


def _day(turn: Turn) -> date | None:
    chosen = turn.words("day")
    typed = turn.words("date") if chosen in ("", OTHER_DAY) else chosen
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


async def later_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Puts off what was chosen to a day on which it is still of use."""
    reminded, day = await _reminded(desk, turn, connection), _day(turn)
    chosen = _chosen(turn, reminded.movable)
    if not reminded.movable:
        return _reply(turn, reminded)
    if not chosen or day is None:
        return _later(turn, reminded, _wished(turn, "problem-later-missing" if chosen else "problem-later-which"))
    last = min(one.last for one in chosen if one.last)
    wrong = check_later(desk.content.reminding.manners, day, desk.today(turn.now), last)
    if wrong:
        return _later(turn, reminded, _wished(turn, wrong, day=turn.speech.day(last)))
    for one in chosen:
        await nudges.put_off(connection, [one.id], again_at(desk, one.rule, day), turn.now)
    return await _after(desk, turn, connection, len(chosen), "reminder-said-later")


async def off(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks of which she wants to hear no more."""
    reminded = await _reminded(desk, turn, connection)
    return _off(turn, reminded, Wished())


def _off(turn: Turn, reminded: Reminded, wished: Wished) -> Reply:
    if not reminded.open:
        return _reply(turn, reminded)
    return Reply(off_card(turn.view, reminded, wished), turn.view.say("button-reminder-off"))


async def off_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Ends what was chosen, for good."""
    reminded, bundle = await _reminded(desk, turn, connection), await _find(turn, connection)
    chosen = {one.id for one in _chosen(turn, reminded.open)}
    if reminded.open and not chosen:
        return _off(turn, reminded, _wished(turn, "problem-later-which"))
    ended = [one for one, _, _ in bundle.told if one.id in chosen]
    changed = await nudges.end(connection, turn.actor.id, ended)
    return await _after(desk, turn, connection, changed, "reminder-said-off")


async def why(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """By which rule she is reminded, and how she ends it."""
    reminded = await _reminded(desk, turn, connection)
    return Reply(why_card(turn.view, reminded, numbers(desk)), turn.view.say("button-reminder-why"))
