"""Small facts for the tests of storage: a person, a request, a draft."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from dialogs.engine import Draft
from domain.consultations import Consultation, Status
from domain.people import Actor
from storage import consultations
from storage.database import Database
from storage.people import Caller, Conversation, meet

NOW = datetime(2022, 9, 20, 5, 0, tzinfo=UTC)
TENANT = "00000000-0000-4000-8000-0000000000aa"
MEETING = date(2022, 10, 13)


def after(**span: float) -> datetime:
    """A moment that much later than `NOW`."""
    return NOW + timedelta(**span)


def caller(number: int = 1, name: str = "Ammattilainen", locale: str | None = "fi-FI") -> Caller:
    """Who an activity says that she is."""
    return Caller(TENANT, f"00000000-0000-4000-8000-{number:012d}", name, locale)


def personal_chat(person: str, key: str = "a:1", service_url: str = "http://127.0.0.1/") -> Conversation:
    """The chat of a person with the bot."""
    return Conversation(key, "personal", TENANT, service_url, "28:bot", person)


async def person(database: Database, number: int = 1) -> Actor:
    """Somebody who has been here."""
    async with database.write() as connection:
        return await meet(connection, caller(number), NOW)


def request(owner: str, number: int = 1, **facts: Any) -> Consultation:
    """A request that has just been sent."""
    plain: dict[str, Any] = {"group": "haastavat-erot", "language": "fi", "answers": {"question": "Miten?"}}
    plain |= {"status": Status.NEW, "version": 1, "meeting": MEETING, "sent_at": NOW, "owner": owner}
    plain |= {"id": uuid4().hex, "reference": f"HE-2022-{number:04d}"}
    return Consultation(**(plain | facts))


async def sent(database: Database, owner: str, number: int = 1, **facts: Any) -> Consultation:
    """A request that has been written down."""
    one = request(owner, number, **facts)
    async with database.write() as connection:
        await consultations.add(connection, one, {"unit": "Perheoikeudelliset palvelut"})
    return one


def draft(owner: str, answers: Mapping[str, Any] | None = None, consultation: str | None = None) -> Draft:
    """A form on its way."""
    kept = answers or {}
    return Draft("", owner, "haastavat-erot", "haastavat-erot", "fi", "matter", kept, consultation=consultation)
