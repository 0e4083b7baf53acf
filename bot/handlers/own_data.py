"""A person's own data: shown, forgotten, erased."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from cards.differences import time_words
from cards.own_data import OwnData, erase_card, erased_card, own_data_card
from cards.settings import hour_words, reminded, topic_words
from cards.widgets import answer_words
from dialogs.forms import OTHER, Field
from domain.announcements import Announcement
from domain.moments import local_day
from storage import announcements, consultations, drafts, nudges, people, persons, preferences, registrations


def _has(asked: Field, answer: object) -> bool:
    chosen = answer if isinstance(answer, list) else [answer]
    return not asked.options or all(one == OTHER or one in [each.value for each in asked.options] for one in chosen)


def _known(desk: Desk, turn: Turn, known: dict[str, object]) -> list[tuple[str, str]]:
    # The same field may stand in several forms with other options: the one that has her answer is asked for its words.
    every = (one for form in desk.content.forms.values() for one in form.fields() if one.key in known)
    fields = {one.key: one for one in every if _has(one, known[one.key])}
    said = [(turn.speech.pick(one.label), answer_words(turn.view, one, known)) for one in fields.values()]
    return [(label, words) for label, words in said if words]


async def _gathered(desk: Desk, turn: Turn, connection: AsyncConnection) -> OwnData:
    mine = turn.actor.id
    opened = await drafts.list_open(connection, mine, turn.now)
    owned = await consultations.owned_by(connection, mine)
    since = await people.first_seen(connection, mine) or turn.now
    wished = await preferences.find(connection, mine)
    coming = await registrations.mine(connection, mine, turn.now)
    return OwnData(
        name=turn.actor.name,
        language=desk.speech(turn.speech.language).say("language-name"),
        since=local_day(since, turn.speech.zone),
        drafts=len(opened),
        requests=[one.reference for one in owned],
        known=_known(desk, turn, await drafts.profile(connection, mine)),
        heard=topic_words(turn.view, desk.content.centre.announcing.topics, wished),
        quiet=hour_words(turn.view, wished),
        reminders=turn.view.say(f"settings-reminders-{reminded(wished)}"),
        reminded=len(await nudges.export(connection, mine)),
        ended=len({subject for _, subject in (await nudges.ended(connection, [mine])).get(mine, ())}),
        sessions=[_session(turn, one) for one in await announcements.ahead(connection, turn.now) if one.id in coming],
    )


def _session(turn: Turn, one: Announcement) -> str:
    title = turn.speech.pick(one.wording.title)
    return f"{title} ({time_words(turn.view, one.session)})" if one.session else title


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What is kept of the reader."""
    data = await _gathered(desk, turn, connection)
    return Reply(own_data_card(turn.view, data), turn.view.say("own-data-title"))


async def forget(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Forget what the next form would offer."""
    await persons.forget_known(connection, turn.actor.id)
    data = await _gathered(desk, turn, connection)
    return Reply(own_data_card(turn.view, data, turn.view.say("own-data-forgotten")), turn.view.say("own-data-title"))


async def _under_way(desk: Desk, turn: Turn, connection: AsyncConnection) -> list[str]:
    owned = await consultations.owned_by(connection, turn.actor.id)
    return [one.reference for one in persons.under_way(owned, desk.today(turn.now))]


async def erase(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks once more, or says what is still under way."""
    return _asking(turn, await _under_way(desk, turn, connection))


def _asking(turn: Turn, open_ones: list[str]) -> Reply:
    title = "own-data-erase-not-yet" if open_ones else "own-data-erase-title"
    return Reply(erase_card(turn.view, open_ones), turn.view.say(title))


async def erase_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Erases all that is kept of the reader; it is on the list of erasures before it is committed."""
    open_ones = await _under_way(desk, turn, connection)
    if open_ones:
        return _asking(turn, open_ones)
    erased = await persons.erase(connection, turn.actor.id, turn.now)
    if erased:
        await desk.note_erasure(erased, turn.now)
    return Reply(erased_card(turn.view), turn.view.say("own-data-erased-title"))


async def after_erasing(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What a second copy of that press gets: that she is erased, or what is still kept of her."""
    if await people.first_seen(connection, turn.actor.id) is None:
        return Reply(erased_card(turn.view), turn.view.say("own-data-erased-title"))
    return await show(desk, turn, connection)
