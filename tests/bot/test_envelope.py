"""What of an activity is kept, and what makes it none."""

from typing import Any

import pytest

from bot.envelope import FILE, LONGEST_PLACE, read_activity
from playground.elements import Json

WHOLE: Json = {
    "type": "invoke",
    "id": "f:1",
    "channelId": "msteams",
    "serviceUrl": "https://smba.trafficmanager.net/emea/",
    "from": {"id": "29:1", "name": "Ammattilainen", "aadObjectId": "x"},
    "recipient": {"id": "28:bot", "name": "OT-botti"},
    "conversation": {"id": "a:1", "conversationType": "personal", "isGroup": False, "tenantId": "t", "name": "N"},
    "timestamp": "2022-09-20T05:00:00.1234567Z",
    "channelData": {
        "tenant": {"id": "t"},
        "eventType": "channelCreated",
        "team": {"id": "19:t", "name": "Tiimi"},
        "channel": {"id": "19:c", "name": "Kanava", "type": "standard"},
    },
    "replyToId": "7",
    "locale": "fi-FI",
    "name": "task/submit",
    "action": "add",
    "text": "omat",
    "value": {"data": {"verb": "own", "v": 1, "page": [1.5, None, True]}},
    "membersAdded": [{"id": "28:bot"}],
    "membersRemoved": [],
    "attachments": [{"contentType": "text/html"}],
}
TEXTS = ("type", "id", "channelId", "serviceUrl", "replyToId", "locale", "name", "action", "text")
INNER = (
    *(("from", one) for one in ("id", "name", "aadObjectId")),
    *(("conversation", one) for one in ("id", "name", "conversationType", "tenantId")),
    *(("recipient", one) for one in ("id", "name")),
)


def test_a_whole_activity_is_kept_as_it_is() -> None:
    assert read_activity(WHOLE) == WHOLE


def test_what_nobody_reads_is_not_kept() -> None:
    more = {"deliveryMode": "expectReplies", "callerId": "x", "entities": 7, "relatesTo": []}
    told: Json = WHOLE["channelData"]
    data = told | {"tenant": {"id": "t", "more": 1}, "team": told["team"] | {"aadGroupId": 3}, "settings": []}
    assert read_activity(WHOLE | more | {"channelData": data}) == WHOLE


def test_of_an_attachment_nothing_is_kept_but_its_kind() -> None:
    content = {"downloadUrl": "https://kunta.sharepoint.com/x", "uniqueId": "1", "fileType": "csv"}
    sent = {"contentType": "text/csv", "contentUrl": "https://kunta.sharepoint.com/y", "name": "Liisa.csv"}
    kept = read_activity(WHOLE | {"attachments": [sent | {"content": content}]})
    assert kept["attachments"] == [{"contentType": "text/csv"}]


def test_of_a_file_it_is_kept_where_it_lies_and_nothing_else() -> None:
    content = {"downloadUrl": "https://kunta.sharepoint.com/x", "uniqueId": "1", "fileType": "csv"}
    sent = {"contentType": FILE, "contentUrl": "https://kunta.sharepoint.com/y", "name": "Liisa.csv"}
    kept = read_activity(WHOLE | {"attachments": [sent | {"content": content}, sent, {"contentType": FILE.upper()}]})
    place = {"downloadUrl": content["downloadUrl"]}
    told = [{"contentType": FILE, "content": place}, {"contentType": FILE}, {"contentType": FILE.upper()}]
    assert kept["attachments"] == told


@pytest.mark.parametrize("wrong", ["x", 7, [], {"downloadUrl": 7}, {"downloadUrl": "x" * (LONGEST_PLACE + 1)}])
def test_where_a_file_lies_is_told_in_one_shape(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"attachments": [{"contentType": FILE, "content": wrong}]})
    # What is no file may hold anything: it goes no further.
    kept = read_activity(WHOLE | {"attachments": [{"contentType": "text/html", "content": wrong}]})
    assert kept["attachments"] == [{"contentType": "text/html"}]


@pytest.mark.parametrize("wrong", ["y", 1, {}, ["y"], [None], [[]], [{"contentType": 1}], [{"contentType": "x" * 513}]])
def test_attachments_are_a_list_of_objects_with_a_kind(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"attachments": wrong})


def test_what_is_null_is_not_there() -> None:
    for name in ("id", "from", "value", "text", "channelData", "membersAdded"):
        assert name not in read_activity(WHOLE | {name: None})
    assert "tenantId" not in read_activity(WHOLE | {"conversation": {"id": "a:1", "tenantId": None}})["conversation"]


@pytest.mark.parametrize("name", ["type", "channelId", "serviceUrl", "conversation"])
def test_what_every_activity_has_is_needed(name: str) -> None:
    nothings: tuple[Any, ...] = (None, "", {})
    for lacking in nothings:
        with pytest.raises(ValueError, match=r"\w"):
            read_activity(WHOLE | {name: lacking})
    with pytest.raises(ValueError, match=r"\w"):
        read_activity({key: value for key, value in WHOLE.items() if key != name})


@pytest.mark.parametrize("body", [None, 1, "x", [], [WHOLE], True])
def test_only_an_object_is_an_activity(body: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(body)


@pytest.mark.parametrize("wrong", [1, 1.5, True, [], ["x"], {}, {"a": "b"}], ids=repr)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_a_text(name: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {name: wrong})


@pytest.mark.parametrize("wrong", [1, True, [], {}], ids=repr)
@pytest.mark.parametrize(("outer", "inner"), INNER)
def test_so_is_an_inner_one(outer: str, inner: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {outer: WHOLE[outer] | {inner: wrong}})


@pytest.mark.parametrize("wrong", ["x", 1, True, []], ids=repr)
@pytest.mark.parametrize("name", ["from", "recipient", "conversation", "channelData", "value"])
def test_an_object_is_an_object(name: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {name: wrong})


@pytest.mark.parametrize("wrong", ["x", {}, 1, [1], ["x"], [[]], [{"id": 7}]], ids=repr)
@pytest.mark.parametrize("name", ["membersAdded", "membersRemoved"])
def test_the_members_are_a_list_of_accounts(name: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {name: wrong})


@pytest.mark.parametrize("wrong", ["true", 1, 0, [], {}], ids=repr)
def test_a_flag_is_true_or_false(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"conversation": {"id": "a:1", "isGroup": wrong}})


@pytest.mark.parametrize(
    "wrong", [{"tenant": "t"}, {"tenant": []}, {"tenant": {"id": 1}}, {"tenant": {"id": "x" * 65}}]
)
def test_a_tenant_is_told_in_an_id(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"channelData": wrong})


@pytest.mark.parametrize("unfit", ["a\0", "\ud800", "x" * 513], ids=["NUL", "half", "long"])
@pytest.mark.parametrize("name", ["type", "id", "channelId", "serviceUrl", "replyToId", "name"])
def test_an_id_that_cannot_be_kept_is_none(name: str, unfit: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {name: unfit})


def test_words_lose_only_what_cannot_be_kept() -> None:
    value = {"data": {"f.words": "a\0b\ud800c\u202e🙂", "list": ["\0"]}}
    read = read_activity(WHOLE | {"text": "o\0mat", "value": value})
    assert read["text"] == "omat"
    assert read["value"] == {"data": {"f.words": "abc\u202e🙂", "list": [""]}}


@pytest.mark.parametrize(
    "wrong", ["", "now", "2022-09-20", "2022-09-20T05:00:00", "2022-13-40T05:00:00Z", 1663650000, []]
)
def test_a_moment_is_a_moment_with_its_zone(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"timestamp": wrong})
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"timestamp": "1999-12-31T23:59:59Z"})


@pytest.mark.parametrize("wrong", [{"team": "19:t"}, {"team": {"id": 1}}, {"channel": {"name": []}}, {"eventType": 7}])
def test_a_team_and_a_channel_are_told_in_ids_and_names(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_activity(WHOLE | {"channelData": WHOLE["channelData"] | wrong})
