"""Who is to be told of what falls due, and from when on."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import first_due
from domain.occurrences import Occurrence
from domain.preferences import Preferences
from domain.reminders import RULES
from scheduling.subjects import Almanac
from storage import preferences, readers
from storage.nudges import Share


async def shares_of(connection: AsyncConnection, almanac: Almanac, fallen: Sequence[Occurrence]) -> list[Share]:
    """Each reader's share of these, due at its hour or, where she wants one card a week, with the next of those."""
    manners = almanac.reminding.manners
    whose = {one.id: await readers.of(connection, RULES[one.rule], one.subject) for one in fallen}
    persons = {person for some in whose.values() for person in some if person}
    wishes = await preferences.of_several(connection, persons)

    def share(one: Occurrence, person: str | None) -> Share:
        # Counted from its hour: what is taken a moment after it still belongs to the digest of that hour.
        wished = wishes.get(person or "", Preferences())
        return Share(one, person, first_due(one.rule, wished, manners, one.at, one.until))

    return [share(one, person) for one in fallen for person in sorted(whose[one.id], key=str)]
