"""A tiny bot that talks to the playground over HTTP, as the real one does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
from aiohttp import web

from playground import Client, Teams

Json = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
FETCH = {"msteams": {"type": "task/fetch"}, "verb": "ask"}


def card(*body: Json, actions: list[Json] | None = None, **rest: Any) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": actions or [], **rest}


def line(text: str) -> Json:
    return {"type": "TextBlock", "text": text, "wrap": True}


def execute(title: str, verb: str, **rest: Any) -> Json:
    data = {"verb": verb, "kept": "yes"}
    fallback = {"type": "Action.Submit", "title": title, "data": data}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": verb,
        "data": data,
        "fallback": fallback,
        **rest,
    }


def attached(content: Json, **rest: Any) -> Json:
    return {"type": "message", "attachments": [{"contentType": CARD, "content": content}], **rest}


CHOICES = [{"title": title, "value": title.lower()} for title in ("Lastensuojelu", "Koulu", "Terveydenhuolto")]
FORM = card(
    line("**Kuka pyytää?** Kerro lyhyesti omin sanoin."),
    {"type": "Input.Text", "id": "name", "label": "Yksikkö", "isRequired": True, "errorMessage": "Kirjoita"},
    {"type": "Input.Text", "id": "story", "label": "Tilanne", "isMultiline": True, "placeholder": "Ei nimiä"},
    {"type": "Input.ChoiceSet", "id": "who", "label": "Keitä", "isMultiSelect": True, "choices": CHOICES},
    {
        "type": "Container",
        "items": [
            {
                "type": "Input.ChoiceSet",
                "id": "one",
                "label": "Kunta",
                "choices": CHOICES,
                "style": "expanded",
                "value": "koulu",
            },
            {
                "type": "Input.ChoiceSet",
                "id": "drop",
                "label": "Palvelu",
                "choices": CHOICES,
                "value": "koulu",
            },
        ],
    },
    {"type": "Input.Number", "id": "children", "label": "Lapsia", "value": 4},
    {"type": "Input.Toggle", "id": "sure", "title": "Olen tarkistanut", "label": "Tarkistus"},
    {"type": "Input.Date", "id": "day", "label": "Mihin mennessä"},
    actions=[
        {"type": "Action.Submit", "title": "Seuraava", "style": "positive", "data": {"verb": "next"}},
        {
            "type": "Action.Submit",
            "title": "Takaisin",
            "data": {"verb": "back"},
            "associatedInputs": "none",
        },
    ],
)
WELCOME = card(
    {"type": "TextBlock", "text": "Tervetuloa", "size": "Large", "weight": "Bolder", "style": "heading"},
    line("Täällä voit pyytää **konsultaatiota** moniammatilliselta ryhmältä."),
    {
        "type": "FactSet",
        "facts": [
            {"title": "Ryhmä", "value": "Haastavat erot"},
            {"title": "Kokous", "value": "13.10.2022 klo 13"},
        ],
    },
    actions=[
        {"type": "Action.Submit", "title": "Pyydä konsultaatiota", "style": "positive", "data": FETCH},
        execute("Omat", "mine"),
        execute("Peruuta", "cancel", style="destructive"),
    ],
    refresh={"action": {"type": "Action.Execute", "verb": "look", "data": {"verb": "look"}}, "userIds": []},
)


class Bot:
    """Remembers what it heard and answers a few words."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.url = ""
        self.fails = 0
        self.now = "2022-09-20T08:00:00+03:00"

    async def messages(self, request: web.Request) -> web.Response:
        activity = await request.json()
        self.heard.append(activity)
        if self.fails:
            return web.Response(status=self.fails)
        if activity["type"] == "invoke":
            return web.json_response(self.invoked(activity))
        if activity["type"] == "installationUpdate" and activity["action"] == "add":
            await self.send(activity, attached(WELCOME, summary="Tervetuloa OT-bottiin"))
        if activity["type"] == "message":
            await self.send(activity, {"type": "message", "text": f"Kuulin: {activity.get('text')}"})
        return web.Response()

    def invoked(self, activity: Json) -> Json:
        value = activity["value"]
        data = value["action"]["data"] if "action" in value else value["data"]
        verb = data.get("verb")
        if activity["name"] == "task/fetch":
            return {"task": {"type": "continue", "value": form("Konsultaatiopyyntö 1/2", FORM)}}
        if verb == "next":
            return {"task": {"type": "message", "value": "Kiitos, pyyntö on lähetetty."}}
        if verb == "back":
            return {}
        if verb == "cancel":
            return {
                "statusCode": 200,
                "type": "application/vnd.microsoft.activity.message",
                "value": "Ei voi.",
            }
        return {"statusCode": 200, "type": CARD, "value": card(line(f"Nyt: {verb}"), actions=[])}

    async def send(self, to: Json, activity: Json) -> tuple[int, Json, str]:
        path = f"v3/conversations/{quote(to['conversation']['id'], safe='')}/activities"
        return await self.call("POST", to["serviceUrl"] + path, activity)

    async def call(self, method: str, url: str, body: Any = None) -> tuple[int, Json, str]:
        async with aiohttp.ClientSession() as session, session.request(method, url, json=body) as response:
            text = await response.text()
            answer = await response.json() if text else {}
            return response.status, answer, response.headers.get("Retry-After", "")

    async def clock(self, request: web.Request) -> web.Response:
        if request.method == "POST":
            asked = (await request.json())["now"]
            if asked < self.now[: len(asked)]:
                return web.json_response({"error": "in the past"}, status=409)
            self.now = asked
        return web.json_response({"now": self.now, "rate": 1.0})


def form(title: str, content: Json) -> Json:
    return {
        "title": title,
        "width": "medium",
        "height": "large",
        "card": {"contentType": CARD, "content": content},
    }


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    ours, app = Bot(), web.Application()
    app.router.add_post("/api/messages", ours.messages)
    app.router.add_route("*", "/local/clock", ours.clock)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ours.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
    yield ours
    await runner.cleanup()


@pytest.fixture
async def teams(bot: Bot) -> AsyncIterator[Teams]:
    async with Teams(bot.url) as started:
        yield started


@pytest.fixture
async def anna(teams: Teams) -> Client:
    client = teams.person(1)
    await client.install()
    return client
