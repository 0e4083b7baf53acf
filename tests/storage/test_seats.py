"""How full sessions are."""

from dataclasses import replace

from sqlalchemy import insert

from domain.announcements import Announcement
from domain.registrations import Coming, Seats
from playground.teams import TENANT
from storage import announcements, people, seats
from storage.announcement_tables import registrations
from storage.people import Caller
from storage.schema import upgrade
from tests.documents.sessions import INFO
from tests.ground import open_database
from tests.house import START


def _session(number: int, limit: int | None) -> Announcement:
    session = INFO.wording.session
    assert session
    wording = replace(INFO.wording, session=replace(session, seats=limit))
    return replace(INFO, id=f"{number:032x}", wording=wording)


async def test_those_who_come_and_those_who_wait_are_counted_for_each_session(database_url: str) -> None:
    database = open_database(database_url)
    await upgrade(database)
    limited, open_to_all, empty = _session(1, 2), _session(2, None), _session(3, 5)
    states = [(limited, Coming.COMING), (limited, Coming.COMING), (limited, Coming.WAITING)]
    states += [(limited, Coming.DECLINED), (open_to_all, Coming.COMING)]
    async with database.write() as connection:
        for one in (limited, open_to_all, empty):
            await announcements.add(connection, one, START)
        for place, (one, state) in enumerate(states):
            caller = Caller(TENANT, f"11111111-2222-4333-8444-{place:012}", "Nimi", "fi-FI")
            actor = await people.meet(connection, caller, START)
            values = {"id": f"{place:032x}", "announcement": one.id, "person": actor.id, "state": state.value}
            await connection.execute(insert(registrations).values(values | {"place": place, "at": START}))
        found = await seats.seats_of(connection, [limited, open_to_all, empty])
        nothing = await seats.seats_of(connection, [])
    await database.close()
    assert found == {limited.id: Seats(2, 2, 1), open_to_all.id: Seats(None, 1, 0), empty.id: Seats(5, 0, 0)}
    assert nothing == {}
