"""A service that can be registered with by e-mail: the real server parts, and a mail server that keeps what it gets."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiohttp import ClientSession

from bot.desk import Desk
from bot.mailing import Mailing
from bot.serving import Address, serving
from bot.smtp import Relay
from documents.addresses import Site
from domain.announcements import Announcement
from storage import announcements
from tests.bot.test_smtp import Box, server
from tests.house import LOCAL, SITE, open_desk, read_sample_content

FORM = {"address": "vieras@example.org", "language": "fi", "website": ""}


@dataclass
class Office:
    """The service, its page, and what its mail server got."""

    desk: Desk
    http: ClientSession
    box: Box
    mailing: Mailing

    async def session(self, number: int = 1) -> Announcement:
        async with self.desk.database.read() as connection:
            return (await announcements.ahead(connection, self.desk.clock.now()))[number]

    async def save(self, one: Announcement, changed: Announcement) -> None:
        async with self.desk.database.write() as connection:
            assert await announcements.save(connection, changed, one.version)

    async def post(self, path: str, **typed: str) -> tuple[int, str]:
        async with self.http.post(path, data=typed) as answer:
            return answer.status, await answer.text()

    async def get(self, path: str) -> tuple[int, str]:
        async with self.http.get(path) as answer:
            return answer.status, await answer.text()

    async def ask(self, one: Announcement, **typed: str) -> tuple[int, str]:
        return await self.post(f"/sessions/{one.id}/register", **(FORM | typed))

    async def mails(self) -> list[EmailMessage]:
        """What has arrived, once all that is due has been sent."""
        while await self.mailing.round():
            continue
        read = [message_from_bytes(one, policy=policy.default) for one in self.box.mails]
        return [one for one in read if isinstance(one, EmailMessage)]

    async def link(self) -> str:
        """The path of the link in the last mail."""
        last = (await self.mails())[-1].get_body(("plain",))
        found = re.search(r"https://ot\.example\.fi(/register/\S+)", last.get_content() if last else "")
        assert found
        return found[1]


@asynccontextmanager
async def standing_office(url: str, refusal: str = "") -> AsyncIterator[Office]:
    """The service with mail switched on; its mails are sent by hand."""
    desk = await open_desk(url, read_sample_content(), asyncio.Event())
    desk, box = replace(desk, site=Site(SITE.url, mail=True)), Box(refusal)
    with server(box) as port:
        relay = Relay("127.0.0.1", port, "OT-keskus <ot@example.fi>", encrypted=False)
        async with (
            serving(desk, Address("127.0.0.1", 0, LOCAL), asyncio.Event()) as web,
            ClientSession(f"http://127.0.0.1:{web}") as http,
        ):
            yield Office(desk, http, box, Mailing(desk, relay))
    await desk.database.close()
