"""What the answers of a coordinator's form say, and the answers by which an announcement is opened again.

The labels of these forms are the centre's own; the keys of their fields are named here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from dialogs import forms
from dialogs.forms import Answers, Form
from domain.announcements import Announcement, Audience, Item, Kind, Session, Wording
from domain.centre import Text
from domain.links import split_link
from domain.moments import at

MOST_ITEMS = 5
EVERY = {
    "languages": forms.Kind.CHOICES,
    "topics": forms.Kind.CHOICES,
    "everyone": forms.Kind.TOGGLE,
    "teams": forms.Kind.CHOICES,
    "channels": forms.Kind.CHOICES,
    "addresses": forms.Kind.TEXT,
}
OF_SESSION = {
    "day": forms.Kind.DAY,
    "start": forms.Kind.TIME,
    "end": forms.Kind.TIME,
    "opens": forms.Kind.DAY,
    "link": forms.Kind.TEXT,
    "link_is_public": forms.Kind.TOGGLE,
    "organiser": forms.Kind.TEXT,
    "language": forms.Kind.CHOICE,
    "seats": forms.Kind.NUMBER,
}


@dataclass(frozen=True)
class Written:
    """What a form says: the words, whom they are for, and the addresses that nobody keeps."""

    wording: Wording
    topics: Sequence[str]
    audience: Audience
    addresses: Sequence[str] = ()


def needed(kind: Kind, languages: Sequence[str]) -> Mapping[str, forms.Kind]:
    """The keys that the form of this kind has to have, and the kind of field behind each."""
    keys = dict(EVERY) | {f"{name}_{code}": forms.Kind.TEXT for name in ("title", "text") for code in languages}
    if kind is Kind.SESSION:
        return keys | OF_SESSION
    if kind is Kind.NEWS:
        return keys | {"link": forms.Kind.TEXT} | {f"link_title_{code}": forms.Kind.TEXT for code in languages}
    parts = ["link", *(f"{name}_{code}" for name in ("title", "text") for code in languages)]
    items = {f"item{number}_{part}": forms.Kind.TEXT for number in range(1, MOST_ITEMS + 1) for part in parts}
    return keys | {"count": forms.Kind.CHOICE} | items


def lacks(form: Form, kind: Kind, languages: Sequence[str]) -> tuple[str, forms.Kind] | None:
    """The first key that a form should have and has not, or has for another kind of field; None when it is whole."""
    held = {one.key: one.kind for one in form.fields()}
    wrong = ((key, of) for key, of in needed(kind, languages).items() if held.get(key) is not of)
    return next(wrong, None)


def room_for_addresses(written: Iterable[Form]) -> int:
    """How many characters of a list of addresses each of these forms takes; 0 where there is none."""
    return min((one.max_length for form in written for one in form.fields() if one.key == "addresses"), default=0)


def _text(answers: Answers, name: str, codes: Sequence[str]) -> Text:
    # A language without words of its own here is not given those of another one.
    written = {code: str(answers.get(f"{name}_{code}", "")) for code in codes}
    return written if any(written.values()) else {}


def _session(answers: Answers, zone: ZoneInfo) -> Session:
    day, start, end = date.fromisoformat(answers["day"]), answers["start"], answers["end"]
    return Session(
        start=at(day, time.fromisoformat(start), zone),
        end=at(day, time.fromisoformat(end), zone),
        link=answers["link"],
        organiser=answers["organiser"],
        seats=answers.get("seats"),
        language=answers["language"],
        link_is_public=answers["link_is_public"],
        opens=at(date.fromisoformat(answers["opens"]), time.min, zone) if answers.get("opens") else None,
    )


def _items(kind: Kind, answers: Answers, codes: Sequence[str]) -> Sequence[Item]:
    if kind is Kind.NEWS and answers.get("link"):
        host = split_link(answers["link"]).host
        return (Item({code: answers.get(f"link_title_{code}") or host for code in codes}, {}, answers["link"]),)
    numbers = range(1, int(answers["count"]) + 1) if kind is Kind.NEWSLETTER else ()
    names = [f"item{number}" for number in numbers]
    return tuple(
        Item(
            _text(answers, f"{one}_title", codes), _text(answers, f"{one}_text", codes), answers.get(f"{one}_link", "")
        )
        for one in names
    )


def written(kind: Kind, answers: Answers, zone: ZoneInfo) -> Written:
    """What these whole answers say; wall times are those of `zone`."""
    codes: Sequence[str] = answers["languages"]
    session = _session(answers, zone) if kind is Kind.SESSION else None
    wording = Wording(
        _text(answers, "title", codes), _text(answers, "text", codes), _items(kind, answers, codes), session
    )
    audience = Audience(answers["everyone"], tuple(answers.get("teams", ())), tuple(answers.get("channels", ())))
    return Written(wording, tuple(answers["topics"]), audience, tuple(answers.get("addresses", "").splitlines()))


def _spread(name: str, text: Text) -> dict[str, Any]:
    return {f"{name}_{code}": words for code, words in text.items() if words}


def _of_items(one: Announcement) -> dict[str, Any]:
    items = one.wording.items[:MOST_ITEMS]
    if one.kind is Kind.NEWS:
        return {"link": items[0].link, **_spread("link_title", items[0].title)} if items else {}
    told: dict[str, Any] = {"count": str(len(items))} if one.kind is Kind.NEWSLETTER else {}
    for number, item in enumerate(items, 1):
        told |= _spread(f"item{number}_title", item.title) | _spread(f"item{number}_text", item.text)
        told |= {f"item{number}_link": item.link} if item.link else {}
    return told


def _of_session(session: Session, zone: ZoneInfo) -> dict[str, Any]:
    start, end = session.start.astimezone(zone), session.end.astimezone(zone)
    told: dict[str, Any] = {"day": start.date().isoformat(), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
    told |= {name: getattr(session, name) for name in ("link", "link_is_public", "organiser", "language")}
    told |= {"opens": session.opens.astimezone(zone).date().isoformat()} if session.opens else {}
    return told | ({"seats": session.seats} if session.seats is not None else {})


def answers_of(one: Announcement, zone: ZoneInfo) -> dict[str, Any]:
    """The answers that an announcement was made of, or would have been; addresses are kept by nobody."""
    told: dict[str, Any] = {"languages": list(one.wording.languages), "topics": list(one.topics)}
    told |= _spread("title", one.wording.title) | _spread("text", one.wording.text) | _of_items(one)
    told |= _of_session(one.session, zone) if one.session else {}
    audience = {"teams": list(one.audience.teams), "channels": list(one.audience.channels)}
    return told | {"everyone": one.audience.everyone} | {key: some for key, some in audience.items() if some}
