"""The foot of printed sheets."""

from markupsafe import Markup

from scrutiny.ui.shell.templates import MACROS, show_html


def set_print_footer(**lines: str) -> None:
    """Set lines of the foot of each printed sheet; `print.css` says which there are and where they stand."""
    show_html(MACROS.print_footer({name: css_string(text) for name, text in lines.items()}))


def css_string(text: str) -> Markup:
    """Return text as a string of CSS in a page: what is no plain letter, digit or space becomes its number."""
    plain = (
        char if char == " " or (char.isascii() and char.isalnum()) else f"\\{ord(char):x} "
        for char in " ".join(text.split())
    )
    return Markup(f'"{"".join(plain)}"')  # noqa: S704  # only letters, digits, spaces, backslashes and our own quotes
