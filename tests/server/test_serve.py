"""`serve.py` as it runs in public: a process of its own, asked over the network of this machine."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from bench.reader import Reader, WrongViewError
from bench.servers import ROOT, Server, free_port, running
from tests.serving import serving
from tests.testshire import Testshire

pytestmark = pytest.mark.timeout(240)  # servers are started, which takes a while on a busy machine
ORDINARY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.geteuid() == 0 else ()
PARTS = tuple(
    part
    for line in (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    if line.startswith("COPY ") and not line.startswith("COPY --from")
    for part in line.split()[1:-1]
    if part not in {"requirements.lock", "data"}
)
"""What the container file copies, the register apart."""
SITE, EMBEDS = "scrutiny.example.org", "https://www.example.org"
NO_PATH = "server.baseUrlPath: expected nothing; below a path, let the proxy take the path away (see the README).\n"


@pytest.fixture(scope="module")
def behind_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve it under a name of its own, to be embedded by one site."""
    folder = tmp_path_factory.mktemp("proxy")
    settings = {"SCRUTINY_HOSTS": f"{SITE} 127.0.0.1", "SCRUTINY_EMBED_ORIGINS": EMBEDS}
    with serving(Testshire(folder / "data").write(), folder / "log", settings=settings) as served:
        yield served


def ask(server: Server, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> HTTPResponse:
    """Ask for an address of the server, under its own name unless another is given."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=30)) as line:
        line.request(method, path, body=body or None, headers=headers)
        response = line.getresponse()
        response.read()
        return response


@pytest.mark.parametrize(
    "path", ["/", "/inspection", "/_stcore/host-config", "/favicon.png", "/nothing", "/media/none"]
)
def test_every_answer_has_the_headers_of_a_public_page(server: Server, path: str) -> None:
    """The layers really stand around Streamlit, and it adds nothing that would undo them."""
    headers = ask(server, path).headers
    assert headers["Content-Security-Policy"].count("'sha256-") == 2
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Set-Cookie"] is None
    assert headers["Server"] is None
    assert headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/entry?id=nothing", 200),
        ("/_stcore/health", 200),
        ("/overview", 200),
        ("/answers", 200),
        ("/then-and-since", 200),
        ("/open/index.json", 200),  # whose schema is made in a process that has made nothing else before
        ("/nothing", 404),
        ("/problems", 404),
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/script-health-check", 404),
    ],
)
def test_only_what_is_there_is_answered(server: Server, path: str, status: int) -> None:
    """The list of what is answered fits the Streamlit that is installed."""
    assert ask(server, path).status == status


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS"])
def test_nothing_can_be_uploaded(server: Server, method: str) -> None:
    """The route itself is closed, not only the widget."""
    assert ask(server, "/_stcore/upload_file/session/file", method=method, body=b"x" * 1000).status == 404


@pytest.mark.parametrize(("host", "status"), [("localhost:1", 200), ("evil.example", 400)])
def test_another_name_is_not_answered(server: Server, host: str, status: int) -> None:
    """Only names of this machine are, unless others are set."""
    assert ask(server, "/", Host=host).status == status


def test_a_request_has_a_bound(server: Server) -> None:
    """Headers that have no end are refused after some thousand characters, without waiting for it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"a" * 40_000)
        assert line.recv(1000).startswith(b"HTTP/1.1 400 ")


def test_the_limits_of_the_web_server_are_these() -> None:
    """Some of them no test can reach: more than a thousand connections, a shutdown that never ends."""
    assert _told()["options"] == {
        "host": "localhost",
        "port": 8501,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,
        "ws": "scrutiny.server.websocket:Websocket",
        "ws_max_size": 1_000_000,
        "h11_max_incomplete_event_size": 16_384,
        "limit_concurrency": 1200,
        "timeout_graceful_shutdown": 5,
    }


def test_nothing_of_streamlits_own_follows_the_plain_sentence() -> None:
    """The handler of faults tells Streamlit that all is said."""
    assert _told()["handled"] is True


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"SCRUTINY_TODAY": "22/11/2026"}, "SCRUTINY_TODAY: expected a day such as 2026-11-22, found '22/11/2026'.\n"),
        ({"STREAMLIT_SERVER_BASE_URL_PATH": "panel"}, NO_PATH),
        ({"HOME": "HERE"}, NO_PATH),
    ],
    ids=["day", "path", "path in a file"],
)
def test_a_wrong_setting_starts_no_server(tmp_path: Path, wrong: dict[str, str], expected: str) -> None:
    """It ends at once with an exit code of its own, and says in a sentence what is wrong, without a traceback."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text('[server]\nbaseUrlPath = "panel"\n', encoding="utf-8")
    variables = os.environ | {name: value.replace("HERE", str(tmp_path)) for name, value in wrong.items()}
    command = [sys.executable, "serve.py"]
    ended = subprocess.run(command, cwd=ROOT, env=variables, check=False, capture_output=True, text=True, timeout=60)  # noqa: S603  # our own
    assert (ended.returncode, ended.stderr) == (2, expected)


@cache
def _told() -> dict[str, object]:
    """Ask a Python of its own, with nothing set, what `serve` does with a fault and gives to the web server."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
    told = "dict(options=options, handled=serve.on_script_error(RuntimeError()))"
    code = f"import json, uvicorn, serve\nuvicorn.run = lambda app, **options: print(json.dumps({told}))\nserve.main()"
    command = [sys.executable, "-c", code]
    return json.loads(subprocess.run(command, cwd=ROOT, env=variables, check=True, capture_output=True).stdout)  # type: ignore[no-any-return]  # noqa: S603  # our own


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    """Nobody on the network reaches it unless told so."""
    listening = {line.split()[1] for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]}
    assert f"0100007F:{server.port:04X}" in listening
    assert f"00000000:{server.port:04X}" not in listening


def test_a_page_is_shown(server: Server) -> None:
    """A session opens and shows a view with a title."""
    asyncio.run(_see(server, "inspection"))


@pytest.mark.parametrize(
    ("command", "page"),
    [(["serve.py"], "answers"), (["-m", "streamlit", "run", "dashboard.py"], "inspection")],
    ids=["serve", "run"],
)
def test_it_can_be_started_from_any_folder(tmp_path: Path, command: list[str], page: str) -> None:
    """The data and the settings are those beside the program, not those of the folder that one stands in.

    The first visitor may ask for an old address.
    """
    *before, script = command
    port = free_port()
    settings = {"SCRUTINY_PORT": str(port), "STREAMLIT_SERVER_PORT": str(port), "SCRUTINY_TODAY": "2026-12-01"}
    whole = [sys.executable, *before, str(ROOT / script)]
    with running(whole, port, tmp_path / "log", folder=tmp_path, environment=settings) as server:
        asyncio.run(_see(server, page))
        assert "is missing" not in server.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(("served", "origins"), [("server", []), ("behind_proxy", [EMBEDS])])
def test_only_those_who_may_embed_a_page_may_steer_it(
    request: pytest.FixtureRequest, served: str, origins: list[str]
) -> None:
    """No site is named but those of the setting; Streamlit's own hosts are strangers here."""
    server: Server = request.getfixturevalue(served)
    with urlopen(f"{server.address}/_stcore/host-config") as answer:  # noqa: S310  # this machine
        assert json.load(answer)["allowedOrigins"] == origins


def test_a_page_that_is_not_there_is_told_as_such(server: Server) -> None:
    """A session that asks for an unknown page gets one of our own, with a title, in place of Streamlit's message."""
    asyncio.run(_see(server, ""))
    asyncio.run(_see(server, "nothing"))


async def _see(server: Server, page: str) -> None:
    """See one view in a session of its own."""
    async with Reader(server.port) as reader:
        await reader.see(page, "")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1:1"])
def test_a_session_from_another_site_is_refused(server: Server, origin: str) -> None:
    """What a stranger's page asks for is not answered, nor that of another program on the reader's own machine.

    Streamlit's own check would let in the last two.
    """
    with pytest.raises(InvalidStatus, match="403"):
        asyncio.run(_open(server, origin=origin))


def test_behind_a_proxy_a_session_is_opened_from_its_own_site(behind_proxy: Server) -> None:
    """The site is the name that the proxy hands on, over TLS; any other site is refused, this machine's own too."""
    asyncio.run(_open_and_leave(behind_proxy, host=SITE, origin=f"https://{SITE}"))
    for origin in ("https://evil.example", f"https://{SITE}.evil.example", "http://localhost:8501"):
        with pytest.raises(InvalidStatus, match="403"):
            asyncio.run(_open_and_leave(behind_proxy, host=SITE, origin=origin))
    with pytest.raises(InvalidStatus, match="400"):
        asyncio.run(_open_and_leave(behind_proxy, host="evil.example", origin="https://evil.example"))


async def _open_and_leave(server: Server, *, host: str, origin: str) -> None:
    """Open a session under a name, and end it."""
    async with connect(f"ws://{host}/_stcore/stream", origin=origin, host="127.0.0.1", port=server.port):  # type: ignore[arg-type]
        pass


def test_a_session_at_another_address_is_refused(server: Server) -> None:
    """No other address of the server speaks the protocol."""
    with pytest.raises(InvalidStatus, match="404"):
        asyncio.run(_open(server, path="/_stcore/other"))


def test_a_message_has_a_bound(server: Server) -> None:
    """A browser that sends megabytes loses its session, and nothing else happens."""
    message = BackMsg()
    message.rerun_script.query_string = "a" * 2_000_000
    with pytest.raises(ConnectionClosed, match="1009"):
        asyncio.run(_open(server, message=message.SerializeToString()))


async def _open(
    server: Server, *, path: str = "/_stcore/stream", origin: str | None = None, message: bytes = b""
) -> None:
    """Open a session, send a message and take what comes until it ends."""
    async with connect(f"ws://127.0.0.1:{server.port}{path}", origin=origin) as line:  # type: ignore[arg-type]
        await line.send(message)
        while True:
            await line.recv()


def test_a_fault_on_a_page_is_told_in_a_plain_sentence_and_logged_on_a_line(
    tmp_path: Path, testshire: Testshire
) -> None:
    """A reader sees no reason and no stack; the log holds both, and nothing about the reader.

    To ask for a page that is not there is no fault, not even of the first visitor: it is told in our own words.
    """
    root = copy(tmp_path / "copy")
    (root / "pages" / "about.py").write_text("raise RuntimeError('the secret\\nreason')\n", encoding="utf-8")
    with serving(testshire.write(), tmp_path / "log", root=root) as server:
        asyncio.run(_see(server, "nothing"))
        with pytest.raises(WrongViewError, match="This page could not be shown") as told:
            asyncio.run(_see(server, "about"))
        asyncio.run(_see(server, ""))
    assert "secret" not in str(told.value)
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines if line["level"] == "info"][-1] == "server stopped"
    faults = [line for line in lines if line["level"] == "error"]
    assert [line["fault"].endswith("RuntimeError: the secret\nreason") for line in faults] == [True]
    assert "127.0.0.1" not in server.log.read_text(encoding="utf-8")


def test_it_runs_as_an_ordinary_user_where_nothing_can_be_written(tmp_path: Path) -> None:
    """What a container holds is enough for every page; its folder is read-only, and it has no home."""
    with TemporaryDirectory() as open_to_all:
        root = copy(Path(open_to_all, "copy"))
        data = Testshire(root / "data").write()
        for path in (Path(open_to_all), root, *root.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        assert subprocess.run([*ORDINARY, "touch", root / "written"], check=False, stderr=subprocess.DEVNULL).returncode  # noqa: S603  # our own command
        settings = {"HOME": "/nowhere", "PYTHONDONTWRITEBYTECODE": ""}
        with serving(data, tmp_path / "log", root=root, settings=settings, before=ORDINARY) as server:
            for page in {*(root / "pages").glob("*.py")} - {root / "pages" / "problems.py"}:  # the curator's alone
                asyncio.run(_see(server, page.stem.replace("overview", "")))
        for path in (Path(open_to_all), root, *root.rglob("*")):
            path.chmod(0o755)
        assert list(root.rglob("__pycache__")) == []


def copy(folder: Path) -> Path:
    """Copy what is served to a folder, and give it."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(exist_ok=True)
            shutil.copy(ROOT / part, folder / part)
    return folder
