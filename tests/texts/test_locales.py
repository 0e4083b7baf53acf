"""The files of sentences: complete, alike in all languages, and neither more nor less than what is said."""

import re
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.copies import DRAWERS as ANNOUNCED
from bot.doings import REFERENCE, WORDS
from bot.mailing import MAILED
from bot.notices import NEWS
from bot.public_answers import HEADERS
from bot.purposes import TELLS
from bot.registering import SAID as ANSWERED
from cards.announcing import REASONS as MISSED
from cards.consultations import UNREACHABLE
from cards.feedback import SAID
from cards.home import FIRST_WORDS
from cards.reminder_figures import FIGURES
from cards.requesters import REASONS
from cards.settings import REMINDERS
from cards.verbs import Verb
from dialogs.formats import FORMATS
from documents.mails import About
from domain.announcement_steps import NEXT
from domain.announcements import Kind, State
from domain.consultations import Status
from domain.meetings import OnHoliday
from domain.registrations import Coming
from domain.reminders import RULES, Reader
from domain.sensitive import Likely
from scheduling.reminding import TO_GUESTS
from storage.nudges import UNNAMED
from tests.house import read_texts
from tests.texts.sources import calls, literal, patterns, places, spoken, strings
from texts.locales import FOLDER, Texts, keys, read

HELSINKI = ZoneInfo("Europe/Helsinki")
FILES = sorted(FOLDER.glob("*.ftl"))
FINNISH = places(FOLDER / "fi.ftl")
# The kinds of notices about announcements.
OF_ANNOUNCEMENTS = {"announcement", "announcement-change", "announcement-trial", "approval", "approval-returned"}
OF_ANNOUNCEMENTS |= {"approval-after", "progress", "seat"}
STATES = {state.value for state in Status}
# What can be filled into a key that is put together; a new way of putting one together is written down here.
ASKED_IN_WORDS = {Verb.ASK_QUESTION_SEND.removesuffix("-send"), Verb.ANSWER_SEND.removesuffix("-send")}
TOLD = {Coming.COMING.value, Coming.WAITING.value, "gone", *ANSWERED}
FILLINGS: dict[str, set[str]] = {
    "word-*": set(FIRST_WORDS),
    "help-*": set(FIRST_WORDS),
    "status-*": STATES,
    "filter-*": STATES,
    "news-*": set(NEWS),
    "event-*": {what for _, node in calls("Event") if (what := literal(node, 1))},
    "coming-*": {what for _, node in calls("coming") if (what := literal(node, 0))},
    "*-title": ASKED_IN_WORDS,
    "*-label": ASKED_IN_WORDS,
    "*-hint": ASKED_IN_WORDS,
    "button-*-send": ASKED_IN_WORDS,
    "likely-*": {kind.value for kind in Likely},
    "requester-reason-*": set(REASONS),
    "unreachable-*": set(UNREACHABLE),
    "page-register-*-title": TOLD,
    "page-register-*": TOLD,
    "mail-*-subject": {about.value for about in About},
    "mail-*-text": {about.value for about in About},
    "problem-*": set(FORMATS),
    "tell-*": set(TELLS),
    "button-*": {Verb.OWN.value, Verb.ANNOUNCEMENTS.value},
    "button-new-*": set(Kind),
    "button-send-now*": {"", "-ask"},
    "announcement-kind-*": set(Kind),
    "announcement-state-*": {one.value for one in State},
    "missed-*": set(MISSED),
    "progress-*": {"unknown", "doubles", "cancelled"},
    "registered-*": set(Coming),
    "differs-*": {"link", "text"},
    **{f"differs-*-{when}": {"title", "time", "opens", "organiser", "language"} for when in ("before", "now")},
    "reminder-*": set(RULES),
    "reminder-why-*": set(RULES),
    "preview-reader-*": {one.value for one in Reader if one is not Reader.GUESTS},
    "preview-held-*": {"off", "not-again", "merged", "enough", "closed", "late"},
    "preview-put-off-*": {"closed", "enough", "digest"},
    "figures-*": set(FIGURES),
    "figures-rule-*": set(RULES),
    "figures-reason-*": {"late", "untrue", "off", "not-again", "enough", "closed", "unreached"},
    "settings-reminders-*": {*REMINDERS, "weekly-text", "always", "hours"},
    "settings-reminders-choose-*": set(REMINDERS),
    "feedback-said-*": set(SAID),
    "feedback-title-*": set(SAID),
}
PUT_TOGETHER = {pattern.replace("*", part) for pattern, parts in FILLINGS.items() for part in parts}


def write(folder: Path, **files: str) -> Path:
    for code, text in files.items():
        (folder / f"{code}.ftl").write_text(text, encoding="utf-8")
    return folder


# Neither more nor less than what is said


def test_every_way_of_putting_a_key_together_is_known() -> None:
    assert patterns() == set(FILLINGS)
    assert all(FILLINGS.values())


def test_every_key_that_is_said_has_a_finnish_sentence() -> None:
    assert ({key for key, _ in spoken()} | PUT_TOGETHER) - FINNISH.keys() == set()


def test_whatever_looks_like_a_key_is_one() -> None:
    families = {key.split("-")[0] for key in FINNISH if "-" in key}
    named = {one for one in strings() if re.fullmatch(r"[a-z]+(-[a-z]+)+", one) and one.split("-")[0] in families}
    known = FINNISH.keys() | set(Verb) | set(OnHoliday) | set(HEADERS.values()) | MAILED | set(ANNOUNCED) | {"no-store"}
    assert named - known - set(NEXT) - OF_ANNOUNCEMENTS - set(RULES) - {UNNAMED, TO_GUESTS} == set()


def test_every_finnish_sentence_is_said_somewhere() -> None:
    assert FINNISH.keys() - strings() - PUT_TOGETHER == set()


def test_every_kind_of_notice_has_its_words() -> None:
    kinds = {kind for _, node in calls("Notice") if (kind := literal(node, 0))}
    assert kinds <= NEWS | {"receipt", "arrived"} | OF_ANNOUNCEMENTS | set(ANNOUNCED)


def test_what_is_filled_into_a_sentence_is_what_its_places_ask_for() -> None:
    wrong = {key: filled for key, filled in spoken() if filled is not None and filled != FINNISH[key]}
    assert wrong == {}


# Alike in all languages


def test_there_are_finnish_swedish_and_english_in_this_order() -> None:
    assert read_texts().languages == ["fi", "sv", "en"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_has_every_key_with_the_same_places_and_none_twice(path: Path) -> None:
    assert places(path) == FINNISH


def test_no_language_is_told_to_lack_anything() -> None:
    assert read_texts().missing() == {}


@pytest.mark.parametrize("code", [path.stem for path in FILES])
@pytest.mark.parametrize("filling", [0, 1, 2, 21])
def test_every_sentence_can_be_said_with_any_number_in_its_places(code: str, filling: int) -> None:
    speech = read_texts().speech(code, HELSINKI)
    for key, names in FINNISH.items():
        said = speech.say(key, **dict.fromkeys(names, filling))
        assert said == said.strip() != ""
        assert "{" not in said


@pytest.mark.parametrize("code", [path.stem for path in FILES])
def test_what_is_filled_in_stands_in_the_sentence_as_it_is(code: str) -> None:
    # The count alone is told in words, and a page number is a number.
    speech = read_texts().speech(code, HELSINKI)
    for key, names in FINNISH.items():
        said = speech.say(key, **{name: f"<{name} {{ $x }}>" for name in names})
        assert key == "queue-count" or all(f"<{name} {{ $x }}>" in said for name in names), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_sentence_has_stray_blanks_or_straight_quotes_around_words(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert line == line.rstrip(), line
        text = line.partition(" = ")[2]
        assert "  " not in text and '"' not in text and " ," not in text, line


# Words that can be typed


def all_words() -> list[tuple[str, str]]:
    texts = read_texts()
    return [(word, key) for key in FINNISH if key.startswith("word-") for word in set(texts.words(key))]


def test_no_word_belongs_to_two_commands() -> None:
    counted = Counter(word for word, _ in all_words())
    assert {word: [key for one, key in all_words() if one == word] for word in counted if counted[word] > 1} == {}


def test_every_command_has_words_in_every_language_and_every_word_a_command() -> None:
    assert {key for key in FINNISH if key.startswith("word-")} == set(WORDS)


def test_a_word_is_written_as_it_is_compared() -> None:
    for word, key in all_words():
        assert word == " ".join(word.casefold().split()).strip(".!?") != "", key
        assert not REFERENCE.fullmatch(word)


def test_the_words_of_all_languages_are_understood_at_once() -> None:
    assert {"omat", "egna", "own"} <= set(read_texts().words("word-own"))


def test_words_are_told_apart_by_commas_whatever_their_case(tmp_path: Path) -> None:
    texts = Texts(write(tmp_path, fi="word-x = Yksi,  KAKSI sanaa , ß", sv="word-x = Ett", en="word-y = y"))
    assert sorted(texts.words("word-x")) == ["ett", "kaksi sanaa", "ss", "yksi"]
    assert list(texts.words("word-z")) == []


# Choosing a language


@pytest.mark.parametrize(
    ("wished", "expected"),
    [
        ("sv-FI", "sv"),
        ("sv_FI", "sv"),
        ("SV", "sv"),
        ("en-GB", "en"),
        ("fi-FI", "fi"),
        ("de-DE", "fi"),
        ("svenska", "fi"),
        ("", "fi"),
        (None, "fi"),
        ("../en", "fi"),
        ("-", "fi"),
    ],
)
def test_a_locale_that_is_none_of_ours_is_spoken_to_in_finnish(wished: str | None, expected: str) -> None:
    texts = read_texts()
    assert texts.language(wished) == expected
    assert texts.speech(wished, HELSINKI).language == expected


def test_what_a_language_lacks_is_said_in_finnish_and_told(tmp_path: Path) -> None:
    texts = Texts(write(tmp_path, fi="one = yksi\ntwo = kaksi\n", sv="one = ett\n"))
    speech = texts.speech("sv", HELSINKI)
    assert (speech.say("one"), speech.say("two")) == ("ett", "kaksi")
    assert texts.missing() == {"sv": frozenset({"two"})}


def test_a_new_file_is_a_new_language(tmp_path: Path) -> None:
    texts = Texts(write(tmp_path, fi="one = yksi", en="one = one", se="one = okta", sv="one = ett"))
    assert texts.languages == ["fi", "sv", "en", "se"]
    assert texts.speech("se-NO", HELSINKI).say("one") == "okta"


# Mistakes in a file


def test_the_keys_of_a_file_are_its_messages() -> None:
    source = "# a note\none = yksi\n\n## a part\ntwo =\n    { $n ->\n        [one] a\n       *[other] b\n    }\n"
    assert keys(read(source)) == {"one", "two"}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("one = yksi\n\nno key here\ntwo = kaksi\n", "line 3: no key here"),
        ("one = { $x\ntwo = kaksi\n", "line 1: one = { $x"),
        ("# note\none = yksi\ntwo =\n", "line 3: two ="),
        ("one = yksi\n Two = kaksi\n= kolme\n", "line 3: = kolme"),
        ("one = { UNKNOWN", "line 1: one = { UNKNOWN"),
    ],
)
def test_a_broken_file_names_its_line(tmp_path: Path, source: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"^line \d+: ") as mistake:
        read(source)
    assert str(mistake.value) == told
    with pytest.raises(ValueError, match=r"sv\.ftl: line \d+: ") as named:
        Texts(write(tmp_path, fi="one = yksi", sv=source))
    assert str(named.value) == f"{tmp_path / 'sv.ftl'}: {told}"
