"""What goes to a reader is compressed, over more than uvicorn's own websocket looks back."""

import asyncio
from random import Random

from uvicorn import Config
from uvicorn.server import ServerState
from websockets.frames import Frame, Opcode

from scrutiny.server.websocket import Websocket


def test_what_comes_again_after_a_long_list_takes_no_room() -> None:
    """A browser that compresses is sent 20 kB, and the same once more in a message of its own, in little over 20 kB."""
    text = Random(1).randbytes(20_000)  # noqa: S311  # the same each time

    async def app(_scope: object, _receive: object, _send: object) -> None: ...

    async def sent() -> int:
        config = Config(app, log_config=None)
        config.load()
        websocket = Websocket(config, ServerState(), {})
        [offered] = websocket.conn.available_extensions
        agreed, deflate = offered.process_request_params([("client_max_window_bits", None)], [])
        assert "server_max_window_bits" not in dict(agreed)
        return sum(len(deflate.encode(Frame(Opcode.BINARY, text)).data) for _ in range(2))

    assert asyncio.run(sent()) < 21_000
