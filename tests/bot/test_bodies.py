"""Bodies that are no activities, and activities that are no invokes of ours: 4xx or a sensible answer, never a 5xx."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.bodies
from bot.bodies import fit, parse
from playground import Client
from playground.elements import Json
from tests.bot.scenes import OWNER, SECRETARY, STRANGER, SURFACES, Scene, module_database, scene_on
from tests.soak.cards import say

# One loop and one service for the whole module: only people and conversations may come of anything here.
pytestmark = pytest.mark.asyncio(loop_scope="module")

KINDS = ("invoke", "message", "installationUpdate", "conversationUpdate", "messageReaction")
FAILED = json.dumps(say("failed", reference="").split(".")[0])[1:-1]
STRANGE: tuple[Any, ...] = (None, 1, 1.5, True, "x", "", "+\n", [], [1, None], {}, {"a": {"b": []}})
UNFIT = {"NUL": "\0", "half a character": "\ud800", "long": "x" * 600}
FIELDS = (
    *("type", "id", "name", "value", "from", "recipient", "conversation", "channelData", "channelId", "locale"),
    *("replyToId", "text", "timestamp", "localTimestamp", "entities", "attachments", "action", "serviceUrl"),
    *("membersAdded", "membersRemoved"),
)
NESTED = (
    ("from", "id"),
    ("from", "name"),
    ("from", "aadObjectId"),
    ("conversation", "id"),
    ("conversation", "conversationType"),
    ("conversation", "isGroup"),
    ("recipient", "id"),
    ("channelData", "tenant"),
)
VERBS = (
    *("form-next", "form-go", "form-send", "form-keep", "form-review", "own", "queue", "settings-language"),
    *("consultation-open", "question-ask-send", "question-answer-send", "consultation-move-send"),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A new database of either kind for the whole module."""
    with module_database(request, tmp_path_factory) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(module_url: str) -> AsyncIterator[Scene]:
    """Drafts and requests of person 1."""
    async with scene_on(module_url) as one:
        yield one


async def sent(
    scene: Scene, body: bytes | AsyncIterator[bytes], method: str = "POST", kind: str = "application/json"
) -> int:
    """Send a body as it is; gives the status of the answer."""
    url = f"http://127.0.0.1:{scene.house.port}/api/messages"
    headers = {"Content-Type": kind}
    async with aiohttp.ClientSession() as session, session.request(method, url, data=body, headers=headers) as answer:
        return answer.status


async def posted(scene: Scene, activity: Json) -> int:
    """Post an activity as it is; gives the status. A failure of ours is none of the answers to expect."""
    client = await scene.client(OWNER)
    before = len(client.messages)
    url = f"http://127.0.0.1:{scene.house.port}/api/messages"
    async with aiohttp.ClientSession() as session, session.post(url, json=activity) as answer:
        assert FAILED not in await answer.text(), activity
    assert all(one.card for one in client.messages[before:] if one.by_bot), "a turn failed"
    return answer.status


def invoke(client: Client, scene: Scene, **over: Any) -> Json:
    """A harmless invoke, to be bent."""
    value = {"data": {"verb": "form-resume", "id": scene.ready}}
    return client.activity("invoke", name="task/submit", value=value) | over


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"null",
        b"[]",
        b"7",
        b'"text"',
        b"{",
        b"{}",
        b"\xff\xfe",
        b'{"type": "invoke"',
        b"NaN",
        b"\0",
        b"[{}]",
    ],
)
async def test_a_body_that_is_no_activity_is_a_bad_request(scene: Scene, body: bytes) -> None:
    async with scene.unchanged():
        assert await sent(scene, body) == 400


@pytest.mark.parametrize("depth", [10, 60, 200, 450, 900, 100_000])
async def test_deep_json_is_never_a_failure(scene: Scene, depth: int) -> None:
    client = await scene.client(OWNER)
    async with scene.unchanged():
        for field in ("value", "channelData", "text", "entities", "nonsense"):
            for left, right in ((b"[", b"]"), (b'{"data":', b"}")):
                deep = left * depth + b"1" + right * depth
                whole = json.dumps(invoke(client, scene) | {field: "HERE"}).encode()
                status = await sent(scene, whole.replace(b'"HERE"', deep))
                assert status < 500, (field, depth)


@pytest.mark.parametrize(("depth", "status"), [(37, 200), (39, 400)])
async def test_json_is_at_most_forty_deep(scene: Scene, depth: int, status: int) -> None:
    # Around it stand the activity, its value and the value's data.
    deep = json.loads("[" * depth + "]" * depth)
    async with scene.unchanged():
        activity = invoke(await scene.client(OWNER), scene, value={"data": {"x": deep}})
        assert await posted(scene, activity) == status


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    """A body that does not say how long it is."""
    for part in parts:
        yield part


async def test_a_body_that_is_too_large_is_refused(scene: Scene) -> None:
    async with scene.unchanged():
        assert await sent(scene, b'{"a": "' + b"x" * 300_000 + b'"}') == 413
        assert await sent(scene, chunks(b'{"a": "', *[b"x" * 50_000] * 6, b'"}')) == 413


async def test_a_body_that_does_not_come_is_not_waited_for(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.bodies, "SECONDS", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", scene.house.port)
    head = b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"
    writer.write(head)
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 408")
        # The connection does not stay open for what may still come.
        await reader.read()
    writer.close()


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1, "a": 1}',
        b'{"a": {"b": 1, "\\u0062": 2}}',
        b'{"a\\u0000": 1}',
        b'{"\\ud800": 1}',
        b'\xef\xbb\xbf{"a": 1}',
        '{"a": "ä"}'.encode("latin-1"),
        '{"a": 1}'.encode("utf-16"),
        b'{"a": "\xed\xa0\x80"}',
        b'{"a": "\xc0\x80"}',
        b"{'a': 1}",
        b'{"a": 1,}',
        b'{"a": 1}{"a": 1}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 41 + b"]" * 41,
        b'{"a":' * 100_000,
    ],
    ids=lambda body: repr(body[:24]),
)
async def test_only_strict_json_is_read(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse(body)


async def test_what_json_holds_is_read_as_it_is() -> None:
    assert parse(b'{"a": [1, 1.5, null, true, "\xc3\xa4 \\ud83d\\ude42 \\u0000"]}') == {
        "a": [1, 1.5, None, True, "ä 🙂 \0"]
    }
    assert parse(b"[" * 40 + b"]" * 40)
    assert fit({"a": ["b\0", {"c": "\ud800d"}], "e": 1}) == {"a": ["b", {"c": "d"}], "e": 1}


@pytest.mark.parametrize(
    "kind",
    [
        *("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense", ""),
        *("application/json+x", "application/jsonp", "application/json; charset=latin-1", "application/json; x=y"),
        *("application/json, text/plain", "application/problem+json"),
    ],
)
async def test_a_body_of_another_type_is_refused(scene: Scene, kind: str) -> None:
    client = await scene.client(OWNER)
    async with scene.unchanged():
        assert await sent(scene, json.dumps(invoke(client, scene)).encode(), kind=kind) == 415


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
async def test_json_is_taken_under_its_own_name(scene: Scene, kind: str) -> None:
    body = json.dumps(invoke(await scene.client(OWNER), scene)).encode()
    async with scene.unchanged():
        assert await sent(scene, body, kind=kind) == 200


@pytest.mark.parametrize("coding", ["gzip", "deflate", "identity", "br"])
async def test_a_coded_body_is_refused(scene: Scene, coding: str) -> None:
    body = gzip.compress(json.dumps(invoke(await scene.client(OWNER), scene)).encode())
    url = f"http://127.0.0.1:{scene.house.port}/api/messages"
    headers = {"Content-Type": "application/json", "Content-Encoding": coding}
    async with scene.unchanged(), aiohttp.ClientSession() as session:
        assert (await session.post(url, data=body, headers=headers)).status == 415


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_another_method_is_not_allowed(scene: Scene, method: str) -> None:
    client = await scene.client(OWNER)
    async with scene.unchanged():
        assert await sent(scene, json.dumps(invoke(client, scene)).encode(), method) == 405


@pytest.mark.parametrize("field", ["type", "serviceUrl", "conversation"])
async def test_an_activity_without_its_place_is_a_bad_request(scene: Scene, field: str) -> None:
    activity = invoke(await scene.client(OWNER), scene)
    del activity[field]
    async with scene.unchanged():
        assert await sent(scene, json.dumps(activity).encode()) == 400


@pytest.mark.parametrize("name", ["", None, "nonsense", "task/other", "composeExtension/query", "signin/verifyState"])
async def test_an_invoke_of_an_unknown_name_is_not_found(scene: Scene, name: Any) -> None:
    async with scene.unchanged():
        assert await posted(scene, invoke(await scene.client(OWNER), scene, name=name)) == 404


@pytest.mark.parametrize("name", SURFACES)
async def test_an_invoke_of_nobody_is_a_bad_request(scene: Scene, name: str) -> None:
    client = await scene.client(OWNER)
    activity = invoke(client, scene, name=name)
    async with scene.unchanged():
        for sender in ({"id": "29:x", "name": "x"}, {**activity["from"], "aadObjectId": ""}, {}):
            assert await posted(scene, activity | {"from": sender}) == 400
        del activity["from"]
        assert await posted(scene, activity) == 400


@pytest.mark.parametrize("value", [*STRANGE, *UNFIT.values()], ids=repr)
@pytest.mark.parametrize("name", SURFACES)
async def test_an_invoke_without_a_value_of_ours_leads_home(scene: Scene, name: str, value: Any) -> None:
    client = await scene.client(OWNER)
    bent = [{"data": value}, {"action": value}, {"action": {"data": value}}, {"action": {"verb": value}}]
    async with scene.unchanged():
        fits = value is None or isinstance(value, dict)
        assert await posted(scene, invoke(client, scene, name=name, value=value)) == (200 if fits else 400)
        for one in bent:
            assert await posted(scene, invoke(client, scene, name=name, value=one)) == 200
        activity = invoke(client, scene, name=name)
        del activity["value"]
        assert await posted(scene, activity) == 200


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("kind", KINDS)
async def test_a_field_of_a_wrong_type_is_never_a_failure(scene: Scene, kind: str, field: str) -> None:
    client = await scene.client(OWNER)
    whole = invoke(client, scene) if kind == "invoke" else client.activity(kind)
    async with scene.unchanged():
        for strange in STRANGE:
            assert await posted(scene, whole | {field: strange}) < 500, strange
        whole.pop(field, None)
        assert await posted(scene, whole) < 500


@pytest.mark.parametrize(("outer", "inner"), NESTED)
@pytest.mark.parametrize("kind", KINDS)
async def test_an_inner_field_of_a_wrong_type_is_never_a_failure(
    scene: Scene, kind: str, outer: str, inner: str
) -> None:
    client = await scene.client(OWNER)
    whole = invoke(client, scene) if kind == "invoke" else client.activity(kind)
    async with scene.unchanged():
        for strange in STRANGE:
            assert await posted(scene, whole | {outer: {**whole[outer], inner: strange}}) < 500, strange


@pytest.mark.parametrize("strange", UNFIT.values(), ids=UNFIT)
@pytest.mark.parametrize("kind", KINDS)
async def test_text_that_cannot_be_kept_is_never_a_failure(scene: Scene, kind: str, strange: str) -> None:
    client = await scene.client(OWNER)
    whole = invoke(client, scene) if kind == "invoke" else client.activity(kind)
    failed: list[str] = []
    for bent in _bent(whole, strange):
        try:
            assert await posted(scene, bent) < 500
        except AssertionError as failure:
            failed.append(f"{[key for key in bent if bent[key] != whole.get(key)]} {str(failure)[:60]}")
    assert failed == []


def _bent(whole: Json, strange: Any) -> Iterator[Json]:
    yield from (whole | {field: strange} for field in FIELDS)
    yield from (whole | {outer: {**whole[outer], inner: strange}} for outer, inner in NESTED)
    yield whole | {"channelData": {"tenant": {"id": strange}}}


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), FLOATS, st.text(max_size=40))
NAMED = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
ANYTHING = st.recursive(LEAVES, lambda one: st.lists(one, max_size=3) | st.dictionaries(NAMED, one, max_size=3))
NAMES = st.sampled_from(["id", "v", "step", "page", "meeting", "group", "return", "opened", "f.words", "f.question"])
FORGED = st.dictionaries(NAMES | NAMED, ANYTHING, max_size=6)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    number=st.sampled_from([OWNER, STRANGER, SECRETARY]),
    name=st.sampled_from(SURFACES),
    verb=st.sampled_from(VERBS) | ANYTHING,
    which=st.sampled_from(["open", "ready", "fresh", "asked", None]),
    data=FORGED,
)
async def test_whatever_is_forged_is_never_a_failure(
    scene: Scene, number: int, name: str, verb: Any, which: str | None, data: Json
) -> None:
    client = await scene.client(number)
    known = {"id": getattr(scene, which), "v": await scene.version(getattr(scene, which))} if which else {}
    pressed = {**known, **data, "verb": verb}
    value = {"data": pressed, "action": {"verb": verb, "data": pressed}}
    assert await posted(scene, client.activity("invoke", name=name, value=value)) == 200


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(SURFACES), value=ANYTHING)
async def test_whatever_comes_as_a_value_is_never_a_failure(scene: Scene, name: str, value: Any) -> None:
    async with scene.unchanged():
        fits = value is None or isinstance(value, dict)
        status = await posted(scene, invoke(await scene.client(OWNER), scene, name=name, value=value))
        assert status == (200 if fits else 400)
