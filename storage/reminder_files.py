"""The shape of `reminders.toml`: which rules are on, at which hours, and the centre's manners."""

from datetime import time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, Strict, model_validator

from domain.manners import Manners
from domain.occurrences import Reminding, Timing
from domain.reminders import RULES, Unit
from storage.shapes import File

Hour = Annotated[time, Strict()]
# A year ahead, or a day in minutes, is as far as anybody wants to be reminded.
Number = Annotated[int, Field(ge=0, le=1440)]


class RuleTable(File):
    """`[[rules]]`."""

    rule: Literal[tuple(RULES)]  # type: ignore[valid-type]
    numbers: Annotated[list[Number], Field(min_length=1, max_length=5)]
    hour: Hour = time(9)

    def fact(self) -> Timing:
        """The rule's numbers and hour."""
        return Timing(str(self.rule), tuple(self.numbers), self.hour)


class RemindersFile(File):
    """`reminders.toml`."""

    samples: list[str] = []
    opens: Hour = time(8)
    closes: Hour = time(17)
    closed_months: list[Annotated[int, Field(ge=1, le=12)]] = []
    window: Annotated[int, Field(ge=0, le=240)] = 30
    most_a_week: Annotated[int, Field(ge=1, le=50)] = 5
    digest_at: Hour = time(9)
    rules: list[RuleTable] = []

    @model_validator(mode="after")
    def _in_order(self) -> "RemindersFile":
        if self.opens >= self.closes:
            raise ValueError("an hour of closing after that of opening")
        if len(set(self.closed_months)) > 11:
            raise ValueError("at least one month that is not closed")
        named = [str(one.rule) for one in self.rules]
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice:
            raise ValueError(f"one block for each rule, not two for {twice}")
        return self

    @model_validator(mode="after")
    def _within_hours(self) -> "RemindersFile":
        by_hour = [one for one in self.rules if RULES[str(one.rule)].unit is not Unit.MINUTES]
        outside = [str(one.rule) for one in by_hour if not self.opens <= one.hour < self.closes]
        if outside or not self.opens <= self.digest_at < self.closes:
            raise ValueError(f"an hour between opens and closes ({', '.join(outside) or 'digest_at'})")
        return self

    def fact(self, zone: ZoneInfo, country: str) -> Reminding:
        """The rules that are on, and the manners in the centre's zone."""
        manners = Manners(
            zone, country, self.opens, self.closes, frozenset(self.closed_months),
            timedelta(minutes=self.window), self.most_a_week, self.digest_at,
        )  # fmt: skip
        return Reminding({str(one.rule): one.fact() for one in self.rules}, manners)
