"""The shape of the file of announcements, checked key by key, and what the database is then given to begin with."""

from datetime import date, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, Strict, model_validator

from domain.announcements import Announcement, Item, Kind, Session, State, Wording
from domain.moments import at
from storage.shapes import File, Https, Key, Text, Words

Seats = Annotated[int, Field(ge=1, le=100_000)]


class SessionTable(File):
    """`[[sessions]]`: wall time of the centre's zone."""

    key: Key
    title: Text
    text: Text = Field(default_factory=dict)
    day: Annotated[date, Strict()]
    start: Annotated[time, Strict()]
    end: Annotated[time, Strict()]
    link: Https
    link_is_public: bool = False
    organiser: Words
    language: Key = "fi"
    seats: Seats | None = None
    topics: Annotated[list[Key], Field(min_length=1)]

    @model_validator(mode="after")
    def _in_order(self) -> "SessionTable":
        if self.start >= self.end:
            raise ValueError("an end after the start")
        return self

    def fact(self, zone: ZoneInfo) -> Announcement:
        """The session, which can be found and has been sent to nobody."""
        session = Session(
            at(self.day, self.start, zone),
            at(self.day, self.end, zone),
            self.link,
            organiser=self.organiser,
            seats=self.seats,
            language=self.language,
            link_is_public=self.link_is_public,
        )
        wording = Wording(self.title, self.text, (), session)
        return Announcement("", Kind.SESSION, State.LISTED, wording, tuple(self.topics), origin=self.key)


class ItemTable(File):
    """`[[newsletters.items]]`."""

    title: Text
    text: Text = Field(default_factory=dict)
    link: Https | None = None


class NewsletterTable(File):
    """`[[newsletters]]`."""

    key: Key
    title: Text
    text: Text = Field(default_factory=dict)
    items: Annotated[list[ItemTable], Field(min_length=1, max_length=5)]
    topics: Annotated[list[Key], Field(min_length=1)]

    def fact(self) -> Announcement:
        """The newsletter, which has been sent to nobody."""
        items = tuple(Item(one.title, one.text, one.link or "") for one in self.items)
        wording = Wording(self.title, self.text, items)
        return Announcement("", Kind.NEWSLETTER, State.LISTED, wording, tuple(self.topics), origin=self.key)


class AnnouncementsFile(File):
    """`announcements.toml`."""

    samples: list[str] = []
    sessions: list[SessionTable] = []
    newsletters: list[NewsletterTable] = []

    def facts(self, zone: ZoneInfo) -> list[Announcement]:
        """All of them; their ids are given when they are written down."""
        return [*(one.fact(zone) for one in self.sessions), *(one.fact() for one in self.newsletters)]
