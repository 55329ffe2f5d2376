"""Asking an ASGI application as a browser does, without a network."""

import asyncio
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass
class Answer:
    """What came back: status, headers and body, or that a session was opened."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    opened: bool = False


def ask(
    app: ASGIApp, path: str, *, method: str = "GET", query: str = "", headers: dict[str, str] | None = None
) -> Answer:
    """Ask for an address; the method `WEBSOCKET` opens a session."""
    answer = Answer()
    sent = {"host": "localhost"} | (headers or {})
    websocket = method == "WEBSOCKET"
    scope: Scope = {
        "type": "websocket" if websocket else "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "extensions": {"websocket.http.response": {}} if websocket else {},
    }

    async def receive() -> Message:
        return {"type": "websocket.connect"} if websocket else {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        kind = message["type"].removeprefix("websocket.")
        if kind == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message.get("headers", [])}
        elif kind == "http.response.body":
            answer.body += message.get("body", b"").decode()
        elif kind == "accept":
            answer.opened = True

    asyncio.run(app(scope, receive, send))
    return answer


async def everything(scope: Scope, _receive: Receive, send: Send) -> None:
    """Stand for Streamlit: answer whatever is let through."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"in"})
