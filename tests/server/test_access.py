"""Sessions are counted, and one too many is refused until one has gone."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from scrutiny.server.access import SessionLimit
from tests.server.asgi import ask, everything


def test_one_too_many_is_refused_until_one_has_gone() -> None:
    """Who leaves makes room; pages and files are not counted."""
    assert asyncio.run(_three_come()) == ["accept", "503", "200", "accept"]


async def _three_come() -> list[str]:
    """Open a session, then another beside it, then read a page, then a session again after the first has ended."""
    leave = asyncio.Event()
    told: list[str] = []

    async def until_left(scope: Scope, receive: Receive, send: Send) -> None:
        await everything(scope, receive, send)
        if scope["type"] == "websocket":
            await leave.wait()

    async def send(message: Message) -> None:
        if message["type"].endswith("start"):
            told.append(str(message["status"]))
        elif message["type"] == "websocket.accept":
            told.append("accept")

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    app = SessionLimit(until_left, limit=1)
    first = asyncio.create_task(app({"type": "websocket"}, receive, send))
    await asyncio.sleep(0)
    await app({"type": "websocket"}, receive, send)
    await app({"type": "http"}, receive, send)
    leave.set()
    await first
    await app({"type": "websocket"}, receive, send)
    return told


def test_a_session_that_fails_makes_room() -> None:
    """A fault within a session does not use up a place for good."""

    async def failing(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("lost")

    app = SessionLimit(failing, limit=1)
    for _ in range(2):  # the second is let in as well
        with pytest.raises(RuntimeError, match="lost"):
            ask(app, "/_stcore/stream", method="WEBSOCKET")
