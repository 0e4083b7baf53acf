"""From a coordinator's answers to an announcement and back, and which keys the centre's forms have to keep."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dialogs import forms
from dialogs.announcing import answers_of, lacks, room_for_addresses, written
from dialogs.forms import Field, Form
from domain.announcements import Announcement, Audience, Item, Kind, Session, State, Wording
from tests.cards.samples import content
from tests.dialogs.generated import LABEL

HELSINKI = ZoneInfo("Europe/Helsinki")
LINK = "https://teams.microsoft.com/l/meetup-join/1"
START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)
TITLE, TEXT = {"fi": "Otsikko", "sv": "Rubrik"}, {"fi": "Teksti", "sv": "Text"}
SESSION = Session(START, START + timedelta(hours=1), LINK, "Koske", 30, "sv", True)
ITEMS = (Item(TITLE, TEXT, LINK), Item(TITLE, {}, ""))
WORDINGS = {
    Kind.SESSION: Wording(TITLE, TEXT, (), SESSION),
    Kind.NEWS: Wording(TITLE, TEXT, (Item({"fi": "Lue lisää", "sv": "Läs mer"}, {}, LINK),)),
    Kind.NEWSLETTER: Wording(TITLE, TEXT, ITEMS),
}


def announced(kind: Kind, **facts: Any) -> Announcement:
    one = Announcement("a", kind, State.OUT, WORDINGS[kind], ("ot-info",), Audience(True, ("t",), ("c",)))
    return replace(one, **facts)


def test_a_list_of_addresses_has_to_fit_into_every_form() -> None:
    forms_of = list(content().announcing.values())
    assert (len(forms_of), room_for_addresses(forms_of), room_for_addresses([])) == (3, 4000, 0)
    [first, *_] = forms_of
    fields = [replace(one, max_length=700) if one.key == "addresses" else one for one in first.fields()]
    assert room_for_addresses([*forms_of, replace(first, steps=[replace(first.steps[0], fields=fields)])]) == 700


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_opened_for_a_change_and_saved_untouched_says_the_same(kind: Kind) -> None:
    one = announced(kind)
    said = written(kind, answers_of(one, HELSINKI), HELSINKI)
    assert (said.wording, said.topics, said.audience, said.addresses) == (one.wording, one.topics, one.audience, ())


def test_wall_times_are_those_of_the_zone_in_summer_and_in_winter() -> None:
    answers = answers_of(announced(Kind.SESSION), HELSINKI)
    assert (answers["day"], answers["start"], answers["end"]) == ("2022-10-05", "08:15", "09:15")
    winter = written(Kind.SESSION, answers | {"day": "2022-12-07"}, HELSINKI).wording.session
    assert winter and winter.start == datetime(2022, 12, 7, 6, 15, tzinfo=UTC)


def test_a_language_without_words_of_its_own_is_not_given_anothers() -> None:
    answers = answers_of(announced(Kind.SESSION), HELSINKI)
    bare = {key: value for key, value in answers.items() if key != "text_fi"}
    assert written(Kind.SESSION, bare, HELSINKI).wording.text == {"fi": "", "sv": "Text"}
    none = {key: value for key, value in bare.items() if key != "text_sv"}
    assert written(Kind.SESSION, none, HELSINKI).wording.text == {}


def test_a_link_without_words_goes_by_its_host() -> None:
    answers = answers_of(announced(Kind.NEWS), HELSINKI)
    bare = {key: value for key, value in answers.items() if not key.startswith("link_title")}
    [item] = written(Kind.NEWS, bare, HELSINKI).wording.items
    assert item.title == {"fi": "teams.microsoft.com", "sv": "teams.microsoft.com"}


def test_a_list_of_addresses_comes_through_and_stands_in_no_announcement() -> None:
    answers = answers_of(announced(Kind.NEWS), HELSINKI) | {"addresses": "a@kunta.example\nb@kunta.example"}
    assert written(Kind.NEWS, answers, HELSINKI).addresses == ("a@kunta.example", "b@kunta.example")


@pytest.mark.parametrize("kind", list(Kind))
def test_the_centres_own_forms_have_every_key_and_a_form_that_has_lost_one_is_told(kind: Kind) -> None:
    languages, form = ("fi", "sv", "en"), content().announcing[kind]
    assert lacks(form, kind, languages) is None
    first = form.steps[0]
    without = Form(form.key, form.title, [replace(first, fields=first.fields[1:]), *form.steps[1:]])
    assert lacks(without, kind, languages) == ("languages", forms.Kind.CHOICES)
    other = Form(form.key, form.title, [replace(first, fields=[Field("languages", forms.Kind.TEXT, LABEL)])])
    assert lacks(other, kind, languages) == ("languages", forms.Kind.CHOICES)
    assert lacks(form, kind, ("fi", "se")) == ("title_se", forms.Kind.TEXT)
