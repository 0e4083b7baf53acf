"""From what is due to what is told: takes what the scheduler hands over, and gathers each person's share on one card.

It runs on the service's loop and never waits for the scheduler; every transaction shows the lease of who leads.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.nudging import Fate, Matter, Nudge, Reader, Verdict, judge
from domain.preferences import Preferences
from domain.reminders import RULES
from scheduling.ahead import coming, share_ahead
from scheduling.firing import Due
from scheduling.sharing import shares_of
from scheduling.subjects import Almanac
from scheduling.truth import silent, standing, still_true
from storage import guests, marks, notices, nudges, preferences, reminders
from storage.database import Database
from storage.leases import Deposed, Lease, check
from storage.notices import Notice
from storage.nudges import BUNDLE, UNNAMED
from storage.reminders import Over

log = structlog.get_logger()

AT_ONCE = 200
# What falls due in the same moment comes within so long of each other.
CALM_SECONDS = 0.4
EARLY = timedelta(seconds=1)
MOST_PERSONS = 200
TO_GUESTS = "reminder-guest"


class Reminding:
    """Takes what is due. `hand` and `lead` may be called from any thread; `wake` tells the outbox."""

    def __init__(self, database: Database, clock: Clock, almanac: Almanac, wake: Callable[[], None]) -> None:
        self._database, self._clock, self._almanac, self._wake = database, clock, almanac, wake
        self._queue: asyncio.Queue[tuple[Due, Lease]] = asyncio.Queue()
        # Kept until it is written down: what breaks is tried again.
        self._handed: list[tuple[Due, Lease]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lease: Lease | None = None
        self._turns = 0
        self._stopped = False

    def hand(self, due: Due, lease: Lease) -> None:
        """Take over a reminder whose hour has come."""
        if self._loop:
            self._loop.call_soon_threadsafe(self._queue.put_nowait, (due, lease))

    def lead(self, lease: Lease | None) -> None:
        """Under which lease this instance leads, and so gathers; None when it does not. All is planned by now."""
        self._lease, self._turns = lease, self._clock.turns

    def stop(self) -> None:
        """Finish what has been begun."""
        self._stopped = True

    async def run(self) -> None:
        """Work until stopped."""
        self._loop = asyncio.get_running_loop()
        while not self._stopped:
            self._handed += await self._next()
            try:
                await self.round()
            except Deposed:
                # Whoever leads now finds all of it in the tables.
                self._handed.clear()
                log.info("another instance leads")

    async def _next(self) -> list[tuple[Due, Lease]]:
        """Some of what has been handed over; nothing once it has been calm for a while."""
        try:
            found = [await asyncio.wait_for(self._queue.get(), CALM_SECONDS)]
        except TimeoutError:
            return []
        while len(found) < AT_ONCE and not self._queue.empty():
            found.append(self._queue.get_nowait())
        return found

    async def round(self) -> None:
        """Write down what was handed over; when it is calm, put what waits on cards. Raises Deposed."""
        if self._handed:
            await self._take()
        # Where the clock was turned since, what belongs on the same card still stands at its old moment.
        elif self._lease and self._turns == self._clock.turns:
            await self._gather_all(self._lease)

    async def _take(self) -> None:
        handed = list(self._handed)

        async def work(connection: AsyncConnection) -> None:
            for lease in {lease for _, lease in handed}:
                await check(connection, lease)
            await take(connection, self._almanac, [due for due, _ in handed], self._clock)

        await self._database.write_in_one_go(work)
        del self._handed[: len(handed)]

    async def _look_ahead(self, lease: Lease) -> None:
        """Share out what belongs on the cards of now, though its hour comes later or it was not handed over yet."""
        async with self._database.read() as connection:
            overdue, soon = await coming(connection, self._almanac, self._clock)
        for start in range(0, max(len(overdue), len(soon)), AT_ONCE):
            await self._share_ahead(lease, overdue[start : start + AT_ONCE], soon[start : start + AT_ONCE])

    async def _share_ahead(self, lease: Lease, overdue: Sequence[Due], soon: Sequence[Due]) -> None:
        async def work(connection: AsyncConnection) -> None:
            await check(connection, lease)
            if overdue:
                await take(connection, self._almanac, overdue, self._clock)
            await share_ahead(connection, self._almanac, soon, self._clock)

        await self._database.write_in_one_go(work)

    async def _is_anything_due(self) -> bool:
        async with self._database.read() as connection:
            first = await nudges.next_due(connection)
        return first is not None and first <= self._clock.now()

    async def _gather_all(self, lease: Lease) -> None:
        if await self._is_anything_due():
            await self._look_ahead(lease)
        while await self._gather(lease):
            self._wake()
            # What has fallen due meanwhile comes first: it may belong on the same cards.
            if not self._queue.empty():
                return

    async def _gather(self, lease: Lease) -> int:
        if not await self._is_anything_due():
            return 0

        async def work(connection: AsyncConnection) -> int:
            await check(connection, lease)
            return await gather(connection, self._almanac, self._clock)

        return await self._database.write_in_one_go(work)


async def take(connection: AsyncConnection, almanac: Almanac, due: Sequence[Due], clock: Clock) -> None:
    """Write down who is to be told of these, each once; what does not hold any more is left to the planner."""
    now = clock.now()
    calendar = almanac.calendar(now)
    found = await standing(connection, almanac, calendar, {(one.rule, one.subject) for one in due})
    over = await reminders.over(connection, sorted({one.id for one in due}))
    fallen = [found[name] for name in sorted({one.id for one in due} - over) if name in found]
    # The machine's clock may have jumped: what is not due yet is planned again.
    early = [one for one in fallen if one.at > now + EARLY]
    ready = [one for one in fallen if one.at <= now + EARLY]
    for one in early:
        await marks.touch(connection, RULES[one.rule].about, one.subject)
    late = [one for one in ready if one.until < now]
    # What has nothing to say is over too: otherwise it would be planned, and fall due, again and again.
    mute = await silent(connection, calendar)
    untrue = [one for one in ready if one.until >= now and one.rule in mute]
    on_time = [one for one in ready if one.until >= now and one.rule not in mute]
    ends = [*(Over(one, "late") for one in late), *(Over(one, "untrue") for one in untrue), *map(Over, on_time)]
    await reminders.end(connection, ends, now)
    shares = await shares_of(connection, almanac, on_time)
    await nudges.share(connection, [replace(one, due=max(one.due, now)) for one in shares], now)
    for one in on_time:
        if RULES[one.rule].mails:
            # The name of a reminder is longer than that of an occurrence in the ledger may be.
            notice = Notice(TO_GUESTS, one.subject, sha256(one.id.encode()).hexdigest()[:32])
            await notices.tell_guests(connection, notice, guests.coming(one.subject), now)


async def gather(connection: AsyncConnection, almanac: Almanac, clock: Clock) -> int:
    """Put each person's share on one card. Returns how many cards that made."""
    now = clock.now()
    calendar = almanac.calendar(now)
    waiting = await nudges.due(connection, now, MOST_PERSONS, almanac.reminding.manners.window)
    told = [(person, one) for person, some in waiting.items() for one in some]
    true = await still_true(connection, almanac, calendar, told)
    persons = [person for person in waiting if person]
    known = Known(
        await preferences.of_several(connection, persons),
        await nudges.card_moments(connection, persons, almanac.reminding.manners.week_of(now)),
        await nudges.ended(connection, persons),
        await nudges.awaited(connection, persons, now),
    )
    verdicts = {
        person: judge(some, known.reader(person or "", true), almanac.reminding.manners, now)
        for person, some in waiting.items()
    }
    return await _tell(connection, verdicts, now)


@dataclass(frozen=True)
class Known:
    """What is known of several persons."""

    wishes: Mapping[str, Preferences]
    cards: Mapping[str, Sequence[datetime]]
    ended: Mapping[str, frozenset[tuple[str, str]]]
    awaits: Mapping[str, set[Matter]]

    def reader(self, person: str, true: frozenset[str]) -> Reader:
        """What is known of one of them."""
        wishes, ended = self.wishes.get(person, Preferences()), self.ended.get(person, frozenset())
        cards, awaits = len(self.cards.get(person, ())), frozenset(self.awaits.get(person, ()))
        return Reader(wishes, cards, ended, true, awaits)


async def _tell(connection: AsyncConnection, verdicts: Mapping[str | None, Sequence[Verdict]], now: datetime) -> int:
    told = {person: [one.nudge for one in some if one.fate is Fate.TELL] for person, some in verdicts.items()}
    cards = {person: uuid4().hex for person, some in told.items() if person and some}
    settled = [(one, cards.get(person or "")) for person, some in verdicts.items() for one in some]
    await nudges.settle_all(connection, settled, now)
    await nudges.put_on_cards(connection, BUNDLE, cards, now)
    # Of those whom nobody may know each gets a card of her own: that two are one person's must not be seen.
    unnamed: Sequence[Nudge] = told.get(None, ())
    for one in unnamed:
        await notices.tell(connection, Notice(UNNAMED, one.subject, one.id), [None], now)
    return len(cards) + len(unnamed)
