"""Forged, late and foreign presses, over real HTTP: each is answered with sense, and changes nothing."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from playground import Client
from playground.elements import Json
from storage.tables import metadata
from tests.bot.scenes import (
    ADMINISTRATOR,
    CHAIR,
    COORDINATOR,
    DRAFT_VERBS,
    LEFT_OUT,
    MEMBER,
    OWNER,
    OWNER_VERBS,
    REQUEST_VERBS,
    SECRET,
    SECRETARY,
    SECRETARY_VERBS,
    STRANGER,
    SURFACES,
    Scene,
    pressed,
    request_data,
    scene_on,
)
from tests.soak.cards import say

# One loop and one service for the whole module: nothing here changes anything, and each test says so.
pytestmark = pytest.mark.asyncio(loop_scope="module")

NOBODIES = {
    "a stranger": STRANGER,
    "a chair": CHAIR,
    "a member": MEMBER,
    "a coordinator": COORDINATOR,
    "an administrator": ADMINISTRATOR,
}


def verbs(*groups: tuple[str, ...]) -> pytest.MarkDecorator:
    """A test for each verb."""
    return pytest.mark.parametrize("verb", [one for group in groups for one in group])


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """Drafts and requests of person 1, to be lied about."""
    async with scene_on(f"sqlite:///{tmp_path_factory.mktemp('forged') / 'ot-botti.db'}") as one:
        yield one


@pytest.mark.parametrize("who", [STRANGER, SECRETARY, CHAIR, ADMINISTRATOR])
@verbs(DRAFT_VERBS, ("draft-delete",))
async def test_the_draft_of_another_person_cannot_be_found(scene: Scene, verb: str, who: int) -> None:
    data = {"verb": verb, "step": "contact", "v": await scene.version(scene.open), "meeting": "2022-10-13"}
    async with scene.unchanged():
        said = await pressed(await scene.client(who), data | {"id": scene.open, "f.unit": "Minun"})
    assert said.count(say("refused-draft")) == len(SURFACES)


async def test_the_draft_of_another_person_cannot_be_deleted(scene: Scene) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(STRANGER), {"verb": "draft-delete-sure", "id": scene.open})
    assert say("own-nothing") in said


@verbs(REQUEST_VERBS)
@pytest.mark.parametrize("who", NOBODIES.values(), ids=NOBODIES)
async def test_the_request_of_another_person_cannot_be_found(scene: Scene, verb: str, who: int) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(who), request_data(scene, verb))
    assert said.count(say("refused-not-found")) == len(SURFACES)
    assert SECRET not in said
    assert "HE-2022" not in said


@verbs(OWNER_VERBS)
async def test_the_secretary_cannot_do_what_is_the_requesters_own(scene: Scene, verb: str) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(SECRETARY), request_data(scene, verb))
    assert said.count(say("refused-not-found")) == len(SURFACES)


@verbs(SECRETARY_VERBS)
async def test_the_requester_cannot_do_what_is_the_secretarys(scene: Scene, verb: str) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), request_data(scene, verb))
    assert said.count(say("refused-not-found")) == len(SURFACES)


@pytest.mark.parametrize("who", [OWNER, STRANGER, CHAIR, MEMBER, COORDINATOR])
async def test_the_queue_is_the_secretarys(scene: Scene, who: int) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(who), {"verb": "queue", "page": 0})
    assert said.count(say("refused-queue")) == len(SURFACES)


async def test_who_administers_sees_figures_where_a_secretary_sees_requests(scene: Scene) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(ADMINISTRATOR), {"verb": "queue", "page": 0})
    assert said.count(say("figures-dropped")) == len(SURFACES) and "HE-2022" not in said


async def test_a_typed_reference_number_of_another_person_tells_nothing(scene: Scene) -> None:
    stranger = await scene.client(STRANGER)
    async with scene.unchanged():
        answers = []
        for written in ("HE-2022-0001", "HE-2022-9999"):
            await stranger.say(written)
            answers.append(stranger.card_of(stranger.last))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("step", ["confirm", "question", "review", "acute", "theme", "nothing", ""])
@pytest.mark.parametrize("verb", ["form-next", "form-back", "form-keep"])
async def test_a_skipped_step_is_led_back_to_what_is_unanswered(scene: Scene, verb: str, step: str) -> None:
    data = {"verb": verb, "id": scene.open, "v": await scene.version(scene.open), "step": step}
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), data | {"f.question": "x", "f.no_names": "true"})
    assert say("review-title") not in said


async def test_a_form_that_lacks_something_cannot_be_sent(scene: Scene) -> None:
    data = {"verb": "form-send", "id": scene.open, "v": await scene.version(scene.open), "meeting": "2022-10-13"}
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), data)
    assert say("form-led-back") in said


@pytest.mark.parametrize("meeting", ["", "2022-10-14", "2030-01-01", "2022-11-10", "nonsense", None, [], 7])
async def test_a_form_is_not_sent_to_a_meeting_that_its_review_has_not_named(scene: Scene, meeting: Any) -> None:
    data = {"verb": "form-send", "id": scene.ready, "v": await scene.version(scene.ready), "meeting": meeting}
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), data)
    assert say("review-title") in said


@pytest.mark.parametrize("version", [0, 1, 10**8, "7", None, [], {}, True, 2.5, -3])
@pytest.mark.parametrize("verb", ["form-next", "form-back", "form-keep", "form-send"])
async def test_a_press_on_an_old_draft_is_not_taken(scene: Scene, verb: str, version: Any) -> None:
    data = {"verb": verb, "id": scene.ready, "v": version, "step": "question", "meeting": "2022-10-13"}
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), data | {"f.question": "Aivan toinen kysymys?"})
    assert say("form-moved-on" if verb == "form-send" else "form-stale") in said


@pytest.mark.parametrize("version", [0, 99, "1", None, [], True])
@pytest.mark.parametrize("verb", ["question-ask-send", "consultation-move-send"])
async def test_a_press_on_an_old_request_is_not_taken(scene: Scene, verb: str, version: Any) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(SECRETARY), request_data(scene, verb, v=version))
    assert say("said-changed-meanwhile") in said


async def test_an_answer_to_an_old_request_is_not_taken(scene: Scene) -> None:
    data = request_data(scene, "question-answer-send", v=1)
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), data)
    assert say("said-changed-meanwhile") in said


@pytest.mark.parametrize("meeting", ["2022-10-12", "2022-09-08", "2035-01-11", "nonsense", "", None, [], 5])
async def test_a_request_is_not_moved_to_a_day_without_a_meeting(scene: Scene, meeting: Any) -> None:
    data = request_data(scene, "consultation-move-send") | {"f.meeting": meeting}
    async with scene.unchanged():
        said = await pressed(await scene.client(SECRETARY), data)
    assert say("problem-meeting") in said


@pytest.mark.parametrize("verb", ["nonsense", "", "FORM-SEND", "form_send", "\ud800", "x" * 10_000])
async def test_a_verb_that_is_none_leads_home(scene: Scene, verb: str) -> None:
    async with scene.unchanged():
        said = await pressed(await scene.client(OWNER), {"verb": verb, "id": scene.ready})
    assert said.count(say("refused-verb")) == len(SURFACES)


async def test_a_press_without_a_verb_leads_home(scene: Scene) -> None:
    async with scene.unchanged():
        for data in ({}, {"id": scene.ready}):
            assert say("refused-verb") in await pressed(await scene.client(OWNER), data)


@pytest.mark.parametrize("group", ["nope", "", "haastavat-erot ", "' OR 1=1", "\0", "\ud800", None, [], {}, 1])
async def test_a_group_that_is_none_is_refused(scene: Scene, group: Any) -> None:
    async with scene.unchanged():
        for verb in ("form-begin", "ask-group"):
            said = await pressed(await scene.client(OWNER), {"verb": verb, "group": group})
            assert say("refused-group") in said


def elsewhere(client: Client, kind: Any, name: str, data: Json) -> Json:
    """A press that comes from a channel or a group chat."""
    value = {"data": data, "action": {"verb": data["verb"], "data": data}}
    activity = client.activity("invoke", name=name, value=value)
    activity["conversation"] |= {"id": "19:abc@thread.tacv2", "conversationType": kind, "isGroup": True}
    return activity


@pytest.mark.parametrize("kind", ["channel", "groupChat", "Personal", "nonsense", None])
async def test_nothing_happens_outside_of_the_personal_chat(scene: Scene, kind: Any) -> None:
    owner, secretary = await scene.client(OWNER), await scene.client(SECRETARY)
    mine = {"id": scene.ready, "v": await scene.version(scene.ready), "meeting": "2022-10-13", "step": "question"}
    forms = [(owner, {**mine, "verb": verb}) for verb in (*DRAFT_VERBS, "draft-delete-sure")]
    own = [(owner, request_data(scene, verb)) for verb in ("consultation-open", *OWNER_VERBS)]
    theirs = [(secretary, request_data(scene, verb)) for verb in ("queue", "consultation-open", *SECRETARY_VERBS)]
    async with scene.unchanged():
        for client, data in [*forms, *own, *theirs, (owner, {"verb": "own"})]:
            for name in SURFACES:
                answer = await client.post(elsewhere(client, kind, name, data))
                assert answer.status == 200
                assert say("elsewhere-text") in str(answer.body), data
                assert SECRET not in str(answer.body)
                assert "HE-2022" not in str(answer.body)


async def test_the_tables_that_are_compared_are_all_there_are(scene: Scene) -> None:
    rows = await scene.rows()
    assert len(rows) == len(metadata.tables) - len(LEFT_OUT)
    assert len(rows["consultations"]) == 2
    assert len(rows["drafts"]) == 4
