"""Text from the data on its way to the screen: as HTML wherever it can be, and one escape function for Markdown."""

import re
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True)
class _Written:
    """HTML that Streamlit takes as it is; of a text it would look through every line for spaces to take away."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&@/])")
_JOINER = "\u2060"
_SWALLOWED = re.compile(r"(?<=[-<>=!:~])(?=[-<>=:])|(?<=www)(?=\.)|(?<=:)(?=\w)|(?<=\w)(?=@)")


def show_html(html: str) -> None:
    """Show HTML that may be long."""
    st.html(_Written(html))


def heading_html(text: str, lead: str) -> str:
    """Write a heading that holds text from the data, with a small sentence under it.

    Streamlit's own reads Markdown; what is copied from this one is as it is written, without a joiner.
    """
    return f"<h3>{escape(text)}</h3>{caption_html(lead)}"


def caption_html(text: str) -> str:
    """Write a sentence that holds text from the data, small as a caption is."""
    return f'<p class="caption">{escape(text)}</p>'


def show_sentence(text: str, *, small: bool = False) -> None:
    """Show a sentence that holds text from the data, small as a caption is."""
    st.html(caption_html(text) if small else f'<p class="sentence">{escape(text)}</p>')


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is written.

    Backslashes disarm markup. Where Streamlit would still change the text (arrows, dashes, automatic links,
    icon names) an invisible word joiner parts the characters.
    """
    parted = _SWALLOWED.sub(_JOINER, " ".join(text.split()))
    return _MARKUP.sub(r"\\\1", parted)
