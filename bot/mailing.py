"""Sends the mails that wait in the ledger: one after the other, in a thread, each as its guest stands now."""

import asyncio
from datetime import datetime, timedelta
from email.message import EmailMessage

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.smtp import Handed, Relay, hand_over
from documents.mails import About, Envelope, Letter, mail
from domain.announcements import OFF, Announcement, is_undone, since
from domain.registrations import Coming
from storage import announcements, guests, mail_queue
from storage.guests import Guest
from storage.mail_queue import Waiting

log = structlog.get_logger()

# The mail with which an address is confirmed, and the one that says where its owner stands.
LINK, STATE = "guest-link", "guest-state"
CHANGE, REMINDER = "announcement-change", "reminder-guest"
MAILED = frozenset({LINK, STATE})
LOOK_SECONDS = 1.0
# One: a lease has to outlast whatever is handed over under it.
AT_ONCE = 1
MOST_ATTEMPTS = 100
LONGEST_PAUSE = timedelta(hours=1)
STANDS = {Coming.COMING: About.COMING, Coming.WAITING: About.WAITING}


class Mailing:
    """One worker over the deliveries to guests; without a mail server it has nothing to do."""

    def __init__(self, desk: Desk, relay: Relay | None) -> None:
        self._desk, self._relay, self._stopped = desk, relay, asyncio.Event()

    def stop(self) -> None:
        """Finish the mail that is being handed over, and begin no other."""
        self._stopped.set()

    async def run(self) -> None:
        """Send whatever falls due, until stopped."""
        while self._relay and not self._stopped.is_set():
            if not await self.round():
                await self._rest()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._stopped.wait()
        except TimeoutError:
            return

    async def round(self) -> int:
        """Send what is due now. Returns how many there were."""
        if self._relay is None or not await self._is_any_due():
            return 0
        async with self._desk.database.write() as connection:
            taken = await mail_queue.take(connection, self._desk.clock.now(), AT_ONCE)
        for one in taken:
            await self._send(one, self._relay)
        return len(taken)

    async def _is_any_due(self) -> bool:
        # A look that waits for no writer: there are mails far more seldom than seconds.
        async with self._desk.database.read() as connection:
            return await mail_queue.is_due(connection, self._desk.clock.now())

    async def _send(self, one: Waiting, relay: Relay) -> None:
        async with self._desk.database.read() as connection:
            message = None if one.is_sent else await self._draw(connection, one, relay)
        handed = await asyncio.to_thread(hand_over, relay, message) if message else Handed.SENT
        now = self._desk.clock.now()
        async with self._desk.database.write() as connection:
            if message is None and not one.is_sent:
                await mail_queue.dead(connection, one, "nothing", now)
            elif handed is Handed.SENT:
                await mail_queue.sent(connection, one, now)
            else:
                await self._failed(connection, one, handed, now)

    async def _failed(self, connection: AsyncConnection, one: Waiting, handed: Handed, now: datetime) -> None:
        if handed is Handed.REFUSED or one.attempts >= MOST_ATTEMPTS:
            reason = "refused" if handed is Handed.REFUSED else "attempts"
            log.warning("mail ended", delivery=one.id, kind=one.kind)
            await mail_queue.dead(connection, one, reason, now)
            return
        pause = min(LONGEST_PAUSE, timedelta(seconds=15) * 2 ** min(one.attempts, 10))
        await mail_queue.later(connection, one, now + pause)

    async def _draw(self, connection: AsyncConnection, one: Waiting, relay: Relay) -> EmailMessage | None:
        guest = await guests.find(connection, one.guest)
        found = await announcements.find(connection, one.subject)
        if found and one.kind == CHANGE:
            found = since(found, one.occurrence)
        about = await self._about(connection, one, guest, found)
        if guest is None or found is None or found.session is None or about is None:
            return None
        token = await guests.token_of(connection, guest.id)
        link = self._desk.site.at(f"/register/{token}?lang={guest.language}")
        letter = Letter(f"{one.id}.{one.revision}", about, found, link)
        envelope = Envelope(relay.sender, guest.address)
        try:
            return mail(letter, envelope, self._desk.speech(guest.language), self._desk.clock.now())
        except ValueError:
            # No header takes this address. One such guest must not keep the mails of all others.
            return None

    async def _about(
        self, connection: AsyncConnection, one: Waiting, guest: Guest | None, found: Announcement | None
    ) -> About | None:
        if guest is None or found is None:
            return None
        stands = await guests.of(connection, guest.id)
        if stands is None:
            # What was meant for somebody who comes is not for an address that nobody has confirmed.
            return About.CONFIRM if one.kind == LINK else None
        if one.kind == CHANGE and is_undone(found):
            return None
        if one.kind == REMINDER:
            holds = stands is Coming.COMING and found.takes_place and found.is_ahead(self._desk.clock.now())
            return About.REMINDER if holds else None
        return About.OFF if found.state in OFF else _of_one_who_stands(one.kind, stands)


def _of_one_who_stands(kind: str, stands: Coming) -> About | None:
    if kind == CHANGE and stands is Coming.COMING:
        return About.CHANGED
    if kind == "seat" and stands is Coming.COMING:
        return About.SEAT
    return STANDS.get(stands)
