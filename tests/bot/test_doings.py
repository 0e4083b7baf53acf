"""Every verb and every word has its handler, the rule that judges it, and what its second copy gets."""

import pytest

from bot.desk import Reply
from bot.doings import BY_REFERENCE, DOINGS, NO_WORD, SENT_FILE, SENT_LIST, WORDS, Doing, pressed, typed
from bot.handlers import lists, settings
from cards.verbs import Verb
from domain.permissions import ANNOUNCEMENT_RULES, CONSULTATION_RULES, RULES, SERVICE_RULES
from tests.house import read_texts

TEXTS = read_texts()
EVERY_WORD = [(key, word) for key in WORDS for word in TEXTS.words(key)]
EVERY_DOING = [*DOINGS.values(), *WORDS.values(), BY_REFERENCE, NO_WORD, SENT_FILE, SENT_LIST]


class Desk:
    """As much of a desk as a typed word needs."""

    texts = TEXTS


def of(text: str) -> Doing:
    return typed(Desk(), text)  # type: ignore[arg-type]


def test_every_verb_has_a_handler_and_no_handler_is_without_a_verb() -> None:
    assert set(DOINGS) == set(Verb)
    assert [verb for verb in Verb if pressed(verb.value) is not DOINGS[verb]] == []


def test_every_doing_is_judged_by_a_rule_and_goes_by_its_own_name() -> None:
    assert [one.name for one in EVERY_DOING if one.action not in RULES] == []
    assert len({one.name for one in EVERY_DOING}) == len(EVERY_DOING)
    assert all(len(one.name) <= 40 for one in EVERY_DOING)


@pytest.mark.parametrize("verb", ["", "OWN", "own ", "Verb.OWN", "delete-everything", "word-own"])
def test_what_is_no_verb_has_no_handler(verb: str) -> None:
    assert pressed(verb) is None


@pytest.mark.parametrize(("key", "word"), EVERY_WORD)
def test_every_word_works_in_any_case_with_any_dot_after_it(key: str, word: str) -> None:
    for written in (word, word.upper(), word.title(), f"  {word}  ", f"{word}!", f"{word}.", f"{word}?"):
        assert of(written) is WORDS[key]


def test_words_are_there_in_three_languages() -> None:
    assert len(EVERY_WORD) >= 3 * len(WORDS)
    assert {"konsultaatio", "konsultation", "consultation"} <= {word for _, word in EVERY_WORD}


@pytest.mark.parametrize("written", ["HE-2022-0001", "he-2022-0001", " ma-2023-12345. "])
def test_a_reference_number_opens_its_request(written: str) -> None:
    assert of(written) is BY_REFERENCE


@pytest.mark.parametrize("written", ["HE-2022-1", "HE-22-0001", "HE20220001", "omatt", "", "H-2022-0001"])
def test_anything_else_is_unknown(written: str) -> None:
    assert of(written) is NO_WORD


def test_some_words_and_verbs_lead_to_the_same() -> None:
    assert WORDS["word-own"].handler is DOINGS[Verb.OWN].handler is lists.own
    assert WORDS["word-settings"].handler is DOINGS[Verb.SETTINGS].handler is settings.show_settings
    assert WORDS["word-queue"].action == DOINGS[Verb.QUEUE].action


def test_what_only_reads_does_the_same_again_and_what_changes_something_draws_another_card() -> None:
    changes = {verb for verb in Verb if DOINGS[verb].again is not DOINGS[verb].handler}
    assert changes == {
        Verb.FORM_BEGIN,
        Verb.FORM_NEXT,
        Verb.FORM_BACK,
        Verb.FORM_KEEP,
        Verb.FORM_GO,
        Verb.FORM_SEND,
        Verb.DRAFT_DELETE_SURE,
        Verb.TAKE,
        Verb.ASK_QUESTION_SEND,
        Verb.ANSWER_SEND,
        Verb.MOVE_SEND,
        Verb.CHANGE,
        Verb.WITHDRAW_SURE,
        Verb.ANNOUNCEMENT_NEW,
        Verb.ANNOUNCEMENT_EDIT,
        Verb.ANNOUNCEMENT_COPY,
        Verb.ANNOUNCEMENT_ADDRESSES,
        Verb.ANNOUNCEMENT_SEND_SURE,
        Verb.ANNOUNCEMENT_TRY,
        Verb.ANNOUNCEMENT_APPROVE,
        Verb.ANNOUNCEMENT_RETURN,
        Verb.ANNOUNCEMENT_STOP,
        Verb.ANNOUNCEMENT_GO_ON,
        Verb.ANNOUNCEMENT_RECALL_SURE,
        Verb.ANNOUNCEMENT_AGAIN,
        Verb.SESSION_CALL_OFF_SURE,
        Verb.SESSION_COME,
        Verb.SESSION_DECLINE,
        Verb.FEEDBACK_SEND,
        Verb.SETTINGS_LANGUAGE,
        Verb.SETTINGS_REMINDERS,
        Verb.REMINDER_DONE,
        Verb.REMINDER_LATER_SEND,
        Verb.REMINDER_OFF_SEND,
        Verb.SETTINGS_TOPICS,
        Verb.SETTINGS_HOURS,
        Verb.SETTINGS_OFF,
        Verb.OWN_DATA_FORGET,
        Verb.CLAIM_OPEN,
        Verb.CLAIM_WITHDRAW_SURE,
        Verb.CLAIM_ANSWER_SEND,
        Verb.CLAIM_RENEW,
        Verb.OWN_DATA_ERASE_SURE,
    }
    # No handler that changes something may be what draws the present state of another.
    assert {DOINGS[verb].handler for verb in changes} & {one.again for one in EVERY_DOING} == set()


def test_what_is_read_or_changed_is_told_by_its_kind() -> None:
    plain, made = Reply({}), Reply({}, about="f" * 32)
    assert {DOINGS[verb].kind(plain) for verb in Verb if DOINGS[verb].action in CONSULTATION_RULES} == {"consultation"}
    assert {DOINGS[verb].kind(plain) for verb in Verb if DOINGS[verb].action in SERVICE_RULES} == {""}
    announced = {DOINGS[verb].kind(plain) for verb in Verb if DOINGS[verb].action in ANNOUNCEMENT_RULES}
    assert announced == {"announcement"}
    assert (DOINGS[Verb.FORM_NEXT].kind(plain), DOINGS[Verb.FORM_SEND].kind(made)) == ("draft", "consultation")
    assert DOINGS[Verb.FORM_BEGIN].kind(made) == "draft"
    written = Reply({}, about="f" * 32, kind="announcement")
    assert (DOINGS[Verb.FORM_SEND].kind(written), DOINGS[Verb.ANNOUNCEMENT_SHOW].kind(plain)) == ("announcement",) * 2
