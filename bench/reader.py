"""A reader without a browser: opens a session over the websocket and asks for views as Streamlit's script does."""

import asyncio
import time
from types import TracebackType
from typing import Self

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_TIMEOUT = 30  # seconds


class WrongViewError(Exception):
    """What came is not the view that was asked for."""


class Reader:
    """One session of the dashboard on a port of this machine, from its opening to its end."""

    def __init__(self, port: int) -> None:
        self._host = f"127.0.0.1:{port}"
        self._websocket: ClientConnection
        self._kept: dict[str, ForwardMsg] = {}  # large messages, which are told by their hash when they come again

    async def __aenter__(self) -> Self:
        self._websocket = await connect(
            f"ws://{self._host}/_stcore/stream",
            origin=f"http://{self._host}",  # type: ignore[arg-type]  # a type of its own for a text
            subprotocols=["streamlit"],  # type: ignore[list-item]  # the same
            open_timeout=_TIMEOUT,
            max_size=None,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        await self._websocket.close()

    async def see(self, page: str, query: str) -> float:
        """Ask for a view, take all of it, and return the seconds that it took.

        Raises WrongViewError if the view shows a fault or is not there, an error of websockets if the session is
        lost, TimeoutError if the view does not come.
        """
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        message.rerun_script.context_info.url = f"http://{self._host}/{page}?{query}"
        message.rerun_script.context_info.timezone = "Europe/London"
        message.rerun_script.cached_message_hashes.extend(self._kept)
        begin = time.perf_counter()
        await self._websocket.send(message.SerializeToString())
        async with asyncio.timeout(_TIMEOUT):
            has_title = await self._receive()
        seconds = time.perf_counter() - begin
        if not has_title:
            raise WrongViewError(f"/{page}?{query} has no title")
        return seconds

    async def _receive(self) -> bool:
        """Take messages until the view is whole; return whether it has a title."""
        has_title = False
        async for data in self._websocket:
            message = ForwardMsg.FromString(data)
            if message.metadata.cacheable:
                self._kept[message.hash] = message
            message = self._kept.get(message.ref_hash, message)
            kind, element = message.WhichOneof("type"), message.delta.new_element
            is_error = element.alert.format == Alert.ERROR or element.WhichOneof("type") == "exception"
            if is_error or kind == "page_not_found":
                raise WrongViewError(f"{kind}: {element.alert.body or element.exception.type}")
            has_title = has_title or element.html.body.startswith("<h1>") or element.heading.tag == "h1"
            if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return has_title
        raise WrongViewError("the session was ended by the server")
