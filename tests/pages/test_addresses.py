"""Addresses are input: whatever stands behind the question mark, a reader gets a right page.

Pages are found in the folder, and the parameters of each by watching what it reads, so that none is forgotten.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from streamlit.runtime.state.query_params_proxy import QueryParamsProxy
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.batches import BATCH_SIZE
from scrutiny.ui.shell import address
from scrutiny.ui.shell.address import echo
from tests.hostile import ELEMENTS, Shown
from tests.pages.conftest import ROOT, OpenPage
from tests.register.test_releases import kept
from tests.testshire import Testshire

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
KNOWN = {"id": "2030-second-look.K01", "q": "meetings"}
"""What the pages need that show little or nothing unless they are asked."""

HOSTILE: dict[str, str | list[str]] = {
    "long": "z" * 10_000,
    "many": ",".join(f"{n}z" for n in range(2_000)),
    "repeated": ["<b>first</b>", "<b>last</b>"],
    "empty": "",
    "commas": ",,,",
    "unknown": "nowhere.Z99",
    "percent-encoded": "%3Cscript%3E%00%FF",
    "not UTF-8": "\ufffd\ufffd",
    "NUL": "a\0b",
    "line ends": "a\r\nb\u2028c",
    "turned around": "a\u202eb\u2066c",
    "unicode": "👮\u0301\u0301\u0301 שלום ﷽",
    "script": "<script>window.ran=1</script>",
    "quotes": "'\"><svg onload=window.ran=1>",
    "link": "javascript:window.ran=1",
    "markdown": "[a](javascript:alert) ![](http://example.org/x) :red[x] $x$ :material/home:",
    "format": "{words.__class__} {0} %s %n",
    "path": "../../../etc/passwd",
}
OURS = re.compile(r"(?:\.|[a-z-]+)(\?[^\s<>\"']*)?|\?[^\s<>\"']*|#[\w-]+|https://[^\s<>\"']+")
"""What a link of ours looks like: a page of the dashboard, this page, a place on it, or a document's address."""
LONG_OR_HIDDEN = re.compile(r"z{81,}|[\0\u202e\u2066\u2028]")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the parameters that pages ask the address for, as they ask."""
    asked: set[str] = set()
    whole = QueryParamsProxy.to_dict

    class Watched(dict[str, str]):
        def get(self, key: str, default: object = None) -> object:
            asked.add(key)
            return super().get(key, default)

    monkeypatch.setattr(QueryParamsProxy, "to_dict", lambda self: Watched(whole(self)))
    return asked


def elements(page: AppTest) -> Iterator[tuple[str, str]]:
    """Yield the text of each element of a page with the element's type."""
    for element in page.main:
        value = getattr(element, "value", None)
        if isinstance(value, str):
            yield element.type, value


def keep_two_days(testshire: Testshire) -> None:
    """Let the register be kept as of two days, before it is changed further."""
    digest = kept(testshire, "kept.zip").digest
    days = ("2030-10-01", "2030-11-01")
    testshire.change("register", releases=[{"date": day, "files": "kept.zip", "digest": digest} for day in days])


def slips(page: AppTest) -> Iterator[str]:
    """Say what of a page is not as it should be, whatever the address asked for."""
    yield from (error.message for error in page.exception)
    yield from (error.value for error in page.error)
    for element, value in elements(page):
        yield from slips_of(element, value)


@lru_cache(1_000)
def slips_of(element: str, text: str) -> list[str]:
    """Say the same of one element, most of which stand in every view of a page."""
    if element == "text_input":
        return []
    if element != "html":
        return LONG_OR_HIDDEN.findall(text) + re.findall("<[a-z]+", text)
    shown = Shown(text)
    links = [link for link in shown.links if not OURS.fullmatch(link) or "z" * 201 in link]
    return [*ELEMENTS.intersection(shown.tags), *shown.handlers, *links, *LONG_OR_HIDDEN.findall(shown.text)]


@pytest.mark.parametrize("name", PAGES)
def test_any_value_of_any_parameter_gives_a_right_page(
    open_page: OpenPage, testshire: Testshire, name: str, read: set[str]
) -> None:
    """No value breaks a page of a register with portions, days and forces to choose; what is shown again is short."""
    keep_two_days(testshire)
    testshire.add_inspections(BATCH_SIZE, force="othershire_police")
    page = open_page(name, **KNOWN)
    found = {"as it should be": list(slips(page))}
    for kind, value in HOSTILE.items():
        for key in read:
            page.query_params[key] = value
        found[kind] = list(slips(page.run()))
    assert {kind: told for kind, told in found.items() if told} == {}
    assert page.main.children


@pytest.mark.parametrize("name", PAGES)
def test_each_parameter_alone_gives_a_right_page(open_page: OpenPage, name: str, read: set[str]) -> None:
    """One value that is not there beside others that are leaves the rest of the view as it was."""
    page = open_page(name, **KNOWN)
    before = dict(page.query_params)
    for key in sorted(read):
        page.query_params.clear()
        page.query_params |= before | {key: ["<script>"]}
        assert list(slips(page.run())) == [], key


def test_every_parameter_has_one_meaning(open_page: OpenPage, testshire: Testshire, read: set[str]) -> None:
    """What pages read of the address is what the table of keys tells, each key once."""
    keep_two_days(testshire)
    testshire.add_panel().add_inspections(BATCH_SIZE, force="othershire_police")
    testshire.change("B03", entries=["2037-further-look.F01"])
    concern = testshire.records["inspections/2037-further-look/findings.yaml"][0]
    concern["not_mentioned_in"] = ["2038-further-look.reply"]
    for name in PAGES:
        assert not open_page(name, **KNOWN).exception
    assert not open_page("present", slide="1").exception
    table = str(address.__doc__).split("=\n")[1:-1]
    keys = re.findall(r"^(\w+)  +\S", "".join(table), re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert read == set(keys)


@pytest.mark.parametrize(
    ("name", "old", "new", "value"),
    [
        ("replies", "theme", "themes", "workforce"),
        ("commitments", "theme", "themes", "workforce"),
        ("commitments", "kind", "commitment", "expectation"),
        ("then-and-since", "theme", "themes", "workforce"),
        ("questions", "theme", "themes", "workforce"),
    ],
)
def test_a_link_with_an_old_key_works(open_page: OpenPage, name: str, old: str, new: str, value: str) -> None:
    """It shows what the new key shows, also in the links of the view; where both are there, the new one holds."""
    page = open_page(name, **{old: value})
    assert list(elements(page)) == list(elements(open_page(name, **{new: value})))
    assert list(elements(page)) != list(elements(open_page(name)))
    assert page.session_state["what this view shows"].shown[new] == value
    both = open_page(name, **{old: value, new: ""})
    assert list(elements(both)) == list(elements(open_page(name, **{new: ""})))


def test_a_choice_writes_an_old_key_anew(open_page: OpenPage) -> None:
    """The address that a choice leads to has the new key alone, so that taking the choice back takes it back."""
    page = open_page("commitments", theme="partnership", kind="undertaking")
    page.selectbox("filter owner").set_value("testshire_pcc").run()
    assert dict(page.query_params) == {
        "themes": "partnership", "commitment": "undertaking", "owner": "testshire_pcc"
    }  # fmt: skip
    page.multiselect("filter themes").set_value([]).run()
    assert dict(page.query_params) == {"commitment": "undertaking", "owner": "testshire_pcc"}


def test_a_changed_filter_keeps_the_others(open_page: OpenPage) -> None:
    """Of the other parameters nothing is lost; what the view has no use for is mended, not kept."""
    query = {"lane": "documents,fieldwork", "scope": "local,lunar", "entry": "events.E01"}
    page = open_page("timeline", **query)
    page.multiselect("filter inspection").set_value(["2029-first-look"]).run()
    assert dict(page.query_params) == {
        "lane": "fieldwork,documents", "scope": "local", "entry": "events.E01", "inspection": "2029-first-look"
    }  # fmt: skip
    page.multiselect("filter inspection").set_value([]).run()
    assert dict(page.query_params) == {
        "lane": "fieldwork,documents", "scope": "local", "entry": "events.E01"
    }  # fmt: skip


def test_what_is_shown_again_is_short_and_can_be_seen() -> None:
    """A reader sees the beginning of what was sent, with a sign where a character is invisible."""
    assert echo("a\0b\u202ec\n") == "a\ufffdb\ufffdc\ufffd"
    assert echo("x" * 81) == f"{'x' * 80}…"
    assert echo("שלום “quoted” ½") == "שלום “quoted” ½"
