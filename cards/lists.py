"""Lists: one's own drafts and requests, and the secretary's queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from microsoft_teams.cards.core import Action, CardElement, Choice, ChoiceSetInput, Column, ColumnSet, Container

from cards.consultations import Opened, meeting_words, status_words
from cards.elements import (
    Card,
    View,
    buttons,
    card,
    heading,
    line,
    opens,
    paragraph,
    press,
    row,
    section,
    small,
    strong,
    subheading,
)
from cards.pages import page
from cards.verbs import INPUT, Verb
from dialogs.engine import Draft
from domain.consultations import Status


@dataclass(frozen=True)
class OpenDraft:
    """A form on its way: whose group, and until when it is kept."""

    draft: Draft
    group: str
    until: date
    step: str = ""
    kept: str = ""


def draft_section(view: View, one: OpenDraft, *, first: bool) -> CardElement:
    """A form on its way, with what can be done with it."""
    again = opens(view, "button-resume", Verb.FORM_RESUME, "positive", id=one.draft.id)
    chat = press(view, "button-resume-chat", Verb.FORM_RESUME, id=one.draft.id)
    away = press(view, "button-delete-draft", Verb.DRAFT_DELETE, id=one.draft.id)
    key = "draft-change" if one.draft.consultation else "draft-announcement" if one.draft.announces else "draft-new"
    said = [
        line(view.say(key, group=one.group)),
        small(view.say("draft-at", step=one.step, at=one.kept)),
        small(view.say("draft-until", day=view.speech.day(one.until))),
    ]
    return section(*said, buttons(again, chat, away), first=first)


def _request(view: View, one: Opened, *, first: bool) -> CardElement:
    consultation = one.consultation
    said = [strong(consultation.reference), small(one.group), small(meeting_words(view, one))]
    open_it = buttons(opens(view, "button-open", Verb.OPEN, id=consultation.id))
    return section(row([*said, line(status_words(view, consultation))], [open_it]), first=first)


def own_card(view: View, drafts: Sequence[OpenDraft], requests: Sequence[Opened], wished: int = 0) -> Card:
    """A person's own drafts and requests, a page at a time."""
    sections: list[CardElement] = []
    if drafts:
        sections.append(subheading(view.say("own-drafts")))
        sections += [draft_section(view, one, first=one is drafts[0]) for one in drafts]
    if requests:
        sections.append(subheading(view.say("own-requests")))
        sections += [_request(view, one, first=one is requests[0]) for one in requests]
    if not sections:
        sections.append(paragraph(view.say("own-nothing")))
    now = page(view, sections, wished)
    turning = [small(view.say("page", number=now.number + 1, of=now.last + 1))] if now.last else []
    # A form on its way is more urgent than a new one.
    ask = press(view, "button-ask", Verb.ASK, None if drafts else "positive")
    actions = [ask, *turns(view, Verb.OWN, now.number, now.last + 1)]
    return card(view, [heading(view.say("own-title")), *now.sections, *turning], actions)


def delete_draft_card(view: View, one: OpenDraft) -> Card:
    """Asks once more before a draft is deleted."""
    body = [heading(view.say("delete-draft-title")), line(view.say("delete-draft-text", group=one.group))]
    sure = press(view, "button-delete-draft-sure", Verb.DRAFT_DELETE_SURE, "destructive", id=one.draft.id)
    back = Verb.ANNOUNCEMENTS if one.draft.announces else Verb.OWN
    return card(view, body, [sure, press(view, "button-never-mind", back)])


@dataclass(frozen=True)
class QueuePage:
    """One page of a queue, with what it was filtered by and what it can be filtered by."""

    requests: Sequence[Opened]
    total: int
    page: int
    pages: int
    status: str
    meeting: str
    meetings: Sequence[date]
    figures: bool = False


def _filters(view: View, queue: QueuePage) -> CardElement:
    every = Choice(title=view.say("filter-all"), value="all")
    states = [Choice(title=view.say(f"filter-{one.value}"), value=one.value) for one in Status]
    meetings = [Choice(title=view.speech.day(day), value=day.isoformat()) for day in queue.meetings]
    by_status = ChoiceSetInput(
        id=f"{INPUT}status",
        label=view.say("queue-status"),
        choices=[every, *states],
        style="compact",
        value=queue.status,
    )
    by_meeting = ChoiceSetInput(
        id=f"{INPUT}meeting",
        label=view.say("queue-meeting"),
        choices=[every, *meetings],
        style="compact",
        value=queue.meeting,
    )
    show = buttons(press(view, "button-filter", Verb.QUEUE, page=0))
    wide = [Column(width="stretch", items=[one]) for one in (by_status, by_meeting)]
    return Container(items=[ColumnSet(columns=wide), show], style="emphasis")


def queue_card(view: View, queue: QueuePage) -> Card:
    """The requests of a secretary's groups, by state and meeting, a page at a time."""
    body: list[CardElement] = [heading(view.say("queue-title")), paragraph(view.say("queue-count", count=queue.total))]
    body += [_filters(view, queue), *(_request(view, one, first=one is queue.requests[0]) for one in queue.requests)]
    if queue.pages > 1:
        body.append(small(view.say("page", number=queue.page + 1, of=queue.pages)))
    figures = [press(view, "button-figures", Verb.FIGURES)] if queue.figures else []
    return card(view, body, [*figures, *turns(view, Verb.QUEUE, queue.page, queue.pages)])


def turns(view: View, verb: Verb, number: int, pages: int) -> list[Action]:
    """The buttons that turn pages, and the one that leads home."""
    actions = []
    if number + 1 < pages:
        actions.append(press(view, "button-next-page", verb, page=number + 1))
    if number:
        actions.append(press(view, "button-previous-page", verb, page=number - 1))
    return [*actions, press(view, "button-home", Verb.HOME)]
