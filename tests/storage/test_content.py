"""What a centre has written: read as facts, and each kind of mistake told with its file, key, value and remedy."""

import re
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dialogs.form_mistakes import mistakes
from dialogs.forms import OTHER, Field, Form, Kind, path
from domain.people import Role, RoleGrant
from storage.content import read_content, samples, with_local_people
from storage.shapes import sample
from storage.toml_files import ContentError
from tests.domain.centres import CENTRE, FORM, PEOPLE, changed, write_centre

ROOT = Path(__file__).parents[2]
REAL = ROOT / "content" / "keski-suomi"
GUID = "11111111-2222-4333-8444-55555555555"
FIELD = '\n[[steps.fields]]\nkey = "{}"\nkind = "text"\nlabel.fi = "Kerro"\nlabel.sv = "Berätta"\n'


def told(folder: Path) -> str:
    """The one sentence by which this content is refused."""
    with pytest.raises(ContentError) as mistake:
        read_content(folder)
    return str(mistake.value)


# Facts


def test_a_centre_is_read_as_its_facts(tmp_path: Path) -> None:
    centre = read_content(write_centre(tmp_path)).centre
    assert centre.name == {"fi": "Keskus"}
    assert centre.zone == ZoneInfo("Europe/Helsinki")
    assert centre.languages == ("fi", "sv")
    assert [one.number for one in centre.emergency] == ["112"]
    assert [one.name for one in centre.contacts] == ["Koordinaattori"]
    assert list(centre.groups) == ["one", "two"]


def test_the_roles_are_grants_by_lower_case_object_id(tmp_path: Path) -> None:
    assert read_content(write_centre(tmp_path)).centre.grants == {
        RoleGrant(f"{GUID}a", Role.SECRETARY, "one"),
        RoleGrant(f"{GUID}5", Role.COORDINATOR),
    }


def test_a_group_has_its_meetings_or_none(tmp_path: Path) -> None:
    groups = read_content(write_centre(tmp_path)).centre.groups
    rule = groups["one"].meetings
    assert rule is not None
    assert (rule.rule, rule.since, rule.start, rule.end) == (
        "FREQ=MONTHLY;BYDAY=2TH",
        date(2022, 1, 1),
        time(13),
        time(15),
    )
    assert (rule.zone, rule.country, rule.deadline_days) == (ZoneInfo("Europe/Helsinki"), "FI", 7)
    assert groups["two"].meetings is None
    assert (groups["one"].seats, groups["two"].seats) == (2, None)


def test_single_dates_are_cancelled_added_and_moved(tmp_path: Path) -> None:
    text = changed(CENTRE, "cancelled = []", "cancelled = [2022-11-10]")
    text = changed(text, "added = []", "added = [2022-11-11]")
    text = changed(text, "moved = []", "moved = [{ from = 2022-12-08, to = 2022-12-15 }]")
    rule = read_content(write_centre(tmp_path, text)).centre.groups["one"].meetings
    assert rule is not None
    assert rule.cancelled == {date(2022, 11, 10)}
    assert rule.added == {date(2022, 11, 11)}
    assert rule.moved == {date(2022, 12, 8): date(2022, 12, 15)}


def test_two_groups_may_share_a_form_and_it_is_spoken_in_the_first_language_first(tmp_path: Path) -> None:
    content = read_content(write_centre(tmp_path))
    assert list(content.forms) == ["plain"]
    assert content.forms["plain"].languages == ["fi", "sv"]


def test_a_form_is_spoken_first_in_the_language_that_comes_first_in_its_group(tmp_path: Path) -> None:
    text = changed(CENTRE, 'languages = ["fi", "sv"]\n\n[groups.meetings]', 'languages = ["sv"]\n\n[groups.meetings]')
    text = changed(text, 'form = "plain"\nlanguages = ["fi"]', 'form = "plain"\nlanguages = ["sv", "fi"]')
    assert read_content(write_centre(tmp_path, text)).forms["plain"].languages == ["sv", "fi"]


def test_a_text_that_is_not_translated_is_told_and_leaves_the_language_out(tmp_path: Path) -> None:
    content = read_content(write_centre(tmp_path, form=changed(FORM, 'label.sv = "Hur många"\n', "")))
    assert list(content.untranslated()) == ["forms/plain.toml: first.count.label: sv"]
    assert content.forms["plain"].languages == ["fi"]


# Mistakes, each told with its file, its key, what stands there and what was expected


@pytest.mark.parametrize(
    ("old", "new", "key", "value", "expected"),
    [
        # Keys that nobody knows
        ('zone = "', 'zona = 1\nzone = "', "zona", "1", "Extra inputs"),
        ("seats = 2", "seats = 2\nplaces = 3", "groups.one.places", "3", "Extra inputs"),
        ("added = []", "aded = []", "groups.one.meetings.aded", "[]", "Extra inputs"),
        ('number = "112"', 'number = "112"\nphone = "1"', "emergency.0.phone", "1", "Extra inputs"),
        # Keys that are missing
        ('zone = "Europe/Helsinki"\n', "", "zone", "", "required"),
        ('number = "112"\n', "", "emergency.0.number", "", "required"),
        ("since = 2022-01-01\n", "", "groups.one.meetings.since", "", "required"),
        ('[[emergency]]\nnumber = "112"\nlabel.fi = "Hätänumero"\n', "", "emergency", "", "required"),
        # Values of a wrong type or beyond what is possible
        ("seats = 2", 'seats = "many"', "groups.one.seats", "many", "integer"),
        ("seats = 2", "seats = 0", "groups.one.seats", "0", "greater than or equal to 1"),
        ("start = 13:00:00", "start = 2022-01-01", "groups.one.meetings.start", "2022", "time"),
        ("since = 2022-01-01", 'since = "January"', "groups.one.meetings.since", "January", "date"),
        ("deadline_days = 7", "deadline_days = 61", "groups.one.meetings.deadline_days", "61", "60"),
        ("deadline_days = 7", "deadline_days = -1", "groups.one.meetings.deadline_days", "-1", "0"),
        ('on_holiday = "cancel"', 'on_holiday = "move"', "groups.one.meetings.on_holiday", "move", "'cancel'"),
        ("moved = []", "moved = [{ from = 2022-01-13 }]", "groups.one.meetings.moved.0.to", "", "required"),
        ('name.fi = "Keskus"', 'name = "Keskus"', "name", "Keskus", "dictionary"),
        ('name.fi = "Keskus"', 'name.fi = "  "', "name.fi", "  ", "at least 1"),
        ('code = "ON"', 'code = "O-N"', "groups.one.code", "O-N", "pattern"),
        ('key = "one"', 'key = "Yksi!"', "groups.Yksi!.key", "Yksi!", "pattern"),
        ('form = "plain"', 'form = "../plain"', "groups.one.form", "../plain", "pattern"),
        ('url = "https://', 'url = "http://', "links.pages.url", "http://keskus.example/", "a plain https link"),
        ("keskus.example/", "keskus.example.paha.fi/", "links.pages.url", "paha.fi", "is not among them"),
        ("seats = 2", 'seats = 2\ninfo_url = "https://paha.fi"', "groups.one.info_url", "paha.fi", "is not among them"),
        ('"teams.microsoft.com", "keskus.example"', "", "links.pages.url", "keskus.example", "one of link_hosts"),
        ('"keskus.example"]', '"https://keskus.example"]', "link_hosts.1", "https://", "a host such as"),
        ('languages = ["fi", "sv"]\nsamples', "languages = []\nsamples", "languages", "[]", "at least 1"),
        # What nobody can reckon with
        ("BYDAY=2TH", "BYDAY=XX", "groups.one.meetings.rule", "FREQ=MONTHLY;BYDAY=XX", "RFC 5545"),
        ("FREQ=MONTHLY", "FREQ=SECONDLY", "groups.one.meetings.rule", "FREQ=SECONDLY;BYDAY=2TH", "RFC 5545"),
        ("Europe/Helsinki", "Europe/Nowhere", "zone", "Europe/Nowhere", "such as Europe/Helsinki"),
        ("Europe/Helsinki", "../../etc/passwd", "zone", "../../etc/passwd", "such as Europe/Helsinki"),
        ("Europe/Helsinki", "Europe", "zone", "Europe", "such as Europe/Helsinki"),
        ("Europe/Helsinki", "", "zone", "", "such as Europe/Helsinki"),
        ('holidays = "FI"', 'holidays = "XX"', "holidays", "XX", "such as FI"),
        # Roles
        ('role = "secretary"', 'role = "boss"', "roles.0.role", "boss", "'secretary'"),
        ('role = "secretary"\ngroup = "one"', 'role = "secretary"', "roles.group", "None", "one of one, two"),
        ('group = "one"', 'group = "three"', "roles.group", "three", "one of one, two"),
        ('role = "coordinator"', 'role = "coordinator"\ngroup = "one"', "roles.group", "one", "no group"),
        ('role = "coordinator"', 'role = "coordinator"\ngroup = "three"', "roles.group", "three", "no group"),
        (f'person = "{GUID}A"', 'person = "sihteeri"', "roles.0.person", "sihteeri", "pattern"),
        # Groups
        ('code = "TW"', 'code = "ON"', "groups.code", "ON", "each group its own"),
        ('key = "two"', 'key = "one"', "groups.key", "one", "each group its own"),
        # Samples
        ("groups.one.seats", "groups.three.seats", "samples", "groups.three.seats", "dotted name"),
        ("groups.one.seats", "groups.one.chairs", "samples", "groups.one.chairs", "dotted name"),
        ("groups.one.seats", "languages.fi", "samples", "languages.fi", "dotted name"),
        ("groups.one.seats", "contacts.0.name", "samples", "contacts.0.name", "dotted name"),
        ("groups.one.seats", "", "samples", "", "dotted name"),
        ("groups.one.seats", "zone.name", "samples", "zone.name", "dotted name"),
    ],
)
def test_a_mistake_in_the_centre_is_told_with_its_key_its_value_and_what_was_expected(
    tmp_path: Path, old: str, new: str, key: str, value: str, expected: str
) -> None:
    folder = write_centre(tmp_path, changed(CENTRE, old, new))
    said = told(folder)
    assert said.startswith(f"{folder / 'centre.toml'}: {key}: ")
    assert value in said
    assert expected in said


@pytest.mark.parametrize(
    ("old", "new", "key", "value", "expected"),
    [
        ('kind = "number"', 'kind = "numbers"', "steps.first.fields.count.kind", "numbers", "'number'"),
        ("min = 1", "least = 1", "steps.first.fields.count.least", "1", "Extra inputs"),
        ('key = "words"', 'key = "Words"', "steps.second.fields.Words.key", "Words", "pattern"),
        ('key = "words"', 'key = "some.words"', "steps.second.fields.some.words.key", "some.words", "pattern"),
        ('kind = "text"', 'kind = "text"\nmax_length = 5000', "steps.second.fields.words.max_length", "5000", "4000"),
        ('kind = "text"', 'kind = "text"\nlines = "two"', "steps.second.fields.words.lines", "two", "'one'"),
        ('kind = "text"', 'kind = "text"\nformat = "iban"', "steps.second.fields.words.format", "iban", "'email'"),
        (
            'kind = "text"',
            'kind = "text"\ncompartment = "mine"',
            "steps.second.fields.words.compartment",
            "mine",
            "'requester'",
        ),
        ('title.fi = "Sitten"', 'title.fi = "Sitten"\nshows = "it"', "steps.second.shows", "it", "'emergency'"),
        ('in = ["single"]', "in = []", "steps.second.when.0.in", "[]", "at least 1"),
        ('title.fi = "Lomake"\ntitle.sv = "Blankett"', "", "title", "", "required"),
        # What pydantic cannot see
        ('field = "matter"', 'field = "words"', "steps.second.when", "words", "a field of an earlier step"),
        ('field = "matter"', 'field = "nothing"', "steps.second.when", "nothing", "a field of an earlier step"),
        ('in = ["single"]', 'in = ["singel"]', "steps.second.when", "singel", "only single, theme"),
        ('key = "words"', 'key = "matter"', "steps.second.matter", "matter", "a key of its own"),
        ('key = "count"', 'key = "matter"', "steps.first.matter", "matter", "a key of its own"),
        ('key = "second"', 'key = "first"', "steps.first", "first", "a key of its own"),
        ('key = "second"', 'key = "review"', "steps.review", "review", "a key of its own"),
        ('kind = "number"', 'kind = "choice"', "steps.first.count", "no options", "options to choose from"),
        ('value = "theme"', 'value = "single"', "steps.first.matter", "single", "a value of its own"),
        ("min = 1\n", 'min = "today"\n', "steps.first.count", "today", "a number for a number"),
        ('kind = "text"', 'kind = "day"\nmin = "tomorrow"', "steps.second.words", "tomorrow", '"today" for a day'),
        # The first language
        ('title.fi = "Lomake"\n', "", "title", "fi", "first language"),
        ('label.fi = "Kerro"\n', "", "second.words.label", "fi", "first language"),
        ('{ fi = "Yksi", sv = "En" }', '{ sv = "En" }', "first.matter.single", "fi", "first language"),
    ],
)
def test_a_mistake_in_a_form_is_told_with_its_key_its_value_and_what_was_expected(
    tmp_path: Path, old: str, new: str, key: str, value: str, expected: str
) -> None:
    folder = write_centre(tmp_path, form=changed(FORM, old, new))
    said = told(folder)
    assert said.startswith(f"{folder / 'forms' / 'plain.toml'}: {key}: ")
    assert value in said
    assert expected in said


def test_a_step_of_more_than_six_fields_is_too_much(tmp_path: Path) -> None:
    assert read_content(write_centre(tmp_path, form=FORM + "".join(FIELD.format(f"f{n}") for n in range(5))))
    said = told(write_centre(tmp_path, form=FORM + "".join(FIELD.format(f"f{n}") for n in range(6))))
    assert "steps.second.fields: " in said
    assert "at most 6" in said


@pytest.mark.parametrize("name", ["centre.toml", "forms/plain.toml"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = write_centre(tmp_path)
    (folder / name).unlink()
    assert told(folder) == f"{folder / name}: file: 'missing': a file of this name is needed"


def test_a_form_that_a_group_names_and_nobody_wrote_is_named(tmp_path: Path) -> None:
    folder = write_centre(tmp_path, changed(CENTRE, 'form = "plain"', 'form = "fancy"'))
    assert told(folder).startswith(f"{folder / 'forms' / 'fancy.toml'}: file: ")


def test_a_folder_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "centre").write_text("", encoding="utf-8")
    assert told(tmp_path / "centre").startswith(f"{tmp_path / 'centre' / 'centre.toml'}: file: ")


@pytest.mark.parametrize(
    ("text", "where"), [("name.fi = Keskus", "line 1"), ("\n\n[[groups]\n", "line 3"), ("a = 1\na = 2\n\n", "line 2")]
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, where: str) -> None:
    said = told(write_centre(tmp_path, text))
    assert "centre.toml: file: " in said
    assert where in said
    assert said.endswith("TOML, written in UTF-8")


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    folder = write_centre(tmp_path)
    (folder / "centre.toml").write_bytes('name.fi = "Äänekoski"'.encode("latin-1"))
    assert told(folder).endswith("TOML, written in UTF-8")


def test_a_long_value_is_cut_short(tmp_path: Path) -> None:
    assert len(told(write_centre(tmp_path, changed(CENTRE, 'code = "ON"', f'code = "{"x" * 5000}"')))) < 400


# Samples


def test_samples_are_listed_with_their_values(tmp_path: Path) -> None:
    assert list(samples(write_centre(tmp_path))) == ["groups.one.seats = 2"]


def test_a_value_is_found_by_its_dotted_name_and_an_entry_by_its_key() -> None:
    raw = {"zone": "Z", "groups": [{"key": "one", "seats": 0, "meetings": {"added": []}}]}
    assert sample(raw, "zone") == "Z"
    assert sample(raw, "groups.one.seats") == 0
    assert sample(raw, "groups.one.meetings.added") == []
    assert sample(raw, "groups.two.seats") is None


def test_a_value_that_is_empty_may_be_a_sample(tmp_path: Path) -> None:
    folder = write_centre(tmp_path, changed(CENTRE, "groups.one.seats", "groups.one.meetings.added"))
    read_content(folder)
    assert list(samples(folder)) == ["groups.one.meetings.added = []"]


def test_content_without_samples_lists_none(tmp_path: Path) -> None:
    assert list(samples(write_centre(tmp_path, changed(CENTRE, 'samples = ["groups.one.seats"]', "")))) == []


# The people of local mode


def test_local_people_hold_their_roles_beside_those_of_the_centre(tmp_path: Path) -> None:
    content = read_content(write_centre(tmp_path))
    added = with_local_people(content, tmp_path).centre.grants - content.centre.grants
    person = "00000000-0000-4000-8000-00000000000{}".format
    assert added == {
        RoleGrant(person(3), Role.SECRETARY, "one"),
        RoleGrant(person(3), Role.SECRETARY, "two"),
        RoleGrant(person(6), Role.COORDINATOR),
    }
    assert content.centre.grants < with_local_people(content, tmp_path).centre.grants


def test_the_people_of_local_mode_are_nobody_unless_they_are_asked_for(tmp_path: Path) -> None:
    assert not any(one.object_id.startswith("00000000") for one in read_content(write_centre(tmp_path)).centre.grants)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('role = "secretary"', 'role = "boss"', "people.1.role"),
        ("number = 1", 'number = "first"', "people.0.number"),
        ("number = 1", "number = 1\nnick = 2", "people.0.nick"),
    ],
)
def test_a_mistake_among_the_local_people_is_told_with_its_file(tmp_path: Path, old: str, new: str, key: str) -> None:
    content = read_content(write_centre(tmp_path, people=changed(PEOPLE, old, new)))
    with pytest.raises(ContentError, match=re.escape(f"{tmp_path / 'local' / 'people.toml'}: {key}: ")):
        with_local_people(content, tmp_path)


# The content that is shipped


def test_the_real_content_is_in_order_and_whole_in_three_languages() -> None:
    content = read_content(REAL)
    assert list(content.centre.groups) == ["haastavat-erot", "master", "ot-nepsy"]
    assert list(content.untranslated()) == []
    assert {tuple(form.languages) for form in content.forms.values()} == {("fi", "sv", "en")}


def test_the_real_content_gives_nobody_a_role_and_marks_its_samples() -> None:
    assert read_content(REAL).centre.grants == frozenset()
    assert "groups.haastavat-erot.meetings.start = 13:00:00" in list(samples(REAL))


def test_in_local_mode_seven_people_hold_every_role_in_every_group() -> None:
    centre = with_local_people(read_content(REAL), ROOT / "content").centre
    assert {(one.role, one.group) for one in centre.grants} == {
        *((role, group) for role in (Role.SECRETARY, Role.CHAIR, Role.MEMBER) for group in centre.groups),
        (Role.COORDINATOR, None),
        (Role.ADMINISTRATOR, None),
    }


def real_forms() -> list[Form]:
    return list(read_content(REAL).forms.values())


def answer(asked: Field) -> object:
    first = asked.options[0].value if asked.options else "2022-10-13"
    return {Kind.CHOICES: [first], Kind.CHOICE: first, Kind.TOGGLE: True, Kind.NUMBER: 1}.get(asked.kind, "true")


@pytest.mark.parametrize("form", real_forms(), ids=lambda form: form.key)
def test_every_step_of_a_real_form_is_on_some_path(form: Form) -> None:
    base = {asked.key: answer(asked) for asked in form.fields()}
    for step in form.steps:
        wanted = {one.field: next(iter(one.values)) for one in step.when}
        kinds = {asked.key: asked.kind for asked in form.fields()}
        opened = {key: [value] if kinds[key] is Kind.CHOICES else value for key, value in wanted.items()}
        assert step in path(form, base | opened), step.key


@pytest.mark.parametrize("form", real_forms(), ids=lambda form: form.key)
def test_a_real_form_asks_little_at_a_time_and_keeps_the_requester_apart(form: Form) -> None:
    assert list(mistakes(form)) == []
    assert max(len(step.fields) for step in form.steps) <= 5
    assert {asked.key for asked in form.fields() if asked.format} <= {
        asked.key for asked in form.fields() if asked.compartment == "requester"
    }
    assert OTHER not in {option.value for asked in form.fields() for option in asked.options}


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('name.fi = "Yksi"\n', "", "groups.one.name", "the group's first language"),
        ('description.fi = "Ensimmäinen ryhmä"\n', "", "groups.one.description", "the group's first language"),
        ("end = 15:00:00", "end = 13:00:00", "groups.one.meetings.end", "an end after the start"),
        ("cancelled = []", "cancelled = [2022-10-14]", "groups.one.meetings", "a day on which the group would meet"),
        ("moved = []", "moved = [{ from = 2022-10-14, to = 2022-10-20 }]", "groups.one.meetings", "would meet"),
    ],
)
def test_a_group_that_cannot_be_shown_or_held_is_told(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    with pytest.raises(ContentError) as told:
        read_content(write_centre(tmp_path, changed(CENTRE, old, new)))
    assert key in str(told.value)
    assert expected in str(told.value)
