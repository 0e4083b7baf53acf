"""Values of wrong types, ids that are none, bodies that are no activities: never a 5xx, and nothing is changed."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from tests.bot.scenes import (
    DRAFT_VERBS,
    OWNER,
    REQUEST_VERBS,
    SECRET,
    SECRETARY,
    SURFACES,
    Scene,
    module_database,
    press,
    request_data,
    scene_on,
    sensible,
)
from tests.soak.cards import say

# One loop and one service for the whole module: nothing here changes anything, and each test says so.
pytestmark = pytest.mark.asyncio(loop_scope="module")

STRANGE_IDS = {
    "empty": "",
    "unknown": "0" * 32,
    "sql": "' OR 1=1; DROP TABLE drafts; --",
    "wildcard": "%",
    "path": "../../etc/passwd",
    "nul": "abc\0def",
    "half a character": "\ud800",
    "emoji": "🙂" * 40,
    "huge": "x" * 100_000,
}
STRANGE_VALUES: dict[str, Any] = {
    "null": None,
    "a list": [],
    "a full list": ["x", 1, None],
    "a table": {},
    "a nested table": {"a": {"b": [{"c": None}]}},
    "true": True,
    "a fraction": 1.5,
    "negative": -1,
    "a huge number": 10**400,
    "a huge text": "å" * 20_000,
    "control characters": "\0\x1b[31m\u202e",
}


# Which presses read which of the card's data.
READ_BY = {
    "id": (*DRAFT_VERBS, "draft-delete", "consultation-open"),
    "v": ("form-next", "form-keep", "form-send"),
    "step": ("form-next", "form-back", "form-keep", "form-go"),
    "page": ("own", "form-review", "consultation-open"),
    "meeting": ("form-send",),
    "group": ("form-begin", "ask-group"),
    "return": ("form-next", "form-resume"),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A new database of either kind for the whole module."""
    with module_database(request, tmp_path_factory) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(module_url: str) -> AsyncIterator[Scene]:
    """Drafts and requests of person 1, to be lied about."""
    async with scene_on(module_url) as one:
        yield one


@pytest.mark.parametrize("strange", STRANGE_IDS.values(), ids=STRANGE_IDS)
@pytest.mark.parametrize("who", [OWNER, SECRETARY])
async def test_an_id_that_is_none_finds_nothing(scene: Scene, who: int, strange: str) -> None:
    client = await scene.client(who)
    async with scene.unchanged():
        for verb in (*DRAFT_VERBS, "draft-delete", "draft-delete-sure", *REQUEST_VERBS):
            result = await press(client, request_data(scene, verb, step="contact") | {"id": strange})
            assert SECRET not in sensible(result)


@pytest.mark.parametrize("strange", STRANGE_VALUES.values(), ids=STRANGE_VALUES)
@pytest.mark.parametrize("name", READ_BY)
async def test_data_of_a_wrong_type_changes_nothing(scene: Scene, name: str, strange: Any) -> None:
    owner = await scene.client(OWNER)
    # Version 0 is no version of anything: where the version itself is right, nothing else may be forged here.
    whole = {"id": scene.ready, "v": 0, "step": "question", "group": "nope", "meeting": "2022-10-13"}
    async with scene.unchanged():
        for verb in READ_BY[name]:
            sensible(await press(owner, {**whole, "verb": verb, name: strange}))


@pytest.mark.parametrize("strange", STRANGE_VALUES.values(), ids=STRANGE_VALUES)
@pytest.mark.parametrize("field", ["question", "missing", "missing.other"])
async def test_typed_values_of_a_wrong_type_are_no_answers(scene: Scene, field: str, strange: Any) -> None:
    data = {"id": scene.ready, "step": "question", f"f.{field}": strange}
    async with scene.unchanged():
        for verb in ("form-next", "form-back", "form-keep"):
            sensible(await press(await scene.client(OWNER), {**data, "verb": verb, "v": 1}))


@pytest.mark.parametrize("strange", STRANGE_VALUES.values(), ids=STRANGE_VALUES)
async def test_typed_words_of_a_wrong_type_are_no_words(scene: Scene, strange: Any) -> None:
    secretary = await scene.client(SECRETARY)
    async with scene.unchanged():
        for verb in ("question-ask-send", "consultation-move-send"):
            sensible(await press(secretary, request_data(scene, verb, v=0) | {"f.words": strange}))
        sensible(await press(secretary, {"verb": "queue", "f.status": strange, "f.meeting": strange}))
        sensible(await press(secretary, {"verb": "settings-language", "f.language": strange}))


@pytest.mark.parametrize("verb", STRANGE_VALUES.values(), ids=STRANGE_VALUES)
async def test_a_verb_of_a_wrong_type_leads_home(scene: Scene, verb: Any) -> None:
    async with scene.unchanged():
        for name in SURFACES:
            result = await press(await scene.client(OWNER), {"verb": verb, "id": scene.ready}, name)
            assert say("refused-verb") in sensible(result)
