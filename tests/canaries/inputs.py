"""Every input of the service that takes words, by what draws it: the forms of the content, and the cards."""

from collections.abc import Iterator, Mapping

from cards.elements import Surface
from dialogs.forms import Form, Kind
from playground import Client
from tests.browser.samples import CONTENT, every_card
from tests.canaries.pens import texts_of

Place = tuple[str, str]
# Teams sends the inputs of a card with whatever button is pressed on it; these do not look at them.
DEAF: Mapping[Place, str] = {
    ("consultation-open", "f.words"): "never mind: back to the request",
    ("claim", "f.code"): "never mind: back to the first question",
    ("claim", "f.words"): "never mind: back to the first question",
    ("claim-withdraw", "f.code"): "asks for the code again on a card of its own",
    ("claim-withdraw", "f.words"): "asks whether to withdraw, and reads no answer",
    ("home", "f.code"): "back to the beginning",
    ("home", "f.reference"): "back to the beginning",
    ("home", "f.words"): "back to the beginning",
    ("announcement-approve", "f.words"): "what is right needs no words",
    ("announcement-show", "f.words"): "never mind: back to the announcement",
    ("feedback-summary", "f.copy"): "shows what came together, to be copied",
}


def forms() -> list[Form]:
    """Every form of the sample content."""
    told = [CONTENT.feedback] if CONTENT.feedback else []
    return [*CONTENT.forms.values(), *CONTENT.announcing.values(), *told]


def _of_forms() -> Iterator[Place]:
    for form in (*CONTENT.forms.values(), *CONTENT.announcing.values()):
        for one in form.fields():
            yield from ((form.key, key) for key in (one.keys if one.kind is Kind.TEXT else one.keys[1:]))


def _of_cards() -> Iterator[Place]:
    for name, card in every_card("fi", Surface.DIALOG):
        if name.startswith(("step_card", "judged_card")):
            continue
        for action in Client.actions_of(card):
            yield from ((str(action.get("data", {}).get("verb")), one) for one in texts_of(card))


def places() -> frozenset[Place]:
    """Where words can be typed: a form or a verb, and the input."""
    found = {one for one in _of_cards() if not one[0].startswith("form-") and one[0] != "None"}
    return frozenset({*_of_forms(), *found, ("register", "address"), ("file", "list")})
