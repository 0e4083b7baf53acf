"""When the centre reminds people: its hours, its closed days, and how much of it is enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.moments import at, at_midnight
from domain.workdays import is_working_day

# More than a year without an open day is no calendar; it bounds every search.
MOST_CLOSED = 400


@dataclass(frozen=True)
class Manners:
    """Open on working days of `country` but for `closed_months`, from `opens` to `closes`, wall time of `zone`.

    A card holds what falls due for its person within a `window` from its first one on; `most_a_week` is how many such
    cards she gets in seven days, today among them; the weekly digest comes on the first open day of a week at
    `digest_at`.
    """

    zone: ZoneInfo
    country: str
    opens: time = time(8)
    closes: time = time(17)
    closed_months: frozenset[int] = frozenset()
    window: timedelta = timedelta(minutes=30)
    most_a_week: int = 5
    digest_at: time = time(9)

    def is_open_day(self, day: date) -> bool:
        """Whether people are reminded of anything on `day`."""
        return day.month not in self.closed_months and is_working_day(day, self.country)

    def is_open(self, moment: datetime) -> bool:
        """Whether people are reminded at this moment."""
        local = moment.astimezone(self.zone)
        return self.is_open_day(local.date()) and self.opens <= local.time() < self.closes

    def _days(self, day: date, step: int) -> Iterator[date]:
        for away in range(MOST_CLOSED):
            one = day + timedelta(days=step * away)
            if self.is_open_day(one):
                yield one

    def open_before(self, day: date, count: int) -> date:
        """The `count`-th open day before `day`; for 0 the day itself, or the last open one before it."""
        found = self._days(day if count == 0 else day - timedelta(days=1), -1)
        return _nth(found, max(count, 1))

    def open_after(self, day: date, count: int) -> date:
        """The `count`-th open day after `day`; for 0 the day itself, or the first open one after it."""
        found = self._days(day if count == 0 else day + timedelta(days=1), 1)
        return _nth(found, max(count, 1))

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself while open, else the next one, in UTC, from which on people are reminded."""
        if self.is_open(moment):
            return moment
        local = moment.astimezone(self.zone)
        day = self.open_after(local.date(), 0 if local.time() < self.opens else 1)
        return at(day, self.opens, self.zone)

    def week_of(self, moment: datetime) -> datetime:
        """The beginning, in UTC, of the seven days of which the moment's is the last."""
        # By days: of two cards at nine in the morning, a week and a second apart, no full week is made.
        return at_midnight(moment.astimezone(self.zone).date() - timedelta(days=6), self.zone)

    def next_digest(self, moment: datetime) -> datetime:
        """When, in UTC, the weekly digest after this moment comes: on the first open day of a week."""
        local = moment.astimezone(self.zone)
        monday = local.date() - timedelta(days=local.weekday())
        while True:
            found = at(self.open_after(monday, 0), self.digest_at, self.zone)
            if found > moment:
                return found
            monday += timedelta(days=7)


def _nth(days: Iterator[date], count: int) -> date:
    for _ in range(count - 1):
        next(days)
    return next(days)
