"""A Bot Connector that answers every message after a while and does nothing else, as a process of its own.

`python -m tests.bench.slow_connector SECONDS` prints its port. It costs next to nothing, so that what is measured
against it is the sender.
"""

import asyncio
import itertools
import sys

ANSWER = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"


class SlowConnector(asyncio.Protocol):
    """One connection; requests come one after the other."""

    numbers = itertools.count(1_600_000_000_000)

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._left = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each whole request after a while."""
        self._left += data
        while (length := _length(self._left)) and len(self._left) >= length:
            self._left = self._left[length:]
            asyncio.get_running_loop().call_later(self._seconds, self._answer)

    def _answer(self) -> None:
        body = b'{"id":"%d"}' % next(self.numbers)
        if self._transport and not self._transport.is_closing():
            self._transport.write(ANSWER % (len(body), body))


def _length(data: bytes) -> int:
    head, found, _ = data.partition(b"\r\n\r\n")
    if not found:
        return 0
    told = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    return len(head) + 4 + int(told or 0)


async def _serve(seconds: float) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: SlowConnector(seconds), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))
