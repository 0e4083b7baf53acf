"""The shapes of the centre's files: what may be left out, and what a table becomes."""

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from domain.links import TEAMS_HOSTS
from domain.meetings import OnHoliday
from domain.people import Role, RoleGrant
from domain.retention import Retention
from storage.content_files import CentreFile, ContactTable, GroupTable, MeetingsTable, PersonTable, RoleTable

HELSINKI = ZoneInfo("Europe/Helsinki")
MEETINGS: dict[str, Any] = {
    "rule": "FREQ=MONTHLY;BYDAY=2TH",
    "since": date(2022, 1, 1),
    "start": time(13),
    "end": time(15),
}
GROUP: dict[str, Any] = {
    "key": "one",
    "code": "ON",
    "name": {"fi": "Yksi"},
    "description": {"fi": "Ryhmä"},
    "form": "plain",
    "languages": ["fi"],
}
CENTRE: dict[str, Any] = {
    "name": {"fi": "Keskus"},
    "zone": "Europe/Helsinki",
    "holidays": "FI",
    "languages": ["fi"],
    "emergency": [{"number": "112", "label": {"fi": "Hätänumero"}}],
    "groups": [GROUP],
}


def person(role: str) -> PersonTable:
    return PersonTable.model_validate({"number": 1, "object_id": "o", "role": role, "name": {"fi": "Nimi"}})


def test_meetings_need_a_rule_and_hours_and_have_a_week_and_no_holidays_by_themselves() -> None:
    rule = MeetingsTable.model_validate(MEETINGS).fact(HELSINKI, "FI")
    assert (rule.deadline_days, rule.on_holiday) == (7, OnHoliday.CANCEL)
    assert (rule.cancelled, rule.added, rule.moved) == (frozenset(), frozenset(), {})
    assert (rule.zone, rule.country) == (HELSINKI, "FI")


@pytest.mark.parametrize("choice", list(OnHoliday))
def test_a_group_says_what_it_does_on_a_holiday(choice: OnHoliday) -> None:
    table = MeetingsTable.model_validate(MEETINGS | {"on_holiday": choice.value})
    assert table.fact(HELSINKI, "FI").on_holiday is choice


def test_single_dates_become_sets_and_a_map() -> None:
    day, to = date(2022, 11, 10), date(2022, 11, 17)
    table = MeetingsTable.model_validate(
        MEETINGS | {"cancelled": [day, day], "added": [to], "moved": [{"from": day, "to": to}]}
    )
    rule = table.fact(HELSINKI, "FI")
    assert rule.cancelled == {day}
    assert rule.added == {to}
    assert rule.moved == {day: to}


@pytest.mark.parametrize("key", MEETINGS)
def test_nothing_of_a_rule_can_be_left_out(key: str) -> None:
    with pytest.raises(ValidationError, match=key):
        MeetingsTable.model_validate({name: value for name, value in MEETINGS.items() if name != key})


def test_a_group_without_meetings_and_seats_has_neither_and_meets_remotely() -> None:
    group = GroupTable.model_validate(GROUP).fact(HELSINKI, "FI")
    assert (group.meetings, group.seats, group.info_url, group.remote) == (None, None, None, True)
    assert (group.key, group.code, group.form, group.languages) == ("one", "ON", "plain", ["fi"])


def test_a_group_reckons_in_the_centres_zone_and_holidays() -> None:
    group = GroupTable.model_validate(GROUP | {"meetings": MEETINGS}).fact(ZoneInfo("Europe/Stockholm"), "SE")
    assert group.meetings is not None
    assert (group.meetings.zone, group.meetings.country) == (ZoneInfo("Europe/Stockholm"), "SE")


@pytest.mark.parametrize("code", ["O", "ONEONE", "on", "O1", "ÄÖ", "ON\n"])
def test_a_groups_code_is_two_to_four_capital_letters(code: str) -> None:
    with pytest.raises(ValidationError, match="code"):
        GroupTable.model_validate(GROUP | {"code": code})


@pytest.mark.parametrize("url", ["https://a.example/#x", "https://a.example", "https://a.example/b/?c=d"])
def test_a_page_of_a_group_is_an_https_address(url: str) -> None:
    assert GroupTable.model_validate(GROUP | {"info_url": url}).info_url == url


@pytest.mark.parametrize(
    "url", ["http://a.example", "javascript:alert(1)", "https://", "https://a.example/a b", "a.example"]
)
def test_what_is_no_https_address_is_none(url: str) -> None:
    with pytest.raises(ValidationError, match="info_url"):
        GroupTable.model_validate(GROUP | {"info_url": url})


def test_a_role_is_by_object_id_in_small_letters_whatever_was_written() -> None:
    table = RoleTable.model_validate(
        {"person": "ABCDEF00-2222-4333-8444-555555555555", "role": "chair", "group": "one"}
    )
    assert table.fact() == RoleGrant("abcdef00-2222-4333-8444-555555555555", Role.CHAIR, "one")


def test_a_contact_may_have_neither_phone_nor_mail_nor_organisation() -> None:
    contact = ContactTable.model_validate({"name": "Nimi", "title": {"fi": "Titteli"}}).fact()
    assert (contact.phone, contact.email, contact.organisation) == (None, None, {})


def test_a_centre_has_an_emergency_number_a_group_and_a_language_at_least() -> None:
    assert CentreFile.model_validate(CENTRE).fact().grants == frozenset()
    for key in ("emergency", "groups", "languages"):
        with pytest.raises(ValidationError, match=key):
            CentreFile.model_validate(CENTRE | {key: []})


def test_links_may_lead_to_teams_where_the_centre_names_no_hosts() -> None:
    assert CentreFile.model_validate(CENTRE).fact().link_hosts == TEAMS_HOSTS
    assert CentreFile.model_validate(CENTRE | {"link_hosts": ["koske.fi"]}).fact().link_hosts == ("koske.fi",)


def test_blanks_around_a_text_are_not_part_of_it() -> None:
    assert CentreFile.model_validate(CENTRE | {"name": {"fi": "  Keskus \n"}}).fact().name == {"fi": "Keskus"}


def test_a_local_professional_holds_no_role() -> None:
    assert person("professional").grants(["one", "two"]) == frozenset()


@pytest.mark.parametrize("role", ["secretary", "chair", "member"])
def test_a_local_person_with_a_role_of_a_group_holds_it_in_all_groups(role: str) -> None:
    assert person(role).grants(["one", "two"]) == {RoleGrant("o", Role(role), "one"), RoleGrant("o", Role(role), "two")}


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_a_local_person_with_a_role_of_the_centre_holds_it_once(role: str) -> None:
    assert person(role).grants(["one", "two"]) == {RoleGrant("o", Role(role))}


def test_what_a_centre_says_of_time_limits_is_taken_and_the_rest_is_on_the_safe_side() -> None:
    assert CentreFile.model_validate(CENTRE).fact().retention == Retention()
    file = CentreFile.model_validate(CENTRE | {"retention": {"request": 200, "log": 4000}})
    assert file.fact().retention == Retention(request=200, log=4000)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"request": 100}, "identity not longer than request, which has 100 days"),
        ({"announcement": 20, "feedback": 20}, "registration not longer than announcement, which has 20 days"),
        ({"request": 80}, "identity not longer than request, which has 80 days; delivery not longer than request"),
        ({"draft": 0}, "greater than or equal to 1"),
        ({"request": 36500}, "less than or equal to 1826"),
        ({"drafts": 3}, "Extra inputs"),
    ],
)
def test_a_time_limit_that_is_none_is_told(kept: dict[str, int], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        CentreFile.model_validate(CENTRE | {"retention": kept})
