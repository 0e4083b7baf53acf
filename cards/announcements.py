"""An announcement as its reader gets it."""

from cards.elements import Card, View, card, fact, labelled, link, named, small, strong
from domain.announcements import Announcement, State
from domain.centre import in_language
from domain.links import split_link


def announcement_card(view: View, announcement: Announcement, standing: str | None = None) -> Card:
    """What is announced, whole, in the reader's language; `standing` is her own state in words."""
    wording, session = announcement.wording, announcement.session
    if announcement.state is State.RECALLED:
        return card(view, [strong(view.say("announcement-recalled"))])
    body = [named(view.speech.pick(wording.title))]
    if announcement.state is State.CALLED_OFF:
        body.append(strong(view.say("announcement-called-off")))
    if session:
        body += [
            strong(view.speech.span(session.start, session.end)),
            fact(view.say("session-organiser"), session.organiser),
        ]
    body += [labelled("", text)] if (text := view.speech.pick(wording.text)) else []
    for item in wording.items:
        body += [named(view.speech.pick(item.title)), labelled("", in_language(item.text, view.speech.language))]
    links = [session.link] if session else [item.link for item in wording.items if item.link]
    body += [small(standing)] if standing else []
    return card(
        view, body, [link(view.say("button-join" if session else "button-read"), split_link(one)) for one in links]
    )
