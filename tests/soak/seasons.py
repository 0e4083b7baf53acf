"""What people do in the autumn of 2022: forms that stay open, requests, registrations; each at its own hour."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playground import Client, Message, Teams
from tests.e2e.walks import SINGLE, begin_dialog, send_dialog, step_of, titles, walk_dialog, words_on
from tests.house import HELSINKI

WORKER, OTHER, SECRETARY, CHAIR, MEMBER, COORDINATOR, ADMINISTRATOR = range(1, 8)
CAST = {
    WORKER: "professional",
    OTHER: "other professional",
    SECRETARY: "secretary",
    CHAIR: "chair",
    MEMBER: "member",
    COORDINATOR: "coordinator",
    ADMINISTRATOR: "administrator",
}


@dataclass(frozen=True)
class Act:
    """What somebody does, and when."""

    at: datetime
    do: Callable[[Teams], Awaitable[None]]


def local(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of 2022, by the wall clock of Helsinki."""
    return datetime(2022, month, day, hour, minute, tzinfo=HELSINKI)


def _answers(meeting: str, *, anonymous: bool) -> Mapping[str, Mapping[str, str]]:
    changed = {"taking_part": {**SINGLE["taking_part"], "meeting": meeting}}
    return SINGLE | changed | ({"matter": {**SINGLE["matter"], "anonymous": "yes"}} if anonymous else {})


def begins(who: int) -> Callable[[Teams], Awaitable[None]]:
    """A form of the group for separations is begun and put aside."""

    async def do(teams: Teams) -> None:
        dialog = await begin_dialog(teams.person(who))
        await walk_dialog(dialog, until="contact")
        assert step_of(dialog.card) == "contact"

    return do


def sends(who: int, meeting: str, *, anonymous: bool = False) -> Callable[[Teams], Awaitable[None]]:
    """A request for the meeting of a day, sent at once."""

    async def do(teams: Teams) -> None:
        dialog = await begin_dialog(teams.person(who))
        await walk_dialog(dialog, answers=_answers(meeting, anonymous=anonymous))
        await send_dialog(dialog)
        assert "viitenumero on " in words_on(dialog.card)

    return do


def finishes(who: int, meeting: str) -> Callable[[Teams], Awaitable[None]]:
    """The form that was put aside is taken up again and sent."""

    async def do(teams: Teams) -> None:
        client = teams.person(who)
        listed = await _listed(client, "omat", "form-resume")
        dialog = await client.fetch(client.last, listed[0])
        await walk_dialog(dialog, answers=_answers(meeting, anonymous=False))
        await send_dialog(dialog)
        assert "viitenumero on " in words_on(dialog.card)

    return do


def takes(question: str = "") -> Callable[[Teams], Awaitable[None]]:
    """The secretary takes the newest request, and may ask about it."""

    async def do(teams: Teams) -> None:
        secretary = teams.person(SECRETARY)
        dialog = await secretary.open(await newest(secretary, "on saapunut"), "Avaa")
        while "Seuraava sivu" in titles(dialog.card):
            await dialog.submit("Seuraava sivu")
        await dialog.submit("Ota käsittelyyn")
        if question:
            await dialog.submit("Kysy pyytäjältä")
            await dialog.submit("Lähetä kysymys", {"f.words": question})

    return do


async def newest(client: Client, summary: str) -> Message:
    """Her newest message with this notification."""
    found: Message = await client.until(
        lambda one: next((m for m in reversed(one.messages) if summary in (m.summary or "")), None), 20
    )
    return found


async def _listed(client: Client, word: str, verb: str) -> list[dict[str, Any]]:
    """What the buttons of the answer to a word carry; another message may come before it, or after."""
    before = len(client.messages)
    await client.say(word)
    shown: list[dict[str, Any]] = await client.until(lambda one: _carried(one, before, verb), 20)
    return shown


def _carried(client: Client, before: int, verb: str) -> list[dict[str, Any]]:
    actions = [each for one in client.messages[before:] for each in Client.actions_of(client.card_of(one))]
    return [one["data"] for one in actions if one.get("data", {}).get("verb") == verb]


def announces(which: int) -> Callable[[Teams], Awaitable[None]]:
    """The coordinator sends one of the sessions that lie ahead."""

    async def do(teams: Teams) -> None:
        coordinator = teams.person(COORDINATOR)
        listed = await _listed(coordinator, "tiedote", "announcement-show")
        dialog = await coordinator.fetch(coordinator.last, listed[which])
        await dialog.submit("Lähetä")
        await dialog.submit("Lähetä nyt")
        assert "Lähetys alkoi" in words_on(dialog.card), words_on(dialog.card)

    return do


def comes(who: int) -> Callable[[Teams], Awaitable[None]]:
    """Somebody registers for the next session."""

    async def do(teams: Teams) -> None:
        client = teams.person(who)
        listed = await _listed(client, "infot", "announcement-open")
        dialog = await client.fetch(client.last, listed[0])
        await dialog.submit("Tulen")
        assert "Olet ilmoittautunut." in words_on(dialog.card)

    return do


async def arrive(teams: Teams) -> None:
    """Everybody has the app."""
    for number in CAST:
        await teams.person(number).install()


ACTS = (
    Act(local(9, 20, 8, 5), arrive),
    Act(local(9, 20, 10), announces(1)),
    Act(local(9, 21), begins(WORKER)),
    Act(local(9, 22), comes(WORKER)),
    Act(local(9, 26), begins(OTHER)),
    # Nobody ever takes it; of its form nobody is reminded any more.
    Act(local(9, 27), finishes(OTHER, "2022-10-13")),
    # Untouched for five working days, it falls due with the meeting itself; she brings two requests to that.
    Act(local(10, 5), sends(OTHER, "2022-10-13")),
    Act(local(10, 13), takes()),
    Act(local(10, 20), begins(OTHER)),
    Act(local(10, 25), sends(WORKER, "2022-11-10")),
    Act(local(10, 26), takes("Onko lapsia kuultu kesän jälkeen?")),
    Act(local(11, 17), begins(WORKER)),
    Act(local(11, 21), comes(WORKER)),
    Act(local(11, 22), comes(OTHER)),
    Act(local(11, 23), sends(OTHER, "2022-12-08", anonymous=True)),
    Act(local(11, 24), takes()),
)
