"""What the server answers and what it refuses, seen from outside all its layers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from scrutiny.server.access import Allowlist, SessionLimit
from scrutiny.server.error_page import server_error_handler
from scrutiny.server.middleware import AddHeaders, build_middleware
from scrutiny.server.static_files import CompressedFiles
from tests.server.asgi import Answer, ask, everything

HEADERS = {"X-Content-Type-Options": "nosniff"}
STREAM = "/_stcore/stream"
METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "MADEUP"]
THERE = [
    "/",
    "/themes",
    "/themes/",
    "/entry",
    "/favicon.png",
    "/static/js/index.1.js",
    "/media/abc.csv",
    "/healthz",
    "/open/register.json",
    "/_stcore/health",
    "/_stcore/host-config",
]
NOT_THERE = [
    "/nothing",
    "/themes/more",
    "/overview",
    "/index.html",
    "/static/js/gone.js",
    "/static/",
    "/../dashboard.py",
    "//themes",
    "/healthzz",
    "/_stcore/metrics",
    "/_stcore/upload_file/a/b",
    "/_stcore/script-health-check",
    "/_stcore/message",
    "/_stcore/stream",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/_stcore/bidi-components/a/b.js",
    "/component/a/b.js",
    "/app/static/a",
    "/auth/login",
    "/oauth2callback",
    "/themes/_stcore/health",
]


async def healthz(_request: Request) -> PlainTextResponse:
    """Stand for a page or another route of the dashboard."""
    return PlainTextResponse("well")


async def broken(_request: Request) -> PlainTextResponse:
    """Stand for a route with a fault."""
    raise RuntimeError("the secret reason")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """Give the layers around something that would answer everything."""
    static = tmp_path_factory.mktemp("static")
    for name in ("index.html", "favicon.png", "static/js/index.1.js"):
        (static / name).parent.mkdir(parents=True, exist_ok=True)
        (static / name).touch()
    pages = [Route(path, healthz) for path in ("/", "/themes", "/entry", "/healthz", "/open/{name}")]
    routes = [*pages, Route("/broken", broken)]
    layers = build_middleware(headers=HEADERS, hosts=["localhost", "*.example.org"], static=static, routes=routes)
    faults = {Exception: server_error_handler(HEADERS)}
    return Starlette(routes=[*routes, Mount("/", everything)], middleware=layers, exception_handlers=faults)


def faulty(app: Starlette) -> Answer:
    """Ask for the route with a fault; the fault is raised again, for the log, after the answer."""

    async def listening(scope: Scope, receive: Receive, send: Send) -> None:
        with pytest.raises(RuntimeError, match="the secret reason"):
            await app(scope, receive, send)

    return ask(listening, "/broken")


@pytest.mark.parametrize("path", THERE)
def test_what_a_reader_needs_is_answered(app: Starlette, path: str) -> None:
    """Pages, Streamlit's own files, files to take away and the dashboard's routes are there."""
    assert [ask(app, path, method=method).status for method in ("GET", "HEAD")] == [200, 200]


@pytest.mark.parametrize("path", NOT_THERE)
def test_nothing_else_is_there(app: Starlette, path: str) -> None:
    """Uploads, measurements, programs' ways in and addresses of nothing are one to the reader: not found."""
    assert {method: ask(app, path, method=method).status for method in METHODS} == dict.fromkeys(METHODS, 404)


@pytest.mark.parametrize("path", THERE)
def test_nothing_is_taken_in(app: Starlette, path: str) -> None:
    """What is there can only be read."""
    answers = {method: ask(app, path, method=method) for method in METHODS[2:]}
    assert {method: answer.status for method, answer in answers.items()} == dict.fromkeys(answers, 405)
    assert {answer.headers["allow"] for answer in answers.values()} == {"GET, HEAD"}


@pytest.mark.parametrize(("length", "status"), [(4000, 200), (4089, 200), (4090, 414)])
def test_an_address_has_a_bound(app: Starlette, length: int, status: int) -> None:
    """No view needs an address of thousands of characters: path and query together have 4096 at most."""
    assert ask(app, "/themes", query="a" * length).status == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8501", 200),
        ("LOCALHOST", 200),
        ("www.example.org", 200),
        ("example.org", 400),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("localhost@evil.example", 400),
        ("", 400),
    ],
)
def test_only_known_hosts_are_answered(app: Starlette, host: str, status: int) -> None:
    """A name that somebody points at this machine shows nothing (DNS rebinding)."""
    assert ask(app, "/", headers={"host": host}).status == status


def test_no_name_leads_to_another(tmp_path: Path) -> None:
    """A name without `www.` is not answered with a redirect, which would tell what is served here."""
    (tmp_path / "index.html").touch()
    layers = build_middleware(headers={}, hosts=["www.example.org"], static=tmp_path, routes=())
    app = Starlette(routes=[Mount("/", everything)], middleware=layers)
    assert ask(app, "/", headers={"host": "example.org"}).status == 400


def test_the_layers_stand_in_order(tmp_path: Path) -> None:
    """Headers on every refusal, the host before all else, and no more sessions than are let in."""
    (tmp_path / "index.html").touch()
    layers = build_middleware(headers=HEADERS, hosts=["localhost"], static=tmp_path, routes=())
    assert [layer.cls for layer in layers] == [
        AddHeaders, TrustedHostMiddleware, Allowlist, SessionLimit, CompressedFiles,
    ]  # fmt: skip
    assert layers[0].kwargs == {"headers": HEADERS}
    assert layers[3].kwargs == {"limit": 300}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://localhost"},
        {"host": "localhost:8501", "origin": "http://localhost:8501"},
        {"host": "www.example.org", "origin": "https://www.example.org"},
        {"host": "www.example.org", "origin": "https://WWW.example.org"},
        {"host": "WWW.example.org", "origin": "https://www.example.org"},
    ],
)
def test_a_session_is_opened_from_its_own_page(app: Starlette, headers: dict[str, str]) -> None:
    """A page of this server may, behind a proxy with TLS too, and so may a program that is no browser."""
    assert ask(app, STREAM, method="WEBSOCKET", headers=headers).accepted


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://localhost:9999"}, 403),
        ({"origin": "http://localhost.evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"host": "evil.example", "origin": "https://evil.example"}, 400),
    ],
)
def test_no_session_is_opened_from_elsewhere(app: Starlette, headers: dict[str, str], status: int) -> None:
    """Another site cannot read through a reader's browser."""
    answer = ask(app, STREAM, method="WEBSOCKET", headers=headers)
    assert not answer.accepted
    assert answer.status == status


def test_a_session_stands_at_one_address(app: Starlette) -> None:
    """A websocket anywhere else is refused in words, not with a fault."""
    answer = ask(app, "/themes", method="WEBSOCKET")
    assert (answer.accepted, answer.status) == (False, 404)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda app: ask(app, "/nothing"), id="not found"),
        pytest.param(lambda app: ask(app, "/", method="POST"), id="not to be written"),
        pytest.param(lambda app: ask(app, "/", headers={"host": "evil.example"}), id="unknown host"),
        pytest.param(lambda app: ask(app, "/", query="a" * 5000), id="too long"),
        pytest.param(lambda app: ask(app, STREAM, method="WEBSOCKET", headers={"origin": "null"}), id="not from here"),
        pytest.param(faulty, id="a fault"),
        pytest.param(lambda app: ask(app, "/healthz"), id="a route"),
    ],
)
def test_every_answer_has_the_headers(app: Starlette, answer: Callable[[Starlette], Answer]) -> None:
    """Refusals and faults are pages as well."""
    assert answer(app).headers["x-content-type-options"] == "nosniff"


def test_a_refusal_is_not_kept(app: Starlette) -> None:
    """No cache on the way goes on refusing."""
    assert ask(app, "/nothing").headers["cache-control"] == "no-store"


def test_a_fault_is_told_in_a_plain_sentence(app: Starlette) -> None:
    """A reader sees no reason and no stack; the log has them."""
    answer = faulty(app)
    assert answer.status == 500
    assert "The fault is ours" in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "home"), [("/nothing", "./"), ("/nothing/more", "../"), ("/a/b/", "../../"), ("//nothing", "../")]
)
def test_a_refusal_leads_to_the_dashboard(app: Starlette, path: str, home: str) -> None:
    """The way goes up from the address that was asked for, as the proxy may have put the dashboard below a path."""
    assert f'<a href="{home}">' in ask(app, path).text
