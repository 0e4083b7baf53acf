"""Which of the deliveries that are due may go out now."""

from collections.abc import Collection, Sequence

from bot.pace import Pace
from storage.outgoing import Delivery, Passed

# A page after another is looked through while what is found must wait; at some point the rest is for the next round.
MOST_LOOKED_AT = 1000


class Sieve:
    """Chooses at most `most` that cost a message, and besides all that only need to be ended.

    `flying` are the deliveries that are on their way already.
    """

    def __init__(self, pace: Pace, flying: Collection[str], most: int) -> None:
        self._pace = pace
        self._left = most
        self._flying = flying
        self._seen: set[str] = set()
        self.busy: set[str] = set()
        self.chosen: list[Delivery] = []

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be chosen."""
        return self._left <= 0 or len(self._seen) > MOST_LOOKED_AT

    @property
    def passed(self) -> Passed:
        """What need not be looked at again."""
        return Passed(self.busy, self._seen)

    def sift(self, due: Sequence[Delivery]) -> None:
        """Choose among these."""
        for one in due:
            if not self.is_full:
                self._weigh(one)

    def _weigh(self, one: Delivery) -> None:
        self._seen.add(one.id)
        if one.id in self._flying:
            # By a clock that was turned its lease is over; it is on its way all the same.
            return
        if one.chat is None:
            self.chosen.append(one)
        elif self._pace.take(one.chat.tenant, one.chat.id):
            self._left -= 1
            self.chosen.append(one)
        else:
            self.busy.add(one.chat.id)
