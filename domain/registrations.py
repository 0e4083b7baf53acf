"""Coming to a session: seats, the waiting list, and who moves up."""

from dataclasses import dataclass
from enum import StrEnum


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
