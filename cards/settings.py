"""A person's own settings: the language, what she wishes to hear of, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput, Column, ColumnSet

from cards.elements import Card, View, box, buttons, card, fact, heading, paragraph, press, section, small, subheading
from cards.verbs import INPUT, Verb
from domain.centre import Topic
from domain.preferences import Preferences

AS_TEAMS = "teams"
NO_HOUR = "none"
# How reminders come: as they fall due, once a week, or not at all.
REMINDERS = ("now", "weekly", "none")


@dataclass(frozen=True)
class Settings:
    """What can be set and what is: `languages` pairs a code with its own name, `chosen` None follows Teams."""

    languages: Sequence[tuple[str, str]]
    chosen: str | None
    topics: Sequence[Topic]
    wished: Preferences

    @property
    def heard(self) -> list[Topic]:
        """The topics that are on."""
        return [one for one in self.topics if one.key not in self.wished.topics_off]


def settings_card(view: View, settings: Settings, said: str | None = None) -> Card:
    """The language to be spoken to in, and how announcements reach the reader."""
    body: list[CardElement] = [heading(view.say("settings-title")), *_said(said)]
    choices = [Choice(title=view.say("language-as-teams"), value=AS_TEAMS)]
    choices += [Choice(title=name, value=code) for code, name in settings.languages]
    label, value = view.say("settings-language"), settings.chosen or AS_TEAMS
    body.append(
        ChoiceSetInput(id=f"{INPUT}language", label=label, choices=choices, style="expanded", wrap=True, value=value)
    )
    body.append(buttons(press(view, "button-save-language", Verb.SETTINGS_LANGUAGE, "positive")))
    heard, hours = topic_words(view, settings.topics, settings.wished), hour_words(view, settings.wished)
    body.append(
        section(
            subheading(view.say("settings-announcements")),
            fact(view.say("settings-heard"), heard),
            fact(view.say("settings-quiet"), hours),
            buttons(
                press(view, "button-settings-topics", Verb.SETTINGS_TOPICS),
                press(view, "button-settings-hours", Verb.SETTINGS_HOURS),
            ),
        )
    )
    body.append(
        section(
            subheading(view.say("settings-reminders")),
            fact(view.say("settings-reminders-on"), view.say(f"settings-reminders-{reminded(settings.wished)}")),
            buttons(press(view, "button-settings-reminders", Verb.SETTINGS_REMINDERS)),
        )
    )
    actions = [
        press(view, "button-own-data", Verb.OWN_DATA),
        press(view, "button-home", Verb.HOME),
    ]
    return card(view, body, actions)


def _said(said: str | None) -> list[CardElement]:
    return [box("good", paragraph(said))] if said else []


def topic_words(view: View, topics: Sequence[Topic], wished: Preferences) -> str:
    """What the reader hears of, in words."""
    if wished.off:
        return view.say("settings-none")
    heard = [view.speech.pick(one.label) for one in topics if one.key not in wished.topics_off]
    every = len(heard) == len(topics)
    return view.say("settings-all-topics") if every else view.speech.listed(heard) or view.say("settings-no-topic")


def hour_words(view: View, wished: Preferences) -> str:
    """The hours at which the reader is left in peace, in words."""
    if wished.quiet_from is None or wished.quiet_until is None:
        return view.say("settings-no-hours")
    begin, end = view.speech.clock(wished.quiet_from), view.speech.clock(wished.quiet_until)
    return view.say("settings-hours-between", start=begin, end=end)


def reminded(wished: Preferences) -> str:
    """How reminders come: the one of `REMINDERS` that was chosen."""
    if not wished.reminders:
        return "none"
    return "weekly" if wished.digest else "now"


def reminders_card(view: View, wished: Preferences) -> Card:
    """How reminders are wanted, and which come all the same."""
    choices = [Choice(title=view.say(f"settings-reminders-choose-{one}"), value=one) for one in REMINDERS]
    label, value = view.say("settings-reminders-how"), reminded(wished)
    body = [
        heading(view.say("settings-reminders")),
        ChoiceSetInput(id=f"{INPUT}how", label=label, choices=choices, style="expanded", wrap=True, value=value),
        *(small(view.say(f"settings-reminders-{one}")) for one in ("weekly-text", "always", "hours")),
    ]
    actions = [
        press(view, "button-save", Verb.SETTINGS_REMINDERS, "positive", save=1),
        press(view, "button-settings", Verb.SETTINGS),
    ]
    return card(view, body, actions)


def topics_card(view: View, settings: Settings) -> Card:
    """Which announcements are wanted, if any; what one has registered for is told all the same."""
    body: list[CardElement] = [heading(view.say("settings-announcements"))]
    if settings.wished.off:
        body.append(box("warning", paragraph(view.say("settings-off-now"))))
        again = press(view, "button-settings-on", Verb.SETTINGS_OFF, "positive", off=0)
        return card(view, body, [again, press(view, "button-settings", Verb.SETTINGS)])
    choices = [Choice(title=view.speech.pick(one.label), value=one.key) for one in settings.topics]
    value = ",".join(one.key for one in settings.heard)
    body += [
        ChoiceSetInput(
            id=f"{INPUT}topics",
            label=view.say("settings-topics"),
            choices=choices,
            style="expanded",
            is_multi_select=True,
            wrap=True,
            value=value or None,
        ),
        small(view.say("settings-topics-text")),
        small(view.say("settings-off-text")),
    ]
    actions = [
        press(view, "button-save", Verb.SETTINGS_TOPICS, "positive", save=1),
        press(view, "button-settings-off", Verb.SETTINGS_OFF, off=1),
        press(view, "button-settings", Verb.SETTINGS),
    ]
    return card(view, body, actions)


def hours_card(view: View, begin: str, end: str, problem: str | None = None) -> Card:
    """When the reader is not written to: `begin` and `end` as HH:MM, or empty."""
    body: list[CardElement] = [heading(view.say("settings-quiet")), paragraph(view.say("settings-hours-text"))]
    if problem:
        body.append(box("attention", paragraph(view.say(problem))))
    asked = (("from", "settings-hours-from", begin), ("until", "settings-hours-until", end))
    wide = [Column(width="stretch", items=[_hour(view, key, label, value)]) for key, label, value in asked]
    body += [ColumnSet(columns=wide), small(view.say("settings-hours-urgent"))]
    actions = [
        press(view, "button-save", Verb.SETTINGS_HOURS, "positive", save=1),
        press(view, "button-settings", Verb.SETTINGS),
    ]
    return card(view, body, actions)


def _hour(view: View, key: str, label: str, value: str) -> CardElement:
    choices = [Choice(title=view.say("settings-no-hour"), value=NO_HOUR)]
    hours = [time(hour) for hour in range(24)]
    choices += [Choice(title=view.speech.clock(one), value=one.strftime("%H:%M")) for one in hours]
    value = value or NO_HOUR
    return ChoiceSetInput(
        id=f"{INPUT}{key}", label=view.say(label), choices=choices, style="compact", wrap=True, value=value
    )
