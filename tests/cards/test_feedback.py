"""The feedback form says what is anonymous, and its summary points at nobody."""

from cards.feedback import Asked, Collected, export_card, feedback_button, feedback_card, summary_card
from cards.widgets import Filled
from dialogs.fields import MISSING, Problem
from tests.cards.samples import LARGEST, content, says, verbs, view


def asked() -> Asked:
    form = content().feedback
    assert form is not None
    return Asked("a" * 32, "OT-info *5.10.*", form)


def came(given: int, texts: list[str]) -> Collected:
    return Collected(given, {"useful": {5: given}}, {"own_work": texts})


def test_the_form_says_what_is_anonymous_and_what_is_not() -> None:
    said = says(feedback_card(view(), asked(), Filled()))
    for words in ("Palaute on nimetön", "Teams tietää, että painoit nappia", "OT-info *5.10.*"):
        assert words in said
    assert "Millaista tukea toivoisin verkostolta omaan työhöni?" in str(feedback_card(view(), asked(), Filled()))


def test_a_doubt_may_be_confirmed_and_a_mistake_may_not() -> None:
    doubt = Filled(problems={"words": Problem("warning-likely", {"kinds": "name"}, "words:name:1")})
    assert "'sure': 'words:name:1'" in str(feedback_card(view(), asked(), doubt))
    assert "Palautetta ei ole vielä lähetetty" in says(feedback_card(view(), asked(), doubt))
    assert "sure" not in str(feedback_card(view(), asked(), Filled(problems={"useful": MISSING})))


def test_of_fewer_than_three_answers_only_their_number_is_told() -> None:
    for draw in (summary_card, export_card):
        few = str(draw(view(), asked(), came(2, ["salaisuus"])))
        assert "2 henkilöä" in few and "salaisuus" not in few
        assert "salaisuus" in str(draw(view(), asked(), came(3, ["salaisuus"])))
    assert verbs(summary_card(view(), asked(), came(2, []))) == []


def test_numbers_are_counted_and_texts_read_under_their_question() -> None:
    said = says(summary_card(view(), asked(), came(3, ["Toivon tukea"])))
    for words in ("5 – erittäin hyödyllinen: \n3", "1 – ei hyötyä: \n0", "Toivon tukea", "Tähän ei ole vastattu."):
        assert words in said


def test_what_does_not_fit_into_one_card_is_on_pages_and_all_of_it_is_there() -> None:
    many = came(40, [f"{number} " + "ä" * 990 for number in range(40)])
    for draw in (summary_card, export_card):
        drawn, number = [draw(view(), asked(), many)], 1
        while (following := draw(view(), asked(), many, number)) != drawn[-1]:
            drawn.append(following)
            number += 1
        assert len(drawn) > 2 and all(len(str(one).encode("utf-16-le")) < LARGEST for one in drawn)
        assert str(drawn).count("ä" * 900) >= 30 if draw is summary_card else str(drawn).count("ä") > 39_000


def test_the_button_opens_a_dialog() -> None:
    shown = feedback_button(view(), "a" * 32).model_dump(exclude_none=True, by_alias=True)
    assert shown["data"] == {"verb": "feedback", "id": "a" * 32, "msteams": {"type": "task/fetch"}}
