"""Streamlit's files go over the line compressed, each compressed once, and pages name those that they need."""

import asyncio
import gzip
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import streamlit as st
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from scrutiny.server import static_files
from scrutiny.server.static_files import CompressedFiles, preload_header
from tests.server.asgi import ask, asking

SCRIPT = "let marks = 1;\n" * 500
READS = {"Accept-Encoding": "gzip, br"}
STATIC = Path(st.__file__).parent / "static"


@pytest.fixture
def app(tmp_path: Path) -> CompressedFiles:
    """Stand around a folder with a script, a small one, a font and a page."""
    for name, text in {
        "a.js": SCRIPT,
        "PlotlyChart.1.js": SCRIPT,
        "small.js": "1",
        "font.woff2": SCRIPT,
        "index.html": SCRIPT,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return CompressedFiles(StaticFiles(directory=tmp_path), tmp_path)


@pytest.mark.parametrize(
    ("accepted", "encoding", "decompress"),
    [
        ("gzip, br", "br", brotli.decompress),
        ("br;q=1.0, gzip;q=0.8", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br; q=0, gzip", "gzip", gzip.decompress),
        ("br;q=0.000, gzip", "gzip", gzip.decompress),
    ],
)
def test_a_script_comes_compressed(
    app: CompressedFiles, accepted: str, encoding: str, decompress: Callable[[bytes], bytes]
) -> None:
    """It is the same script, it is told how it is packed, and caches keep all forms apart."""
    whole, less = ask(app, "/a.js"), ask(app, "/a.js", headers={"Accept-Encoding": accepted})
    assert whole.body.decode() == SCRIPT
    assert decompress(less.body) == whole.body
    assert len(less.body) < len(whole.body) / 10
    assert less.headers["content-encoding"] == encoding
    assert less.headers["content-length"] == str(len(less.body))
    assert "Accept-Encoding" in less.headers["vary"]
    assert {name: less.headers[name] for name in ("etag", "content-type")} == {
        name: whole.headers[name] for name in ("etag", "content-type")
    }


def test_the_script_of_charts_begins_with_a_hint(app: CompressedFiles) -> None:
    """The rest of it is as Streamlit has it."""
    assert brotli.decompress(ask(app, "/PlotlyChart.1.js", headers=READS).body) == (
        b"//# allFunctionsCalledOnLoad\n" + SCRIPT.encode()
    )


def test_only_its_headers_come_if_only_they_are_asked_for(app: CompressedFiles) -> None:
    """HEAD tells the length that GET has."""
    head = ask(app, "/a.js", method="HEAD", headers=READS)
    assert head.body == b""
    assert head.headers["content-length"] == str(len(ask(app, "/a.js", headers=READS).body))


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/a.js", {}),
        ("/a.js", {"Accept-Encoding": "deflate, brilliant"}),
        ("/a.js", READS | {"Range": "bytes=0-9"}),
        ("/small.js", READS),
        ("/font.woff2", READS),
    ],
)
def test_the_rest_comes_as_it_is(app: CompressedFiles, path: str, headers: dict[str, str]) -> None:
    """Who cannot read it, asks for a part, or asks for what does not get smaller; also when others have it so."""
    ask(app, path, headers=READS)
    assert "content-encoding" not in ask(app, path, headers=headers).headers


def test_who_has_it_is_told_so(app: CompressedFiles) -> None:
    """A file that did not change is not sent again."""
    headers = ask(app, "/a.js", headers=READS).headers
    assert ask(app, "/a.js", headers=READS | {"If-None-Match": headers["etag"]}).status == 304
    assert ask(app, "/a.js", headers=READS | {"If-Modified-Since": headers["last-modified"]}).status == 304


def test_it_is_compressed_once_for_all_who_ask_at_once(app: CompressedFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty readers who come together cost as much as one."""
    made: list[Path] = []
    inner = static_files._compressed

    def compressed(path: Path, encoding: str) -> bytes:
        made.append(path)
        return inner(path, encoding)

    monkeypatch.setattr(static_files, "_compressed", compressed)

    async def all_at_once() -> None:
        await asyncio.gather(*(asking(app, "/a.js", headers=READS) for _ in range(30)))

    asyncio.run(all_at_once())
    assert len(made) == 1


def test_an_answer_that_is_none_stays_as_it_is(tmp_path: Path) -> None:
    """Where the application refuses a file that is there, nothing of the file is sent."""
    (tmp_path / "a.js").write_text(SCRIPT, encoding="utf-8")

    async def refusing(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 503, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    answer = ask(CompressedFiles(refusing, tmp_path), "/a.js", headers=READS)
    assert (answer.status, answer.headers, answer.body) == (503, {}, b"")


def test_what_draws_charts_is_named_with_what_it_imports(tmp_path: Path) -> None:
    """What the page asks for itself is not named again, nor is anything named twice; what only charts need waits."""
    scripts = tmp_path / "static" / "js"
    scripts.mkdir(parents=True)
    (tmp_path / "index.html").write_text('<script src="./static/js/index.1.js"></script>', encoding="utf-8")
    (scripts / "PlotlyChart.a-1.js").write_text(
        'import{a}from"./index.1.js";import"./only.2.js";import{b as c}from"./frame.3.js";let x=1', encoding="utf-8"
    )
    (scripts / "Html.b_2.js").write_text("import{c}from'./frame.3.js';", encoding="utf-8")
    (scripts / "DataFrame.c.js").write_text("", encoding="utf-8")
    assert re.findall(
        r"<\./static/js/([^>]+)>; rel=modulepreload(.*?)(?:,|$)", preload_header(tmp_path, charts=True)["Link"]
    ) == [
        ("frame.3.js", ""),
        ("only.2.js", ""),
        ("Html.b_2.js", "; fetchpriority=low"),
        ("PlotlyChart.a-1.js", "; fetchpriority=low"),
    ]


def test_the_front_page_names_nothing_for_charts() -> None:
    """It has none, so that a first visit is light."""
    assert "PlotlyChart" not in preload_header(STATIC, charts=False)["Link"]


def test_all_that_is_named_is_there() -> None:
    """The installed Streamlit has these files; another version that names them otherwise is noticed here."""
    named = re.findall(r"<\./([^>]+)>", preload_header(STATIC, charts=True)["Link"])
    assert any("PlotlyChart" in name for name in named)
    assert [name for name in named if not (STATIC / name).is_file()] == []


def test_without_anything_to_name_there_is_no_header(tmp_path: Path) -> None:
    """An empty header says nothing."""
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    assert preload_header(tmp_path, charts=True) == {}
