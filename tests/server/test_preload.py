"""With a page, a browser is told what its charts need."""

import re
from pathlib import Path

import pytest
import streamlit as st

from scrutiny.server.preload import PreloadLinks, preload_header
from tests.server.asgi import ask
from tests.server.asking import everything

STATIC = Path(st.__file__).parent / "static"


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
    assert re.findall(r"<\./static/js/([^>]+)>; rel=modulepreload(.*?)(?:,|$)", preload_header(tmp_path)) == [
        ("frame.3.js", ""),
        ("only.2.js", ""),
        ("Html.b_2.js", "; fetchpriority=low"),
        ("PlotlyChart.a-1.js", "; fetchpriority=low"),
    ]


def test_all_that_is_named_is_there() -> None:
    """The installed Streamlit has these files; another version that names them otherwise is noticed here."""
    named = re.findall(r"<\./([^>]+)>", preload_header(STATIC))
    assert any("PlotlyChart" in name for name in named)
    assert [name for name in named if not (STATIC / name).is_file()] == []


@pytest.mark.parametrize(("path", "link"), [("/", "x"), ("/themes", "x"), ("/static/js/a.js", None)])
def test_pages_alone_have_the_header(path: str, link: str | None) -> None:
    """A script needs no other."""
    app = PreloadLinks(everything, "x", frozenset({"/", "/themes"}))
    assert ask(app, path).headers.get("link") == link


def test_without_anything_to_name_there_is_no_header() -> None:
    """An empty header says nothing."""
    assert "link" not in ask(PreloadLinks(everything, "", frozenset({"/"})), "/").headers
