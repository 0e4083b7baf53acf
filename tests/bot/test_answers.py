"""What goes back to Teams for each way of asking."""

from bot import answers
from bot.desk import Reply

CARD = {"type": "AdaptiveCard", "version": "1.5"}
REPLY = Reply(CARD, "Otsikko", "Tiivistelmä")
KIND = "application/vnd.microsoft.card.adaptive"


def test_a_message_is_a_card_alone_with_its_summary() -> None:
    posted = answers.message(REPLY).activity()
    assert (posted["type"], posted["summary"], "text" in posted) == ("message", "Tiivistelmä", False)
    assert posted["attachments"] == [{"contentType": KIND, "content": CARD}]


def test_botbuilder_posts_the_same() -> None:
    posted = answers.activity(REPLY).serialize()
    assert (posted["type"], posted["summary"], "text" in posted) == ("message", "Tiivistelmä", False)
    assert posted["attachments"] == [{"contentType": KIND, "content": CARD}]


def test_a_press_is_answered_with_the_card_that_takes_its_place() -> None:
    assert answers.card_body(CARD) == {"statusCode": 200, "type": KIND, "value": CARD}


def test_a_dialog_goes_on_with_a_card_under_its_title() -> None:
    task = answers.dialog_body(REPLY)["task"]
    assert task["type"] == "continue"
    assert task["value"]["title"] == "Otsikko"
    assert task["value"]["card"] == {"contentType": KIND, "content": CARD}


def test_a_fault_of_ours_is_said_in_the_way_that_was_asked() -> None:
    assert answers.failed_body("task/submit", "Pahus.") == {"task": {"type": "message", "value": "Pahus."}}
    told = answers.failed_body("adaptiveCard/action", "Pahus.")
    assert (told["statusCode"], told["type"], told["value"]) == (
        200,
        "application/vnd.microsoft.activity.message",
        "Pahus.",
    )
