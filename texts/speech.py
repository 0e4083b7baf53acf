"""Sentences, days and times in one reader's language."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle

from domain.centre import Text, in_language


class Speech:
    """What the service says to one reader: `bundles` are tried in order, the reader's language first."""

    def __init__(self, language: str, bundles: Sequence[FluentBundle], zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._bundles = bundles

    def say(self, key: str, **values: str | int) -> str:
        """The sentence behind `key`, its places filled. Raises KeyError when no language has it."""
        for bundle in self._bundles:
            if bundle.has_message(key):
                return self._format(bundle, key, values)
        raise KeyError(key)

    @staticmethod
    def _format(bundle: FluentBundle, key: str, values: dict[str, str | int]) -> str:
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise errors[0]
        return str(text)

    def pick(self, text: Text) -> str:
        """A text of the content in the reader's language, else in the first that it has."""
        return in_language(text, self.language)

    def listed(self, words: Sequence[str]) -> str:
        """Several things in a row: `nimi, puhelinnumero ja katuosoite`."""
        return format_list(words, locale=self.language)

    def day(self, day: date) -> str:
        """A day with its weekday: `ke 5.10.2022`, `ons 5.10.2022`, `Wed 5 Oct 2022`."""
        return format_date(day, self.say("pattern-day"), locale=self.language)

    def short_day(self, day: date) -> str:
        """A day without weekday and year, as it stands in a list: `5.10.`."""
        return format_date(day, self.say("pattern-short-day"), locale=self.language)

    def weekday(self, day: date) -> str:
        """The name of a day of the week: `keskiviikko`."""
        return format_date(day, "cccc", locale=self.language)

    def _times(self, *moments: datetime) -> list[str]:
        local = [moment.astimezone(self.zone) for moment in moments]
        # `klo 15–16`, but `klo 8.15–9.15`: minutes are said when any of the times has them.
        whole = all(one.minute == 0 for one in local)
        pattern = self.say("pattern-hour" if whole else "pattern-time")
        return [format_time(one.time(), pattern, locale=self.language) for one in local]

    def clock(self, clock: time) -> str:
        """A time of any day: `8.15`."""
        return format_time(clock, self.say("pattern-time"), locale=self.language)

    def span(self, start: datetime, end: datetime) -> str:
        """A day with its hours: `ke 5.10.2022 klo 8.15–9.15`."""
        first, last = self._times(start, end)
        return self.say("moment-span", day=self.day(start.astimezone(self.zone).date()), start=first, end=last)

    def moment(self, moment: datetime) -> str:
        """A day with its time: `ke 5.10.2022 klo 8.15`."""
        local = moment.astimezone(self.zone)
        clock = format_time(local.time(), self.say("pattern-time"), locale=self.language)
        return self.say("moment", day=self.day(local.date()), time=clock)

    def when(self, moment: datetime) -> str:
        """When something was: the day alone where, for an anonymous request, only the day was kept."""
        local = moment.astimezone(self.zone)
        return self.moment(moment) if local.time() != time.min else self.day(local.date())
