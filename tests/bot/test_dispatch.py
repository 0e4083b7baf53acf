"""One press or word, once, in one transaction; a refusal becomes a card, and everything leaves its line."""

from typing import Any

from bot.dispatch import with_notice
from tests.bot.talk import answered, asked, button, said
from tests.cards.samples import parts
from tests.e2e.walks import words_on
from tests.house import House
from texts.locales import Texts

TEXTS = Texts()
TITLES = {
    "word-consultation": "groups-title",
    "word-own": "own-title",
    "word-sessions": "coming-sessions",
    "word-queue": "queue-title",
    "word-meeting": "coming-meeting",
    "word-announcement": "coming-announcement",
    "word-settings": "settings-title",
    "word-statistics": "coming-statistics",
    "word-help": "help-title",
    "word-cancel": "home-cancelled",
    "word-greeting": "home-greeting",
}


async def test_every_first_word_gets_its_own_card_in_its_own_language(small_house: House) -> None:
    for language in TEXTS.languages:
        secretary = small_house.teams.person(3, locale=language)
        await small_house.person(3, locale=language)
        speech = small_house.desk.speech(language)
        for key, title in TITLES.items():
            word = speech.say(key).split(",")[0]
            assert speech.say(title) in await said(secretary, word), word


async def test_a_button_that_is_no_more_shows_what_there_is(small_house: House) -> None:
    worker = await small_house.person(1)
    answer = await worker.act(worker.last, {"verb": "gone", "data": {"verb": "gone"}})
    assert "Tämä painike ei ole enää käytössä" in words_on(answer.card)


async def test_a_refusal_is_said_and_the_present_state_of_the_request_comes_with_it(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    listed = await answered(worker, "omat")
    mine = button(listed.card, "consultation-open")
    answer = await worker.act(worker.last, {"data": {"verb": "question-answer", "id": mine["id"]}})
    assert "Kysymykseen on jo vastattu" in words_on(answer.card)
    assert reference in words_on(answer.card)
    stranger = await small_house.person(2)
    other = await stranger.act(stranger.last, {"data": {"verb": "question-answer", "id": mine["id"]}})
    assert reference not in words_on(other.card)
    assert secretary.installed


def test_a_notice_stands_first_and_its_words_are_no_markdown() -> None:
    card: dict[str, Any] = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "a"}]}
    told = with_notice(card, "[x](https://paha.example)")
    note, *rest = parts(told, "TextRun") + parts(told, "TextBlock")
    assert (note["text"], [one["text"] for one in rest]) == ("[x](https://paha.example)", ["a"])
    assert str(told).index("paha") < str(told).index("'a'")
    assert with_notice({"type": "x"}, "sana") == {"type": "x"}
    assert len(card["body"]) == 1
