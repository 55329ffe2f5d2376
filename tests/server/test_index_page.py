"""The page that a browser is given first, as Streamlit's page is installed."""

import re
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette

from scrutiny import store
from scrutiny.exports.open_data import open_files
from scrutiny.register.register import Register
from scrutiny.server.headers import csp_hash, security_headers
from scrutiny.server.index_page import index_page, page_routes
from tests.server.asgi import Answer, ask
from tests.testshire import Testshire

STATIC = Path(st.__file__).parent / "static"
INDEX = (STATIC / "index.html").read_text(encoding="utf-8")
ORIGIN = "https://panel.example"
PAGE = index_page(STATIC, [ORIGIN])


@pytest.fixture
def page(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Give the front page of the made-up register."""
    testshire.records["register.yaml"]["title"] = "Children & <i>others</i>"
    return front(testshire.write(), monkeypatch)


def front(data: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Give the front page of a register."""
    monkeypatch.setenv("SCRUTINY_DATA", str(data))
    store._store.cache_clear()
    return ask(Starlette(routes=page_routes({"themes"}, PAGE, STATIC)), "/")


def test_without_javascript_a_reader_is_told_where_the_same_can_be_read(page: Answer, register: Register) -> None:
    """Nothing is said of programs that is not so here, and every link leads to something."""
    [told] = re.findall(r"<noscript>(.*?)</noscript>", page.text, re.DOTALL)
    assert "need JavaScript" in told
    assert {name.removeprefix("./open/") for name in re.findall(r'href="(.*?)"', told)} <= open_files(register).keys()
    assert "agent" not in re.sub("<!--.*?-->", "", page.text, flags=re.DOTALL)


def test_the_page_has_the_title_of_the_website(page: Answer) -> None:
    """As text, before any script has run: in the tab, and where a link is shown with the title of its page."""
    assert page.text.count("Children &amp; &lt;i&gt;others&lt;/i&gt;") == 2
    assert "Streamlit</title>" not in page.text


def test_a_feed_reader_finds_the_feed(page: Answer, register: Register) -> None:
    """The page names the feed of papers, by its type, where it is served."""
    [href] = re.findall('<link rel="alternate" type="application/atom\\+xml" title=".*?" href="(.*?)">', page.text)
    assert open_files(register)[href.removeprefix("./open/")].media_type == "application/atom+xml"


def test_without_a_register_the_page_is_there_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows what there is to say; it comes by itself once the register is good."""
    answer = front(tmp_path, monkeypatch)
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    assert "<title>Not available</title>" in answer.text


def test_its_scripts_are_those_of_streamlit_and_one_of_ours(page: Answer) -> None:
    """What the policy lets run by its fingerprint is still the same text."""
    scripts = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    assert [script for script in scripts if script not in INDEX] == [script for script in scripts if ORIGIN in script]
    policy = security_headers(index=PAGE, embed_origins=())["Content-Security-Policy"]
    assert [script for script in scripts if csp_hash(script) not in policy] == []
    assert re.findall("src=.*?>", page.text) == re.findall("src=.*?>", INDEX)


@pytest.mark.parametrize(("path", "charts"), [("/", False), ("/themes", True)])
def test_the_front_page_asks_for_nothing_that_draws_charts(path: str, *, charts: bool) -> None:
    """It has none, so that a first visit is light; it names what the next page will need, for when it is idle."""
    answer = ask(Starlette(routes=page_routes({"themes"}, PAGE, STATIC)), path)
    assert ("PlotlyChart" in answer.headers["link"]) == charts
    late = " ".join(re.findall('<meta name="late" content="(.*)">', answer.text)).split()
    assert any("PlotlyChart" in script for script in late) != charts
    assert [script for script in late if not (STATIC / script).is_file() or script in answer.headers["link"]] == []
