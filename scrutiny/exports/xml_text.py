"""Text as XML can hold it (XML 1.0, section 2.2)."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text in which what XML forbids shows as “�”."""
    return _NOT_XML.sub("\ufffd", text)
