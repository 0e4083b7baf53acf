"""What a session says of its times, and what differs from what people have read before."""

from collections.abc import Sequence

from cards.elements import Elements, View, box, fact, paragraph, strong
from domain.announcements import Announcement, Session, State, Wording, differences


def time_words(view: View, session: Session) -> str:
    """When a session is: one day with its hours, or two moments."""
    first, last = (one.astimezone(view.speech.zone).date() for one in (session.start, session.end))
    if first == last:
        return view.speech.span(session.start, session.end)
    return view.say("session-days", start=view.speech.moment(session.start), end=view.speech.moment(session.end))


def changed(view: View, one: Announcement, before: Wording | None) -> Elements:
    """What differs from what people have read before: old and new."""
    found = differences(before, one.wording)
    if before is None or not found or one.state is State.CALLED_OFF:
        return []
    return [box("warning", strong(view.say("differs")), *_differences(view, found, before, one.wording))]


def _differences(view: View, found: Sequence[str], before: Wording, now: Wording) -> Elements:
    shown: Elements = []
    for name in found:
        if name in ("link", "text"):
            shown.append(paragraph(view.say(f"differs-{name}")))
            continue
        shown.append(fact(view.say(f"differs-{name}-before"), _value(view, before, name)))
        shown.append(fact(view.say(f"differs-{name}-now"), _value(view, now, name)))
    return shown


def _value(view: View, wording: Wording, name: str) -> str:
    session = wording.session
    if name == "title" or session is None:
        return view.speech.pick(wording.title)
    if name == "time":
        return time_words(view, session)
    if name == "opens":
        return opening_words(view, session)
    return spoken(view, session) if name == "language" else session.organiser or view.say("session-no-organiser")


def spoken(view: View, session: Session) -> str:
    """The language spoken in a session."""
    return view.say("page-spoken", language=session.language)


def opening_words(view: View, session: Session) -> str:
    """From which day one can register."""
    if session.opens is None:
        return view.say("session-opens-at-once")
    return view.speech.day(session.opens.astimezone(view.speech.zone).date())
