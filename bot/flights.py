"""One send and what comes of it, by the policy for each way in which Teams refuses."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.connector import MESSAGE_GONE, Connector, Gone, Message, Throttled, Unknown
from bot.pace import Pace
from domain.clock import Clock
from storage import results
from storage.outgoing import Delivery
from storage.results import Result

log = structlog.get_logger()

SLOWEST_SECONDS = 900.0


@dataclass(frozen=True)
class Landed:
    """A result that is not yet written down; its conversation rests for so many seconds after it."""

    result: Result
    rest: float = 0.0


class Flights:
    """Sends through `connector`, and tells `pace` when a whole tenant must wait."""

    def __init__(self, connector: Connector, pace: Pace, clock: Clock) -> None:
        self._connector = connector
        self._pace = pace
        self._clock = clock

    async def send(self, delivery: Delivery, message: Message) -> Landed:
        """Post, or put in place of what is there."""
        try:
            which = await self._put(delivery, message)
        except Throttled as throttled:
            return self._throttled(delivery, throttled)
        except Unknown as lost:
            return self._unknown(delivery, lost)
        except Gone as gone:
            log.info("delivery ended", delivery=delivery.id, kind=delivery.kind, why=gone.reason)
            return Landed(results.dead(delivery, gone.reason, self._clock.now()))
        return Landed(results.arrived(delivery, which, self._clock.now()))

    async def _put(self, delivery: Delivery, message: Message) -> str:
        assert delivery.chat
        if not delivery.replaces or not delivery.message:
            return await self._connector.post(delivery.chat, message)
        try:
            await self._connector.replace(delivery.chat, delivery.message, message)
        except Gone as gone:
            # Deleted there: no old copy is left that says anything wrong, and nobody asked for a new one.
            if gone.reason != MESSAGE_GONE:
                raise
        return delivery.message

    def _throttled(self, delivery: Delivery, throttled: Throttled) -> Landed:
        wait = max(throttled.wait, _backoff(delivery))
        if throttled.whole and delivery.chat:
            self._pace.hold(delivery.chat.tenant, throttled.wait)
        return Landed(results.later(delivery, self._in(wait)), wait)

    def _unknown(self, delivery: Delivery, lost: Unknown) -> Landed:
        if delivery.replaces:
            wait = max(lost.wait, _backoff(delivery))
            return Landed(results.later(delivery, self._in(wait)), wait)
        doubt = self._pace.limits.doubt
        return Landed(results.unknown(delivery, self._in(doubt)), doubt)

    def _in(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds)


def _backoff(delivery: Delivery) -> float:
    return min(2.0 ** min(delivery.attempts, 10), SLOWEST_SECONDS)
