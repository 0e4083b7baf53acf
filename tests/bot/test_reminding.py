"""What is drawn of a card of reminders: what still holds, and nothing of a case."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import update

from bot.drawing import Drawn, Postponed, Withheld
from bot.reminding import DRAWERS, again_at, facing, gather, hour_of, numbers
from cards.elements import View
from domain.announcements import State
from domain.consultations import Question
from domain.people import Role, RoleGrant
from domain.preferences import Preferences
from domain.reminders import RULES
from storage import consultations, drafts, feedback, histories, nudges, people, preferences
from storage.notice_tables import deliveries
from storage.outgoing import Delivery
from storage.people import Conversation
from storage.reminder_tables import nudges as shares
from storage.reminder_tables import reminders
from tests.bot.post import SECRETARY, Post
from tests.e2e.walks import words_on
from tests.storage.facts import after, draft, request
from tests.storage.meets import lay, register, session
from tests.storage.reminded import remind

SECRET = "Viestit ovat kiristyneet"
GROUP = "haastavat-erot"
Prepared = tuple[str, str]
Prepare = Callable[[Post, str], Awaitable[Prepared]]


async def _draft(post: Post, person: str) -> Prepared:
    async with post.desk.database.write() as connection:
        begun = await drafts.begin(connection, draft(person, {"conflict": SECRET}), post.desk.clock.now())
    return begun.id, "2022-10-06/5"


async def _late(post: Post, person: str) -> Prepared:
    return (await _draft(post, person))[0], "2022-10-06/1"


async def _request(post: Post, person: str) -> Prepared:
    one = request(person, answers={"conflict": SECRET})
    async with post.desk.database.write() as connection:
        await consultations.add(connection, one, {"unit": SECRET})
        await histories.ask(connection, one.id, Question("q" * 32, SECRET, "Sihteeri", post.desk.clock.now()))
    return one.id, "2022-09-20/5"


async def _meets(post: Post, person: str) -> Prepared:
    return (await _request(post, person))[0], "2022-10-13/1"


async def _asked(post: Post, person: str) -> Prepared:
    return (await _request(post, person))[0], "2022-09-20/3"


async def _meeting(_: Post, __: str) -> Prepared:
    return f"{GROUP}/2022-10-13", "2022-10-13/1"


async def _session(post: Post, person: str) -> Prepared:
    one = session(sent_at=post.desk.clock.now())
    await lay(post.desk.database, one)
    async with post.desk.database.write() as connection:
        await register(connection, one.id, person)
    return one.id, "2022-10-05/1"


async def _soon(post: Post, person: str) -> Prepared:
    return (await _session(post, person))[0], "2022-10-05T05:15Z/30"


async def _waiting(post: Post, _: str) -> Prepared:
    one = session(state=State.WAITING, author=post.actors[SECRETARY].id)
    await lay(post.desk.database, one)
    return one.id, "2022-09-20/1"


async def _stuck(post: Post, _: str) -> Prepared:
    await post.sent(owner=SECRETARY)
    async with post.desk.database.write() as connection:
        await connection.execute(update(deliveries).values(state="dead", reason="blocked"))
    return "centre", "2022-09-19/0"


async def _expires(post: Post, _: str) -> Prepared:
    post.desk = replace(post.desk, expiring={"app-password": date(2022, 10, 20)})
    return "app-password", "2022-10-20/30"


async def _ends(post: Post, _: str) -> Prepared:
    groups = dict(post.desk.content.centre.groups)
    meetings = groups[GROUP].meetings
    assert meetings
    until = replace(meetings, rule="FREQ=MONTHLY;BYDAY=2TH;UNTIL=20221231T000000")
    groups[GROUP] = replace(groups[GROUP], meetings=until)
    content = post.desk.content
    post.desk = replace(post.desk, content=replace(content, centre=replace(content.centre, groups=groups)))
    return GROUP, "2022-12-08/60"


PREPARED: dict[str, tuple[Prepare, Role | None, str]] = {
    "draft-deadline": (_draft, None, "lomakkeesi on vielä kesken"),
    "draft-late": (_late, None, "määräaika oli to 6.10.2022, ja lomakkeesi on vielä lähettämättä"),
    "request-untouched": (_request, Role.SECRETARY, "HE-2022-0001 saapui ti 20.9.2022"),
    "question-unanswered": (_asked, None, "HE-2022-0001 odottaa vastaustasi"),
    "meeting-tomorrow": (_meeting, Role.MEMBER, "kokoontuu to 13.10.2022 klo"),
    "consultation-tomorrow": (_meets, None, "HE-2022-0001 käsitellään kokouksessa to 13.10.2022 klo"),
    "session-tomorrow": (_session, None, "”OT-info”. Se pidetään ke 5.10.2022 klo 8.15–9.15"),
    "session-soon": (_soon, None, "”OT-info”, ke 5.10.2022 klo 8.15"),
    "feedback": (_session, None, "”OT-info” oli ke 5.10.2022"),
    "approval-waiting": (_waiting, Role.COORDINATOR, "”OT-info” odottaa toista lukijaa"),
    "undeliverable": (_stuck, Role.ADMINISTRATOR, "eivät ole menneet perille viikon aikana: 1 (tilanne ti 20.9.2022)"),
    "credential-expires": (_expires, Role.ADMINISTRATOR, "Palvelun tunniste ”app-password” vanhenee to 20.10.2022"),
    "content-ends": (_ends, Role.ADMINISTRATOR, "viimeinen sisältöön merkitty kokous on to 8.12.2022"),
}


async def lay_role(post: Post, number: int, role: Role) -> None:
    """Give somebody a role, in the group where it is one of a group."""
    group = GROUP if role in (Role.SECRETARY, Role.CHAIR, Role.MEMBER) else None
    grant = RoleGrant(post.actors[number].object_id, role, group)
    async with post.desk.database.write() as connection:
        await people.lay_roles(connection, frozenset({grant}), post.desk.clock.now())


async def prepared(post: Post, rule: str) -> tuple[str, str]:
    """What the rule speaks of, and a card about it for person 1: her id, the card's."""
    await post.person(SECRETARY)
    prepare, role, _ = PREPARED[rule]
    if role:
        await lay_role(post, 1, role)
    person = post.actors[1].id
    subject, key = await prepare(post, person if role is None else post.actors[SECRETARY].id)
    async with post.desk.database.write() as connection:
        return person, await remind(connection, person, rule, subject, key=key)


async def drawn(post: Post, person: str, bundle: str, kind: str = "reminder", **facts: Any) -> object:
    one = Delivery("d" * 32, kind, bundle, 1, person, None, None, 1, language="fi")
    async with post.desk.database.read() as connection:
        return await DRAWERS[kind].draw(post.desk, connection, replace(one, **facts))


def seen(post: Post) -> dict[str, Any]:
    """That a copy stands in the chat already."""
    chat: Conversation = post.chat(1)
    return {"message": "m1", "conversation": chat.id, "chat": chat}


@pytest.mark.parametrize("rule", [one for one in PREPARED if one != "feedback"])
async def test_each_rule_is_told_with_its_day_and_nothing_of_the_case(post: Post, rule: str) -> None:
    made = await drawn(post, *await prepared(post, rule))
    assert isinstance(made, Drawn)
    assert PREPARED[rule][2] in words_on(made.card)
    assert SECRET not in str(made.card) and SECRET not in made.summary
    assert made.summary == "Muistutus OT-botilta"


async def test_the_reminder_of_a_session_that_begins_has_the_way_in(post: Post) -> None:
    made = await drawn(post, *await prepared(post, "session-soon"))
    assert isinstance(made, Drawn) and "https://teams.microsoft.com/l/meetup-join/one" in str(made.card)


async def test_a_credential_that_was_renewed_is_spoken_of_no_more(post: Post) -> None:
    person, bundle = await prepared(post, "credential-expires")
    post.desk = replace(post.desk, expiring={"app-password": date(2023, 10, 20)})
    assert isinstance(await drawn(post, person, bundle), Withheld)


async def test_once_all_has_got_through_nothing_is_said_of_messages_that_have_not(post: Post) -> None:
    person, bundle = await prepared(post, "undeliverable")
    async with post.desk.database.write() as connection:
        await connection.execute(update(deliveries).values(state="sent", reason=""))
    assert isinstance(await drawn(post, person, bundle), Withheld)


async def test_who_has_given_her_feedback_is_not_asked_again(post: Post) -> None:
    person, bundle = await prepared(post, "feedback")
    post.pass_time(days=15, hours=6)
    made = await drawn(post, person, bundle)
    assert isinstance(made, Drawn) and "Anna palautetta" in str(made.card)
    assert "nimetön" in words_on(made.card) and made.summary == "Muistutus OT-botilta"
    async with post.desk.database.write() as connection:
        await feedback.give(connection, session().id, person, {}, post.desk.today(post.desk.clock.now()))
    assert isinstance(await drawn(post, person, bundle), Withheld)


async def test_what_does_not_hold_any_more_is_not_sent_and_a_copy_that_is_there_says_so(post: Post) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        await drafts.remove_all(connection, person)
    assert isinstance(await drawn(post, person, bundle), Withheld)
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and "ei ole enää ajankohtainen" in words_on(made.card)
    assert "kesken" not in words_on(made.card)


async def test_of_several_only_those_are_sent_that_still_hold(post: Post) -> None:
    person = post.actors[1].id
    (kept, key), (gone, _) = await _draft(post, person), await _draft(post, person)
    async with post.desk.database.write() as connection:
        bundle = await remind(connection, person, "draft-deadline", kept, gone, key=key)
    both = await drawn(post, person, bundle)
    assert isinstance(both, Drawn) and "2 muistutusta" in words_on(both.card)
    async with post.desk.database.write() as connection:
        await drafts.remove(connection, gone, person)
    one = await drawn(post, person, bundle)
    assert isinstance(one, Drawn) and "2 muistutusta" not in words_on(one.card) and gone not in str(one.card)


async def test_what_comes_too_late_is_not_sent(post: Post) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    post.pass_time(days=17)
    assert isinstance(await drawn(post, person, bundle), Withheld)


@pytest.mark.parametrize("rule", ["draft-deadline", "session-soon"])
async def test_what_was_held_up_on_its_way_keeps_to_the_hours_unless_it_is_free_of_them(post: Post, rule: str) -> None:
    person, bundle = await prepared(post, rule)
    async with post.desk.database.write() as connection:
        await preferences.save(connection, person, Preferences(quiet_from=time(7), quiet_until=time(12)))
    made = await drawn(post, person, bundle)
    if rule == "session-soon":
        assert isinstance(made, Drawn)
    else:
        assert made == Postponed(after(hours=4))
    assert isinstance(await drawn(post, person, bundle, **seen(post)), Drawn)


async def test_a_card_is_drawn_for_nobody_but_its_own_reader(post: Post) -> None:
    _, bundle = await prepared(post, "draft-deadline")
    assert await drawn(post, post.actors[SECRETARY].id, bundle) is None
    assert await drawn(post, post.actors[1].id, "f" * 32) is None


async def test_who_is_no_secretary_any_more_is_told_of_no_request(post: Post) -> None:
    person, bundle = await prepared(post, "request-untouched")
    async with post.desk.database.write() as connection:
        await people.lay_roles(connection, frozenset(), post.desk.clock.now())
    assert isinstance(await drawn(post, person, bundle), Withheld)
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and "HE-2022-0001" not in str(made.card)


async def test_what_is_not_announced_yet_is_named_to_no_former_reader(post: Post) -> None:
    person, bundle = await prepared(post, "approval-waiting")
    async with post.desk.database.write() as connection:
        found = await nudges.of_bundle(connection, bundle)
        assert found and await nudges.finish(connection, [found.told[0][0].id], post.desk.clock.now()) == 1
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and "OT-info" in words_on(made.card)
    async with post.desk.database.write() as connection:
        await people.lay_roles(connection, frozenset(), post.desk.clock.now())
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and "OT-info" not in str(made.card)


@pytest.mark.parametrize("way", ["done", "later", "off"])
async def test_what_was_decided_stands_on_the_copy_that_is_there(post: Post, way: str) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        found = await nudges.of_bundle(connection, bundle)
        assert found
        told, now = [one for one, _, _ in found.told], post.desk.clock.now()
        deciding: dict[str, Callable[[], Awaitable[int]]] = {
            "done": lambda: nudges.finish(connection, [told[0].id], now),
            "later": lambda: nudges.put_off(connection, [told[0].id], after(days=3), now),
            "off": lambda: nudges.end(connection, person, told),
        }
        assert await deciding[way]() == 1
    said = {"done": "Merkitsit tämän tehdyksi", "later": "uuden muistutuksen pe 23.9.2022", "off": "ei enää muistuteta"}
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and said[way] in words_on(made.card)
    assert isinstance(await drawn(post, person, bundle), Withheld)


async def test_what_she_has_switched_off_since_it_was_put_on_her_card_is_not_sent(post: Post) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        await preferences.save(connection, person, Preferences(reminders=False))
    assert await drawn(post, person, bundle) == Withheld("off")
    assert isinstance(await drawn(post, person, bundle, **seen(post)), Drawn)
    person, bundle = await prepared(post, "request-untouched")
    assert isinstance(await drawn(post, person, bundle), Drawn)


async def test_of_what_she_wants_to_hear_no_more_a_second_card_is_not_sent(post: Post) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        found = await nudges.of_bundle(connection, bundle)
        assert found
        again = await remind(connection, person, "draft-late", found.told[0][0].subject, key="2022-10-06/1")
        await nudges.end(connection, person, [found.told[0][0]])
    assert isinstance(await drawn(post, person, again), Withheld)


@pytest.mark.parametrize("state", ["told", "done", "waiting"])
async def test_what_came_by_a_rule_that_is_no_more_is_over_and_breaks_no_card(post: Post, state: str) -> None:
    person, bundle = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        await connection.execute(update(reminders).values(rule="no-more"))
        await connection.execute(update(shares).values(state=state))
        found = await nudges.of_bundle(connection, bundle)
        assert found and (await nudges.ended(connection, [person])) == {}
        assert await nudges.end(connection, person, [found.told[0][0]]) == (1 if state == "told" else 0)
        await connection.execute(update(shares).values(state=state, reason=""))
    assert isinstance(await drawn(post, person, bundle), Withheld)
    made = await drawn(post, person, bundle, **seen(post))
    assert isinstance(made, Drawn) and "ei ole enää ajankohtainen" in words_on(made.card)


async def test_what_an_anonymous_requester_got_by_a_rule_that_is_no_more_is_over_too(post: Post) -> None:
    person, which, nudge = await unnamed(post)
    async with post.desk.database.write() as connection:
        await connection.execute(update(reminders).values(rule="no-more"))
    assert isinstance(await drawn(post, person, which, "reminder-requester", occurrence=nudge), Withheld)
    made = await drawn(post, person, which, "reminder-requester", occurrence=nudge, **seen(post))
    assert isinstance(made, Drawn) and "ei ole enää ajankohtainen" in words_on(made.card)


async def unnamed(post: Post) -> tuple[str, str, str]:
    """An anonymous request with a question that waits: its requester, the request, the nudge."""
    person = post.actors[1].id
    one = request(person, answers={"conflict": SECRET}, anonymous=True)
    async with post.desk.database.write() as connection:
        await consultations.add(connection, one, {"unit": SECRET})
        await histories.ask(connection, one.id, Question("q" * 32, SECRET, "Sihteeri", post.desk.clock.now()))
        bundle = await remind(connection, None, "question-unanswered", one.id, key="2022-09-20/3")
        found = await nudges.of_bundle(connection, bundle)
    assert found
    return person, one.id, found.told[0][0].id


async def test_who_asks_anonymously_is_reminded_of_her_request_alone(post: Post) -> None:
    person, which, nudge = await unnamed(post)
    made = await drawn(post, person, which, "reminder-requester", occurrence=nudge, unnamed=True)
    assert isinstance(made, Drawn) and made.summary == "Muistutus OT-botilta"
    assert "HE-2022-0001 odottaa vastaustasi" in words_on(made.card) and SECRET not in str(made.card)
    assert person not in str(made.card)
    assert await drawn(post, "", which, "reminder-requester", occurrence=nudge) is None
    assert await drawn(post, person, which, "reminder-requester", occurrence="f" * 32) is None


async def test_her_wishes_are_looked_at_when_it_is_drawn_since_nobody_knew_her_before(post: Post) -> None:
    person, which, nudge = await unnamed(post)
    async with post.desk.database.write() as connection:
        await preferences.save(connection, person, Preferences(quiet_from=time(7), quiet_until=time(12)))
    made = await drawn(post, person, which, "reminder-requester", occurrence=nudge)
    assert isinstance(made, Postponed) and made.until == after(hours=4)
    async with post.desk.database.write() as connection:
        await preferences.save(connection, person, Preferences(reminders=False))
    assert await drawn(post, person, which, "reminder-requester", occurrence=nudge) == Withheld("off")


async def test_an_answered_question_is_not_asked_for_again(post: Post) -> None:
    person, which, nudge = await unnamed(post)
    async with post.desk.database.write() as connection:
        await histories.answer(connection, "q" * 32, "Kyllä.", post.desk.clock.now())
    assert isinstance(await drawn(post, person, which, "reminder-requester", occurrence=nudge), Withheld)
    made = await drawn(post, person, which, "reminder-requester", occurrence=nudge, **seen(post))
    assert isinstance(made, Drawn) and "ei ole enää ajankohtainen" in words_on(made.card)


def test_what_is_put_off_comes_at_the_hour_of_its_rule(post: Post) -> None:
    desk, day = post.desk, datetime(2022, 10, 3).date()
    assert again_at(desk, "draft-deadline", day) == datetime(2022, 10, 3, 9, tzinfo=desk.content.centre.zone)
    assert hour_of(desk, "unknown") == desk.content.reminding.manners.digest_at
    assert numbers(desk)["draft-deadline"] == (5, 1) and set(numbers(desk)) == set(RULES)


async def test_a_reminder_is_put_off_to_no_day_on_which_quiet_hours_outlast_it(post: Post) -> None:
    person, which = await prepared(post, "draft-deadline")
    async with post.desk.database.write() as connection:
        bundle = await nudges.of_bundle(connection, which)
        assert bundle
        front = facing(post.desk, View(post.desk.speech("fi")), person)
        [free] = (await gather(front, connection, bundle)).items
        # From nine until the centre closes: what comes on the day of the deadline would come on the day after it.
        await preferences.save(connection, person, Preferences(quiet_from=time(9), quiet_until=time(17)))
        [quiet] = (await gather(front, connection, bundle)).items
    assert (free.last, quiet.last) == (date(2022, 10, 6), date(2022, 10, 5))
