"""What goes back to Teams for each way of asking."""

from typing import Any

from botbuilder.schema import Activity, ActivityTypes, Attachment

from bot.connector import Message
from bot.desk import Reply
from cards.elements import Card

CARD = "application/vnd.microsoft.card.adaptive"


def message(reply: Reply) -> Message:
    """A reply as a message to post: the card alone, with a content-free notification text."""
    return Message(reply.card, reply.summary)


def activity(reply: Reply) -> Activity:
    """A reply as botbuilder posts it."""
    attachment = Attachment(content_type=CARD, content=reply.card)
    return Activity(type=ActivityTypes.message, summary=reply.summary, attachments=[attachment])


def card_body(card: Card) -> dict[str, Any]:
    """The answer to `adaptiveCard/action`: the card that takes the pressed one's place."""
    return {"statusCode": 200, "type": CARD, "value": card}


def dialog_body(reply: Reply) -> dict[str, Any]:
    """The answer to `task/fetch` and `task/submit`: the dialog goes on with this card."""
    value = {"title": reply.title, "width": "large", "height": "large"}
    shown = value | {"card": {"contentType": CARD, "content": reply.card}}
    return {"task": {"type": "continue", "value": shown}}


def failed_body(name: str, words: str) -> dict[str, Any]:
    """The answer to an invoke that failed through a fault of ours."""
    if name.startswith("task/"):
        return {"task": {"type": "message", "value": words}}
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}
