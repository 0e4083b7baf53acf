"""A person's card of reminders, and what she decides about what stands on it."""

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy import select

from domain.nudging import Fate, Verdict
from domain.occurrences import Occurrence
from storage import nudges, reminders
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.nudges import DONE, DROPPED, TOLD, WAITING, Share
from storage.reminder_tables import nudges as table
from storage.reminder_tables import nudges_off
from storage.reminders import AHEAD, Over
from tests.storage.facts import NOW, TENANT, after, person


async def told(database: Database, *rules: str, number: int = 1) -> tuple[str, str, list[str]]:
    """A card with these on it: her id, the card's, and those of what stands on it."""
    her, bundle = await person(database, number), uuid4().hex
    some = [
        Occurrence(NOW, rule, f"s{place}", "2022-10-06/5", date(2022, 10, 6 + place), after(days=9))
        for place, rule in enumerate(rules)
    ]
    async with database.write() as connection:
        await reminders.end(connection, [Over(one) for one in some], NOW)
        await nudges.share(connection, [Share(one, her.id, NOW) for one in some], NOW)
        [mine] = (await nudges.due(connection, NOW, 9)).values()
        await nudges.settle(connection, [Verdict(one, Fate.TELL) for one in mine], bundle, NOW)
        found = await nudges.of_bundle(connection, bundle)
    assert found
    return her.id, bundle, [one.id for one, _, _ in found.told]


async def states(database: Database, bundle: str) -> list[tuple[str, str]]:
    async with database.read() as connection:
        found = await nudges.of_bundle(connection, bundle)
    return [(state, reason) for _, state, reason in found.told] if found else []


async def test_a_card_is_found_with_what_stands_on_it_and_whose_it_is(database: Database) -> None:
    her, bundle, [first, second] = await told(database, "draft-deadline", "session-tomorrow")
    async with database.read() as connection:
        found = await nudges.of_bundle(connection, bundle)
        assert found and (found.id, found.owner) == (bundle, her)
        assert [(one.rule, one.day.day) for one, _, _ in found.told] == [("draft-deadline", 6), ("session-tomorrow", 7)]
        assert await nudges.of_bundle(connection, uuid4().hex) is None
        assert await nudges.of_bundle(connection, "\x00") is None
        one = await nudges.find(connection, second)
        assert one and one.rule == "session-tomorrow" and one.id != first
    assert await states(database, bundle) == [(TOLD, ""), (TOLD, "")]


async def test_with_what_is_due_comes_what_falls_due_within_the_window_of_the_same_person(database: Database) -> None:
    (first, second), hours = [(await person(database, one)).id for one in (1, 2)], [0, 20, 40]
    some = [
        Occurrence(after(minutes=minutes), "draft-deadline", f"s{minutes}", "k/5", date(2022, 10, 6), after(days=9))
        for minutes in hours
    ]
    shares = [Share(one, who, one.at) for one in some for who in (first, None)] + [Share(some[1], second, some[1].at)]
    async with database.write() as connection:
        await reminders.end(connection, [Over(one, AHEAD) for one in some], NOW)
        await nudges.share(connection, shares, NOW)
        await nudges.share(connection, shares[:1], NOW)
        found = await nudges.due(connection, NOW, 9, timedelta(minutes=30))
        assert (some[1].id, second) in await nudges.shared_ahead(connection)
    # Those of whom nobody may know hear of each thing at its own hour.
    whose = {who: sorted(one.subject for one in told) for who, told in found.items()}
    assert whose == {first: ["s0", "s20"], None: ["s0"]}


async def test_what_was_decided_first_stands_whatever_is_pressed_afterwards(database: Database) -> None:
    her, bundle, [first, second] = await told(database, "draft-deadline", "session-tomorrow")
    async with database.write() as connection:
        assert await nudges.finish(connection, [first], NOW) == 1
        assert await nudges.finish(connection, [first], NOW) == 0
        assert await nudges.put_off(connection, [first, second], after(days=1), NOW) == 1
        found = await nudges.of_bundle(connection, bundle)
        assert found and await nudges.end(connection, her, [one for one, _, _ in found.told]) == 0
    assert await states(database, bundle) == [(DONE, ""), (WAITING, "")]


async def test_what_was_put_off_waits_for_its_day_and_then_leaves_its_old_card(database: Database) -> None:
    her, bundle, [one] = await told(database, "draft-deadline")
    async with database.write() as connection:
        await nudges.put_off(connection, [one], after(days=1), NOW)
        assert await nudges.due(connection, after(hours=23), 9) == {}
        [again] = (await nudges.due(connection, after(days=1), 9))[her]
        await nudges.settle(connection, [Verdict(again, Fate.TELL)], uuid4().hex, after(days=1))
        assert await nudges.of_bundle(connection, bundle) is None


async def test_who_has_heard_enough_hears_no_more_by_any_rule_that_counts_from_that_date(database: Database) -> None:
    her, bundle, _ = await told(database, "draft-deadline", "session-tomorrow")
    async with database.write() as connection:
        found = await nudges.of_bundle(connection, bundle)
        assert found and await nudges.end(connection, her, [found.told[0][0]]) == 1
        rows = (await connection.execute(select(nudges_off.c.rule, nudges_off.c.subject))).all()
        assert sorted(map(tuple, rows)) == [("draft-deadline", "s0"), ("draft-late", "s0")]
        assert await nudges.ended(connection, [her]) == {her: {("draft-deadline", "s0"), ("draft-late", "s0")}}
    assert await states(database, bundle) == [(DROPPED, "not-again"), (TOLD, "")]


async def test_several_persons_are_told_at_once_each_on_her_own_card(database: Database) -> None:
    one, other, cards = await person(database, 1), await person(database, 2), {}
    async with database.write() as connection:
        some = [Occurrence(NOW, "feedback", f"s{number}", "k", date(2022, 10, 6), after(days=9)) for number in range(4)]
        await reminders.end(connection, [Over(each) for each in some], NOW)
        await nudges.share(connection, [Share(each, one.id, NOW) for each in some[:3]], NOW)
        await nudges.share(connection, [Share(some[3], other.id, NOW)], NOW)
        waiting = await nudges.due(connection, NOW, 9)
        cards = {one.id: uuid4().hex, other.id: uuid4().hex}
        fates = [
            Verdict(waiting[one.id][0], Fate.DROP, "late"),
            Verdict(waiting[one.id][1], Fate.LATER, due=after(days=1)),
        ]
        settled = [(each, cards[one.id]) for each in [*fates, Verdict(waiting[one.id][2], Fate.TELL)]]
        await nudges.settle_all(
            connection, [*settled, (Verdict(waiting[other.id][0], Fate.TELL), cards[other.id])], NOW
        )
        await nudges.put_on_cards(connection, "reminder", cards | {"nobody": uuid4().hex}, NOW)
    told = (notices.c.subject, deliveries.c.person, deliveries.c.tenant, deliveries.c.state, deliveries.c.due_at)
    async with database.read() as connection:
        rows = (await connection.execute(select(*told).join_from(deliveries, notices))).all()
        assert (await connection.scalars(select(notices.c.kind))).all() == ["reminder", "reminder"]
        states = sorted((await connection.execute(select(table.c.state, table.c.reason))).all())
        assert await nudges.next_due(connection) == after(days=1)
    assert {tuple(row) for row in rows} == {(card, who, TENANT, "new", NOW) for who, card in cards.items()}
    assert states == [(DROPPED, "late"), (TOLD, ""), (TOLD, ""), (WAITING, "")]
