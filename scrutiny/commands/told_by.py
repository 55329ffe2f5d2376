"""What a document tells of itself: its title, its date, who signed it, to whom it is addressed, how long it is."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from scrutiny.commands.text_of import text_of
from scrutiny.register.dates import MONTHS, PartialDate
from scrutiny.register.landmarks import bare
from scrutiny.register.layout import Block
from scrutiny.register.paragraphs import Paragraphs, with_marks
from scrutiny.register.places import BODY, Part, Place
from scrutiny.register.vocabulary import DocumentKind

_LEADS = re.compile(r"\A(?:Dear|Re|Subject|Regarding)\b\s*[:–-]?\s*", re.IGNORECASE)
DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>\d{{4}})\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})\b"
)
_PUBLISHED = re.compile(rf"\b(?:published|issued|released|dated)\b\W*(?:on )?(?:{DATE.pattern})", re.IGNORECASE)
_LONGEST_NAME = 12
"""What has more words than this names neither a person nor an office."""


def document_of(path: Path) -> dict[str, Any]:
    """Return the fields of a document's record, as far as its text tells them; ValueError if it cannot be read.

    A PDF or a Word file has its marked copy as its file.
    """
    text = text_of(path)
    counted = Paragraphs(text)
    reasons = [block.reason for block in counted.blocks]
    notes = sum(place.part is Part.NOTE for place in counted)
    is_letter = "salutation" in reasons
    kind = DocumentKind.REPLY if is_letter else DocumentKind.PRESS_RELEASE if notes else DocumentKind.REPORT
    told: dict[str, Any] = {
        "id": str(kind),
        "kind": str(kind),
        "held": "true",
        "title": " ".join(_LEADS.sub("", bare(counted.get(Place(Part.HEADLINE), ""))).split()),
        "date": _date(counted.blocks),
        "paragraphs": sum(place.part in BODY for place in counted),
        "notes": notes,
        "file": path.name if path.suffix.lower() == ".txt" else f"{path.stem}.marked.txt",
    }
    if is_letter:
        told["addressees"] = _addressees(counted.blocks[reasons.index("salutation")].text)
        told["author"], told["role"] = _signature(counted.blocks)
    return {name: value for name, value in told.items() if value}


def write_copy(path: Path) -> Path | None:
    """Write a marked copy beside a document that is no plain text, unless one is there; return it if it was written."""
    copy = path.with_name(f"{path.stem}.marked.txt")
    if path.suffix.lower() == ".txt" or copy.exists():
        return None
    copy.write_text(with_marks(Paragraphs(text_of(path)).blocks), encoding="utf-8")
    return copy


def _date(blocks: list[Block]) -> dict[str, str]:
    """Return the date of publication, or else the first, of those that stand by themselves or before the text."""
    end = next((index for index, one in enumerate(blocks) if one.place and one.place.part is not Part.HEADLINE), None)
    texts = [block.text for block in blocks[:end]]
    found = [text[match.start() :] for text in texts for match in (_PUBLISHED.search(text), DATE.search(text)) if match]
    return date_of(min(found, key=lambda text: not _PUBLISHED.match(text), default=""))


def date_of(text: str) -> dict[str, str]:
    """Return the first date in a text, as it is printed and as the data has it."""
    match = DATE.search(text)
    if not match:
        return {}
    month = MONTHS.index(match["month"]) + 1 if match["month"] else int(match["m"])
    day = match["day"] or match["d"]
    date = f"{match['year'] or match['y']}-{month:02}{f'-{int(day):02}' if day else ''}"
    with suppress(ValueError):  # a day that is not in the calendar is left to the curator
        return {"printed": match[0], "date": str(PartialDate.parse(date))}
    return {"printed": match[0]}


def _addressees(salutation: str) -> list[str]:
    names = re.split(r",\s*|\s+and\s+", _LEADS.sub("", bare(salutation)))
    return [name for name in names if name and not name.isupper()]  # an honour, as OBE, is no name


def _signature(blocks: list[Block]) -> tuple[str, str]:
    """Return the first two lines after the close of a letter that can be a name and an office; empty if none are."""
    reasons = [block.reason for block in blocks]
    start = reasons.index("close of the letter") + 1 if "close of the letter" in reasons else len(blocks)
    lines = [bare(line).rstrip(",") for block in blocks[start:] if not block.place for line in block.text.splitlines()]
    names = [line for line in lines if line and len(line.split()) <= _LONGEST_NAME]
    author, role, *_ = [*names, "", ""]
    return author, role
