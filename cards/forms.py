"""Draws any step of any form, and its review page, on both surfaces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from microsoft_teams.cards.core import Action, CardElement, Choice, ChoiceSetInput, Container

from cards.elements import (
    Card,
    Surface,
    View,
    box,
    buttons,
    card,
    fact,
    heading,
    labelled,
    numbers,
    paragraph,
    press,
    row,
    section,
    small,
    subheading,
)
from cards.pages import page
from cards.verbs import INPUT, Verb
from cards.widgets import Filled, answer_words, widget
from dialogs.caution import sure_of
from dialogs.engine import Draft
from dialogs.forms import Answers, Field, Form, Step, path
from domain.centre import Emergency
from domain.links import split_link

# More steps than this are not foretold, while choices can still do away with many of them.
MOST_TOLD = 20


@dataclass(frozen=True)
class Sheet:
    """A draft in front of its owner: the form, what fills it, and what has to be said besides.

    `tells` are the groups of people of whom she may choose one to be told of a change.
    """

    form: Form
    draft: Draft
    filled: Filled
    emergency: Sequence[Emergency] = ()
    notice: str | None = None
    returning: bool = False
    tells: Sequence[str] = ()


def _notices(view: View, sheet: Sheet) -> list[CardElement]:
    said: list[CardElement] = []
    if sheet.notice:
        said.append(box("warning", paragraph(sheet.notice)))
    # Of an old card nothing is kept yet, and its notice has said so.
    elif sheet.filled.doubtful:
        said.append(box("warning", paragraph(view.say("form-likely"))))
    elif sheet.filled.problems:
        said.append(box("attention", paragraph(view.say("form-mend"))))
    return said


def _longest(form: Form, answers: Answers) -> int:
    """How many steps there will be at most: the number may fall on the way, but never rise."""
    asked = {one.key for one in path(form, answers)}
    open_still = (all(c.field not in answers or c.holds(answers) for c in one.when) for one in form.steps)
    return sum(one.key in asked or maybe for one, maybe in zip(form.steps, open_still, strict=True))


def _step_words(view: View, number: int, of: int) -> str:
    # A number that only says that much is still open would frighten.
    return view.say("form-step", number=number, of=of) if of <= MOST_TOLD else view.say("form-step-only", number=number)


def _opening(view: View, sheet: Sheet, step: Step) -> list[CardElement]:
    steps = [one.key for one in path(sheet.form, sheet.draft.answers)]
    position = steps.index(step.key) + 1
    above = [small(_step_words(view, position, _longest(sheet.form, sheet.draft.answers) + 1))]
    if view.surface is Surface.CHAT:
        above.insert(0, small(view.speech.pick(sheet.form.title)))
    intro = [paragraph(view.speech.pick(sheet.form.intro))] if position == 1 and sheet.form.intro else []
    lead = [paragraph(view.speech.pick(step.text))] if step.text else []
    calls = [box("attention", *numbers(view, sheet.emergency))] if step.shows == "emergency" else []
    return [*above, heading(view.speech.pick(step.title)), *_notices(view, sheet), *calls, *intro, *lead]


def _step_actions(view: View, sheet: Sheet, step: Step) -> list[Action]:
    at: dict[str, Any] = {"id": sheet.draft.id, "v": sheet.draft.version, "step": step.key}
    if sheet.returning:
        at["return"] = 1
    if sure := sure_of(sheet.filled.problems):
        # She may be sure and go back, or stop for today, as well as go on.
        at["sure"] = sure
    onward = "button-next-sure" if sheet.filled.doubtful else "button-next"
    actions = [press(view, onward, Verb.FORM_NEXT, "positive", **at)]
    if step.key != sheet.form.steps[0].key:
        actions.append(press(view, "button-back", Verb.FORM_BACK, **at))
    return [*actions, press(view, "button-keep", Verb.FORM_KEEP, **at)]


def step_card(view: View, sheet: Sheet, step: Step) -> Card:
    """A step as it is asked, with what has been answered, and with what is wrong at each field."""
    asked = [one for one in step.fields if not one.options_from or sheet.filled.options(one)]
    fields = [widget(view, one, sheet.filled) for one in asked]
    return card(view, [*_opening(view, sheet, step), *fields], _step_actions(view, sheet, step))


def answers_of(view: View, step: Step, filled: Filled) -> list[CardElement]:
    """The answers of a step, as they are read."""
    read = [(one, answer_words(view, one, filled.answers, filled.options(one))) for one in step.fields]
    return [_answer(view, one, words) for one, words in read if words]


def _answer(view: View, asked: Field, words: str) -> CardElement:
    draw = labelled if asked.lines == "many" else fact
    drawn = draw(view.speech.pick(asked.label), words)
    if asked.format != "link":
        return drawn
    # A long link says little; where it leads to is what she can check.
    return Container(items=[drawn, small(view.say("link-leads-to", host=split_link(words).host))], spacing="Small")


def _reviewed(view: View, sheet: Sheet, step: Step) -> CardElement:
    at: dict[str, Any] = {"id": sheet.draft.id, "v": sheet.draft.version, "step": step.key}
    change = buttons(press(view, "button-change", Verb.FORM_GO, **at))
    title = row([subheading(view.speech.pick(step.title))], [change])
    answers = answers_of(view, step, sheet.filled)
    return section(title, *(answers or [small(view.say("review-empty"))]))


def review_card(view: View, sheet: Sheet, reaches: Sequence[str], shown: str, wished: int = 0) -> Card:
    """The whole form to be read once more, with a way back to every step, and what sending will mean.

    `reaches` says which meeting the request reaches; `shown` is that meeting, so that a send that would
    reach another one is told before it happens.
    """
    steps = path(sheet.form, sheet.draft.answers)
    now = page(view, [_reviewed(view, sheet, step) for step in steps], wished)
    number = len(steps) + 1
    title = "review-announcement-title" if sheet.draft.announces else "review-title"
    above = [small(view.say("form-step", number=number, of=number)), heading(view.say(title))]
    said = [paragraph(view.say("review-text")), box("accent", *(paragraph(one) for one in reaches))]
    turning = [small(view.say("page", number=now.number + 1, of=now.last + 1))] if now.last else []
    telling = [_tells(view, sheet.tells)] if sheet.tells and now.number == now.last else []
    body = [*above, *_notices(view, sheet), *said, *turning, *now.sections, *telling]
    return card(view, body, _review_actions(view, sheet, (now.number, now.last), shown))


def _tells(view: View, tells: Sequence[str]) -> CardElement:
    choices = [Choice(title=view.say(f"tell-{one}"), value=one) for one in tells]
    return ChoiceSetInput(
        id=f"{INPUT}tell", label=view.say("tell-whom"), choices=choices, style="expanded", value=tells[0], wrap=True
    )


def _send_words(draft: Draft) -> str:
    if draft.announces:
        return "button-save"
    return "button-send-change" if draft.consultation else "button-send"


def _review_actions(view: View, sheet: Sheet, pages: tuple[int, int], shown: str) -> list[Action]:
    at: dict[str, Any] = {"id": sheet.draft.id, "v": sheet.draft.version}
    number, last = pages
    actions = [press(view, _send_words(sheet.draft), Verb.FORM_SEND, "positive", meeting=shown, **at)]
    if number < last:
        actions = [press(view, "button-next-page", Verb.FORM_REVIEW, "positive", page=number + 1, **at)]
    if number:
        actions.append(press(view, "button-previous-page", Verb.FORM_REVIEW, page=number - 1, **at))
    if not number:
        actions.append(press(view, "button-back", Verb.FORM_BACK, step="review", **at))
    return [*actions, press(view, "button-keep", Verb.FORM_KEEP, step="review", **at)]


def kept_card(view: View, sheet: Sheet, until: str) -> Card:
    """The draft is safe: where it is found again, and until when."""
    text, back = ("kept-announcement", Verb.ANNOUNCEMENTS) if sheet.draft.announces else ("kept-text", Verb.OWN)
    body = [heading(view.say("kept-title")), paragraph(view.say(text, until=until))]
    if view.surface is Surface.DIALOG:
        body.append(small(view.say("window-close")))
    again = press(view, "button-resume", Verb.FORM_RESUME, "positive", id=sheet.draft.id)
    return card(view, body, [again, press(view, f"button-{back}", back)])
