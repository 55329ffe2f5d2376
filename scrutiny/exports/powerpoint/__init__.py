"""Slides as a PowerPoint file: native charts and tables on a template's layouts, with notes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scrutiny.slides.slide import Slide


def powerpoint(slides: Sequence[Slide], *, title: str, made: date, template: Path | None = None) -> bytes:
    """Return slides as a PowerPoint file, the same bytes for the same slides.

    `title` and `made`, the day of the register's last review, stand in the properties of the file. What is too long
    for a slide goes on on further slides. `template` is a .pptx file to use in place of our own; one that is missing
    or lacks a layout raises `TemplateError`.
    """
    from scrutiny.exports.powerpoint.deck import write_deck  # noqa: PLC0415 - loads python-pptx only when a file is made

    return write_deck(slides, title=title, made=made, template=template)
