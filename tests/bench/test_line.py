"""The line carries what is sent, counts it, and takes the time that it says."""

import asyncio
import socket
import struct
from collections.abc import Iterator
from threading import Thread

import pytest

from bench.line import OFFICE, Line, line
from tests.serving import free_port


@pytest.fixture
def echo() -> Iterator[int]:
    """Serve one caller, giving back what comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=_give_back, args=(server,))
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def _give_back(server: socket.socket) -> None:
    caller, _ = server.accept()
    with caller:
        while came := caller.recv(65_536):
            caller.sendall(came)


def test_line_carries_and_counts_both_ways(echo: int) -> None:
    """What is sent comes back whole, and is counted there and back."""
    sent = bytes(range(256)) * 400
    with line(echo) as opened, socket.create_connection(("127.0.0.1", opened.port)) as caller:
        caller.sendall(sent)
        caller.shutdown(socket.SHUT_WR)
        came = b"".join(iter(lambda: caller.recv(65_536), b""))
    assert came == sent
    assert opened.bytes == 2 * len(sent)


def test_a_caller_that_is_gone_does_no_harm(caplog: pytest.LogCaptureFixture) -> None:
    """A browser that closes its window breaks off; the next caller is served, and nothing is told of the first."""
    with socket.create_server(("127.0.0.1", 0)) as server, line(server.getsockname()[1]) as opened:
        gone = socket.create_connection(("127.0.0.1", opened.port))
        far, _ = server.accept()
        gone.shutdown(socket.SHUT_WR)
        assert far.recv(1) == b""
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # breaks off at once
        gone.close()
        far.close()
        with socket.create_connection(("127.0.0.1", opened.port)) as caller:
            near, _ = server.accept()
            caller.sendall(b"here")
            assert near.recv(4) == b"here"
            near.close()
    assert caplog.records == []


def test_a_server_that_is_not_there_ends_the_connection() -> None:
    """The caller is told at once, and not left waiting."""
    with line(free_port()) as opened, socket.create_connection(("127.0.0.1", opened.port), timeout=10) as caller:
        assert caller.recv(1) == b""


def test_office_line_is_of_the_speed_it_is_named_by() -> None:
    """Twenty megabits are eight times fewer bytes; a way there and one back make twenty milliseconds."""
    assert OFFICE.rate * 8 == 20_000_000
    assert 2 * OFFICE.delay == pytest.approx(0.020)


def test_chunks_share_the_line() -> None:
    """A chunk of any connection begins when the one before is through."""

    async def arrivals() -> tuple[float, float, float]:
        opened = Line(1, OFFICE)
        begun = asyncio.get_running_loop().time()
        first, second = (opened._arrival(2_500_000, "down") - begun for _ in range(2))
        return first, second, opened._arrival(0, "up") - begun

    first, second, up = asyncio.run(arrivals())
    assert first == pytest.approx(1.010, abs=0.1)
    assert second == pytest.approx(first + 1, abs=0.001)
    assert up == pytest.approx(0.010, abs=0.1)
