"""What a coordinator sees of what she announces: the list, one of them, and how far it has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from microsoft_teams.cards.core import Action, CardElement

from cards.elements import (
    Card,
    Elements,
    View,
    box,
    buttons,
    card,
    fact,
    heading,
    line,
    named,
    opens,
    paragraph,
    press,
    row,
    section,
    small,
    strong,
    subheading,
)
from cards.lists import OpenDraft, draft_section, turns
from cards.pages import page
from cards.verbs import Verb
from domain.announcement_steps import NEXT, allows
from domain.announcements import READ, Announcement, Kind, State
from domain.links import split_link

# Why somebody was not reached, in the order in which it is told.
REASONS = ("not-installed", "blocked", "left", "refused", "too-large", "nothing", "attempts", "off")


UNMATCHED_SHOWN = 20


@dataclass(frozen=True)
class Progress:
    """How far it has come. `dead` are those not reached by the reason's key, `minutes` what is left, 0 when done."""

    sent: int = 0
    waiting: int = 0
    dead: Mapping[str, int] = field(default_factory=dict)
    unknown: int = 0
    cancelled: int = 0
    doubles: int = 0
    coming: int = 0
    queueing: int = 0
    minutes: int = 0

    @property
    def again(self) -> bool:
        """Whether there is anybody to try once more."""
        return bool(self.dead or self.unknown)


def state_words(view: View, one: Announcement) -> str:
    """Where an announcement stands."""
    if one.state is State.PLANNED and one.send_at:
        return view.say("announcement-state-planned", at=view.speech.moment(one.send_at))
    if one.state is State.OUT and one.sent_at:
        return view.say("announcement-state-out", at=view.speech.moment(one.sent_at))
    return view.say(f"announcement-state-{one.state}")


def _entry(view: View, one: Announcement, *, first: bool) -> CardElement:
    said = [named(view.speech.pick(one.wording.title))]
    if one.session:
        said.append(small(view.speech.span(one.session.start, one.session.end)))
    said.append(small(f"{view.say(f'announcement-kind-{one.kind}')} · {state_words(view, one)}"))
    return section(row(said, [buttons(press(view, "button-open", Verb.ANNOUNCEMENT_SHOW, id=one.id))]), first=first)


def announcements_card(
    view: View, kinds: Sequence[Kind], drafts: Sequence[OpenDraft], found: Sequence[Announcement], wished: int = 0
) -> Card:
    """What there is, and what can be begun, a page at a time."""
    new = [opens(view, f"button-new-{one}", Verb.ANNOUNCEMENT_NEW, "positive", kind=one.value) for one in kinds]
    parts: Elements = [subheading(view.say("own-drafts"))] if drafts else []
    parts += [draft_section(view, one, first=one is drafts[0]) for one in drafts]
    if drafts and found:
        parts.append(subheading(view.say("announcements-there")))
    parts += [_entry(view, one, first=one is found[0]) for one in found]
    now = page(view, parts or [paragraph(view.say("announcements-none"))], wished)
    turning = [small(view.say("page", number=now.number + 1, of=now.last + 1))] if now.last else []
    begin = [buttons(*new)] if new else []
    body = [heading(view.say("announcements-title")), *begin, *now.sections, *turning]
    return card(view, body, turns(view, Verb.ANNOUNCEMENTS, now.number, now.last + 1))


def at_version(one: Announcement) -> dict[str, Any]:
    """What a press on it carries: which one, and as it was drawn."""
    return {"id": one.id, "v": one.version}


def progress_facts(view: View, progress: Progress) -> Elements:
    """How far it has come, in words."""
    said = [strong(view.say("progress-sent", count=progress.sent))]
    if progress.waiting:
        said.append(paragraph(view.say("progress-waiting", count=progress.waiting, minutes=progress.minutes)))
    known = [one for one in REASONS if progress.dead.get(one)]
    missed = sum(progress.dead.values())
    if missed:
        said.append(paragraph(view.say("progress-missed", count=missed)))
        said += [small(view.say(f"missed-{one}", count=progress.dead[one])) for one in known]
    for name in ("unknown", "doubles", "cancelled"):
        if count := getattr(progress, name):
            said.append(small(view.say(f"progress-{name}", count=count)))
    if progress.coming or progress.queueing:
        said.append(paragraph(view.say("progress-coming", coming=progress.coming, waiting=progress.queueing)))
    return said


def progress_card(view: View, one: Announcement, progress: Progress) -> Card:
    """How far a broadcast has come; it changes by itself."""
    title = view.say("progress-title" if progress.waiting else "progress-title-done")
    # What was stopped is not done.
    title = title if one.state is State.OUT else state_words(view, one)
    body = [heading(title), named(view.speech.pick(one.wording.title)), *progress_facts(view, progress)]
    if progress.waiting:
        body.append(small(view.say("progress-by-itself")))
    actions = [press(view, "button-open", Verb.ANNOUNCEMENT_SHOW, id=one.id)]
    if one.state is State.OUT and progress.waiting:
        actions.append(press(view, "button-stop", Verb.ANNOUNCEMENT_STOP, **at_version(one)))
    if one.state in READ and progress.again:
        actions.append(press(view, "button-again", Verb.ANNOUNCEMENT_AGAIN, **at_version(one)))
    return card(view, body, actions)


def _now_actions(view: View, one: Announcement, progress: Progress | None) -> list[Action]:
    state, at = one.state, at_version(one)
    actions: list[Action] = []
    if state in NEXT["announce"] and state is not State.WAITING:
        actions.append(press(view, "button-to-send", Verb.ANNOUNCEMENT_SEND, "positive", id=one.id))
    if state in NEXT["edit"]:
        actions.append(opens(view, "button-edit", Verb.ANNOUNCEMENT_EDIT, of=one.id))
    if state is State.PLANNED or (state is State.OUT and progress and progress.waiting):
        title = "button-unplan" if state is State.PLANNED else "button-stop"
        actions.append(press(view, title, Verb.ANNOUNCEMENT_STOP, **at))
    if state in NEXT["go-on"]:
        actions.append(press(view, "button-go-on", Verb.ANNOUNCEMENT_GO_ON, "positive", **at))
    if state in READ and progress and progress.again:
        actions.append(press(view, "button-again", Verb.ANNOUNCEMENT_AGAIN, **at))
    return [*actions, press(view, "button-announcements", Verb.ANNOUNCEMENTS)]


def _other_actions(view: View, one: Announcement) -> list[Action]:
    actions: list[Action] = [opens(view, "button-copy", Verb.ANNOUNCEMENT_COPY, of=one.id)]
    if one.session and allows(one, "call-off"):
        actions.append(press(view, "button-call-off", Verb.SESSION_CALL_OFF, id=one.id))
    if allows(one, "recall"):
        words = "button-recall" if one.state in READ else "button-drop"
        actions.append(press(view, words, Verb.ANNOUNCEMENT_RECALL, id=one.id))
    if one.session and one.takes_place:
        actions.append(opens(view, "button-feedback-summary", Verb.FEEDBACK_SUMMARY, id=one.id))
    return actions


def unmatched_words(view: View, unmatched: Sequence[str]) -> Elements:
    """The addresses of a list that were nobody's."""
    if not unmatched:
        return []
    count = view.say("reach-unmatched", count=len(unmatched))
    return [paragraph(count), line(", ".join(unmatched[:UNMATCHED_SHOWN]))]


def coordinator_card(
    view: View, one: Announcement, progress: Progress | None, said: str | None = None, unmatched: Sequence[str] = ()
) -> Card:
    """One announcement in front of its coordinator: where it stands, how far it has come, and what can be done."""
    body: Elements = [small(view.say(f"announcement-kind-{one.kind}")), heading(view.say("announcement-title"))]
    body += [box("accent", paragraph(said))] if said else []
    body += unmatched_words(view, unmatched)
    body += [named(view.speech.pick(one.wording.title)), paragraph(state_words(view, one))]
    if one.session:
        body.append(strong(view.speech.span(one.session.start, one.session.end)))
        body.append(small(view.say("link-leads-to", host=split_link(one.session.link).host)))
    if one.remark:
        body.append(fact(view.say("announcement-remark"), one.remark))
    body += [section(*progress_facts(view, progress))] if progress else []
    return card(view, [*body, buttons(*_other_actions(view, one))], _now_actions(view, one, progress))
