"""What an administrator is shown of the reminders to come."""

import asyncio
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import func, select

import commands
from app import main
from domain.consultations import Question
from domain.people import Role, RoleGrant
from domain.preferences import Preferences
from domain.registrations import Coming
from settings import read_settings
from storage import drafts, guests, histories, people, preferences, registrations
from storage.database import Database
from storage.notice_tables import deliveries
from storage.registrations import Registrant
from storage.reminder_tables import nudges, reminders
from storage.schema import upgrade
from tests.settings import Said
from tests.storage.facts import NOW, draft, person, personal_chat, sent
from tests.storage.meets import ONE, lay, register

OBJECT = "00000000-0000-4000-8000-000000000001"
SECRET = "Viestit kiristyvät"
AUTUMN = ("--from", "2022-10-01", "--to", "2022-10-31")

pytestmark = pytest.mark.usefixtures("as_before")


def within(environment: dict[str, str]) -> Database:
    return commands.database_of(read_settings(environment))


async def _live(environment: dict[str, str]) -> None:
    async with within(environment) as database:
        await upgrade(database)
        one, other = await person(database), await person(database, 2)
        await sent(database, one.id, answers={"conflict": SECRET})
        unnamed = await sent(database, other.id, 2, answers={"conflict": SECRET}, anonymous=True)
        await lay(database, ONE)
        async with database.write() as connection:
            for who in (one, other):
                await people.remember_conversation(connection, personal_chat(who.id, f"a:{who.id}"), NOW)
            await drafts.begin(connection, draft(one.id, {"conflict": SECRET}), NOW)
            await register(connection, ONE.id, one.id)
            _, word = await guests.ask(connection, ONE.id, "guest@example.fi", "fi", NOW)
            guest = await guests.confirm(connection, word, NOW)
            assert guest
            await registrations.answer(connection, ONE.id, Registrant(guest=guest.id), Coming.COMING, NOW)
            asked = datetime(2022, 9, 29, 7, tzinfo=UTC)
            await histories.ask(connection, unnamed.id, Question("q" * 32, SECRET, "Sihteeri", asked))


async def _wish(environment: dict[str, str], wishes: Preferences) -> None:
    async with within(environment) as database:
        who = await person(database)
        async with database.write() as connection:
            await preferences.save(connection, who.id, wishes)


async def _written(environment: dict[str, str]) -> list[int]:
    async with within(environment) as database, database.read() as connection:
        tables = (nudges, reminders, deliveries)
        return [await connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


@pytest.fixture
def local(empty_sqlite_url: str) -> dict[str, str]:
    """A database in which somebody has a form, a request and a seat, and another asks anonymously."""
    environment = {"OT_DATABASE_URL": empty_sqlite_url}
    asyncio.run(_live(environment))
    return environment


def shown(environment: dict[str, str], capsys: Said, *words: str) -> list[str]:
    assert main(["reminders", "preview", *words], environment) == 0, capsys.readouterr().err
    return capsys.readouterr().out.splitlines()


def of(lines: list[str], rule: str) -> list[str]:
    return [one for one in lines if f" · {rule} · " in one]


def test_each_line_says_when_of_what_to_whom_and_what_becomes_of_it(local: dict[str, str], capsys: Said) -> None:
    lines = shown(local, capsys, *AUTUMN)
    assert of(lines, "draft-deadline")[0] == (
        "ke 5.10.2022 klo 9.00 · draft-deadline · Haastavat erot -konsultaatioryhmä, to 6.10.2022 · "
        f"lomakkeen täyttäjä {OBJECT} · lähtee"
    )
    hers = "ke 12.10.2022 klo 9.00 · consultation-tomorrow · HE-2022-0001 (Haastavat erot -konsultaatioryhmä), "
    assert [one.startswith(hers) for one in sorted(of(lines, "consultation-tomorrow"))] == [True, False]
    assert of(lines, "session-soon")[0].startswith("ke 5.10.2022 klo 7.45 · session-soon · ”OT-info”, ke 5.10.2022 · ")
    assert any("session-tomorrow" in one and "vieraat sähköpostitse: 1 · lähtee" in one for one in lines)
    assert "session-soon: Juuri ennen tilaisuuden alkua muistutetaan niitä, jotka ovat ilmoittautuneet siihen." in lines
    assert lines[-1].endswith("Mitään ei lähetetty.")


async def _take_the_app_away(environment: dict[str, str]) -> None:
    async with within(environment) as database:
        who = await person(database)
        async with database.write() as connection:
            await people.end_conversation(connection, f"a:{who.id}", NOW)


def test_of_who_has_no_app_it_is_said_that_nothing_arrives(local: dict[str, str], capsys: Said) -> None:
    asyncio.run(_take_the_app_away(local))
    lines = shown(local, capsys, *AUTUMN)
    assert of(lines, "draft-deadline")[0].endswith("ei mene nyt perille: henkilöllä ei ole OT-bottia Teamsissa")


def test_nobody_is_named_and_nothing_of_a_case_is_told(local: dict[str, str], capsys: Said) -> None:
    lines = shown(local, capsys, *AUTUMN)
    [unnamed] = of(lines, "question-unanswered")
    assert "HE-2022-0002" in unnamed and "nimetön pyytäjä" in unnamed
    together = "\n".join(lines)
    assert not any(said in together for said in (SECRET, "Ammattilainen", "guest@"))
    # The anonymous requester's own id stands nowhere: not beside her request, and not beside another.
    assert OBJECT in together and OBJECT.replace("01", "02") not in together


def test_it_writes_and_sends_nothing(local: dict[str, str], capsys: Said) -> None:
    before = asyncio.run(_written(local))
    shown(local, capsys, *AUTUMN)
    assert asyncio.run(_written(local)) == before


def test_one_persons_lines_are_shown_by_themselves(local: dict[str, str], capsys: Said) -> None:
    lines = shown(local, capsys, *AUTUMN, "--person", OBJECT.upper())
    told = [one for one in lines if " · " in one]
    assert told and all(OBJECT in one for one in told)
    assert not of(lines, "question-unanswered")


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (Preferences(reminders=False), "klo 9.00|ei lähde: ei halua muistutuksia"),
        (Preferences(quiet_from=time(7), quiet_until=time(10)), "klo 10.00|myöhemmin: odottaa hiljaisen ajan loppua"),
    ],
    ids=["off", "quiet"],
)
def test_what_holds_it_back_is_said_and_when_it_comes_instead(
    local: dict[str, str], capsys: Said, wishes: Preferences, expected: str
) -> None:
    asyncio.run(_wish(local, wishes))
    [line] = of(shown(local, capsys, *AUTUMN, "--person", OBJECT), "consultation-tomorrow")
    assert line.startswith("ke 12.10.2022")
    assert all(one in line for one in expected.split("|")), line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "1.10.2022", "--to", "2022-10-31"), "--from"),
        (("--from", "2022-10-02", "--to", "2022-10-01"), "--to"),
        (("--from", "2022-10-02", "--to", "2032-10-01"), "--to"),
        ((*AUTUMN, "--person", OBJECT.replace("1", "9")), "nobody"),
    ],
    ids=["no day", "backwards", "too long", "nobody"],
)
def test_what_cannot_be_shown_is_refused_in_one_sentence(
    local: dict[str, str], capsys: Said, words: tuple[str, ...], told: str
) -> None:
    assert main(["reminders", "preview", *words], local) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1


def test_what_expires_is_shown_to_the_administrators(local: dict[str, str], capsys: Said) -> None:
    lines = shown(local | {"OT_EXPIRES": "app-password=2022-11-10"}, capsys, *AUTUMN)
    assert of(lines, "credential-expires") == []
    asyncio.run(_administrator(local))
    [line] = of(shown(local | {"OT_EXPIRES": "app-password=2022-11-10"}, capsys, *AUTUMN), "credential-expires")
    assert "app-password, to 10.11.2022" in line and f"ylläpitäjä {OBJECT}" in line


async def _administrator(environment: dict[str, str]) -> None:
    async with within(environment) as database, database.write() as connection:
        grant = RoleGrant(OBJECT, Role.ADMINISTRATOR)
        await people.lay_roles(connection, frozenset({grant}), NOW)
