"""What is said besides a slide's body: the headline as it fits, the foot, alternative texts, and the notes."""

from itertools import chain
from typing import Final

from scrutiny.charts import style
from scrutiny.exports.powerpoint import geometry, text_boxes, text_metrics
from scrutiny.exports.powerpoint.geometry import Box
from scrutiny.exports.powerpoint.text_boxes import Paragraph
from scrutiny.slides import text_fit
from scrutiny.slides.slide import BarChart, Body, ChartBody, Slide, TableBody, TitleBody
from scrutiny.wording import count_of

CONTINUED: Final = " (continued)"
_SIZES: Final = (28, 24, 20, 17)
_TITLE_SIZES: Final = (40, 34, 28)
_LEADING: Final = 0.9
_GAP: Final = 2
_HOLLOW: Final = "Hollow: the respondent's own view."


def headline_size(headline: str) -> int:
    """Give the size of a headline: by its length, or smaller where it would not fit."""
    points = text_fit.headline_points(headline)
    return next((size for size in _SIZES if size <= points and headline_fits(headline, size)), _SIZES[-1])


def headline_fits(headline: str, size: int) -> bool:
    """Tell whether a headline fits in some size."""
    return _height(headline, size) <= geometry.HEADLINE.height


def title_size(title: str) -> int:
    """Give the size of the deck's title: the largest with which it fits."""
    fits = (size for size in _TITLE_SIZES if _height(title, size) <= geometry.OPENING.height)
    return next(fits, _TITLE_SIZES[-1])


def headline(slide: Slide) -> str:
    """Give a slide's headline as it fits, with room for saying on a further slide that it goes on."""
    size, most = (_TITLE_SIZES[-1], 4) if isinstance(slide.body, TitleBody) else (_SIZES[-1], 3)
    return text_metrics.clip(slide.headline, size, geometry.HEADLINE.width, most, bold=True)


def foot(slide: Slide) -> list[Paragraph]:
    """Give the paragraphs of the foot: how to read the marks or bars, then what is counted, and as of when."""
    return text_boxes.fitted(full_foot(slide), geometry.FOOT.width, geometry.FOOT.height)


def full_foot(slide: Slide) -> list[Paragraph]:
    """Give the paragraphs of the foot before any is shortened."""
    lines = filter(None, [_key(slide.body), slide.foot])
    return [Paragraph(line, geometry.FOOT_SIZE, gap=_GAP) for line in lines]


def body_box(slide: Slide) -> Box:
    """Give the room between headline and foot."""
    top = geometry.FOOT.bottom - text_boxes.height(foot(slide), geometry.FOOT.width)
    return geometry.BODY.down_to(top - geometry.GAP)


def continued(headline: str) -> str:
    """Say of a headline, once, that its slide goes on from another."""
    return headline.removesuffix(CONTINUED) + CONTINUED


def notes(slide: Slide) -> str:
    """Write what the presenter reads: sources, questions, entries, and the slide's picture in words."""
    sections = {
        slide.headline: (f"{slide.part.label}: {slide.part.meaning}",),
        "How to read it": tuple(filter(None, [_key(slide.body)])),
        "Sources": slide.sources,
        "Questions": slide.questions,
        "Entries": (", ".join(slide.entries),) if slide.entries else (),
        "In words": (slide.body.picture.alt,) if isinstance(slide.body, ChartBody) else (),
    }
    return "\n\n".join("\n".join((head, *lines)) for head, lines in sections.items() if lines)


def of_table(table: TableBody, further: str = "") -> str:
    """Say in words what a table shows, for who cannot see it."""
    heads = ", ".join(head.replace("\n", " ") for head in table.heads)
    return f"Table of {count_of(len(table.rows), 'row')} with the columns {heads}. {further}".strip()


def _key(body: Body) -> str:
    """Return the key of a chart: of bars and numbers what they stand for, since a screen shows marks in their place."""
    if not isinstance(body, ChartBody):
        return ""
    return _of_bars(body.native) if isinstance(body.native, BarChart) else _of_marks(body.native)


def _of_bars(bars: BarChart) -> str:
    """Say what bars are."""
    names = list(bars.numbers.columns)
    which = f"{names[0]}: each" if len(names) == 1 else "Each"
    hollow = _HOLLOW if any(look.hollow for look in bars.looks.values()) else ""
    return " ".join(
        filter(None, [f"{which} bar is as long as the number of marks that it stands for.", hollow, bars.key])
    )


def _of_marks(table: TableBody) -> str:
    """Say what the marks in the cells of a table are."""
    cells = "".join(chain(*table.rows))
    kinds = [kind for kind, glyphs in style.GLYPHS.items() if any(glyph in cells for glyph in glyphs)]
    if not kinds:
        return ""
    hollow = _HOLLOW if any(glyphs[1] in cells for glyphs in style.GLYPHS.values()) else ""
    marks = ", ".join(f"{style.glyph(kind, hollow=False)} {kind.label.lower()}" for kind in kinds)
    return f"{marks}. A number says how many marks. {hollow}".strip()


def _height(headline: str, size: int) -> float:
    """Give the height of a headline, whose lines are set closer than those of texts."""
    return text_metrics.height(headline, size, geometry.HEADLINE.width, bold=True) * _LEADING
