"""Facts to draw, and ways to read what was drawn."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from cards.consultations import Opened
from cards.elements import Card, Surface, View
from cards.forms import Sheet
from cards.widgets import Filled
from dialogs.engine import Draft
from dialogs.forms import OTHER, Field, Form, Kind, Option
from domain.centre import Centre, Group
from domain.consultations import Consultation, Event, Status
from domain.meetings import Meeting, meeting_on
from storage.content import Content
from tests.house import read_centre, read_texts
from texts.locales import Texts

LARGEST = 28 * 1024
NOW = datetime(2022, 9, 20, 5, 0, tzinfo=UTC)
SECRET = "Viestit ovat kiristyneet"
REQUESTER = {"unit": "Perheoikeudelliset palvelut", "phone": "040 123 4567", "email": "nimi@kunta.example"}
PREFERRED = {"matter": "single", "violence": "acute"}


@cache
def content() -> Content:
    """The sample content."""
    return read_centre()


@cache
def texts() -> Texts:
    """All languages."""
    return read_texts()


def centre() -> Centre:
    """The sample centre."""
    return content().centre


def group(key: str = "haastavat-erot") -> Group:
    """A group of the sample centre."""
    return centre().groups[key]


def form(key: str = "haastavat-erot") -> Form:
    """A form of the sample centre."""
    return content().forms[key]


def view(surface: Surface = Surface.CHAT, language: str = "fi") -> View:
    """Who reads and where."""
    return View(texts().speech(language, centre().zone), surface)


def meeting(day: date = date(2022, 10, 13), key: str = "haastavat-erot") -> Meeting:
    """A meeting of a group."""
    rule = group(key).meetings
    assert rule
    return meeting_on(key, rule, day)


def request(**facts: Any) -> Consultation:
    """A request that has just been sent."""
    answers = {"matter": "single", "conflict": SECRET, "violence": "known"}
    plain: dict[str, Any] = {"id": "c1", "reference": "HE-2022-0001", "group": "haastavat-erot", "owner": "p1"}
    plain |= {"language": "fi", "answers": answers, "status": Status.NEW, "version": 4, "sent_at": NOW}
    return Consultation(**(plain | {"meeting": date(2022, 10, 13), "events": (Event(NOW, "sent"),)} | facts))


def opened(consultation: Consultation | None = None, **facts: Any) -> Opened:
    """A request in front of somebody."""
    plain: dict[str, Any] = {"form": form(), "group": group().name["fi"], "meeting": meeting()}
    return Opened(consultation or request(), **(plain | facts))


def sheet(drawn: Form, answers: dict[str, Any] | None = None, **filled: Any) -> Sheet:
    """A draft in front of its owner."""
    draft = Draft("d1", "p1", drawn.key, "haastavat-erot", "fi", drawn.steps[0].key, answers or {}, version=3)
    options = {"meetings": [Option("2022-10-13", {"fi": "to 13.10.2022"})]}
    emergency = centre().emergency
    return Sheet(drawn, draft, Filled(draft.answers, **({"offered": options} | filled)), emergency)


def fullest(drawn: Form, written: str) -> dict[str, Any]:
    """The longest answers that a form takes, `written` over and over in its texts."""
    return {key: value for one in drawn.fields() for key, value in _fullest(one, written)}


def _fullest(asked: Field, written: str) -> Iterator[tuple[str, Any]]:
    values = [one.value for one in asked.options] or ["2022-10-13"]
    longest = {
        Kind.TEXT: (written * asked.max_length)[: asked.max_length],
        Kind.CHOICE: PREFERRED.get(asked.key, OTHER if asked.other else values[-1]),
        Kind.CHOICES: [*values, OTHER] if asked.other else values,
        Kind.NUMBER: asked.max,
        Kind.DAY: "2022-12-31",
    }
    yield asked.key, longest.get(asked.kind, True)
    if asked.other:
        yield asked.other_key, (written.replace("\n", " ") * 200)[:200]


def later(consultation: Consultation, **changed: Any) -> Consultation:
    """The request after something has happened."""
    return replace(consultation, version=consultation.version + 1, **changed)


def parts(card: Any, kind: str) -> list[dict[str, Any]]:
    """Every element of a card whose type begins with `kind`, but for the fallbacks of its buttons."""
    if isinstance(card, list):
        return [part for one in card for part in parts(one, kind)]
    if not isinstance(card, dict):
        return []
    inner = [part for key, value in card.items() if key != "fallback" for part in parts(value, kind)]
    return [card, *inner] if str(card.get("type", "")).startswith(kind) else inner


def blocks(card: Card) -> str:
    """What stands in TextBlocks, facts and buttons, where Markdown lives."""
    facts = [f"{one['title']} {one['value']}" for part in parts(card, "FactSet") for one in part["facts"]]
    return "\n".join([*(one["text"] for one in parts(card, "TextBlock")), *facts])


def runs(card: Card) -> str:
    """What stands in TextRuns, where every sign is literal."""
    return "\n".join(one["text"] for one in parts(card, "TextRun"))


def says(card: Card) -> str:
    """All that can be read."""
    return f"{blocks(card)}\n{runs(card)}"


def presses(card: Card) -> list[tuple[str, dict[str, Any]]]:
    """Each button's words and what it carries."""
    return [(one["title"], dict(one["data"])) for one in parts(card, "Action.") if "data" in one]


def verbs(card: Card) -> list[str]:
    """What the buttons want."""
    return [data["verb"] for _, data in presses(card)]


def carried(card: Card, verb: str) -> dict[str, Any]:
    """What the button with this verb carries beside it."""
    found = next(data for _, data in presses(card) if data["verb"] == verb)
    return {key: value for key, value in found.items() if key != "verb"}
