"""Every card that the service can draw, with made-up facts: as long as they may be, in each language and place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

from cards import (
    addresses,
    announced,
    announcements,
    announcing,
    claims,
    consultations,
    feedback,
    forms,
    home,
    lists,
    moves,
    own_data,
    questions,
    reminder_choices,
    reminder_figures,
    reminders,
    requesters,
    sending,
    sessions,
    settings,
    teams,
)
from cards.consultations import Opened
from cards.elements import Card, Surface, View
from cards.forms import Sheet
from cards.lists import OpenDraft, QueuePage
from cards.reminder_figures import FIGURES, Fare, figures_card
from cards.verbs import Verb
from cards.widgets import Filled
from dialogs.address_lists import AddressList
from dialogs.engine import Draft
from dialogs.fields import IDENTITY_CODE, MISSING, OTHER_LENGTH, Problem
from dialogs.forms import OTHER, REVIEW, Compartment, Field, Form, Kind, Option
from domain import announcements as told
from domain.announcements import Announcement, Item, Session, State, Wording
from domain.announcements import Kind as Announced
from domain.consultations import Consultation, Event, Question, Status
from domain.links import check_link, own_link
from domain.meetings import Meeting, open_meetings
from domain.people import Actor, Role, RoleGrant
from domain.preferences import Preferences
from domain.registrations import Coming, Seats
from domain.reminders import RULES
from tests.house import read_centre, read_texts

MODULES: tuple[ModuleType, ...] = (
    announced,
    announcements,
    addresses,
    announcing,
    sending,
    claims,
    consultations,
    feedback,
    forms,
    home,
    lists,
    moves,
    own_data,
    questions,
    reminder_choices,
    reminder_figures,
    reminders,
    requesters,
    sessions,
    settings,
    teams,
)
ROOT = Path(__file__).parent.parent.parent
CONTENT = read_centre()
TEXTS = read_texts()
NOW = datetime(2022, 9, 20, 8, 0, tzinfo=CONTENT.centre.zone)
ID = "0123456789abcdef0123456789abcdef"
SENTENCE = "Tilanne on jatkunut syksystä asti, ja *lapsi* [oireilee](https://x.example) <b>yhä</b> päiväkodissa. "
NEWS = ("question", "answer", "changed", "moved", "withdrawn")
COMING = ("meeting", "statistics")
ACTIONS = frozenset({"open", "take", "ask", "answer", "move", "change", "withdraw", "see-requester"})
DOUBT = Problem("warning-likely", {"kinds": "name,phone,address"}, "words:address:1 words:name:12 words:phone:3")
Named = tuple[str, Card]
# What a person writes: where it is written, and how long it may be.
Voice = Callable[[str, int], str]
NAMES = {"handler": "Ryhmän sihteeri", "asker": "Ryhmän sihteeri", "requester": "Ammattilainen"}


def written(length: int) -> str:
    """What a person wrote: `length` characters in several lines."""
    text = (SENTENCE * (length // len(SENTENCE) + 1))[:length].rstrip()
    return "\n".join(text[at : at + 160] for at in range(0, len(text), 160))


def ordinary(where: str, length: int) -> str:
    """Names of people, and otherwise as much as there is room for."""
    if where in NAMES:
        return NAMES[where]
    return "x" * length if where == "line" else written(length)


@dataclass(frozen=True)
class Sample(View):
    """Who reads and where, and what people have written there."""

    voice: Voice = ordinary


def answer(view: Sample, asked: Field) -> object:
    """The longest answer that a field takes."""
    values: list[str] = [one.value for one in asked.options]
    made: dict[Kind, object] = {
        Kind.TEXT: view.voice("text" if asked.lines == "many" else "line", asked.max_length),
        Kind.CHOICE: "2022-10-13" if asked.options_from else next(iter(values), None),
        Kind.CHOICES: values,
        Kind.TOGGLE: True,
        Kind.DAY: "2022-11-01",
        Kind.NUMBER: 3,
        Kind.ACKNOWLEDGEMENT: True,
    }
    return made[asked.kind]


def answers(view: Sample, form: Form) -> dict[str, object]:
    """Every field answered, along the longest path; where there is another choice, its words as well."""
    full = {one.key: answer(view, one) for one in form.fields()}
    for one in (one for one in form.fields() if one.other):
        full[one.other_key] = view.voice("other", OTHER_LENGTH)
        full[one.key] = [*one_values, OTHER] if isinstance(one_values := full[one.key], list) else OTHER
    # Acute violence leads through the step with the emergency numbers as well.
    return full | ({"violence": "acute"} if form.step("acute") else {})


def ahead(group: str) -> list[Meeting]:
    """The next meetings of a group."""
    rule = CONTENT.centre.groups[group].meetings
    return open_meetings(group, rule, NOW, 3) if rule else []


def draft(form: Form, step: str, known: dict[str, object]) -> Draft:
    """A form on its way."""
    group = next(key for key, one in CONTENT.centre.groups.items() if one.form == form.key)
    return Draft(ID, "1", form.key, group, form.languages[0], step, known, version=99)


def sheet(view: Sample, form: Form, step: str, known: dict[str, object], problems: bool = False) -> Sheet:
    """A form in front of its owner, with or without something to mend at each field."""
    held = draft(form, step, known)
    options = [
        Option(one.day.isoformat(), {view.speech.language: view.speech.span(one.start, one.end)})
        for one in ahead(held.group)
    ]
    asked = form.step(step)
    wrong = {one.key: MISSING for one in asked.fields} if problems and asked else {}
    filled = Filled(known, {}, wrong, {"meetings": options})
    notice = view.say("form-stale") if problems else None
    return Sheet(form, held, filled, CONTENT.centre.emergency, notice, returning=problems)


def step_cards(view: Sample, form: Form) -> Iterator[Named]:
    """Each step of a form: untouched with what is missing, and full."""
    full = answers(view, form)
    for step in form.steps:
        leading: dict[str, object] = {one.field: min(one.values) for one in step.when}
        for name, known, problems in (("empty", leading, True), ("full", full | leading, False)):
            drawn = forms.step_card(view, sheet(view, form, step.key, known, problems), step)
            yield f"step_card {form.key} {step.key} {name}", drawn


def pages(name: str, draw: Callable[[int], Card]) -> Iterator[Named]:
    """Each page of a card once: beyond the last one it is the last again."""
    number, before = 0, Card()
    while (drawn := draw(number)) != before:
        yield f"{name} {number}", drawn
        number, before = number + 1, drawn


def judged_cards(view: Sample, form: Form) -> Iterator[Named]:
    """Each step with words in which something may point at a person, and with words that held an identity code."""
    full = answers(view, form)
    for name, problem in (("doubtful", DOUBT), ("coded", IDENTITY_CODE)):
        for step in form.steps:
            wrong = {key: problem for one in step.fields for key in one.keys if one.kind is Kind.TEXT or one.other}
            one = sheet(view, form, step.key, full | {one.field: min(one.values) for one in step.when})
            known = {key: str(full.get(key, "[…]")) for key in wrong}
            filled = replace(one.filled, typed=full | known, problems=wrong)
            yield f"step_card {form.key} {step.key} {name}", forms.step_card(view, replace(one, filled=filled), step)


def review_cards(view: Sample, form: Form) -> Iterator[Named]:
    """Each page of the review."""
    one, said = sheet(view, form, REVIEW, answers(view, form)), [view.say("reaches-full")]
    yield from pages(f"review_card {form.key}", lambda at: forms.review_card(view, one, said, "2022-10-13", at))


def asked(view: Sample, count: int, *, waiting: bool) -> tuple[Question, ...]:
    """Questions of the secretary, the last of which may wait."""
    question, reply, name = (view.voice(where, 600) for where in ("question", "reply", "asker"))
    done = tuple(Question(str(number), question, name, NOW, reply, NOW) for number in range(count))
    return (*done, Question(ID, view.voice("question", 1500), name, NOW)) if waiting else done


def opened(view: Sample, form: Form, *, waiting: bool = False) -> Opened:
    """A request as long as it may be, in front of one who may do everything."""
    group = next(one for one in CONTENT.centre.groups.values() if one.form == form.key)
    full, meeting = answers(view, form), next(iter(ahead(group.key)), None)
    apart = {one.key for one in form.fields() if one.compartment is Compartment.REQUESTER}
    one = Consultation(
        id=ID,
        reference=f"{group.code}-2022-0001",
        group=group.key,
        owner="1",
        language=view.speech.language,
        answers={key: value for key, value in full.items() if key not in apart},
        status=Status.TAKEN,
        version=99,
        meeting=meeting.day if meeting else None,
        sent_at=NOW,
        handler="3",
        handler_name=view.voice("handler", 256),
        anonymous=True,
        questions=asked(view, 3, waiting=waiting),
        events=(Event(NOW, "sent"), Event(NOW, "taken"), Event(NOW, "moved", view.voice("reason", 1500))),
    )
    requester = {key: value for key, value in full.items() if key in apart}
    name = view.speech.pick(group.name)
    return Opened(one, form, name, meeting, requester, view.voice("requester", 256), actions=ACTIONS)


def lost_cards(view: Sample, known: Opened) -> Iterator[Named]:
    """A request in front of the group's secretary after its requester's details have been erased."""
    one = replace(known, requester={}, requester_name="", actions=frozenset({"open", "take", "move"}))
    asking = replace(one, actions=one.actions | {"ask"}, said=view.say("said-asked-by-code"))
    yield "opened_card gone", consultations.opened_card(view, replace(one, unreachable="gone"))
    yield "opened_card by-code", consultations.opened_card(view, replace(asking, unreachable="by-code"))


def request_cards(view: Sample, form: Form) -> Iterator[Named]:
    """A request as each side sees it, and what is done with it."""
    done, waiting = opened(view, form), opened(view, form, waiting=True)
    fresh = replace(done, consultation=replace(done.consultation, status=Status.NEW))
    mine = replace(waiting, mine=True, said=view.say("said-answered"))
    yield from pages("opened_card", lambda at: consultations.opened_card(view, replace(done, page=at)))
    yield from lost_cards(view, done)
    yield from pages("opened_card mine", lambda at: consultations.opened_card(view, replace(mine, page=at)))
    yield "receipt_card", consultations.receipt_card(view, mine)
    yield "sent_card", consultations.sent_card(view, done, view.say("sent-text", reference="HE-2022-0001"))
    yield "arrived_card", consultations.arrived_card(view, fresh)
    yield from ((f"news_card {kind}", consultations.news_card(view, kind, waiting)) for kind in NEWS)
    # Nobody waits for an answer here, so that the handler's name is shown.
    yield "receipt_card taken", consultations.receipt_card(view, replace(mine, consultation=done.consultation))
    yield "arrived_card taken", consultations.arrived_card(view, done)
    yield "news_card taken", consultations.news_card(view, "answer", done)
    yield "withdraw_card", consultations.withdraw_card(view, done)
    for verb in (Verb.ASK_QUESTION_SEND, Verb.ANSWER_SEND):
        wrong, typed_words = Problem("problem-words-missing"), view.voice("typed", 1500)
        yield f"words_card {verb}", questions.words_card(view, waiting, verb, typed_words, wrong)
        yield f"words_card {verb} doubtful", questions.words_card(view, waiting, verb, typed_words, DOUBT)
    typed = {"meeting": "2022-11-10", "words": view.voice("typed", 1500)}
    meetings = ahead("haastavat-erot")
    yield "move_card", moves.move_card(view, done, meetings, typed, Problem("problem-meeting"))
    yield "move_card doubtful", moves.move_card(view, done, meetings, typed, DOUBT)
    yield "move_card gone", moves.move_card(view, replace(done, unreachable="gone"), meetings, typed)


def anonymous_cards(view: Sample, form: Form) -> Iterator[Named]:
    """What an anonymous request has besides: its code, and the secretary's look at who asks."""
    one, claim = opened(view, form, waiting=True), claims.Claim("ABCD-EFGH-JKLM-NPQR", date(2023, 3, 19))
    said, typed = view.say("sent-text", reference="HE-2022-0001"), view.voice("typed", 1500)
    for name, part in (("code", claims.claim_shown(view, one, claim)), ("offer", claims.claim_offered(view, one))):
        yield f"sent_card {name}", consultations.sent_card(view, one, said, claim=[part])
    yield "code_card", claims.code_card(view, one, replace(claim, replaces=True))
    yield "claim_intro_card", claims.claim_intro_card(view)
    yield "claim_card", claims.claim_card(view, "HE-2022-0001", view.say("claim-wrong"))
    yield "claimed_card", claims.claimed_card(view, replace(one, said=view.say("said-answered")))
    yield "claimed_card doubtful", claims.claimed_card(view, one, typed, DOUBT)
    yield "claim_answer_card", claims.claim_answer_card(view, "HE-2022-0001", 4, typed, view.say("claim-wrong"))
    yield "claim_withdraw_card", claims.claim_withdraw_card(view, "HE-2022-0001", view.say("claim-wrong"))
    yield "reason_card", requesters.reason_card(view, one, view.say("problem-reason"))
    yield "requester_card", requesters.requester_card(view, one)


def list_cards(view: Sample, form: Form) -> Iterator[Named]:
    """One's own requests, and the secretary's queue."""
    kept = OpenDraft(draft(form, form.steps[0].key, {}), "Haastavat erot -konsultaatioryhmä", date(2022, 10, 20))
    requests = [opened(view, form), *[opened(view, form, waiting=True)] * 11]
    yield from pages("own_card", lambda at: lists.own_card(view, [kept] * 5, requests, at))
    yield "own_card empty", lists.own_card(view, [], [])
    yield "delete_draft_card", lists.delete_draft_card(view, kept)
    queue = QueuePage(requests[:5], 12, 1, 3, "new", "all", [one.day for one in ahead("haastavat-erot")])
    yield "queue_card", lists.queue_card(view, queue)
    yield "queue_card administrator", lists.queue_card(view, replace(queue, page=1, figures=True))
    dropped = {(rule, reason): 12 for rule in RULES for reason in ("late", "untrue", "enough")}
    counts = dict.fromkeys(FIGURES, 1234)
    yield "figures_card", figures_card(view, Fare(counts, dropped), queue=True)
    yield "figures_card empty", figures_card(view, Fare({}))
    yield "queue_card empty", lists.queue_card(view, replace(queue, requests=[], total=0, page=0, pages=0))


def home_cards(view: Sample) -> Iterator[Named]:
    """The beginning, help, and the choice of a group."""
    centre = CONTENT.centre
    secretary = Actor("3", "t", "o", "Ryhmän sihteeri", None, frozenset({RoleGrant("o", Role.SECRETARY, "master")}))
    yield "home_card", home.home_card(view, centre, secretary, view.say("home-unknown"))
    yield "help_card", home.help_card(view, centre)
    yield from ((f"coming_card {what}", home.coming_card(view, f"coming-{what}")) for what in COMING)
    yield "said_card", home.said_card(view, view.say("failed", reference=ID))
    taken = view.say("refused-already-taken", name=view.voice("handler", 256))
    yield "said_card name", home.said_card(view, taken)
    yield "elsewhere_card", home.elsewhere_card(view)
    yield "groups_card", home.groups_card(view, [(one, ahead(one.key)[:1]) for one in centre.groups.values()])
    group = centre.groups["haastavat-erot"]
    yield "surface_card", home.surface_card(view, group, ahead(group.key), "suomi, svenska, English")
    yield "surface_card draft", home.surface_card(view, group, ahead(group.key), "suomi", ID)
    yield from settings_cards(view)
    known = [("Yksikkö tai työpaikka", "Perheneuvola"), ("Sähköposti", "etunimi.sukunimi@organisaatio.fi")]
    mine = own_data.OwnData("Ammattilainen", "suomi", NOW.date(), 1, ["HE-2022-0001", "ON-2022-0002"], known)
    coming = [view.voice("line", 100)] * 3
    mine = replace(mine, heard="kaikista aiheista", quiet="klo 20.00–7.00", sessions=coming)
    yield "own_data_card", own_data.own_data_card(view, mine, view.say("own-data-forgotten"))
    yield "erase_card", own_data.erase_card(view, [])
    yield "erase_card open", own_data.erase_card(view, mine.requests)
    yield "erased_card", own_data.erased_card(view)


def as_written(view: Sample, kind: Announced, state: State) -> Announcement:
    """An announcement as long as it may be."""
    start, link = NOW + timedelta(days=15), "https://teams.microsoft.com/l/meetup-join/sample"
    texts, title = {"fi": view.voice("text", 1500)}, {"fi": view.voice("line", 100)}
    session = Session(start, start + timedelta(hours=1), link, view.voice("line", 120), 30)
    of_session = session if kind is Announced.SESSION else None
    items = [Item(title, {"fi": view.voice("text", 500)}, link)] * (5 if kind is Announced.NEWSLETTER else 0)
    wording = Wording(title, texts, items, of_session)
    remark = view.voice("text", 400)
    return Announcement(ID, kind, state, wording, ("ot-info",), version=9, sent_at=NOW, send_at=start, remark=remark)


def coordinator_cards(view: Sample) -> Iterator[Named]:
    """What coordinators see."""
    one = as_written(view, Announced.SESSION, State.OUT)
    far = announcing.Progress(4873, 96, dict.fromkeys(announcing.REASONS, 2), 1, 3, 2, 30, 4, 12)
    for state in State:
        yield f"coordinator_card {state}", announcing.coordinator_card(view, replace(one, state=state), far)
    yield "coordinator_card said", announcing.coordinator_card(view, one, None, view.say("said-sending"))
    yield "progress_card", announcing.progress_card(view, one, far)
    yield "progress_card done", announcing.progress_card(view, one, announcing.Progress(5000))
    kept = OpenDraft(Draft(ID, "1", "session", "", "fi", "time", {}), "Info-tilaisuus", date(2022, 10, 20))
    several = [as_written(view, kind, State.OUT) for kind in Announced] * 9
    yield from pages(
        "announcements_card", lambda at: announcing.announcements_card(view, [*Announced], [kept], several, at)
    )
    yield "announcements_card empty", announcing.announcements_card(view, [*Announced], [], [])
    unmatched = [f"etu.suku{number}@kunta.example" for number in range(30)]
    whole = AddressList(
        [f"etu.suku{number:03}@kunta.example" for number in range(148)], [view.voice("line", 60)] * 30, 3
    )
    yield "addresses_card", addresses.addresses_card(view, whole, whole.addresses, [*Announced], [kept] * 12)
    few = AddressList(["etu.suku@kunta.example"])
    yield "addresses_card few", addresses.addresses_card(view, few, [], [Announced.NEWS], [])
    reached = sending.Reached(4873, 12, 40, 3, [view.voice("team", 256)])
    closed = sending.Sending(True, NOW, "2022-10-01", "08:00", view.say("problem-time-gap"), unmatched)
    for kind in Announced:
        yield (
            f"preview_card {kind}",
            sending.preview_card(view, announcements.Shown(as_written(view, kind, State.WRITTEN)), reached, closed),
        )
    plain = as_written(view, Announced.SESSION, State.WRITTEN)
    yield (
        "preview_card plain",
        sending.preview_card(view, announcements.Shown(plain), sending.Reached(1), sending.Sending()),
    )
    for state in (State.WAITING, State.HELD, State.OUT):
        shown = announcements.Shown(replace(one, state=state))
        drawn = sending.approval_card(view, shown, view.voice("handler", 256), reached)
        yield f"approval_card {state}", drawn
    waiting = announcements.Shown(replace(one, state=State.WAITING))
    yield "approval_card refused", sending.approval_card(view, waiting, "", reached, view.voice("text", 400))
    told = announcements.Shown(replace(one, state=State.OUT))
    yield "afterwards_card", sending.afterwards_card(view, told, view.voice("handler", 256), opens=True)
    yield "returned_card", sending.returned_card(view, one)
    yield "recall_card", sending.recall_card(view, one)
    tells = ("registered", "all", "nobody")
    yield "call_off_card", sending.call_off_card(view, one, tells, view.say("problem-words-missing"))


def settings_cards(view: Sample) -> Iterator[Named]:
    """What one can set: the language, topics, quiet hours."""
    names = [(code, TEXTS.speech(code, CONTENT.centre.zone).say("language-name")) for code in TEXTS.languages]
    wished = Preferences(quiet_from=time(20), quiet_until=time(7), topics_off=frozenset({"nepsy"}))
    one = settings.Settings(names, "sv", CONTENT.centre.announcing.topics, wished)
    yield "settings_card", settings.settings_card(view, one, view.say("settings-saved"))
    yield "settings_card off", settings.settings_card(view, replace(one, wished=Preferences(off=True)))
    yield "topics_card", settings.topics_card(view, one)
    yield "topics_card off", settings.topics_card(view, replace(one, wished=Preferences(off=True)))
    yield "hours_card", settings.hours_card(view, "20:00", "07:00")
    yield "hours_card wrong", settings.hours_card(view, "20:00", "", "problem-hours")


def announced_facts(view: Sample, kind: told.Kind) -> announcements.Shown:
    """An announcement as long as it may be, written in three languages."""
    every = ("fi", "sv", "en")
    title, text = dict.fromkeys(every, view.voice("line", 100)), dict.fromkeys(every, view.voice("text", 1500))
    start = datetime(2022, 10, 5, 8, 15, tzinfo=CONTENT.centre.zone)
    join = "https://teams.microsoft.com/l/meetup-join/sample"
    session = told.Session(
        start, start + timedelta(hours=1), join, view.voice("line", 120), 30, opens=start - timedelta(days=7)
    )
    items = [told.Item(title, dict.fromkeys(every, view.voice("text", 500)), join)] * 5
    of_kind = kind is told.Kind.NEWSLETTER
    wording = told.Wording(title, text, items if of_kind else (), None if of_kind else session)
    one = told.Announcement(ID, kind, told.State.OUT, wording, ("ot-info",), original=wording)
    return announcements.Shown(
        one,
        topics=[view.speech.pick(each.label) for each in CONTENT.centre.announcing.topics],
        join=None if of_kind else check_link(join, CONTENT.centre.link_hosts),
        calendar=None if of_kind else own_link("https://koskeverkko.fi/calendar/x.ics", "https://koskeverkko.fi"),
        more=[check_link(join, CONTENT.centre.link_hosts)] * len(wording.items),
        seats=Seats(30, 26),
        others=[TEXTS.speech(code, CONTENT.centre.zone) for code in every if code != view.speech.language],
    )


def was(shown: announcements.Shown, view: Sample) -> announcements.Shown:
    """The same after everything about it has changed."""
    one, session = shown.announcement, shown.announcement.session
    assert session
    earlier = replace(session, start=session.start - timedelta(days=7), end=session.end - timedelta(days=7))
    earlier = replace(earlier, link="", organiser=view.voice("line", 119), language="sv")
    old = told.Wording({"fi": view.voice("line", 99)}, {"fi": "x"}, (), earlier)
    return replace(shown, announcement=replace(one, original=old, previous=old))


def announcement_cards(view: Sample) -> Iterator[Named]:
    """What is announced, in each of its states, and what is told about it."""
    shown = announced_facts(view, told.Kind.SESSION)
    letter, moved = announced_facts(view, told.Kind.NEWSLETTER), was(shown, view)
    remark = view.voice("reason", 500)
    off = replace(shown.announcement, state=told.State.CALLED_OFF, remark=remark)
    gone = replace(shown.announcement, state=told.State.RECALLED)
    drawn = {
        "": shown,
        "near": replace(shown, near=True, counted=True),
        "coming": replace(shown, coming=Coming.COMING),
        "waiting": replace(shown, coming=Coming.WAITING, place=3, seats=Seats(30, 30, 4)),
        "declined": replace(shown, coming=Coming.DECLINED, seats=Seats(30, 30)),
        "moved": replace(moved, coming=Coming.COMING),
        "off": replace(shown, announcement=off),
        "over": replace(shown, over=True),
        "recalled": replace(shown, announcement=gone),
        "channel": replace(moved, common=True),
        "abroad": replace(shown, abroad=True, join=None),
        "letter": letter,
        "letter channel": replace(letter, common=True),
    }
    yield from (
        (f"announcement_card {name}".strip(), announcements.announcement_card(view, one)) for name, one in drawn.items()
    )
    for name in ("moved", "off", "waiting", "channel"):
        one = replace(drawn[name], announcement=replace(drawn[name].announcement, previous=moved.announcement.previous))
        yield f"change_card {name}", announced.change_card(view, one)
    yield "seat_card", announced.seat_card(view, drawn["coming"])
    yield "why_card", announced.why_card(view, shown, {"topic", "team", "list"})
    yield "why_card found", announced.why_card(view, shown, ())
    mine = [replace(drawn["coming"], near=True), drawn["waiting"]]
    listed = sessions.Sessions(mine, [shown, drawn["off"], drawn["declined"]] * 7, [drawn["over"]], [letter])
    yield from pages("sessions_card", lambda at: sessions.sessions_card(view, listed, at))
    yield "sessions_card none", sessions.sessions_card(view, sessions.Sessions())


def feedback_cards(view: Sample) -> Iterator[Named]:
    """What is asked after a session, and what came together."""
    form = CONTENT.feedback
    assert form is not None
    one = feedback.Asked(ID, view.voice("title", 120), form)
    full = answers(view, form)
    wrong = {"useful": MISSING, "words": IDENTITY_CODE}
    for name, filled in (
        ("empty", Filled()),
        ("full", Filled(full)),
        ("wrong", Filled(full, full, wrong)),
        ("doubtful", Filled(full, full, {"words": DOUBT})),
    ):
        yield f"feedback_card {name}", feedback.feedback_card(view, one, filled)
    for key in feedback.SAID:
        yield f"feedback_said_card {key}", feedback.feedback_said_card(view, key)
    texts = {key: [view.voice("text", 1000)] * 20 for key in ("own_work", "services")}
    came = feedback.Collected(23, {"useful": {5: 12, 4: 10, 1: 1}}, texts)
    yield "summary_card few", feedback.summary_card(view, one, feedback.Collected(2))
    yield from pages("summary_card", lambda at: feedback.summary_card(view, one, came, at))
    yield from pages("export_card", lambda at: feedback.export_card(view, one, came, at))
    yield "team_welcome_card", teams.team_welcome_card(view)


def reminded_items(view: Sample) -> list[reminders.Item]:
    """One reminder by each rule, in front of somebody who has to do with all of them."""
    day, start = date(2022, 10, 6), datetime(2022, 10, 5, 8, 15, tzinfo=CONTENT.centre.zone)
    join = check_link("https://teams.microsoft.com/l/meetup-join/sample", CONTENT.centre.link_hosts)
    name, end = view.voice("line", 120), start + timedelta(hours=1)
    one = reminders.Item(ID, "", ID, day, name=name, reference="HE-2022-0001", start=start, end=end, count=3, last=day)
    return [
        replace(one, id=f"{number:032x}", rule=rule, join=join if rule == "session-soon" else None)
        for number, rule in enumerate(RULES)
    ]


def reminder_cards(view: Sample) -> Iterator[Named]:
    """What somebody is reminded of: by each rule alone, by several at once, and what becomes of them."""
    items, days = reminded_items(view), (date(2022, 10, 3), date(2022, 10, 4))
    for one in items:
        alone = reminders.Reminded(ID, [one], days)
        yield f"reminder_card {one.rule}", reminders.reminder_card(view, alone)
        yield f"why_card {one.rule}", reminder_choices.why_card(view, alone, {one.rule: (5, 1)})
        yield f"requester_card {one.rule}", reminders.requester_card(view, one)
    stands = [replace(items[0], stand=stand, due=days[0]) for stand in reminders.Stand]
    gone = replace(items[1], stand=reminders.Stand.OVER, name="")
    over = reminders.Reminded(ID, [*stands[1:], gone])
    some = reminders.Reminded(ID, [*items[:4], *stands, gone], days)
    wrong = {"day": view.speech.day(days[0])}
    wished = reminder_choices.Wished(items[0].id, "other", "2022-10-09", "problem-later-late", wrong)
    yield "reminder_card over", reminders.reminder_card(view, over, view.say("reminder-said-done"))
    many = replace(some, items=[*some.items, *(replace(items[2], id=f"{at:032x}") for at in range(50, 90))])
    yield "reminder_card some", reminders.reminder_card(view, some)
    yield from pages("reminder_card many", lambda at: reminders.reminder_card(view, many, wished=at))
    for name, shown in (("one", reminders.Reminded(ID, items[:1], days)), ("some", some), ("many", many)):
        yield f"later_card {name}", reminder_choices.later_card(view, shown, wished)
        yield f"off_card {name}", reminder_choices.off_card(view, shown, wished)
    yield "reminders_card", settings.reminders_card(view, Preferences())


def each_make(surface: Surface, voice: Voice) -> Iterator[Named]:
    """The same cards in Finnish, with the shortest of the forms."""
    view = Sample(TEXTS.speech("fi", CONTENT.centre.zone), surface, voice)
    form = min(CONTENT.forms.values(), key=lambda one: len(one.steps))
    for draw in (step_cards, review_cards, request_cards, list_cards):
        yield from draw(view, form)
    yield from home_cards(view)
    yield from announcement_cards(view)
    yield from coordinator_cards(view)
    yield from feedback_cards(view)
    yield from reminder_cards(view)


def every_card(language: str, surface: Surface, voice: Voice = ordinary) -> Iterator[Named]:
    """All of them, as this reader sees them in this place, with what `voice` has written."""
    view = Sample(TEXTS.speech(language, CONTENT.centre.zone), surface, voice)
    yield from home_cards(view)
    yield from announcement_cards(view)
    yield from feedback_cards(view)
    yield from reminder_cards(view)
    for form in CONTENT.forms.values():
        yield from step_cards(view, form)
        yield from judged_cards(view, form)
        yield from review_cards(view, form)
    form = CONTENT.forms["haastavat-erot"]
    until = view.speech.day((NOW + timedelta(days=30)).date())
    yield "kept_card", forms.kept_card(view, sheet(view, form, REVIEW, {}), until)
    yield from request_cards(view, form)
    yield from anonymous_cards(view, form)
    yield from list_cards(view, form)
    yield from coordinator_cards(view)
