"""Announcements to draw."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from cards.announcements import Shown
from domain.announcements import Announcement, Item, Kind, Session, State, Wording
from domain.links import check_link, own_link
from domain.registrations import Seats
from tests.cards.samples import centre

START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)
URL = "https://teams.microsoft.com/l/meetup-join/one"
MORE = "https://uutiskirje.kuh.fi/"
SESSION = Session(START, START + timedelta(hours=1), URL, "Koske", 30)
WORDING = Wording(
    {"fi": "OT-info", "sv": "OT-infomöte"}, {"fi": "Avoin kaikille.", "sv": "Öppet för alla."}, (), SESSION
)
ONE = Announcement("a" * 32, Kind.SESSION, State.OUT, WORDING, ("ot-info",), version=3, original=WORDING)
ITEMS = (Item({"fi": "Lue"}, {"fi": "Tilaa."}, MORE), Item({"fi": "Muuta"}))
LETTER = Announcement("b" * 32, Kind.NEWSLETTER, State.OUT, Wording({"fi": "Mikä ihmeen OT? 2/22"}, {}, ITEMS))


def shown(**facts: Any) -> Shown:
    """A session in front of somebody who has not answered."""
    plain: dict[str, Any] = {"join": check_link(URL, centre().link_hosts), "seats": Seats(30, 26)}
    plain |= {"calendar": own_link("https://ot.example.fi/calendar/x.ics", "https://ot.example.fi")}
    return Shown(facts.pop("announcement", ONE), **(plain | facts))


def letter(**facts: Any) -> Shown:
    """A newsletter with two items, one of which leads somewhere."""
    return Shown(LETTER, more=[check_link(MORE, centre().link_hosts), None], **facts)


def changed(state: State = State.OUT, **session: Any) -> Announcement:
    """The session after a change of it."""
    now = replace(WORDING, session=replace(SESSION, **session))
    return replace(ONE, state=state, wording=now, previous=WORDING, version=4)
