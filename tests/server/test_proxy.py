"""The README's block for nginx, with a real nginx and a whole council behind one router."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
import streamlit as st
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from bench.reader import Reader
from bench.servers import Server
from tests.proxy import proxied

pytestmark = pytest.mark.timeout(240)  # two servers are started, and sixty read at once
BROWSERS = 60
LINES = 6  # connections that a browser opens at once beside its session
MOST = 100
STATIC = Path(st.__file__).parent / "static"
FILES = ["/", *re.findall(r"\./(static/.*?)\"", (STATIC / "index.html").read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def proxy(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Put nginx in front of the made-up register."""
    with proxied(server, tmp_path_factory.mktemp("proxy") / "nginx") as one:
        yield one


def test_a_council_behind_one_router_sees_every_page(proxy: Server) -> None:
    """Sixty browsers come at once and are all given a view; sixty more beside them are given every file."""
    assert asyncio.run(_come(proxy)) == {200}


async def _come(proxy: Server) -> set[int]:
    """Open sessions, and beside them fetch what a page is made of; return every status that was answered."""
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Reader(proxy.port)) for _ in range(BROWSERS)]
        await asyncio.gather(*(reader.see("", "") for reader in readers))
        return await asyncio.to_thread(_fetch_all, proxy)


def _fetch_all(proxy: Server) -> set[int]:
    """Fetch all files for each browser, over as many connections at once as browsers open."""
    with ThreadPoolExecutor(BROWSERS * LINES) as pool:
        parts = [FILES[line::LINES] for _ in range(BROWSERS) for line in range(LINES)]
        return set().union(*pool.map(lambda part: _fetch(proxy, part), parts))


def _fetch(proxy: Server, paths: list[str]) -> set[int]:
    """Fetch files one after another over one connection, and return their statuses."""
    found = set()
    with closing(HTTPConnection("127.0.0.1", proxy.port, timeout=60)) as line:
        for path in paths:
            line.request("GET", f"/{path.lstrip('/')}", headers={"Accept-Encoding": "gzip"})
            response = line.getresponse()
            response.read()
            found.add(response.status)
    return found


def test_sessions_from_one_address_have_a_bound(proxy: Server) -> None:
    """One address cannot take all the places that there are; whoever leaves makes room."""
    asyncio.run(_fill(proxy))


async def _fill(proxy: Server) -> None:
    stream = f"ws://127.0.0.1:{proxy.port}/_stcore/stream"
    async with AsyncExitStack() as stack:
        for _ in range(MOST):
            await stack.enter_async_context(connect(stream))
        with pytest.raises(InvalidStatus, match="503"):
            await stack.enter_async_context(connect(stream))
    async with connect(stream):
        pass
