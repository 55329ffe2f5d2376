"""Text from the data on its way to the screen: as HTML wherever it can be, and one escape function for Markdown."""

import re

from scrutiny.ui.shell.templates import MACROS, show_html

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&@/])")
_JOINER = "\u2060"
_SWALLOWED = re.compile(r"(?<=[-<>=!:~])(?=[-<>=:])|(?<=www)(?=\.)|(?<=:)(?=\w)|(?<=\w)(?=@)")


def show_caption(text: str) -> None:
    """Show a sentence that holds text from the data, small as a caption is."""
    show_html(MACROS.caption(text))


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is written.

    Backslashes disarm markup. Where Streamlit would still change the text (arrows, dashes, automatic links,
    icon names) an invisible word joiner parts the characters.
    """
    parted = _SWALLOWED.sub(_JOINER, " ".join(text.split()))
    return _MARKUP.sub(r"\\\1", parted)
