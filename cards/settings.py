"""A person's own settings."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput

from cards.elements import Card, View, box, card, heading, paragraph, press, small
from cards.verbs import INPUT, Verb

AS_TEAMS = "teams"


def settings_card(
    view: View, languages: Sequence[tuple[str, str]], chosen: str | None, said: str | None = None
) -> Card:
    """The language to be spoken to in; `languages` pairs a code with its own name."""
    body: list[CardElement] = [heading(view.say("settings-title"))]
    if said:
        body.append(box("good", paragraph(said)))
    choices = [Choice(title=view.say("language-as-teams"), value=AS_TEAMS)]
    choices += [Choice(title=name, value=code) for code, name in languages]
    label = view.say("settings-language")
    body.append(
        ChoiceSetInput(
            id=f"{INPUT}language",
            label=label,
            choices=choices,
            style="expanded",
            wrap=True,
            value=chosen or AS_TEAMS,
        )
    )
    body.append(small(view.say("settings-more")))
    keep = press(view, "button-save", Verb.SETTINGS_LANGUAGE, "positive")
    mine = press(view, "button-own-data", Verb.OWN_DATA)
    return card(view, body, [keep, mine, press(view, "button-home", Verb.HOME)])
