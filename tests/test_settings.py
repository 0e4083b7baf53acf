"""What the environment may say, and what is told when it says something wrong."""

from datetime import date
from pathlib import Path

import pytest

from playground.teams import TENANT
from settings import read_settings
from tests.house import ROOT
from tests.settings import APP, KEY, PRODUCTION, Said, refused

pytestmark = pytest.mark.usefixtures("as_before")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OT_MODE", "test"),
        ("OT_HOST", "0.0.0.0"),
        ("OT_PORT", "http"),
        ("OT_PORT", "70000"),
        ("OT_PORT", "-1"),
        ("OT_PORT", "nan"),
        ("OT_CLOCK_RATE", "0"),
        ("OT_CLOCK_RATE", "fast"),
        ("OT_SENDS_PER_SECOND", "0"),
        ("OT_SENDS_PER_SECOND", "many"),
        ("OT_SENDS_PER_SECOND", "10001"),
        ("OT_SENDS_AT_ONCE", "0"),
        ("OT_SENDS_AT_ONCE", "1.5"),
        ("OT_SENDS_AT_ONCE", "501"),
        ("OT_EXPIRES", "tls"),
        ("OT_EXPIRES", "tls=tomorrow"),
        ("OT_NOW", "tomorrow"),
        ("OT_NOW", "2022-13-01"),
        ("OT_DATABASE_URL", "mysql://localhost/ot"),
        ("OT_DATABASE_URL", "no address at all"),
        ("OT_MASTER_KEYS", "first"),
        ("OT_MASTER_KEYS", KEY),
        ("OT_MASTER_KEYS", "first:c2hvcnQ="),
        ("OT_MASTER_KEYS", f"first:{KEY},first:{KEY}"),
        ("OT_MASTER_KEY_FILE", "/nowhere/master.key"),
        ("OT_MASTER_KEY_FILE", "/"),
        ("OT_DATABASE_URL", "postgresql://ot:hunter2@127.0.0.1:1/ot"),
    ],
)
def test_a_setting_that_is_wrong_is_named_in_one_sentence(
    local: dict[str, str], capsys: Said, name: str, value: str
) -> None:
    assert name in refused(capsys, "serve", local | {name: value})


@pytest.mark.parametrize("name", ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "OT_DATABASE_URL"])
def test_what_production_lacks_is_named(capsys: Said, name: str) -> None:
    without = {key: value for key, value in PRODUCTION.items() if key != name}
    assert f"{name} is missing" in refused(capsys, "serve", without)
    assert f"{name} is missing" in refused(capsys, "serve", without | {name: ""})
    assert f"{name} is missing" in refused(capsys, "serve", without | {name: "   "})


def test_production_has_its_keys_in_one_place_and_makes_none_by_itself(capsys: Said, tmp_path: Path) -> None:
    without = {key: value for key, value in PRODUCTION.items() if key != "OT_MASTER_KEYS"}
    for none in ({}, {"OT_MASTER_KEYS": ""}, {"OT_MASTER_KEY_FILE": ""}):
        assert "OT_MASTER_KEY_FILE is missing" in refused(capsys, "serve", without | none)
    both = PRODUCTION | {"OT_MASTER_KEY_FILE": str(tmp_path / "master.key")}
    assert "both set" in refused(capsys, "serve", both)
    named = without | {"OT_MASTER_KEY_FILE": str(tmp_path / "master.key")}
    assert "No such file" in refused(capsys, "serve", named)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "value", ["x", "ot.example.fi", "ftp://ot.example.fi", "https://ot.example.fi/ot", "https://u@x/"]
)
def test_a_public_address_that_is_none_is_named(local: dict[str, str], capsys: Said, value: str) -> None:
    for environment in (PRODUCTION, local):
        assert "OT_PUBLIC_URL" in refused(capsys, "serve", environment | {"OT_PUBLIC_URL": value})


def test_in_production_the_public_address_is_an_https_one(capsys: Said) -> None:
    told = refused(capsys, "serve", PRODUCTION | {"OT_PUBLIC_URL": "http://127.0.0.1:3978"})
    assert "OT_PUBLIC_URL" in told and "https" in told


def test_the_public_page_is_on_or_off(local: dict[str, str], capsys: Said) -> None:
    assert "OT_PUBLIC_PAGE" in refused(capsys, "serve", local | {"OT_PUBLIC_PAGE": "no"})
    assert read_settings({"OT_PUBLIC_PAGE": "off"}).public_page is False
    assert read_settings({"OT_PUBLIC_PAGE": "on"}).public_page is read_settings({}).public_page is True


MAIL = {
    "OT_SMTP_URL": "smtp://ot@mail.example.fi:587",
    "OT_SMTP_PASSWORD": "hunter2",
    "OT_MAIL_FROM": "OT <ot@example.fi>",
}


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("OT_SMTP_URL", {"OT_SMTP_URL": ""}),
        ("OT_SMTP_URL", {"OT_SMTP_URL": "mail.example.fi"}),
        ("OT_SMTP_URL", {"OT_SMTP_URL": "smtps://mail.example.fi"}),
        ("OT_SMTP_PASSWORD", {"OT_SMTP_URL": "smtp://ot:hunter2@mail.example.fi"}),
        ("OT_SMTP_PASSWORD", {"OT_SMTP_PASSWORD": ""}),
        ("OT_SMTP_PASSWORD", {"OT_SMTP_URL": "smtp://mail.example.fi"}),
        ("OT_MAIL_FROM", {"OT_MAIL_FROM": ""}),
        ("OT_MAIL_FROM", {"OT_MAIL_FROM": "OT-keskus"}),
    ],
)
def test_what_mail_lacks_is_named_and_no_password_is_told(
    local: dict[str, str], capsys: Said, name: str, changed: dict[str, str]
) -> None:
    assert name in refused(capsys, "serve", local | MAIL | changed)


def test_mail_is_off_unless_it_is_set() -> None:
    assert read_settings({}).mail is None
    mail = read_settings(MAIL).mail
    assert mail and (mail.host, mail.port, mail.user, mail.sender) == (
        "mail.example.fi",
        587,
        "ot",
        "OT <ot@example.fi>",
    )
    assert "hunter2" not in repr(mail)


def test_the_public_address_is_this_machine_in_local_mode_and_nowhere_in_production() -> None:
    assert read_settings({"OT_PORT": "4000"}).public_url == "http://127.0.0.1:4000"
    assert read_settings(PRODUCTION).public_url == ""
    assert read_settings(PRODUCTION | {"OT_PUBLIC_URL": "https://ot.example.fi/"}).public_url == "https://ot.example.fi"


@pytest.mark.parametrize("name", ["MicrosoftAppId", "MicrosoftAppTenantId"])
@pytest.mark.parametrize("value", ["x", "11111111", APP + "0", "{" + APP + "}", APP.replace("-", "")])
def test_an_identity_that_is_no_guid_is_named(capsys: Said, name: str, value: str) -> None:
    assert name in refused(capsys, "serve", PRODUCTION | {name: value})


@pytest.mark.parametrize("value", ["x,y", APP + ",", APP + " " + APP, "contoso.onmicrosoft.com"])
def test_a_guest_tenant_that_is_no_guid_is_named(local: dict[str, str], capsys: Said, value: str) -> None:
    for environment in (PRODUCTION, local):
        assert "OT_GUEST_TENANTS" in refused(capsys, "serve", environment | {"OT_GUEST_TENANTS": value})


def test_a_secrets_id_is_not_taken_for_its_value(capsys: Said) -> None:
    told = refused(capsys, "serve", PRODUCTION | {"MicrosoftAppPassword": APP})
    assert "MicrosoftAppPassword" in told and APP not in told


# Local mode that takes tokens as production does, on one machine.
JUDGED = {
    "MicrosoftAppId": APP,
    "MicrosoftAppTenantId": APP,
    "OT_OPENID_METADATA_URL": "http://127.0.0.1:1/openid",
    "OT_SERVICE_URLS": "http://127.0.0.1:2/",
}


@pytest.mark.parametrize("name", ["MicrosoftAppTenantId", "OT_OPENID_METADATA_URL"])
def test_local_mode_that_takes_tokens_says_what_it_lacks(local: dict[str, str], capsys: Said, name: str) -> None:
    assert f"{name} is missing" in refused(capsys, "serve", local | JUDGED | {name: ""})


@pytest.mark.parametrize("name", ["OT_OPENID_METADATA_URL", "OT_SERVICE_URLS"])
def test_what_belongs_to_tokens_is_not_set_without_an_app_id(local: dict[str, str], capsys: Said, name: str) -> None:
    told = refused(capsys, "serve", local | {name: JUDGED[name]})
    assert name in told and "MicrosoftAppId" in told


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MicrosoftAppId", "x"),
        ("MicrosoftAppTenantId", "contoso"),
        *(("OT_OPENID_METADATA_URL", one) for one in ("x", "http://example.com/", "ftp://127.0.0.1/", "https://u@x/")),
        *(
            ("OT_OPENID_METADATA_URL", one)
            for one in ("https://", "http://[::1", "http://127.0.0.1:x/", "https://x/?a")
        ),
        *(("OT_SERVICE_URLS", one) for one in ("x", "https://example.com/", "http://10.0.0.1/", "http://127.0.0.1/,")),
        *(("OT_SERVICE_URLS", one) for one in ("http://u@127.0.0.1/", "http://127.0.0.1.example.com/", "file:///x")),
    ],
)
def test_what_tokens_are_judged_by_is_named_when_it_is_wrong(
    local: dict[str, str], capsys: Said, name: str, value: str
) -> None:
    assert name in refused(capsys, "serve", local | JUDGED | {name: value})


@pytest.mark.parametrize("name", ["OT_OPENID_METADATA_URL", "OT_SERVICE_URLS"])
def test_production_believes_microsofts_keys_and_answers_to_teams_only(capsys: Said, name: str) -> None:
    told = refused(capsys, "serve", PRODUCTION | {name: JUDGED[name]})
    assert name in told and "OT_MODE=local" in told


def test_every_mode_has_a_home_tenant_in_small_letters() -> None:
    guests = "BBBBBBBB-2222-4333-8444-555555555555, " + APP
    assert read_settings({}).tenant == TENANT
    assert read_settings({"MicrosoftAppTenantId": "A" * 8 + APP[8:]}).tenant == "a" * 8 + APP[8:]
    made = read_settings(PRODUCTION | {"OT_GUEST_TENANTS": guests, "MicrosoftAppId": "A" * 8 + APP[8:]})
    assert made.guests == {"bbbbbbbb-2222-4333-8444-555555555555", APP}
    assert (made.tenant, made.app_id) == (APP, "a" * 8 + APP[8:])
    made = read_settings(JUDGED | {"OT_SERVICE_URLS": "http://127.0.0.1:2/, http://[::1]:3/x"})
    assert made.service_urls == ("http://127.0.0.1:2/", "http://[::1]:3/x")


def test_the_app_package_needs_an_app_id_and_nothing_else_of_tokens() -> None:
    assert read_settings({"MicrosoftAppId": APP}).app_id == APP


@pytest.mark.parametrize(("name", "value"), [("OT_NOW", "2022-09-20T08:00"), ("OT_CLOCK_RATE", "60")])
def test_production_does_not_pretend_a_time(capsys: Said, name: str, value: str) -> None:
    assert name in refused(capsys, "serve", PRODUCTION | {name: value})


def test_without_a_setting_it_is_local_with_the_sample_content_and_a_file() -> None:
    made = read_settings({})
    assert (made.local, made.host, made.port, made.rate, made.start) == (True, "127.0.0.1", 3978, 1.0, None)
    assert made.content == ROOT / "content" / "keski-suomi"
    assert made.database_url == f"sqlite:///{ROOT / 'var' / 'ot-botti.db'}"
    assert (made.tenant, made.master_keys, made.master_key_file) == (TENANT, "", None)


def test_an_empty_setting_is_none() -> None:
    names = ["OT_MODE", "OT_HOST", "OT_PORT", "OT_DATABASE_URL", "OT_CONTENT", "OT_NOW", "OT_CLOCK_RATE"]
    names += [*JUDGED, "OT_GUEST_TENANTS", "MicrosoftAppPassword"]
    for blank in ("", " ", " \t "):
        assert read_settings(dict.fromkeys(names, blank)) == read_settings({})


def test_production_listens_to_all_and_has_its_identity() -> None:
    made = read_settings(PRODUCTION)
    assert (made.local, made.host) == (False, "0.0.0.0")
    assert (made.app_id, made.tenant, made.password) == (APP, APP, "hunter2")
    assert KEY not in repr(made)
    assert read_settings(PRODUCTION | {"OT_HOST": "127.0.0.1"}).host == "127.0.0.1"


def test_what_expires_is_read_with_its_day() -> None:
    assert read_settings({"OT_EXPIRES": "tls=2027-01-15"}).expires == {"tls": date(2027, 1, 15)}
    assert read_settings({}).expires == {}
