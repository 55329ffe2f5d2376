"""The files that a register can be taken away as, by the name of their format.

Each is made by a function that imports what it needs when it is called, so that asking for help loads none of it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it brings pandas with it, which is slow to load
    from scrutiny.analysis.choice import Choice
    from scrutiny.register.register import Register

_LONGEST_NAME = 100


@dataclass(frozen=True)
class Format:
    """One format: what its file is, how the name ends, whether it is text, and what makes its bytes."""

    what: str
    suffix: str
    text: bool
    make: Callable[["Register", "Choice", date], bytes]


def _json(register: "Register", choice: "Choice", _today: date) -> bytes:
    """Make the register's JSON."""
    from scrutiny.exports.json import register_json

    return register_json(*_chosen(register, choice)).encode()


def _csv(register: "Register", choice: "Choice", _today: date) -> bytes:
    """Make the archive of its tables."""
    from scrutiny.exports.archive import archive

    return archive(*_chosen(register, choice))


def _xlsx(register: "Register", choice: "Choice", _today: date) -> bytes:
    """Make the workbook."""
    from scrutiny.exports.workbook import workbook

    return workbook(*_chosen(register, choice))


def _docx(register: "Register", choice: "Choice", today: date) -> bytes:
    """Make the briefing, with the questions that are suggested."""
    from scrutiny.exports.briefing import briefing

    return briefing(register, choice, picked=(), today=today)


def pptx(register: "Register", choice: "Choice", today: date, template: Path | None = None) -> bytes:
    """Return the deck of all parts, with the questions that are suggested, on a template of its own or on ours."""
    from scrutiny.analysis.frames import frames
    from scrutiny.exports.powerpoint import powerpoint
    from scrutiny.slides.deck import deck
    from scrutiny.slides.deck_request import DeckRequest

    slides = deck(DeckRequest(register, frames(register), choice, (), today))
    settings = register.settings
    return powerpoint(slides, title=settings.title, made=settings.reviewed_on.earliest, template=template)


def _chosen(register: "Register", choice: "Choice") -> tuple["Register", str]:
    """Give the part of a register that is chosen, and the choice in words."""
    from scrutiny.analysis.extract import chosen_part, chosen_words

    return chosen_part(register, choice), chosen_words(register, choice)


FORMATS: Mapping[str, Format] = {
    "json": Format("one JSON document", "json", True, _json),
    "csv": Format("a ZIP archive with a CSV file for each table", "zip", False, _csv),
    "xlsx": Format("a workbook", "xlsx", False, _xlsx),
    "docx": Format("a briefing for the agenda pack", "docx", False, _docx),
    "pptx": Format("a deck of slides", "pptx", False, pptx),
}


def file_name(form: Format, choice: "Choice", today: date) -> str:
    """Name a file after what is in it and the day on which it was made, in letters, digits and hyphens alone."""
    name = "-".join(["register", *choice.inspections, *choice.themes]).lower()
    name = re.sub(r"[^a-z0-9]+", "-", name)[:_LONGEST_NAME].strip("-")
    return f"{name}-{today.isoformat()}.{form.suffix}"
