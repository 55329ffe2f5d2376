"""Characters that cannot be seen: they may hide or turn what a reader takes from a text, and are refused."""

import unicodedata
from collections.abc import Iterator

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# letters and marks that are drawn as nothing: those of Unicode's Default_Ignorable_Code_Point that are not of the
# kinds above, and two signs that are blank by design; spaces of any width are seen as spaces and may stand
_BLANK = frozenset(
    map(
        chr,
        (
            0x034F,  # combining grapheme joiner
            *(0x115F, 0x1160, 0x3164, 0xFFA0),  # Hangul fillers
            *(0x17B4, 0x17B5),  # Khmer inherent vowels
            *(0x180B, 0x180C, 0x180D, 0x180F),  # Mongolian variation selectors
            0x2800,  # Braille pattern without a dot
            *range(0xFE00, 0xFE10),  # variation selectors
            0x1D159,  # musical null note head
            *range(0xE0100, 0xE01F0),  # more variation selectors
        ),
    )
)
_PLAIN = b"\n\t" + bytes(range(0x20, 0x7F))


def first_invisible(text: str) -> str | None:
    """Name the first character of a text that cannot be seen, if there is one.

    The end of a line is none, and a tab is YAML's own business.
    """
    if text.isascii() and text.isprintable():
        return None
    return next(_names(text), None)


def find_invisible(text: str) -> tuple[int, str] | None:
    """Give the line, counted from 1, and the name of the first character of a long text that cannot be seen."""
    unusual = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
    if not first_invisible("".join(set(unusual))):
        return None
    lines = ((number, first_invisible(line)) for number, line in enumerate(text.split("\n"), start=1))
    return next((number, found) for number, found in lines if found)


def _names(text: str) -> Iterator[str]:
    """Name every character of a text that cannot be seen."""
    for character in text:
        if character in _BLANK or (character not in "\t\n" and unicodedata.category(character) in _HIDDEN):
            yield f"U+{ord(character):04X}"
