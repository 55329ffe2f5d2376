"""Text is not markup: what the data says reaches the screen as it is written."""

import pytest

from scrutiny.ui.text import markdown


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
    assert markdown(text) == written


@pytest.mark.parametrize("text", ["--", "->", "<-", ">=", ":red[x]", ":material/edit:", "www.example.org", "a@b.org"])
def test_what_streamlit_would_change_is_parted(text: str) -> None:
    """Where a backslash does not help, an invisible joiner parts the characters; nothing else is added."""
    written = markdown(text)
    assert "\u2060" in written
    assert written.replace("\u2060", "").replace("\\", "") == text


def test_line_ends_do_not_begin_blocks() -> None:
    """A line end in the data begins no list, heading or rule."""
    assert "\n" not in markdown("a\n- b\n# c")
