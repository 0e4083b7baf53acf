"""From a verb or a typed word to its handler; a refusal becomes a card."""

from typing import Any

import pytest

from bot.dispatch import HANDLERS, WORDS, handler_for, with_notice, word_handler
from bot.handlers import consultations, home, lists, settings
from cards.verbs import Verb
from tests.bot.talk import answered, asked, button, said
from tests.cards.samples import parts
from tests.e2e.walks import words_on
from tests.house import House
from texts.locales import Texts

TEXTS = Texts()
EVERY_WORD = [(key, word) for key in WORDS for word in TEXTS.words(key)]
TITLES = {
    "word-consultation": "groups-title",
    "word-own": "own-title",
    "word-claim": "claim-ask-title",
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


class Desk:
    """As much of a desk as a typed word needs."""

    texts = TEXTS


def test_every_verb_has_a_handler_and_no_handler_is_without_a_verb() -> None:
    assert set(HANDLERS) == set(Verb)
    assert [verb for verb in Verb if handler_for(verb.value) is not HANDLERS[verb]] == []


@pytest.mark.parametrize("verb", ["", "OWN", "own ", "Verb.OWN", "delete-everything"])
def test_what_is_no_verb_has_no_handler(verb: str) -> None:
    assert handler_for(verb) is None


@pytest.mark.parametrize(("key", "word"), EVERY_WORD)
def test_every_word_works_in_any_case_with_any_dot_after_it(key: str, word: str) -> None:
    for typed in (word, word.upper(), word.title(), f"  {word}  ", f"{word}!", f"{word}.", f"{word}?"):
        assert word_handler(Desk(), typed) is WORDS[key]  # type: ignore[arg-type]


def test_words_are_there_in_three_languages() -> None:
    assert len(EVERY_WORD) >= 3 * len(WORDS)
    assert {"konsultaatio", "konsultation", "consultation"} <= {word for _, word in EVERY_WORD}


@pytest.mark.parametrize("typed", ["HE-2022-0001", "he-2022-0001", " ma-2023-12345. "])
def test_a_reference_number_opens_its_request(typed: str) -> None:
    assert word_handler(Desk(), typed) is consultations.show_by_reference  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["HE-2022-1", "HE-22-0001", "HE20220001", "omatt", "", "H-2022-0001"])
def test_anything_else_is_unknown(typed: str) -> None:
    assert word_handler(Desk(), typed) is home.unknown  # type: ignore[arg-type]


def test_some_words_and_verbs_lead_to_the_same() -> None:
    assert WORDS["word-own"] is HANDLERS[Verb.OWN] is lists.own
    assert WORDS["word-settings"] is HANDLERS[Verb.SETTINGS] is settings.show_settings


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
