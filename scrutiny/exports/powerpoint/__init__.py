"""Slides as a PowerPoint file: native charts and tables on a template's layouts, with notes."""

from collections.abc import Sequence
from pathlib import Path

from scrutiny.register.records import Settings
from scrutiny.slides.slide import Slide


def powerpoint(slides: Sequence[Slide], settings: Settings, template: Path | None) -> bytes:
    """Return slides as a PowerPoint file, one for each as the screen shows it; the same bytes for the same slides.

    The register's title, its author and the day of its last review stand in the properties of the file. `template` is a
    .pptx file to use in place of our own; one that is missing or lacks a layout raises `TemplateError`.
    """
    from scrutiny.exports.powerpoint.deck import write_deck  # noqa: PLC0415 - loads python-pptx only when a file is made

    made = settings.reviewed_on.earliest
    return write_deck(slides, title=settings.title, made=made, author=settings.author, template=template)
