"""A line between browser and server that counts what goes over it, and can be as slow as that of an office.

It stands in for the network, below HTTP and the websocket alike: a browser's own throttling leaves the websocket out,
over which Streamlit sends its figures.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

_CHUNK = 16_384
_WAITING = 8  # chunks on their way in one direction of one connection: 131 kB, twice what fills this line and more


@dataclass(frozen=True)
class Speed:
    """How fast a line is: bytes a second in each direction, and the seconds that a byte is on its way."""

    rate: float
    delay: float


OFFICE = Speed(rate=20_000_000 / 8, delay=0.010)
"""20 Mbit/s and 20 ms there and back."""


class Line:
    """One line to one server: the port to call, and the bytes that went over it."""

    def __init__(self, server: int, speed: Speed | None) -> None:
        """Lead to a port of this machine; without a speed as fast as it goes."""
        self.port = 0
        self.bytes = 0
        self._server = server
        self._speed = speed
        self._free = {"up": 0.0, "down": 0.0}

    @property
    def address(self) -> str:
        """Give the address that a browser asks for."""
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> asyncio.Server:
        """Begin to listen."""
        server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Join one connection to the server, in both directions, until both ends are closed."""
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server)
        except OSError:  # which the caller sees as the end of its own connection
            writer.close()
            return
        with suppress(asyncio.CancelledError):  # asyncio writes to the log where a connection's task was let go of
            await asyncio.gather(self._carry(reader, far_writer, "up"), self._carry(far_reader, writer, "down"))
        for end in (far_writer, writer):
            end.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: str) -> None:
        """Carry what comes from one end to the other; the end of it is carried on as well."""
        way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_WAITING)
        delivery = asyncio.create_task(self._deliver(way, writer))
        with suppress(OSError):  # either end may be gone
            while not delivery.done() and (chunk := await reader.read(_CHUNK)):
                self.bytes += len(chunk)
                await way.put((self._arrival(len(chunk), lane), chunk))
        await way.put((0.0, b""))
        await delivery

    def _arrival(self, size: int, lane: str) -> float:
        """Tell when the last byte of a chunk arrives; all connections share the line, one chunk after another."""
        if self._speed is None:
            return 0.0
        begun = max(asyncio.get_running_loop().time(), self._free[lane])
        self._free[lane] = begun + size / self._speed.rate
        return self._free[lane] + self._speed.delay

    @staticmethod
    async def _deliver(way: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter) -> None:
        """Hand over each chunk when it arrives, and tell when there is no more."""
        loop = asyncio.get_running_loop()
        with suppress(OSError):  # either end may be gone
            while (arrived := await way.get())[1]:
                await asyncio.sleep(max(0.0, arrived[0] - loop.time()))
                writer.write(arrived[1])
                await writer.drain()
            writer.write_eof()


@contextmanager
def line(server: int, speed: Speed | None = None) -> Iterator[Line]:
    """Open a line to a port of this machine, in a thread of its own, until the end of the block."""
    loop = asyncio.new_event_loop()
    opened = Line(server, speed)
    thread = Thread(target=loop.run_forever, name="line", daemon=True)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(opened.open(), loop).result(timeout=10)
    try:
        yield opened
    finally:
        asyncio.run_coroutine_threadsafe(_close(listening), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _close(listening: asyncio.Server) -> None:
    """Stop listening, and let go of what is still on its way."""
    listening.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
