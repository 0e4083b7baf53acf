"""A list of addresses that a coordinator sends as a file, and the form that it goes into."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.authoring import at_its_step, begun, empty_draft
from bot.broadcasting import open_drafts
from bot.desk import Desk, Reply, Turn
from bot.walk import begin_walk
from cards.addresses import addresses_card
from dialogs.announcing import room_for_addresses
from dialogs.engine import Draft
from dialogs.formats import FORMATS
from domain.announcements import Kind
from domain.identity_codes import identity_codes
from domain.permissions import authorize
from domain.refusals import Refused
from storage import audience, drafts


async def take(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What the list holds and whose addresses they are; nothing of it is kept."""
    found = turn.brought
    if found is None:
        raise Refused("file-not-fetched")
    if isinstance(found, Refused):
        raise found
    unmatched = await audience.unmatched(connection, found.addresses)
    kinds = [kind for kind in Kind if kind in desk.content.announcing]
    card = addresses_card(turn.view, found, unmatched, kinds, await open_drafts(desk, turn, connection))
    return Reply(card, turn.view.say("addresses-title"))


def _listed(desk: Desk, turn: Turn) -> str:
    # The list comes back from a card: it is judged as if it had been typed.
    text = turn.text("list")
    if len(text) > room_for_addresses(desk.content.announcing.values()) or identity_codes(text):
        raise Refused("refused-verb")
    listed = FORMATS["addresses"](text, ())
    if listed is None:
        raise Refused("refused-verb")
    return listed


async def use(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Avaa lomake*: a new form with the list in it, or one on its way, whose list it replaces."""
    listed, where = {"addresses": _listed(desk, turn)}, turn.words("where")
    await drafts.hold_owner(connection, turn.actor.id)
    form = desk.content.announcing.get(where)
    if form:
        new = replace(empty_draft(turn, Kind(form.key), form), answers=listed)
        return await begun(desk, turn, connection, new)
    draft = await _own(turn, connection, where)
    fuller = replace(draft, answers={**draft.answers, **listed}, version=draft.version + 1)
    if not await drafts.save(connection, fuller, draft.version, turn.now, desk.draft_life):
        raise Refused("refused-draft")
    return at_its_step(await begin_walk(desk, turn, connection, fuller))


async def _own(turn: Turn, connection: AsyncConnection, which: str) -> Draft:
    found = await drafts.find(connection, which, turn.actor.id, turn.now)
    draft = authorize(turn.actor, "draft", found[0] if found else None)
    if draft.sent_as or not draft.announces:
        raise Refused("refused-draft")
    return draft
