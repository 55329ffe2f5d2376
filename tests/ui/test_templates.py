"""Text is not markup: whatever is not marked as markup is escaped, and tags are written in templates alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import UndefinedError
from markupsafe import Markup

from scrutiny.ui import TEMPLATES
from scrutiny.ui.shell.address import SameViewUrl
from scrutiny.ui.shell.templates import ENVIRONMENT, MACROS, has_long_word
from tests.hostile import TEXTS, Shown

ROOT = Path(__file__).parents[2]
CODE = [
    *sorted((ROOT / "scrutiny" / "ui").rglob("*.py")),
    *sorted((ROOT / "pages").glob("*.py")),
    ROOT / "dashboard.py",
]
TAG = re.compile(r"</?[a-z][a-z0-9]*[\s/>]")


def written(path: Path) -> Iterator[str]:
    """Yield the texts of a file of code, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def writes_tags(path: Path) -> bool:
    """Tell whether a file of code writes tags, or escapes by hand."""
    by_hand = re.search(r"^(from html import|import html)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return bool(by_hand) or any(TAG.search(text) for text in written(path))


def test_only_templates_write_tags() -> None:
    """No code of pages puts tags around a text, nor escapes one by hand."""
    assert [path.stem for path in CODE if writes_tags(path)] == []


def test_no_template_switches_escaping_off() -> None:
    """Each template can be read, and what is markup is said where it is made, not where it is shown."""
    for name in ENVIRONMENT.list_templates():
        text = (TEMPLATES / name).read_text(encoding="utf-8")
        assert re.search(r"\|\s*safe\b|autoescape|Markup", text) is None, name
        assert ENVIRONMENT.get_template(name)


@given(some.text() | some.sampled_from(TEXTS))
def test_a_gap_in_a_template_is_filled_with_text(text: str) -> None:
    """In text and in attributes a reader sees the characters that the data has; markup is left as it is."""
    template = ENVIRONMENT.from_string('<p title="{{ text }}">{{ text }}{{ markup }}</p>')
    shown = Shown(template.render(text=text, markup=Markup("<b>{}</b>").format(text)))
    folded = text.replace("\r\n", "\n").replace("\r", "\n")  # as HTML reads it
    assert shown.tags == ["p", "b"]
    assert shown.text.replace("\r\n", "\n").replace("\r", "\n") == folded * 2


def test_a_misspelt_name_is_an_error() -> None:
    """A gap is never left empty in silence."""
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("<p>{{ sumary }}</p>").render(summary="x")


@pytest.mark.parametrize(
    ("cells", "is_long"),
    [
        (["x" * 40, "short"], False),
        (["x" * 41], True),
        (["<" + "x" * 41 + ">"], True),
        ([Markup('<a href="%s">short</a>') % ("x" * 41)], False),
        ([Markup("<b>%s</b>") % ("x" * 41)], True),
        ([12, ""], False),
    ],
)
def test_a_word_is_long_by_what_is_read(cells: list[object], is_long: bool) -> None:
    """A text counts as it is written, markup without its tags."""
    assert has_long_word(cells) is is_long


@given(some.sampled_from(TEXTS))
def test_links_and_tables_of_macros_hold_text(text: str) -> None:
    """What templates share shows any text as itself, and makes no element of it."""
    for html, tags in (
        (MACROS.view_link(text, text), ["a"]),
        (MACROS.same_view_link(SameViewUrl({"q": text}, {"q": text}), text), ["a"]),
        (MACROS.bullets([text]), ["ul", "li"]),
    ):
        shown = Shown(html)
        assert (shown.text, shown.tags) == (text, tags)


def test_only_a_long_word_marks_its_row() -> None:
    """Nothing that a reader does not see makes a word long: neither a tag nor the address of a link."""
    link = MACROS.view_link("2029-first-look.C09", "C09")
    short, long = [link, "x" * 40], [link, "x" * 41]
    table = MACROS.table("A caption", ["Entry", "Words"], [short, long])
    assert re.findall(r"<tr[^>]*>(?=<th scope=.row)", table) == ["<tr>", '<tr class="long">']
    assert '<table class="long">' in table
    assert "<table>" in MACROS.table("A caption", ["Entry", "Words"], [short])
