"""What a handler is given: a card's data read by its type, the centre's day, a group that there is."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from bot.desk import Desk, Turn
from cards.elements import Surface
from domain.clock import Clock
from domain.people import Actor
from domain.refusals import Refused
from storage.database import Database
from storage.erasures import Erasures
from tests.house import START, read_sample_content, read_texts
from tests.storage.facts import NOW, personal_chat


@pytest.fixture
def desk(empty_sqlite_url: str) -> Desk:
    return Desk(
        Database(empty_sqlite_url),
        read_sample_content(),
        read_texts(),
        Clock(START, monotonic),
        lambda: None,
        Erasures(Path("none")),
    )


def turn(desk: Desk, data: dict[str, Any] | None = None, typed: dict[str, Any] | None = None) -> Turn:
    actor = Actor("p1", "t", "o1", "Ammattilainen")
    return Turn(actor, personal_chat("p1"), NOW, desk.speech("sv"), Surface.DIALOG, data or {}, typed or {})


@pytest.mark.parametrize(("value", "read"), [("x", "x"), (3, ""), (None, ""), (["x"], ""), ({"x": 1}, ""), (True, "")])
def test_a_text_of_the_card_is_a_text_or_nothing(desk: Desk, value: object, read: str) -> None:
    assert turn(desk, {"id": value}).text("id") == read


@pytest.mark.parametrize(
    ("value", "read"), [(3, 3), (-1, -1), ("3", 0), (True, 0), (1.5, 0), (None, 0), (10**9, 0), (10**40, 0), ([3], 0)]
)
def test_a_number_of_the_card_is_whole_and_of_a_sensible_size(desk: Desk, value: object, read: int) -> None:
    assert turn(desk, {"v": value}).number("v") == read


@pytest.mark.parametrize(("value", "read"), [(" x ", "x"), (3, ""), (None, ""), (["x"], "")])
def test_what_was_typed_is_tidied_text_or_nothing(desk: Desk, value: object, read: str) -> None:
    assert turn(desk, typed={"words": value}).words("words") == read


def test_a_reader_is_spoken_to_where_she_is_and_in_her_language(desk: Desk) -> None:
    view = turn(desk).view
    assert (view.surface, view.speech.language) == (Surface.DIALOG, "sv")
    assert desk.speech("de-DE").language == "fi"


def test_a_group_is_there_with_its_form_or_refused(desk: Desk) -> None:
    group = desk.group("haastavat-erot")
    assert desk.form(group).key == "haastavat-erot"
    with pytest.raises(Refused, match="refused-group"):
        desk.group("nobody")


def test_the_day_is_that_of_the_centre(desk: Desk) -> None:
    assert desk.today(datetime(2022, 9, 20, 20, 59, tzinfo=UTC)) == date(2022, 9, 20)
    assert desk.today(datetime(2022, 9, 20, 21, 0, tzinfo=UTC)) == date(2022, 9, 21)


def test_what_the_content_says_of_reminders_is_at_hand(desk: Desk) -> None:
    assert desk.almanac is desk.almanac
    assert desk.almanac.reminding is desk.content.reminding
    assert set(desk.almanac.groups) == set(desk.content.centre.groups)


def test_what_the_settings_say_of_expiring_is_at_hand_for_the_cards_too(desk: Desk) -> None:
    expiring = {"app-password": date(2022, 10, 20)}
    assert replace(desk, expiring=expiring).almanac.expiring == expiring
