"""Asks an ASGI application as a server would, without a server."""

import asyncio
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers by lower-case name and body, or that a websocket was accepted."""

    status: int
    headers: dict[str, str]
    body: bytes
    accepted: bool = False

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ask(
    app: ASGIApp, path: str, *, method: str = "GET", query: str = "", headers: dict[str, str] | None = None
) -> Answer:
    """Ask for a path; the method `WEBSOCKET` opens a session."""
    return asyncio.run(asking(app, path, method=method, query=query, headers=headers))


async def asking(
    app: ASGIApp, path: str, *, method: str = "GET", query: str = "", headers: dict[str, str] | None = None
) -> Answer:
    """Do the same beside others who ask."""
    websocket = method == "WEBSOCKET"
    fields = {"host": "localhost"} | {name.lower(): value for name, value in (headers or {}).items()}
    scope: Scope = {
        "type": "websocket" if websocket else "http", "asgi": {"version": "3.0"}, "http_version": "1.1",
        "method": method, "scheme": "http", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode(), "server": ("localhost", 80),
        "headers": [(name.encode(), value.encode()) for name, value in fields.items()],
        "extensions": {"websocket.http.response": {}} if websocket else {},
    }  # fmt: skip
    first = {"type": "websocket.connect"} if websocket else {"type": "http.request", "body": b"", "more_body": False}
    requests, sent = iter([first]), list[Message]()

    async def receive() -> Message:
        return next(requests, None) or await asyncio.Future()  # the line stays open

    async def send(message: Message) -> None:
        sent.append({**message, "type": message["type"].removeprefix("websocket.")})

    await app(scope, receive, send)
    if sent[0]["type"] == "accept":
        return Answer(0, {}, b"", accepted=True)
    start, *parts = sent
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], found, b"".join(part.get("body", b"") for part in parts))


async def everything(scope: Scope, _receive: Receive, send: Send) -> None:
    """Stand for Streamlit: answer whatever is let through."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"in"})
