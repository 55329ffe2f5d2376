"""The lines by which the parts of a letter or a press release are known, and what stands on a page beside its text."""

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_POLITE = (
    "yours|with|my|our|very|kind(?:est)?|warm(?:est)?|best|sincerely|faithfully|truly|regards|wishes|and|thanks|many"
)
_OFFICE = "Inspectors?|Constables?|Commissioners?|Secretary|Minister|Director|Chair|Mayor|Office|Inspectorate"
_HONORIFIC = "Rt Hon|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Cllr|Councillor"

LONGEST_LINE = 300
"""What has more letters than this is no line of these; such a text is not searched for them."""

BULLETS_OF_WORD = re.compile("[\ue000-\uf8ff]")
"""Bullets as a copy from a PDF has them: nobody can see or type them."""
_BULLET = "[•▪●◦·‣∙○*–—-]"
SALUTATION = re.compile(r"[“‘\"']?(?:Dear\b|To whom it may concern|Good (?:morning|afternoon)).*", re.DOTALL)
CLOSE = re.compile(
    rf"yours (?:sincerely|faithfully|truly)\b.*|(?=.*(?:yours|regards|wishes|sincerely|faithfully|truly)\W*$)"
    rf"(?:(?:{_POLITE})\W*){{1,6}}",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"(?:Re|Subject|Regarding)\s*[:–-].*", re.IGNORECASE | re.DOTALL)
NOTES = re.compile(
    r"(?:(?:background )?notes? (?:to|for) (?:the )?(?:editors?|media|press)|editors?['’]?s?['’]? notes?)\W*",
    re.IGNORECASE,
)
PLAIN_NOTES = re.compile(r"(?:background )?notes?\W*", re.IGNORECASE)
END = re.compile(r"\W*(?:media |press )?(?:release )?ends\W*", re.IGNORECASE)
ANNEX = re.compile(r"(?P<label>(?:Annexe?|Appendix|Enclosure|Attachment|Schedule)(?: (?:[A-Z]|\d{1,2}|[IVX]+))?)"
                   r"(?:\s*[:.–—-].*)?", re.IGNORECASE)  # fmt: skip
ASK = re.compile(
    r"(?-i:(?=[A-Z]))(?P<kind>recommendations?|areas? for improvement|causes? of concern)"
    r"(?:\s+(?P<number>\d{1,3}[a-z]?))?\s*(?:[:.–—-]|\Z)",
    re.IGNORECASE,
)
"""What an inspectorate calls what it asks for, at the beginning of a heading or of a paragraph."""
ITEM = re.compile(rf"(?:{_BULLET}|o|\(?(?:[a-z]|[ivx]+|\d{{1,2}})\)|[a-z]\.|\d{{1,2}}\.)\s+(?=\S)")
DASH = re.compile(r"[–—-]\s+")
NOTE_ITEM = re.compile(rf"(?:{_BULLET}|\(?\d{{1,2}}[.)])\s+(?=\S)")
DOTTED = re.compile(r"([1-9]\d{0,2}(?:\.[1-9]\d{0,2}){1,3})\.?\s+\S")
NUMBER_AND_TEXT = re.compile(r"[1-9]\d?(?:\.\d{1,2}){1,3}\.?\s+[“‘]?[A-Z]")
CHAPTER = re.compile(r"(\d{1,2})\.?\s+[A-Z]")
WHOLE = re.compile(r"(\d{1,3})[.)]\s+\S")

LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?:date|dated|published|issued|released|posted)\b:?\s*(?:on )?)?(?:\w+day,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}),?\s+\d{{4}}|(?:{_MONTHS})\s+(?:\d{{1,2}},\s+)?\d{{4}}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_ADDRESSEE = re.compile(
    r"(?:to|from|cc|by e-?mail|our ref(?:erence)?|your ref(?:erence)?|tel(?:ephone)?|e-?mail)\b\s*[:.].*|by e-?mail.*",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = re.compile(rf"\b(?:{_HONORIFIC}|{_OFFICE})\b")
_SMALL_WORDS = frozenset(("of", "and", "for", "the", "in", "&"))
_ANNOUNCES = re.compile(
    r"(?:date|dated|published|issued|released|posted)(?: on)?\W*"
    r"|(?:(?:press|news|media) )?(?:release|statement)|(?:for )?immediate release|(?:under )?embargo.*|letter|reply",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\W*(?:page\s*\|?\s*)?\d{1,3}(?:\s*(?:of|/|\|)\s*\d{1,3})?(?:\s*\|?\s*page)?\W*|page \w+ of \w+", re.IGNORECASE
)
_MARKING = re.compile(r"\W*OFFICIAL(?:\W+SENSITIVE.*)?\W*|\W*(?:NOT )?PROTECTIVELY MARKED\W*")
_BESIDE_OF_ANY_LENGTH = {
    "picture": re.compile(r"!\[|\[(?:image|picture|logo)\b", re.IGNORECASE),
    "footnote": re.compile(r"(?:\[\d{1,3}\]|[¹²³⁴-⁹]+)\s*\S"),
}
WORDS_BESIDE_A_LINK = 3
_LINES_OF_AN_ADDRESS = 8
_RULE = re.compile(r"[\W_]*")


BESIDE = (
    "no words",
    "page number",
    "protective marking",
    "picture",
    "footnote",
    "head or foot of a page, or a heading",
)
"""Why a block has no place that stands on a page beside its text, and parts no paragraph."""


def bare(text: str) -> str:
    """Return a text without the signs of emphasis and of headings that some copies put around it."""
    return text.strip().strip("*_#> ")


def beside_the_text(text: str) -> str:
    """Say what a block is that stands on a page beside its text (one of `BESIDE`); empty if it is none."""
    for reason, pattern in zip(BESIDE, (_RULE, _PAGE, _MARKING), strict=False):
        if len(text) <= LONGEST_LINE and pattern.fullmatch(bare(text)):
            return reason
    return next((reason for reason, pattern in _BESIDE_OF_ANY_LENGTH.items() if pattern.match(bare(text))), "")


def no_sentence(text: str) -> str:
    """Say what a block is that is no sentence wherever it stands; empty if it may be one."""
    plain = bare(text) if len(text) <= LONGEST_LINE else ""
    if _DATE.fullmatch(plain):
        return "date"
    if LINK.search(plain) and len(LINK.sub("", plain).split()) < WORDS_BESIDE_A_LINK:
        return "link"
    return ""


def is_letterhead(text: str) -> bool:
    """Whether a block names somebody, an address, a date, or what the document is."""
    plain = bare(text) if len(text) <= LONGEST_LINE else ""
    is_name = _NAMES.search(plain) and all(word[0].isupper() or word in _SMALL_WORDS for word in plain.split())
    return bool(
        is_name
        or POSTCODE.search(plain)
        or no_sentence(text)
        or _ANNOUNCES.fullmatch(plain)
        or _ADDRESSEE.fullmatch(plain)
    )


def length_of_letterhead(texts: list[str]) -> int:
    """Say how many blocks stand above the headline; a postcode ends an address of several lines."""
    codes = [index + 1 for index, text in enumerate(texts[:_LINES_OF_AN_ADDRESS]) if POSTCODE.search(text)]
    start = codes[-1] if codes and not any(text.rstrip().endswith((".", "!")) for text in texts[: codes[-1]]) else 0
    return start + next((index for index, text in enumerate(texts[start:]) if not is_letterhead(text)), 0)
