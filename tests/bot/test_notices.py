"""A notice is drawn for one person from its subject as it is now, or not at all."""

from uuid import uuid4

import pytest

from bot.drawing import Drawn
from bot.notices import NEWS, draw
from domain.consultations import Consultation
from storage import people
from storage.outgoing import Delivery
from tests.bot.post import Post
from tests.e2e.walks import words_on


async def drawn(post: Post, one: Consultation | None, kind: str = "receipt", number: int = 1) -> Drawn | None:
    subject = one.id if one else "nothing"
    delivery = Delivery(uuid4().hex, kind, subject, 1, post.actors[number].id, None, None, 1)
    async with post.desk.database.read() as connection:
        return await draw(post.desk, connection, delivery)


@pytest.mark.parametrize("kind", ["receipt", "arrived", *sorted(NEWS)])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
async def test_every_kind_has_a_card_and_a_summary_with_the_number_and_nothing_of_the_case(
    post: Post, kind: str, language: str
) -> None:
    one = await post.sent()
    async with post.desk.database.write() as connection:
        await people.speak(connection, post.actors[1].id, language)
    made = await drawn(post, one, kind)
    assert made and made.card["lang"] == language
    assert "HE-2022-0001" in made.summary
    assert str(one.answers["question"]) not in made.summary + words_on(made.card)


async def test_a_kind_that_nobody_knows_is_not_drawn(post: Post) -> None:
    assert await drawn(post, await post.sent(), "gossip") is None


async def test_a_subject_that_is_gone_is_not_drawn(post: Post) -> None:
    assert await drawn(post, None) is None


async def test_who_may_no_longer_know_of_it_gets_nothing(post: Post) -> None:
    await post.person(3)
    one = await post.sent()
    assert await drawn(post, one, "arrived", 3)
    async with post.desk.database.write() as connection:
        await people.lay_roles(connection, frozenset(), post.desk.clock.now())
    assert await drawn(post, one, "arrived", 3) is None
    assert await drawn(post, one, "receipt", 1)


async def test_it_is_drawn_in_the_language_that_the_person_has_chosen(post: Post) -> None:
    one = await post.sent()
    async with post.desk.database.write() as connection:
        await people.speak(connection, post.actors[1].id, "sv")
    made = await drawn(post, one)
    assert made and made.summary == post.desk.speech("sv").say("summary-receipt", reference="HE-2022-0001")
