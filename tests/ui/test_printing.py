"""What stands at the foot of a sheet is text, whatever it is."""

import re

import pytest

from scrutiny.ui.shell.printing import css_string


def read(string: str) -> str:
    """Read a string of CSS as a browser does: a number after a backslash, up to a space, is a character."""
    assert string[0] == string[-1] == '"'
    return re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), string[1:-1])


HOSTILE = [
    "Themes",
    'a "quotation"; content: none',
    "a \\ backslash \\22 ",
    "</style><script>alert(1)</script>",
    "*/ } body { display: none } /*",
    "it’s “said” – ÉÀ 字 😀",
    "http://localhost:8501/themes?kind=concern%2Cstrength&theme=early_risk",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_foot_is_text(text: str) -> None:
    """What a browser reads is the text itself, with each run of white space as one space."""
    assert read(css_string(text)) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_the_foot_never_becomes_markup(text: str) -> None:
    """Between the quotation marks stand only letters, digits, spaces and numbered characters."""
    assert re.fullmatch(r'"[A-Za-z0-9 \\]*"', css_string(text))


def test_a_line_of_the_foot_stays_one_line() -> None:
    """A line break in a title does not end the string."""
    assert css_string("two\nlines\tand more") == '"two lines and more"'
