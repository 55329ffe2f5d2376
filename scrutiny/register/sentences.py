"""Whether a block is a sentence, a heading, or a part of what stands before it."""

import re

from scrutiny.register.landmarks import ITEM, LINK, LONGEST_LINE, POSTCODE, bare, is_letterhead, no_sentence

# in words
LONGEST_HEADING = 12
LONGEST_LABEL = 4
SHORTEST_SENTENCE = 5

_CLOSED = re.compile(
    r"(?:[.?!…]|\((?:see|cf|as|at|in|from|page|para\w*|annex|appendix|table)\b[^()]*\))[”’\"')\]*_]*"
    r"(?:\s?(?:\[\d{1,3}\]|[¹²³⁴-⁹]+|[*†‡]+)|\d{1,2})?\Z",
    re.IGNORECASE,
)
_ENDS_IN_AN_ADDRESS = re.compile(rf"\b[a-z]{{2,}} .*(?:{POSTCODE.pattern}|{LINK.pattern})\Z", re.DOTALL)
_LEADS_ON = re.compile(r":\s*[–—-]?[*_]*\Z")
_HANGS = re.compile(
    r"(?:[,(–—-]|\b(?:the|a|an|of|and|or|to|for|in|on|at|by|with|from|that|which|who|as|is|are|was|were|be|been|our|"
    r"their|its|his|her|my|your|this|these|those|between|into|but|than|not|Mr|Mrs|Ms|Dr|Chief|HM))\Z"
)
_CLAUSE = re.compile(
    r"\b(?:I|we|they|he|she|is|are|was|were|be|been|has|have|had|will|would|can|could|shall|should|must|may|might|do|"
    r"does|did|says|said)\b"
)
_ASKS = re.compile(r"(?:what|how|why|where|when|who|which|whose)\b", re.IGNORECASE)
NUMBERED = re.compile(r"\(?\d[\d.]*[.)]?\s+")
_QUOTES = "“‘\"'("


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does: with a full stop or the like, a footnote's mark, or an address."""
    return _ends(_CLOSED, text) or _ends(_ENDS_IN_AN_ADDRESS, text)


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text ends as a pattern says; a long text is not searched from its beginning."""
    return bool(pattern.search(text[-LONGEST_LINE:]))


def is_prose(text: str) -> bool:
    """Whether a text is a whole sentence, as none stands above the salutation of a letter."""
    return is_finished(text) and len(text.split()) >= SHORTEST_SENTENCE and not is_letterhead(text)


def goes_on(last: str, text: str, *, in_list: bool, is_parted: bool) -> bool:
    """Whether a paragraph goes on in a block: in a list, after a colon, or in the middle of a sentence.

    `is_parted`: a page number or the like stands between the two.
    """
    is_closed = is_finished(last)
    if ITEM.match(text):
        return in_list or not is_closed
    if _ends(_LEADS_ON, last):
        return True
    is_broken = text.lstrip(_QUOTES)[:1].islower() or is_parted or _ends(_HANGS, last)
    return is_broken and not is_closed


def heading(text: str, following: str) -> str:
    """Say that a block is a heading, if it is one: a label, a question, or a few words that are no sentence."""
    plain = bare(text)
    if text.startswith("#"):  # as Markdown has headings, and the text of a Word file
        return "heading"
    if len(plain) > LONGEST_LINE:
        return ""
    words = len(plain.split())
    is_label = _ends(_LEADS_ON, plain) and words <= LONGEST_LABEL and not _CLAUSE.search(plain)
    leads_on = ITEM.match(following) or following.startswith(tuple(_QUOTES))
    if is_label and not (leads_on or (following[:1].islower() and not no_sentence(following))):
        return "heading"
    asks, asks_again = (_ASKS.match(bare(each)) and bare(each).endswith("?") for each in (text, following))
    if asks and following and not asks_again and words <= LONGEST_HEADING and plain.count("?") == 1:
        return "heading"
    return "heading" if may_be_heading(plain) else ""


def may_be_heading(plain: str, most: int = LONGEST_HEADING) -> bool:
    """Whether a text may be a heading: few words, without a full stop, and no clause but after a word that asks."""
    if len(plain) > LONGEST_LINE:
        return False
    words = NUMBERED.sub("", plain, count=1)
    if not words or len(words.split()) > most or words[0].islower() or ITEM.match(words):
        return False
    if is_finished(plain) or _ends(_LEADS_ON, plain) or _ends(_HANGS, plain) or plain.endswith(";"):
        return False
    return bool(_ASKS.match(words)) or not _CLAUSE.search(words)
