"""What people are told about an announcement: one drawing for all who read the same, and nobody at the wrong hour."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.copies import CHANGE, DRAWERS, SEAT, STANDING, draw, keys
from bot.drawing import Drawn, Postponed, Withheld
from domain.announcements import Announcement, State, Wording, reworded
from domain.preferences import Preferences
from domain.registrations import Coming
from playground import Message
from storage import announcements, preferences, registrations
from storage.notices import Notice, redraw
from storage.outgoing import Delivery
from storage.registrations import Registrant
from tests.bot.post import Post
from tests.cards.samples import says
from tests.storage.facts import personal_chat
from tests.storage.meets import LETTER, ONE, START, session

NIGHT = Preferences(quiet_from=time(20), quiet_until=time(7))


async def lay(post: Post, one: Announcement) -> None:
    async with post.desk.database.write() as connection:
        assert await announcements.add(connection, one, post.desk.clock.now())


async def answer(post: Post, wish: Coming, number: int = 1) -> None:
    async with post.desk.database.write() as connection:
        who = Registrant(post.actors[number].id)
        await registrations.answer(connection, ONE.id, who, wish, post.desk.clock.now())


async def wishes(post: Post, wished: Preferences) -> None:
    async with post.desk.database.write() as connection:
        await preferences.save(connection, post.actors[1].id, wished)


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (State.STOPPED, Withheld(halted=True)),
        (State.HELD, Withheld(halted=True)),
        (State.CALLED_OFF, Withheld()),
        (State.RECALLED, Withheld()),
    ],
)
async def test_who_has_nothing_yet_gets_nothing_that_was_halted_or_ended(
    post: Post, state: State, first: Withheld
) -> None:
    await lay(post, session(state=state))
    assert await drawn(post, delivery(post)) == first
    assert isinstance(await drawn(post, delivery(post, there=True)), Drawn)


def turn_to(post: Post, *moment: int) -> None:
    assert post.desk.clock.move_to(datetime(*moment, tzinfo=post.desk.content.centre.zone))  # type: ignore[misc, arg-type]


def delivery(post: Post, kind: str = STANDING, *, there: bool = False, language: str = "fi") -> Delivery:
    """One to her; with `there`, one that replaces a copy that she has."""
    person = post.actors[1].id
    chat = personal_chat(person)
    where = {"conversation": chat.id, "message": "m"} if there else {"conversation": None, "message": None}
    return Delivery("d", kind, ONE.id, 1, person, attempts=1, chat=chat, language=language, **where)


async def drawn(post: Post, one: Delivery) -> Drawn | Withheld | Postponed | None:
    async with post.desk.database.read() as connection:
        return await draw(post.desk, connection, one)


async def named(post: Post, *several: Delivery) -> Sequence[str | None]:
    async with post.desk.database.read() as connection:
        return await keys(post.desk, connection, several)


async def summary(post: Post, kind: str) -> str:
    made = await drawn(post, delivery(post, kind, there=True))
    assert isinstance(made, Drawn)
    return made.summary


async def test_who_reads_the_same_shares_a_drawing_and_whoever_reads_otherwise_does_not(post: Post) -> None:
    await lay(post, session(1))
    await post.person(2)
    hers = delivery(post)
    others = replace(hers, id="e", person=post.actors[2].id)
    first, second, swedish = await named(post, hers, others, replace(hers, language="sv-FI"))
    assert first == second != swedish
    await answer(post, Coming.COMING)
    [came, full] = await named(post, hers, others)
    # She comes, and for all others it is full now.
    assert len({first, came, full}) == 3
    [channel] = await named(post, replace(others, person=None, channel="19:x"))
    assert channel not in (came, full)


async def test_every_change_and_the_coming_of_the_hour_make_another_drawing(post: Post) -> None:
    await lay(post, session())
    [far] = await named(post, delivery(post))
    turn_to(post, 2022, 10, 5, 8)
    [near] = await named(post, delivery(post))
    turn_to(post, 2022, 10, 5, 10)
    [over] = await named(post, delivery(post))
    async with post.desk.database.write() as connection:
        assert await announcements.save(connection, session(version=2), 1)
    assert len({far, near, over, *await named(post, delivery(post))}) == 4


async def test_the_standing_copy_is_hers_and_that_of_a_channel_is_nobodys(post: Post) -> None:
    await lay(post, session(3))
    await answer(post, Coming.COMING)
    hers = await drawn(post, delivery(post))
    common = await drawn(post, replace(delivery(post), person=None, channel="19:x", language=None))
    assert isinstance(hers, Drawn) and isinstance(common, Drawn)
    assert "Olet ilmoittautunut." in says(hers.card)
    assert "Olet" not in says(common.card) and "announcement-open" in str(common.card)
    assert "/calendar/" in str(hers.card)


async def test_a_notification_tells_a_sessions_name_and_time_and_of_all_else_only_what_it_is(post: Post) -> None:
    await lay(post, session())
    await lay(post, replace(LETTER, state=State.OUT))
    when = "ke 5.10.2022 klo 8.15–9.15"
    assert await summary(post, STANDING) == f"OT-info: {when}"
    assert await summary(post, CHANGE) == f"Muutos: OT-info, {when}"
    assert await summary(post, SEAT) == f"Sait paikan: OT-info, {when}"
    async with post.desk.database.write() as connection:
        assert await announcements.save(connection, session(state=State.CALLED_OFF, version=2), 1)
    assert await summary(post, CHANGE) == f"Peruttu: OT-info, {when}"
    letter = await drawn(post, replace(delivery(post), subject=LETTER.id))
    assert isinstance(letter, Drawn) and letter.summary == "Uutiskirje"
    changed = await drawn(post, replace(delivery(post, CHANGE), subject=LETTER.id))
    assert isinstance(changed, Drawn) and changed.summary == "Tiedotetta on muutettu"


async def test_who_wants_nothing_gets_nothing_but_the_changes_of_what_she_has_registered_for(post: Post) -> None:
    await lay(post, session(1))
    await wishes(post, Preferences(off=True))
    for kind in (STANDING, CHANGE):
        assert await drawn(post, delivery(post, kind)) == Withheld("off")
    # A copy that she has already is kept true.
    assert isinstance(await drawn(post, delivery(post, there=True)), Drawn)
    await answer(post, Coming.COMING)
    assert await drawn(post, delivery(post)) == Withheld("off")
    for kind in (CHANGE, SEAT):
        assert isinstance(await drawn(post, delivery(post, kind)), Drawn)


async def test_quiet_hours_put_off_a_new_message_and_no_change_in_place(post: Post) -> None:
    await lay(post, session())
    await wishes(post, NIGHT)
    assert isinstance(await drawn(post, delivery(post)), Drawn)
    turn_to(post, 2022, 9, 20, 21)
    morning = datetime(2022, 9, 21, 7, tzinfo=post.desk.content.centre.zone)
    for kind in (STANDING, CHANGE):
        assert await drawn(post, delivery(post, kind)) == Postponed(morning)
    assert isinstance(await drawn(post, delivery(post, there=True)), Drawn)


@pytest.mark.parametrize(("wish", "told"), [(Coming.COMING, True), (Coming.WAITING, True), (Coming.DECLINED, False)])
async def test_who_comes_within_a_day_hears_of_a_change_at_any_hour(post: Post, wish: Coming, told: bool) -> None:
    await lay(post, session(1))
    if wish is Coming.WAITING:
        await post.person(2)
        await answer(post, Coming.COMING, 2)
    await answer(post, Coming.DECLINED if wish is Coming.DECLINED else Coming.COMING)
    await wishes(post, NIGHT)
    turn_to(post, 2022, 10, 4, 7, 30)
    turn_to(post, 2022, 10, 4, 22)
    assert isinstance(await drawn(post, delivery(post, CHANGE)), Drawn) is told
    assert isinstance(await drawn(post, delivery(post)), Postponed)


async def test_who_would_come_within_a_day_hears_at_any_hour_that_it_is_later(post: Post) -> None:
    one, week = session(), timedelta(days=7)
    assert one.session
    later = replace(one.session, start=one.session.start + week, end=one.session.end + week)
    await lay(post, reworded(one, replace(one.wording, session=later), START - timedelta(days=3)))
    await answer(post, Coming.COMING)
    await wishes(post, NIGHT)
    told = replace(delivery(post, CHANGE), occurrence="2")
    turn_to(post, 2022, 10, 3, 22)
    assert isinstance(await drawn(post, told), Postponed)
    turn_to(post, 2022, 10, 4, 22)
    assert isinstance(await drawn(post, told), Drawn)


async def test_what_has_nothing_more_to_say_is_not_sent_and_a_copy_that_is_there_says_the_truth(post: Post) -> None:
    assert await drawn(post, delivery(post)) == Withheld()
    await lay(post, session(state=State.RECALLED))
    for kind in (STANDING, CHANGE, SEAT):
        assert await drawn(post, delivery(post, kind)) == Withheld()
        shown = await drawn(post, delivery(post, kind, there=True))
        assert isinstance(shown, Drawn) and "vedetty takaisin" in says(shown.card)


async def test_a_seat_is_told_to_who_has_it_and_a_seat_that_she_gave_back_is_no_longer_hers(post: Post) -> None:
    await lay(post, session(1))
    assert await drawn(post, delivery(post, SEAT)) == Withheld()
    await answer(post, Coming.COMING)
    had = await drawn(post, delivery(post, SEAT))
    assert isinstance(had, Drawn) and "Sait paikan" in says(had.card)
    await answer(post, Coming.DECLINED)
    gone = await drawn(post, delivery(post, SEAT, there=True))
    assert isinstance(gone, Drawn) and "Sait paikan" not in says(gone.card)


async def test_the_outbox_waits_for_the_morning_and_then_keeps_the_copy_true(post: Post) -> None:
    client = await post.person(1)
    await lay(post, session())
    await wishes(post, NIGHT)
    turn_to(post, 2022, 9, 20, 21)
    await post.tell(Notice(STANDING, ONE.id), 1)
    await post.outbox.round()
    assert await post.states() == ["new"]
    assert await post.next_try() == 10 * 3600
    assert cards(client.messages) == []
    post.pass_time(hours=10)
    await post.outbox.round()
    [message] = cards(client.messages)
    assert message.summary == "OT-info: ke 5.10.2022 klo 8.15–9.15"
    turn_to(post, 2022, 9, 21, 22)
    later = replace(session().wording, session=replace(session().wording.session, start=START + timedelta(minutes=15)))  # type: ignore[type-var]
    async with post.desk.database.write() as connection:
        moved = replace(session(), wording=later, original=session().wording, version=2)
        assert await announcements.save(connection, moved, 1)
        await redraw(connection, ONE.id, post.desk.clock.now())
    await post.outbox.round()
    assert [one.id for one in cards(client.messages)] == [message.id]
    assert "klo 8.30–9.15" in says(message.card or {})


def cards(messages: Sequence[Message]) -> list[Message]:
    return [one for one in messages if one.card]


def test_each_kind_of_notice_has_its_drawer() -> None:
    assert set(DRAWERS) == {"announcement", "announcement-change", "seat"}


async def test_a_message_about_a_change_that_comes_late_tells_of_all_since_once(post: Post) -> None:
    once = reworded(session(), _later(1), START)
    twice = reworded(once, _later(2), START)
    await lay(post, twice)
    first, second = (replace(delivery(post, CHANGE), occurrence=str(one.version)) for one in (once, twice))
    assert len(set(await named(post, first, second))) == 2
    told = [await drawn(post, one) for one in (first, second)]
    befores = [says(one.card) for one in told if isinstance(one, Drawn)]
    assert ["klo 8.15–9.15" in one for one in befores] == [True, False]
    assert ["klo 9.15–10.15" in one for one in befores] == [False, True]


async def test_of_a_change_that_was_undone_meanwhile_nothing_is_told(post: Post) -> None:
    once = reworded(session(), _later(1), START)
    await lay(post, reworded(once, session().wording, START))
    unseen = replace(delivery(post, CHANGE), occurrence=str(once.version))
    assert isinstance(await drawn(post, unseen), Withheld)
    assert isinstance(await drawn(post, replace(delivery(post, CHANGE, there=True), occurrence="2")), Drawn)


def _later(hours: int) -> Wording:
    one = session().wording
    assert one.session
    by = timedelta(hours=hours)
    return replace(one, session=replace(one.session, start=one.session.start + by, end=one.session.end + by))
