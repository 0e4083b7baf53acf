"""What every handler works with, and what goes in and out of one."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.pace import Pace
from cards.elements import Card, Surface, View
from dialogs.address_lists import AddressList
from dialogs.forms import Form
from documents.addresses import Site
from domain.centre import Group
from domain.clock import Clock
from domain.credentials import Expiring
from domain.moments import local_day
from domain.people import Actor
from domain.refusals import Refused
from scheduling.subjects import Almanac
from storage.content import Content
from storage.database import Database
from storage.erasures import Erasure, Erasures
from storage.inbound import Arrival
from storage.people import Conversation
from texts.locales import Texts
from texts.speech import Speech


@dataclass(frozen=True)
class Desk:
    """The service's parts, put together in `app.py`. `wake` tells the outbox that something may be due.

    `expiring` are the secrets and certificates, by name, of whose last day the administrators are reminded.
    """

    database: Database
    content: Content
    texts: Texts
    clock: Clock
    wake: Callable[[], None]
    erasures: Erasures
    site: Site = field(default_factory=Site)
    pace: Pace = field(default_factory=Pace)
    expiring: Expiring = field(default_factory=dict)

    def speech(self, language: str | None) -> Speech:
        """How to speak to a reader with this locale."""
        return self.texts.speech(language, self.content.centre.zone)

    def group(self, key: str) -> Group:
        """The group with this key; refused when the content no longer has it."""
        if key not in self.content.centre.groups:
            raise Refused("refused-group")
        return self.content.centre.groups[key]

    def form(self, group: Group) -> Form:
        """The form of a group."""
        return self.content.forms[group.form]

    @cached_property
    def almanac(self) -> Almanac:
        """What the content and the settings bring to reminders."""
        return Almanac(self.content.reminding, self.content.centre.groups, self.expiring)

    @property
    def draft_life(self) -> timedelta:
        """For how long a draft is kept after its last change."""
        return timedelta(days=self.content.centre.retention.draft)

    async def note_erasure(self, erased: Erasure, now: datetime) -> None:
        """Put an erasure on the list that outlives a restore; before it is committed."""
        await asyncio.to_thread(self.erasures.note, erased, now)

    def today(self, now: datetime) -> date:
        """The centre's calendar day."""
        return local_day(now, self.content.centre.zone)


@dataclass(frozen=True)
class Turn:
    """One press or one typed word: by whom, where, with what.

    `data` is what the card carried (ids and versions, never to be believed further than that), `typed` what
    was filled into its inputs, by field key. `arrival` says as what Teams delivered it; `posted`, that the answer
    is a message of its own; `refreshes`, that nobody has pressed: Teams draws a card anew. `brought` is the list in a
    file that she has sent, or why there is none.
    """

    actor: Actor
    chat: Conversation
    now: datetime
    speech: Speech
    surface: Surface = Surface.CHAT
    data: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)
    arrival: Arrival | None = None
    posted: bool = False
    refreshes: bool = False
    brought: AddressList | Refused | None = None

    @property
    def view(self) -> View:
        """Who reads and where."""
        return View(self.speech, self.surface)

    def text(self, name: str) -> str:
        """A value of the card's data; empty when it has none, or none of that type."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A whole number of the card's data; 0 when it has none."""
        value = self.data.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9 else 0

    def words(self, name: str) -> str:
        """What was typed into an input, as text."""
        value = self.typed.get(name)
        return value.strip() if isinstance(value, str) else ""


@dataclass(frozen=True)
class Reply:
    """The card that answers a turn; `title` heads a dialog, `summary` is the notification, free of content.

    For the access log: `about` is the id of what was read or changed, where the press does not name it itself, `kind`
    what it is where the verb does not tell, `reason` the key of why, and `unnamed` leaves out who: an anonymous
    requester's own doing.
    """

    card: Card
    title: str = ""
    summary: str = ""
    about: str = ""
    reason: str = ""
    unnamed: bool = False
    kind: str = ""


Handler = Callable[[Desk, Turn, AsyncConnection], Awaitable[Reply]]
