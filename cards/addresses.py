"""What a coordinator sees of the list of addresses in a file that she has sent."""

from collections.abc import Sequence

from microsoft_teams.cards.core import Choice, ChoiceSetInput

from cards.announcing import UNMATCHED_SHOWN, unmatched_words
from cards.elements import Card, Elements, View, card, heading, line, opens, paragraph, press, small, strong
from cards.lists import OpenDraft
from cards.plain import plain
from cards.verbs import INPUT, Verb
from dialogs.address_lists import AddressList
from domain.announcements import Kind

# A list of choices longer than that is no help to anybody.
DRAFTS_SHOWN = 8


def _found(view: View, found: AddressList, unmatched: Sequence[str]) -> Elements:
    said = [strong(view.say("addresses-count", count=len(found.addresses)))]
    said.append(paragraph(view.say("addresses-matched", count=len(found.addresses) - len(unmatched))))
    said += unmatched_words(view, unmatched)
    if found.doubles:
        said.append(small(view.say("addresses-doubles", count=found.doubles)))
    if found.bad:
        said.append(paragraph(view.say("addresses-bad", count=len(found.bad))))
        said += [line(one) for one in found.bad[:UNMATCHED_SHOWN]]
    return said


def _choices(view: View, kinds: Sequence[Kind], drafts: Sequence[OpenDraft]) -> list[Choice]:
    new = [Choice(title=view.say(f"button-new-{one}"), value=one.value) for one in kinds]
    begun = [(one.draft.id, view.say("addresses-draft", form=one.group, at=one.kept)) for one in drafts[:DRAFTS_SHOWN]]
    return [*new, *(Choice(title=plain(words), value=which) for which, words in begun)]


def addresses_card(
    view: View, found: AddressList, unmatched: Sequence[str], kinds: Sequence[Kind], drafts: Sequence[OpenDraft]
) -> Card:
    """How many addresses there are and whose, what is none, and which form the list goes into.

    The button carries the list: until it is pressed, nobody but Teams has it.
    """
    choices = _choices(view, kinds, drafts)
    where = ChoiceSetInput(
        id=f"{INPUT}where",
        label=view.say("addresses-where"),
        choices=choices,
        style="expanded",
        wrap=True,
        value=choices[0].value,
    )
    body = [heading(view.say("addresses-title")), *_found(view, found, unmatched), where]
    body.append(small(view.say("addresses-kept")))
    text = "\n".join(found.addresses)
    use = opens(view, "button-addresses", Verb.ANNOUNCEMENT_ADDRESSES, "positive", list=text)
    return card(view, body, [use, press(view, "button-announcements", Verb.ANNOUNCEMENTS)])
