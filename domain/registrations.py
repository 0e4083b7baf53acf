"""Coming to a session: seats, the waiting list, and who moves up."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from domain.announcements import Announcement


class Coming(StrEnum):
    """What somebody has answered, and what came of it."""

    COMING = "coming"
    WAITING = "waiting"
    DECLINED = "declined"


@dataclass(frozen=True)
class Seats:
    """How full a session is; `seats` None means no limit."""

    seats: int | None
    coming: int = 0
    waiting: int = 0

    @property
    def left(self) -> int | None:
        """How many seats are free; None where there is no limit, 0 while anybody waits for one."""
        if self.seats is None:
            return None
        # Whoever asks now does not pass those who wait.
        return 0 if self.waiting else max(self.seats - self.coming, 0)

    @property
    def is_full(self) -> bool:
        """Whether the next one has to wait."""
        return self.left == 0

    @property
    def moves_up(self) -> int:
        """How many of those who wait can be given a seat now."""
        return self.waiting if self.seats is None else min(self.waiting, max(self.seats - self.coming, 0))


def answered(wish: Coming, seats: Seats, before: Coming | None) -> Coming:
    """What becomes of a wish to come or not to: a seat, a place in the waiting list, or neither."""
    if wish is Coming.DECLINED:
        return Coming.DECLINED
    # Who has a seat, or waits for one, loses nothing by asking twice.
    if before in (Coming.COMING, Coming.WAITING):
        return before
    return Coming.WAITING if seats.is_full else Coming.COMING


def agreed(one: Announcement) -> str:
    """What somebody agrees to who comes: when, by which way in, and that it takes place at all, as one short mark.

    A card carries it: whoever presses on a card that says otherwise has not agreed to what is now.
    """
    if one.session is None:
        return ""
    told = (one.session.start.timestamp(), one.session.end.timestamp(), one.session.link, one.takes_place)
    return sha256(repr(told).encode()).hexdigest()[:16]
