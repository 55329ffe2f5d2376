"""A register as a file of any format, as the command line writes it, and the name of such a file."""

import re
from datetime import date
from pathlib import Path
from typing import Final
from unicodedata import normalize

from scrutiny.analysis.choice import NO_MEETING, Choice, Meeting
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import annex, briefing
from scrutiny.exports.csv import csv_archive
from scrutiny.exports.json import register_json
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest

NAMES: Final = {
    "pptx": "Panel-slides",
    "docx": "Panel-briefing",
    "annex": "Panel-briefing-annex",
    "questions": "Questions",
    "xlsx": "Panel-data",
    "csv": "Panel-data",
}
"""What the name of a file begins with."""
SUFFIXES: Final = {"annex": "docx", "questions": "docx", "csv": "zip"}
"""The suffix of a format, where it is not its name."""

_LONGEST = 60


def make_file(
    form: str,
    register: Register,
    choice: Choice,
    today: date,
    template: Path | None = None,
    meeting: Meeting = NO_MEETING,
) -> bytes:
    """Return a register, or the part of it that is chosen, as a file: json, csv, xlsx, docx, annex or pptx.

    A docx and a pptx ask the questions that are suggested; a pptx has all parts of the deck. TemplateError if a
    `template` for these or for an annex cannot be used.
    """
    if form == "docx":
        return briefing(register, choice, sheet=Sheet(), today=today, meeting=meeting, template=template)
    if form == "annex":
        return annex(register, choice, today=today, template=template)
    if form == "pptx":
        slides = build_deck(DeckRequest(register, frames(register), choice, Sheet(), today, meeting))
        return powerpoint(slides, register.settings, template)
    part, chosen = chosen_part(register, choice), chosen_words(register, choice)
    if form == "json":
        return register_json(part, chosen).encode()
    return csv_archive(part, chosen) if form == "csv" else workbook(part, chosen, today=today)


def file_name(form: str, register: Register, choice: Choice, today: date) -> str:
    """Name a file after what it is about and its day: “Panel-slides_Child-sexual-abuse-in-families_2026-11-28.pptx”.

    The name has letters without accents, digits, hyphens and underscores alone, which every system takes.
    """
    inspections = [one.short_title for one in choice.inspections_in(register)] if choice.inspections else []
    themes = [theme.label for theme in register.themes if theme.id in choice.themes]
    subjects = (
        some[0] if len(some) == 1 else several if some else ""
        for some, several in ((inspections, "Several inspections"), (themes, "Several themes"))
    )
    subject = " ".join(filter(None, subjects)) or "All inspections"
    parts = filter(None, [NAMES[form], name_part(subject), today.isoformat()])
    return f"{'_'.join(parts)}.{SUFFIXES.get(form, form)}"


def name_part(text: str) -> str:
    """Return a text as a part of a file name: letters without accents and digits, with hyphens between words."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
