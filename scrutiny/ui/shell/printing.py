"""What only paper shows: the foot of each sheet, and words in place of what is opened or chosen on the screen."""

from html import escape

import streamlit as st


def set_print_footer(**lines: str) -> None:
    """Set lines of the foot of each printed sheet; `print.css` says which there are and where they stand."""
    rules = "".join(f"--foot-{name}: {css_string(text)};" for name, text in lines.items())
    st.html(f"<style>:root {{{rules}}}</style>")


def print_only(text: str) -> None:
    """Say something on paper alone."""
    st.html(f'<p class="on-paper">{escape(text)}</p>')


def css_string(text: str) -> str:
    """Write text as a string of CSS in a page: what is no plain letter, digit or space becomes its number."""
    plain = (
        char if char == " " or (char.isascii() and char.isalnum()) else f"\\{ord(char):x} "
        for char in " ".join(text.split())
    )
    return f'"{"".join(plain)}"'
