"""Every card that the service can draw, with made-up facts: as long as they may be, in each language and place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType

from cards import claims, consultations, forms, home, lists, moves, questions, requesters, settings
from cards.consultations import Opened
from cards.elements import Card, Surface, View
from cards.forms import Sheet
from cards.lists import OpenDraft, QueuePage
from cards.verbs import Verb
from cards.widgets import Filled
from dialogs.engine import Draft
from dialogs.fields import MISSING
from dialogs.forms import REVIEW, Compartment, Field, Form, Kind, Option, path
from domain.consultations import Consultation, Event, Question, Status
from domain.meetings import Meeting, open_meetings
from domain.people import Actor, Role, RoleGrant
from storage.content import read_content
from texts.locales import Texts

MODULES: tuple[ModuleType, ...] = (
    claims,
    consultations,
    forms,
    home,
    lists,
    moves,
    questions,
    requesters,
    settings,
)
ROOT = Path(__file__).parent.parent.parent
CONTENT = read_content(ROOT / "content" / "keski-suomi")
TEXTS = Texts()
NOW = datetime(2022, 9, 20, 8, 0, tzinfo=CONTENT.centre.zone)
ID = "0123456789abcdef0123456789abcdef"
SENTENCE = "Tilanne on jatkunut syksystä asti, ja *lapsi* [oireilee](https://x.example) <b>yhä</b> päiväkodissa. "
NEWS = ("question", "answer", "changed", "moved", "withdrawn")
COMING = ("sessions", "meeting", "announcement", "statistics")
ACTIONS = frozenset({"open", "take", "ask", "answer", "move", "change", "withdraw", "see-requester"})
Named = tuple[str, Card]


def written(length: int) -> str:
    """What a person wrote: `length` characters in several lines."""
    text = (SENTENCE * (length // len(SENTENCE) + 1))[:length].rstrip()
    return "\n".join(text[at : at + 160] for at in range(0, len(text), 160))


def answer(asked: Field) -> object:
    """The longest answer that a field takes."""
    values: list[str] = [one.value for one in asked.options]
    made: dict[Kind, object] = {
        Kind.TEXT: written(asked.max_length) if asked.lines == "many" else "x" * asked.max_length,
        Kind.CHOICE: "2022-10-13" if asked.options_from else next(iter(values), None),
        Kind.CHOICES: values,
        Kind.TOGGLE: True,
        Kind.DAY: "2022-11-01",
        Kind.NUMBER: 3,
        Kind.ACKNOWLEDGEMENT: True,
    }
    return made[asked.kind]


def answers(form: Form) -> dict[str, object]:
    """Every field answered, along the longest path."""
    full = {one.key: answer(one) for one in form.fields()}
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


def sheet(view: View, form: Form, step: str, known: dict[str, object], problems: bool = False) -> Sheet:
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


def step_cards(view: View, form: Form) -> Iterator[Named]:
    """Each step of a form: untouched with what is missing, and full."""
    full = answers(form)
    for step in form.steps:
        leading: dict[str, object] = {one.field: min(one.values) for one in step.when}
        for name, known, problems in (("empty", leading, True), ("full", full | leading, False)):
            drawn = forms.step_card(view, sheet(view, form, step.key, known, problems), step)
            yield f"step_card {form.key} {step.key} {name}", drawn


def review_cards(view: View, form: Form) -> Iterator[Named]:
    """Each page of the review."""
    one, said = sheet(view, form, REVIEW, answers(form)), [view.say("reaches-full")]
    for number in range(1 + len(path(form, one.draft.answers))):
        yield f"review_card {form.key} {number}", forms.review_card(view, one, said, "2022-10-13", number)


def asked(count: int, *, waiting: bool) -> tuple[Question, ...]:
    """Questions of the secretary, the last of which may wait."""
    done = tuple(
        Question(str(number), written(600), "Ryhmän sihteeri", NOW, written(600), NOW) for number in range(count)
    )
    return (*done, Question(ID, written(1500), "Ryhmän sihteeri", NOW)) if waiting else done


def opened(view: View, form: Form, *, waiting: bool = False) -> Opened:
    """A request as long as it may be, in front of one who may do everything."""
    group = next(one for one in CONTENT.centre.groups.values() if one.form == form.key)
    full, meeting = answers(form), next(iter(ahead(group.key)), None)
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
        handler_name="Ryhmän sihteeri",
        anonymous=True,
        questions=asked(3, waiting=waiting),
        events=(Event(NOW, "sent"), Event(NOW, "taken"), Event(NOW, "moved", written(1500))),
    )
    requester = {key: value for key, value in full.items() if key in apart}
    name = view.speech.pick(group.name)
    return Opened(one, form, name, meeting, requester, "Ammattilainen", actions=ACTIONS)


def request_cards(view: View, form: Form) -> Iterator[Named]:
    """A request as each side sees it, and what is done with it."""
    done, waiting = opened(view, form), opened(view, form, waiting=True)
    fresh = replace(done, consultation=replace(done.consultation, status=Status.NEW))
    mine = replace(waiting, mine=True, said=view.say("said-answered"))
    for number in range(4):
        yield f"opened_card {number}", consultations.opened_card(view, replace(done, page=number))
        yield f"opened_card mine {number}", consultations.opened_card(view, replace(mine, page=number))
    yield "receipt_card", consultations.receipt_card(view, mine)
    yield "sent_card", consultations.sent_card(view, done, view.say("sent-text", reference="HE-2022-0001"))
    yield "arrived_card", consultations.arrived_card(view, fresh)
    yield from ((f"news_card {kind}", consultations.news_card(view, kind, waiting)) for kind in NEWS)
    yield "withdraw_card", consultations.withdraw_card(view, done)
    for verb in (Verb.ASK_QUESTION_SEND, Verb.ANSWER_SEND):
        wrong = view.say("problem-words-missing")
        yield f"words_card {verb}", questions.words_card(view, waiting, verb, written(1500), wrong)
    typed = {"meeting": "2022-11-10", "words": written(1500)}
    meetings = ahead("haastavat-erot")
    yield "move_card", moves.move_card(view, done, meetings, typed, view.say("problem-meeting"))


def anonymous_cards(view: View, form: Form) -> Iterator[Named]:
    """What an anonymous request has besides: its code, and the secretary's look at who asks."""
    one, claim = opened(view, form, waiting=True), claims.Claim("ABCD-EFGH-JKLM-NPQR", date(2023, 3, 19))
    said = view.say("sent-text", reference="HE-2022-0001")
    for name, part in (("code", claims.claim_shown(view, one, claim)), ("offer", claims.claim_offered(view, one))):
        yield f"sent_card {name}", consultations.sent_card(view, one, said, claim=[part])
    yield "code_card", claims.code_card(view, one, claim)
    yield "claim_intro_card", claims.claim_intro_card(view)
    yield "claim_card", claims.claim_card(view, "HE-2022-0001", view.say("claim-wrong"))
    yield "claimed_card", claims.claimed_card(view, replace(one, said=view.say("said-answered")))
    yield "claim_withdraw_card", claims.claim_withdraw_card(view, "HE-2022-0001", view.say("claim-wrong"))
    yield "reason_card", requesters.reason_card(view, one, view.say("problem-reason"))
    yield "requester_card", requesters.requester_card(view, one)


def list_cards(view: View, form: Form) -> Iterator[Named]:
    """One's own requests, and the secretary's queue."""
    kept = OpenDraft(draft(form, form.steps[0].key, {}), "Haastavat erot -konsultaatioryhmä", date(2022, 10, 20))
    requests = [opened(view, form, waiting=True)] * 12
    for number in range(4):
        yield f"own_card {number}", lists.own_card(view, [kept] * 5, requests, number)
    yield "own_card empty", lists.own_card(view, [], [])
    yield "delete_draft_card", lists.delete_draft_card(view, kept)
    queue = QueuePage(requests[:5], 12, 1, 3, "new", "all", [one.day for one in ahead("haastavat-erot")])
    yield "queue_card", lists.queue_card(view, queue)
    yield "queue_card empty", lists.queue_card(view, replace(queue, requests=[], total=0, page=0, pages=0))


def home_cards(view: View) -> Iterator[Named]:
    """The beginning, help, and the choice of a group."""
    centre = CONTENT.centre
    secretary = Actor("3", "t", "o", "Ryhmän sihteeri", None, frozenset({RoleGrant("o", Role.SECRETARY, "master")}))
    yield "home_card", home.home_card(view, centre, secretary, view.say("home-unknown"))
    yield "help_card", home.help_card(view, centre)
    yield from ((f"coming_card {what}", home.coming_card(view, f"coming-{what}")) for what in COMING)
    yield "said_card", home.said_card(view, view.say("failed", reference=ID))
    yield "elsewhere_card", home.elsewhere_card(view)
    yield "groups_card", home.groups_card(view, [(one, ahead(one.key)[:1]) for one in centre.groups.values()])
    group = centre.groups["haastavat-erot"]
    yield "surface_card", home.surface_card(view, group, ahead(group.key), "suomi, svenska, English")
    yield "surface_card draft", home.surface_card(view, group, ahead(group.key), "suomi", ID)
    names = [(code, TEXTS.speech(code, centre.zone).say("language-name")) for code in TEXTS.languages]
    yield "settings_card", settings.settings_card(view, names, "sv", view.say("settings-saved"))


def every_card(language: str, surface: Surface) -> Iterator[Named]:
    """All of them, as this reader sees them in this place."""
    view = View(TEXTS.speech(language, CONTENT.centre.zone), surface)
    yield from home_cards(view)
    for form in CONTENT.forms.values():
        yield from step_cards(view, form)
        yield from review_cards(view, form)
    form = CONTENT.forms["haastavat-erot"]
    until = view.speech.day((NOW + timedelta(days=30)).date())
    yield "kept_card", forms.kept_card(view, sheet(view, form, REVIEW, {}), until)
    yield from request_cards(view, form)
    yield from anonymous_cards(view, form)
    yield from list_cards(view, form)
