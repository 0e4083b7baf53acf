"""What an activity says, read without believing more of it than can be."""

from typing import Any

import pytest
from botbuilder.schema import Activity

from bot.envelope import FILE
from bot.incoming import (
    Press,
    arrival_of,
    brings_file,
    caller_of,
    chat_of,
    places_in,
    press_of,
    table,
    tenant_of,
    text_of,
)
from storage.inbound import Arrival


def activity(**more: Any) -> Activity:
    plain: dict[str, Any] = {"type": "message", "serviceUrl": "http://127.0.0.1/", "locale": "fi-FI"}
    plain |= {"from": {"id": "29:1", "name": "Ammattilainen", "aadObjectId": "ABC"}, "recipient": {"id": "28:bot"}}
    plain |= {"conversation": {"id": "a:1", "conversationType": "personal"}, "channelData": {"tenant": {"id": "t"}}}
    return Activity().deserialize(plain | more)


def test_a_press_is_its_verb_the_cards_data_and_what_was_typed() -> None:
    press = press_of({"verb": "own", "id": "x", "f.unit": "A", "f.a.other": "B", "f.verb": "take"})
    assert press == Press("own", {"verb": "own", "id": "x"}, {"unit": "A", "a.other": "B", "verb": "take"})


def test_the_verb_stands_in_the_data_or_else_beside_it() -> None:
    assert press_of({"verb": "own"}, "home").verb == "own"
    assert press_of({}, "home").verb == "home"


@pytest.mark.parametrize("data", [None, [], "own", 3, {"verb": ["own"]}, {"verb": {"verb": "own"}}, {"verb": 3}])
def test_anything_else_is_no_verb(data: object) -> None:
    assert press_of(data).verb == ""


@pytest.mark.parametrize(("value", "read"), [({"a": 1}, {"a": 1}), ([], {}), (None, {}), ("x", {})])
def test_only_an_object_is_a_table(value: object, read: object) -> None:
    assert table(value) == read


@pytest.mark.parametrize("data", [None, {}, {"tenant": None}, {"tenant": []}, {"tenant": {"id": None}}])
def test_a_tenant_that_is_not_told_is_none(data: object) -> None:
    assert tenant_of(activity(channelData=data)) == ""


def test_who_speaks_is_known_by_her_object_id_in_small_letters() -> None:
    caller = caller_of(activity())
    assert caller and (caller.tenant, caller.object_id, caller.name, caller.locale) == (
        "t",
        "abc",
        "Ammattilainen",
        "fi-FI",
    )
    assert caller_of(activity(**{"from": {"id": "29:1", "name": "X"}})) is None
    assert caller_of(activity(**{"from": None})) is None


def test_a_personal_chat_belongs_to_its_person_and_a_channel_to_nobody() -> None:
    assert chat_of(activity(), "p1").person == "p1"
    channel = chat_of(activity(conversation={"id": "19:x", "conversationType": "channel"}), "p1")
    assert (channel.kind, channel.person) == ("channel", None)


def test_a_chat_that_does_not_say_its_kind_is_personal_unless_it_is_a_group() -> None:
    assert chat_of(activity(conversation={"id": "a"}), "p1").kind == "personal"
    group = chat_of(activity(conversation={"id": "a", "isGroup": True}), "p1")
    assert (group.kind, group.person) == ("groupChat", None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("omat", "omat"),
        ("<at>OT-botti</at> omat ", "omat"),
        ('<AT id="0">OT\nbotti</AT>omat', "omat"),
        (None, ""),
        ("<at>a</at> x <at>b</at>", "x"),
    ],
)
def test_a_mention_is_not_part_of_what_was_said(written: str | None, read: str) -> None:
    assert text_of(activity(text=written)) == read


def test_what_is_delivered_is_known_by_its_conversation_and_its_id() -> None:
    assert arrival_of(activity(id="f:1")) == Arrival("a:1", "f:1")
    assert arrival_of(activity()) is None
    assert arrival_of(activity(id="")) is None


def test_an_id_that_is_far_too_long_is_still_one_of_its_own() -> None:
    first, second = (arrival_of(activity(id="x" * 5000 + end)) for end in "ab")
    assert first and second and first != second
    assert len(first.activity) <= 256


@pytest.mark.parametrize("kind", [FILE, FILE.upper(), "image/png", "image/*"])
def test_a_file_or_a_picture_is_seen_beside_what_was_typed(kind: str) -> None:
    assert brings_file(activity(text="omat", attachments=[{"contentType": "text/html"}, {"contentType": kind}]))


@pytest.mark.parametrize("kinds", [None, [], [{}], [{"contentType": "text/html"}]])
def test_what_teams_adds_to_every_message_is_no_file(kinds: Any) -> None:
    assert not brings_file(activity(text="omat", attachments=kinds))


def test_it_is_told_where_each_file_lies_and_of_no_picture() -> None:
    file = {"contentType": FILE, "content": {"downloadUrl": "https://kunta.sharepoint.com/x"}}
    sent = [{"contentType": "text/html"}, file, {"contentType": "image/png"}, {"contentType": FILE}]
    assert places_in(activity(text="", attachments=sent)) == ["https://kunta.sharepoint.com/x", ""]
    assert places_in(activity(text="omat")) == []
