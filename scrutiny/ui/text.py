"""Text from the data on its way to the screen: one escape function for Markdown; HTML has Python's own."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&@/])")
_JOINER = "\u2060"
_SWALLOWED = re.compile(r"(?<=[-<>=!:])(?=[-<>=:])|(?<=www)(?=\.)|(?<=:)(?=\w)|(?<=\w)(?=@)")


def markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is written.

    Backslashes disarm markup. Where Streamlit would still change the text (arrows, dashes, automatic links,
    icon names) an invisible word joiner parts the characters.
    """
    parted = _SWALLOWED.sub(_JOINER, " ".join(text.split()))
    return _MARKUP.sub(r"\\\1", parted)
