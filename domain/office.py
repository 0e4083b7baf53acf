"""The centre's opening hours: when it writes to people."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.moments import at
from domain.workdays import is_working_day, next_working_day


@dataclass(frozen=True)
class Office:
    """Open on working days of `country` between two hours, wall time of `zone`."""

    zone: ZoneInfo
    country: str
    opens: time = time(8)
    closes: time = time(16)

    def is_open(self, moment: datetime) -> bool:
        """Whether people are written to at this moment."""
        local = moment.astimezone(self.zone)
        return is_working_day(local.date(), self.country) and self.opens <= local.time() < self.closes

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself while open, else the next one, in UTC, at which the centre opens."""
        if self.is_open(moment):
            return moment
        local = moment.astimezone(self.zone)
        today = is_working_day(local.date(), self.country) and local.time() < self.opens
        day = local.date() if today else next_working_day(local.date(), self.country)
        return at(day, self.opens, self.zone)
