"""The conversations of the playground: people, chats and messages, in memory only."""

from __future__ import annotations

import base64
import hashlib
import itertools
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playground.elements import Json

BOT_NAME = "OT-botti"
GENERAL = "Yleinen"
NUMBERED = "00000000-0000-4000-8000-{:012d}"


def _token(seed: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(seed.encode()).digest()).decode().rstrip("=")


@dataclass(frozen=True)
class Person:
    """Somebody of the tenant, with the two ids by which Teams knows her."""

    number: int
    object_id: str
    role: str = ""
    names: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        return f"29:1{_token(self.object_id)}"

    @property
    def address(self) -> str:
        """Her e-mail address and user principal name, made up."""
        return f"person{self.number}@example.fi"

    def name(self, locale: str = "fi-FI") -> str:
        fallback = self.names.get("fi", f"Person {self.number}")
        return self.names.get(locale[:2], fallback)


def read_people(file: Path) -> list[Person]:
    """The made-up people of content/local/people.toml."""
    found = tomllib.loads(file.read_text(encoding="utf-8")).get("people", [])
    return [Person(int(p["number"]), p["object_id"], p.get("role", ""), dict(p["name"])) for p in found]


@dataclass(eq=False)
class Message:
    """One message as it stands in a conversation. `views` are cards that one person alone sees."""

    id: str
    conversation: str
    by_bot: bool
    author: str
    at: datetime
    text: str = ""
    summary: str = ""
    card: Json | None = None
    reply_to: str | None = None
    deleted: bool = False
    updates: int = 0
    plain: bool = False
    views: dict[str, Json] = field(default_factory=dict)

    def card_for(self, object_id: str) -> Json | None:
        return self.views.get(object_id, self.card)


@dataclass(eq=False)
class Conversation:
    """A personal chat or a channel of a team. `blocked` and `gone` are what Teams tells the bot only when it writes."""

    id: str
    kind: str
    name: str
    members: list[Person] = field(default_factory=list)
    installed: bool = False
    blocked: bool = False
    gone: bool = False
    team: Team | None = None
    by_id: dict[str, Message] = field(default_factory=dict)

    @property
    def messages(self) -> list[Message]:
        return list(self.by_id.values())

    @property
    def personal(self) -> bool:
        return self.kind == "personal"

    @property
    def names(self) -> list[str]:
        """What a fault may call this conversation: its id, for a personal chat also the person."""
        return [self.id, *([self.members[0].object_id] if self.personal else [])]


@dataclass(eq=False)
class Team:
    """A team with its channels, the general one first: its id is the team's."""

    id: str
    name: str
    channels: list[Conversation] = field(default_factory=list)
    members: list[Person] = field(default_factory=list)
    archived: bool = False

    @property
    def general(self) -> Conversation:
        return self.channels[0]

    def channel(self, name: str) -> Conversation:
        """A channel by its name."""
        return next(one for one in self.channels if one.name == name)

    def install(self, there: bool) -> None:
        """The app is in all channels of a team or in none."""
        for one in self.channels:
            one.installed = there


@dataclass(frozen=True)
class Change:
    """Something that the page or a waiting test wants to know; `kind`: message, installed, typing, places."""

    kind: str
    conversation: Conversation
    message: Message | None = None
    new: bool = False


class Chats:
    """Everything that stands in Teams, for one bot in one tenant."""

    def __init__(self, tenant: str, people: list[Person]) -> None:
        self.tenant = tenant
        self.bot: Json = {"id": "28:00000000-0000-4000-8000-0000000000b0", "name": BOT_NAME}
        self.people = {person.object_id: person for person in people}
        self.conversations: dict[str, Conversation] = {}
        self.teams: dict[str, Team] = {}
        self.listeners: set[Callable[[Change], None]] = set()
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._ids = itertools.count(int(time.time() * 1000))
        self._by_id = {person.id: person for person in people}
        self._by_number = {person.number: person for person in people}

    def person(self, who: int | str) -> Person:
        """The person of the people file, or a new one with this number or object id."""
        if isinstance(who, int):
            return self._by_number.get(who) or self.person(NUMBERED.format(who))
        if who not in self.people:
            tail = who[-12:]
            self.people[who] = Person(int(tail) if tail.isdecimal() else 0, who)
            self._by_id[self.people[who].id] = self.people[who]
        return self.people[who]

    def known(self, member_id: str) -> Person | None:
        """Find somebody by either id."""
        return self._by_id.get(member_id) or self.people.get(member_id)

    def personal(self, person: Person) -> Conversation:
        key = f"a:1{_token('chat ' + person.object_id)}"
        if key not in self.conversations:
            self.conversations[key] = Conversation(key, "personal", person.name(), [person])
        return self.conversations[key]

    def team(self, name: str) -> Team:
        """The team with this name, made with its general channel where it is new."""
        key = f"19:{_token('channel ' + name)}@thread.tacv2"
        if key not in self.teams:
            self.teams[key] = Team(key, name)
            self.channel(self.teams[key], GENERAL, key)
        return self.teams[key]

    def channel(self, team: Team, name: str, key: str = "") -> Conversation:
        """One more channel of a team; whoever is in the team is in it, and so is the app."""
        key = key or f"19:{_token(f'channel {team.name} {name} {len(team.channels)}')}@thread.tacv2"
        here = bool(team.channels) and team.general.installed
        one = Conversation(key, "channel", name, team.members, installed=here, team=team)
        self.conversations[key] = one
        team.channels.append(one)
        self.changed(Change("places", one))
        return one

    def find(self, conversation_id: str) -> Conversation | None:
        """A conversation by its id; `;messageid=` of a thread in a channel is allowed."""
        return self.conversations.get(conversation_id.split(";", 1)[0])

    def next_id(self) -> str:
        return str(next(self._ids))

    def add(self, conversation: Conversation, author: Person | None, **content: Any) -> Message:
        """Put a message into a conversation; without an author it is the bot's."""
        name = author.name() if author else BOT_NAME
        message = Message(self.next_id(), conversation.id, author is None, name, self.clock(), **content)
        conversation.by_id[message.id] = message
        self.changed(Change("message", conversation, message, new=True))
        return message

    def changed(self, change: Change) -> None:
        for listener in tuple(self.listeners):
            listener(change)
