"""A register as a file of any format, as the command line writes it, and the name of such a file."""

import re
from datetime import date
from pathlib import Path

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import briefing
from scrutiny.exports.csv import csv_archive
from scrutiny.exports.json import register_json
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest

_LONGEST_NAME = 100


def make_file(form: str, register: Register, choice: Choice, today: date, template: Path | None = None) -> bytes:
    """Return a register, or the part of it that is chosen, as a file: json, csv, xlsx, docx or pptx.

    A docx and a pptx ask the questions that are suggested; a pptx has all parts of the deck. TemplateError if a
    `template` for either cannot be used.
    """
    if form == "docx":
        return briefing(register, choice, sheet=Sheet(), today=today, template=template)
    if form == "pptx":
        slides = build_deck(DeckRequest(register, frames(register), choice, Sheet(), today))
        settings = register.settings
        return powerpoint(
            slides,
            title=settings.title,
            author=settings.made_by,
            made=settings.reviewed_on.earliest,
            template=template,
        )
    part, chosen = chosen_part(register, choice), chosen_words(register, choice)
    if form == "json":
        return register_json(part, chosen).encode()
    return csv_archive(part, chosen) if form == "csv" else workbook(part, chosen, today=today)


def file_name(choice: Choice, today: date, suffix: str) -> str:
    """Name a file after what is in it and the day on which it was made, in letters, digits and hyphens alone."""
    name = "-".join(["register", *choice.inspections, *choice.themes]).lower()
    name = re.sub(r"[^a-z0-9]+", "-", name)[:_LONGEST_NAME].strip("-")
    return f"{name}-{today.isoformat()}.{suffix}"
