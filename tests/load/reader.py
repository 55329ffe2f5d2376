"""A reader without a browser: opens a session over the websocket and asks for views as the page's script does."""

import asyncio
import time
from types import TracebackType
from typing import Self

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30


class WrongViewError(Exception):
    """What came is not the view that was asked for."""


class Reader:
    """One session of the dashboard, from its opening to its end."""

    def __init__(self, port: int) -> None:
        """Know where the dashboard is served on this machine."""
        self._address = f"127.0.0.1:{port}"
        self._line: ClientConnection

    async def __aenter__(self) -> Self:
        """Open the session."""
        self._line = await connect(
            f"ws://{self._address}/_stcore/stream",
            origin=f"http://{self._address}",  # type: ignore[arg-type]  # a type of its own for a text
            subprotocols=["streamlit"],  # type: ignore[list-item]  # the same
            open_timeout=PATIENCE,
            max_size=None,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        """End the session."""
        await self._line.close()

    async def see(self, page: str, query: str) -> float:
        """Ask for a view, take all of it, and give the seconds that it took.

        Raises WrongViewError if the view shows a fault or is not there, an error of websockets if the session is
        lost, TimeoutError if the view does not come.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        asked.rerun_script.context_info.url = f"http://{self._address}/{page}?{query}"
        asked.rerun_script.context_info.timezone = "Europe/London"
        begun = time.perf_counter()
        await self._line.send(asked.SerializeToString())
        try:
            async with asyncio.timeout(PATIENCE):
                shown = await self._take()
        except TimeoutError:
            raise TimeoutError(f"/{page}?{query} did not come within {PATIENCE} s") from None
        taken = time.perf_counter() - begun
        if not shown:
            raise WrongViewError(f"/{page}?{query} has no title")
        return taken

    async def _take(self) -> bool:
        """Take what comes until the view is whole, and tell whether it has a title."""
        shown = False
        async for message in self._line:
            came = ForwardMsg.FromString(message)  # type: ignore[arg-type]  # Streamlit sends bytes only
            kind = came.WhichOneof("type")
            element = came.delta.new_element
            shown = shown or element.html.body.startswith("<h1>") or element.heading.tag == "h1"
            if (
                kind == "page_not_found"
                or element.alert.format == Alert.ERROR
                or element.WhichOneof("type") == "exception"
            ):
                raise WrongViewError(f"{kind}: {element.alert.body or element.exception.type}")
            if kind == "script_finished" and came.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return shown
        raise WrongViewError("the session was ended by the server")
