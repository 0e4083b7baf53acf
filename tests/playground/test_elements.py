"""Cards are read and filled in as Teams does it."""

import pytest

from playground.elements import action_titled, actions_of, filled, inputs_of
from tests.playground.conftest import card

INNER = card({"type": "Input.Text", "id": "inner"}, actions=[{"type": "Action.Submit", "title": "Sisempi"}])
NESTED = card(
    {"type": "ColumnSet", "columns": [{"type": "Column", "items": [{"type": "Input.Text", "id": "a"}]}]},
    {"type": "ActionSet", "actions": [{"type": "Action.Execute", "title": "Sarja", "fallback": "drop"}]},
    {"type": "Container", "selectAction": {"type": "Action.OpenUrl", "title": "Auki"}, "items": []},
    {"type": "Input.Text", "id": "b", "inlineAction": {"type": "Action.Submit", "title": "Rivi"}},
    actions=[
        {"type": "Action.ShowCard", "title": "Lisää", "card": INNER},
        {"type": "Action.Submit", "title": "Ei nyt", "isEnabled": False},
        {
            "type": "Action.Submit",
            "title": "Varalla",
            "mode": "secondary",
            "fallback": {"type": "Action.Submit"},
        },
    ],
    refresh={"action": {"type": "Action.Execute", "title": "Itsestään"}},
)


def test_inputs_and_actions_are_found_wherever_they_lie() -> None:
    assert [one["id"] for one in inputs_of(NESTED)] == ["a", "b", "inner"]
    titles = [one["title"] for one in actions_of(NESTED)]
    assert titles == ["Sarja", "Auki", "Rivi", "Lisää", "Sisempi", "Ei nyt", "Varalla"]
    assert inputs_of(None) == []


def test_a_button_sends_the_inputs_of_its_card_and_of_those_around_it() -> None:
    typed = {"a": "1", "b": "2"}
    assert filled(NESTED, action_titled(NESTED, "Sarja"), typed) == typed
    inner = action_titled(NESTED, "Sisempi")
    assert filled(NESTED, inner, {**typed, "inner": "3"}) == {**typed, "inner": "3"}


def test_an_input_that_is_not_on_the_card_cannot_be_filled_in() -> None:
    with pytest.raises(LookupError, match="no input"):
        filled(NESTED, action_titled(NESTED, "Sarja"), {"olematon": "x"})


def test_a_disabled_button_cannot_be_pressed() -> None:
    with pytest.raises(LookupError, match="switched off"):
        action_titled(NESTED, "Ei nyt")


def test_every_value_becomes_a_string_and_empty_ones_vanish() -> None:
    fields = card(
        {"type": "Input.Number", "id": "number", "value": 4.0},
        {"type": "Input.Toggle", "id": "off"},
        {"type": "Input.Toggle", "id": "on", "valueOn": "kyllä"},
        {"type": "Input.ChoiceSet", "id": "many", "isMultiSelect": True},
        {"type": "Input.Text", "id": "empty", "value": "pois"},
        actions=[{"type": "Action.Submit", "title": "Ok"}],
    )
    values = filled(fields, fields["actions"][0], {"on": True, "many": [1, 2], "empty": None})
    assert values == {"number": "4", "off": "false", "on": "kyllä", "many": "1,2"}
