"""Characters that cannot be seen: they may hide or turn what a reader takes from a text, and are refused."""

import re
import unicodedata

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
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
_NOT_PLAIN = re.compile(r"[^\n\t -~]")  # a tab is YAML's own business


def find_invisible(text: str) -> tuple[int, str] | None:
    """Return the line, counted from 1, and the name of the first character that cannot be seen, or None.

    The end of a line is none.
    """
    for match in _NOT_PLAIN.finditer(text):
        character = match[0]
        if character in _BLANK or unicodedata.category(character) in _HIDDEN_CATEGORIES:
            return text.count("\n", 0, match.start()) + 1, f"U+{ord(character):04X}"
    return None
