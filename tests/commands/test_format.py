"""The command that lays out the files of a register alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.commands.format import formatted
from scrutiny.register.loading import load
from scrutiny.register.reading import tree_of
from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire, as_yaml

DATA = Path(__file__).parents[2] / "data"
LONG = "word " * 30 + "end"
FOLDED = f"{'word ' * 22}word\n    {'word ' * 7}end"
WORD = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
WORDS = st.lists(WORD, min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"- a: {LONG}\n", f"- a: {FOLDED}\n"),
        (f"- a: one\n  b: {LONG}\n", f"- a: one\n  b: {FOLDED}\n"),
        (f'- a: "{LONG}"\n', f'- a: "{FOLDED}"\n'),
        ("- a: one\n    two\n\n  b: 3\n", "- a: one two\n\n  b: 3\n"),
        (f"a:\n  b: {LONG}\n", f"a:\n  b: {FOLDED}\n"),
        ("- a: 1  \r\n\r\n\r\n\r\n- a: 2", "- a: 1\n\n- a: 2\n"),
        (f"- a: {LONG}  # why\n", f"- a: {LONG}  # why\n"),
        (f"# {LONG}\n- a: [{LONG}, two]\n", f"# {LONG}\n- a: [{LONG}, two]\n"),
        (f"- a: >\n    {LONG}\n", f"- a: >\n    {LONG}\n"),
        (f"- a: https://example.org/{'x' * 150}\n", f"- a: https://example.org/{'x' * 150}\n"),
        (f'- a: "{LONG}  {LONG}"\n', f'- a: "{LONG}  {LONG}"\n'),
        ("- a: [1\n", "- a: [1\n"),
        ("- a: one #two\n\n\n\n", "- a: one #two\n\n\n\n"),
    ],
)
def test_long_lines_and_empty_ones(text: str, right: str) -> None:
    """A text goes on further in; comments, brackets and what cannot be read stay."""
    assert formatted(text) == right
    assert formatted(right) == right


@given(WORDS)
def test_any_text_reads_as_before(words: list[str]) -> None:
    """Whatever a text holds, the same is read of it, and laying it out again changes nothing."""
    text = as_yaml([{"a": "x" + " ".join(words), "b": " ".join(words)}])
    laid_out = formatted(text)
    assert tree_of(laid_out) == tree_of(text)
    assert formatted(laid_out) == laid_out


def test_fields_are_put_in_order_and_files_named(testshire: Testshire) -> None:
    """What is changed is said; the register is the same, with every comment, and a second run changes nothing."""
    text = (
        testshire.text_of("glossary.yaml").replace("- id: MASH\n  ", "# first\n- ") + "  id: MASH  # its acronym\n\n\n"
    )
    testshire.texts["glossary.yaml"] = text
    folder = testshire.write()
    before = load(folder).register
    assert run("format", "--data", folder, "--check").exit_code == 1
    assert (folder / "glossary.yaml").read_text("utf-8") == text
    result = run("format", "--data", folder)
    assert (result.exit_code, result.output) == (0, f"{folder / 'glossary.yaml'}\n")
    assert (folder / "glossary.yaml").read_text("utf-8") == (
        "# first\n- id: MASH  # its acronym\n  expansion: Multi-agency safeguarding hub\n  meaning: Where all decide.\n"
    )
    assert load(folder).register == before
    assert run("format", "--data", folder, "--check").output == ""


def test_a_file_with_a_slip_in_its_grammar_is_left(testshire: Testshire) -> None:
    """What cannot be read is not touched; the check tells of it."""
    text = f'- id: "C01\n\n\n  summary: {LONG}\n'
    testshire.texts[f"{SECOND}/findings.yaml"] = text
    folder = testshire.write()
    assert run("format", "--data", folder).exit_code == 0
    assert (folder / SECOND / "findings.yaml").read_text("utf-8") == text


def test_our_data_is_laid_out() -> None:
    """Whoever edits it runs the command."""
    assert run("format", "--data", DATA, "--check").output == ""
