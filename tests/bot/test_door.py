"""Who may come in: the people of our tenant, and of those that the settings list."""

from typing import Any

import pytest
from aiohttp import web

from bot.door import Door, tenant_in
from bot.service_urls import TEAMS

APP = "11111111-2222-4333-8444-555555555555"
HOME, GUEST, OTHER = (f"00000000-0000-4000-8000-0000000000{one}" for one in ("aa", "bb", "cc"))
PERSON = "00000000-0000-4000-8000-000000000001"
DOOR = Door(HOME, local=True, guests=frozenset({GUEST}))


def activity(tenant: Any = HOME, **more: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:3979/",
    }
    whole |= {"from": {"id": "29:1", "aadObjectId": PERSON}, "conversation": {"id": "a:1"}}
    whole |= {"channelData": {"tenant": {"id": tenant}}}
    return {name: value for name, value in (whole | more).items() if value is not None}


def why_not(one: dict[str, Any]) -> str:
    """Why somebody is kept out; empty when she comes in."""
    try:
        DOOR.admit(one)
    except web.HTTPClientError as refused:
        return refused.reason
    return ""


@pytest.mark.parametrize("tenant", [HOME, GUEST, HOME.upper()])
@pytest.mark.parametrize("kind", ["message", "invoke", "installationUpdate"])
def test_the_people_of_our_tenant_and_of_the_listed_ones_come_in(tenant: str, kind: str) -> None:
    said = {"id": "a:1", "tenantId": tenant.lower()}
    assert [why_not(activity(tenant, type=kind, **more)) for more in ({}, {"conversation": said})] == ["", ""]


@pytest.mark.parametrize("tenant", [OTHER, "", HOME + "0", " " + HOME])
@pytest.mark.parametrize("kind", ["message", "invoke", "installationUpdate", "conversationUpdate"])
def test_nobody_else_does(tenant: str, kind: str) -> None:
    assert why_not(activity(tenant, type=kind)) == "not a tenant of ours"


@pytest.mark.parametrize("data", [{}, {"tenant": {}}, None])
def test_nor_does_anybody_without_a_tenant(data: Any) -> None:
    assert tenant_in(activity(channelData=data)) == ""
    assert why_not(activity(channelData=data)) == "not a tenant of ours"


@pytest.mark.parametrize(("tenant", "said"), [(HOME, GUEST), (HOME, OTHER), (GUEST, HOME), (HOME, "")])
def test_two_tenants_in_one_activity_do_not_come_in(tenant: str, said: str) -> None:
    assert why_not(activity(tenant, conversation={"id": "a:1", "tenantId": said})) == "two tenants at once"


@pytest.mark.parametrize("channel", ["emulator", "webchat", "MSTEAMS", "msteams ", "directline"])
def test_nothing_comes_in_from_another_channel(channel: str) -> None:
    assert why_not(activity(channelId=channel)) == "not from Teams"


@pytest.mark.parametrize("kind", ["message", "invoke"])
@pytest.mark.parametrize("lacking", [{"id": None}, {"id": ""}, {"from": None}, {"from": {"id": "29:1"}}])
def test_what_asks_for_something_says_who_asks_and_which_it_is(kind: str, lacking: dict[str, Any]) -> None:
    assert why_not(activity(type=kind, **lacking)) == ("nobody of Entra" if "from" in lacking else "no id")
    assert why_not(activity(type="conversationUpdate", **lacking)) == ""


@pytest.mark.parametrize("who", ["", "x", PERSON + "0", "{" + PERSON + "}", PERSON.replace("-", "")])
def test_a_person_is_known_by_a_guid_of_entra(who: str) -> None:
    assert why_not(activity(**{"from": {"id": "29:1", "aadObjectId": who}})) == "nobody of Entra"


@pytest.mark.parametrize("url", ["https://smba.trafficmanager.net/emea/", "http://10.0.0.1/", "x"])
def test_what_cannot_be_answered_does_not_come_in(url: str) -> None:
    assert why_not(activity(serviceUrl=url)) == "no address to answer to"


def test_each_mode_has_its_own_addresses() -> None:
    here, listed = "http://127.0.0.1:5/", "http://127.0.0.1:6/"
    production = Door(HOME, app_id=APP, service_urls=(listed,)).addresses
    assert production.signed == TEAMS and not production.allow(here) and not production.allow(listed)
    judged = Door(HOME, local=True, app_id=APP, service_urls=(listed,)).addresses
    assert judged.signed == TEAMS and not judged.allow(here) and judged.allow(listed)
    assert not judged.take_token(listed)
    plain = Door(HOME, local=True).addresses
    assert plain.allow(here) and plain.allow(listed) and plain.signed == frozenset()


def test_there_is_no_door_that_takes_everybody() -> None:
    with pytest.raises(ValueError, match="tenant"):
        Door("", app_id=APP)
    with pytest.raises(ValueError, match="tokens"):
        Door(HOME)
