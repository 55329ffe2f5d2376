"""Text is not markup: what the data says reaches the screen as it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scrutiny.register.records import Term
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.shell.templates import MACROS
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.search import highlight
from tests.hostile import TEXTS, Shown

ANY = some.text(some.characters(exclude_categories=["Cs", "Cc"]))
TERM = Term(id="<b>M&M</b>", expansion='"><script>', meaning="&lt;")
PAIRS = re.compile(r"[-<>=!:~][-<>=:]|www\.|:\w|\w@")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("**bold** _it_", r"\*\*bold\*\* \_it\_"),
        ("$x$", r"\$x\$"),
        ("[a](b)", r"\[a\]\(b\)"),
        ("<script>", r"\<script\>"),
    ],
)
def test_markup_is_disarmed(text: str, written: str) -> None:
    """Every character that Markdown reads is led by a backslash."""
    assert escape_markdown(text) == written


@pytest.mark.parametrize(
    "text", ["--", "->", "<-", "<->", ">=", "<=", "~=", ":red[x]", ":material/edit:", "www.example.org", "a@b.org"]
)
def test_what_streamlit_would_change_is_parted(text: str) -> None:
    """Where a backslash does not help, an invisible joiner parts the characters; nothing else is added."""
    written = escape_markdown(text)
    assert "\u2060" in written
    assert written.replace("\u2060", "").replace("\\", "") == text


def test_line_ends_do_not_begin_blocks() -> None:
    """A line end in the data begins no list, heading or rule."""
    assert "\n" not in escape_markdown("a\n- b\n# c")


@given(ANY | some.sampled_from(TEXTS))
def test_markdown_shows_any_text_as_itself(text: str) -> None:
    """Without what was put before and between them, the characters are those of the text; no pair is left to change."""
    written = escape_markdown(text)
    assert re.sub(r"\\(.)", r"\1", written).replace("\u2060", "") == " ".join(text.split()).replace("\u2060", "")
    assert re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]()#+.!|<>~$:^=&@/-]", written) is None
    assert PAIRS.search(re.sub(r"\\(.)", r"\1", written)) is None


@given(ANY | some.sampled_from(TEXTS))
def test_html_shows_any_text_as_itself(text: str) -> None:
    """A cell, a link and a marked result hold the text alone; a browser reads no element of it."""
    for html, tags in (
        (MACROS.page_link(text, {"q": text}, text), ["a"]),
        (highlight(text, {"b", "script"}), ["mark"]),
        (explained(text, []), []),
    ):
        assert Shown(html).text == text
        assert set(Shown(html).tags) <= set(tags)
    table = Shown(MACROS.table(text, [text, text], [[text, text]]))
    assert table.text == text * 5
    assert set(table.tags) == {"div", "table", "caption", "thead", "tr", "th", "tbody", "td"}


@given(ANY, ANY)
def test_an_acronym_of_any_characters_is_explained_as_text(before: str, after: str) -> None:
    """Where an acronym can be opened, its words, what it means and what stands around it are all text."""
    read = Shown(explained(f"{before} {TERM.id} {after}", [TERM]))
    assert set(read.tags) == {"button", "span", "b"}
    assert f"{TERM.id}{TERM.id}: {TERM.expansion}. {TERM.meaning}" in read.text
