"""Made-up slides, one of each body, and a file read back as an officer's program reads it."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pptx import Presentation

from scrutiny.charts.picture import Picture
from scrutiny.exports.powerpoint import powerpoint
from scrutiny.exports.powerpoint.template import BODY, TEXT, open_template, placeholder_boxes
from scrutiny.register.vocabulary import Basis, EntryKind
from scrutiny.slides.slide import (
    BarChart,
    Body,
    ChartBody,
    PairBody,
    PairSide,
    Part,
    SeriesStyle,
    Slide,
    TableBody,
    TextBody,
    TitleBody,
)

MADE = date(2030, 11, 15)
LAYOUTS = placeholder_boxes(open_template())
BODY_BOX = LAYOUTS[TEXT][BODY]
HOSTILE = "<b>&amp; ]]> \x00\x07 \u202eodd\u2028line\tend “=1+1”"
LONG = "word " * 2000
UNBROKEN = "x" * 10_000


def bars(*, rows: int = 2, stacked: bool = False) -> BarChart:
    """Return bars of three looks, some of them without length."""
    numbers = pd.DataFrame(
        {
            "Concerns": [nth % 3 for nth in range(rows)],
            "Own view": [2 * (nth % 2) for nth in range(rows)],
            "Strengths": [12 - nth % 12 for nth in range(rows)],
        },
        index=[f"Theme {nth} of Testshire" for nth in range(rows)],
    )
    looks = {
        "Concerns": SeriesStyle(EntryKind.CONCERN),
        "Own view": SeriesStyle(EntryKind.CONCERN, Basis.OWN),
        "Strengths": SeriesStyle(EntryKind.STRENGTH),
    }
    return BarChart(numbers, looks, stacked, key="A theme is what an entry is about.")


def table(*, rows: int = 2) -> TableBody:
    """Return a table with marks in its cells."""
    return TableBody(
        ("Theme", "First", "Second"), tuple((f"Theme {n}", "■ 2  □ 1", "● 3") for n in range(rows)), (3, 2, 2)
    )


def chart(native: BarChart | TableBody) -> ChartBody:
    """Return a chart with a picture whose marks are explained as a screen shows them."""
    words = {
        "headline": "H.",
        "subtitle": "Each mark is one entry.",
        "alt": "Two themes.",
    }
    return ChartBody(
        Picture(figure=go.Figure(), counts=pd.DataFrame(), table=pd.DataFrame(), key=(), groups={}, **words), native
    )


def said(lead: str, *, hollow: bool = False, excerpt: str = "meetings often went ahead") -> PairSide:
    """Return one side of a pair."""
    return PairSide(
        EntryKind.CONCERN, hollow, lead, f"Summary {lead}.", excerpt, f"Reply, paragraph {lead}", f"a.{lead}"
    )


SIDES = PairBody(said("1"), said("2", hollow=True), ("The later repeats the earlier.", "Different meetings."))
BODIES: dict[str, Body] = {
    "Opening": TitleBody(("For the panel", "Themes: all")),
    "Chart": chart(bars()),
    "Table": table(),
    "Text": TextBody(("First.", "Second."), numbered=4),
    "Side by side": SIDES,
}


def slide(body: Body, **fields: Any) -> Slide:
    """Return a slide with everything that a presenter is told."""
    told = {
        "headline": "Inspectors found two concerns.",
        "foot": "Each mark is one entry. Last checked 15 November 2030.",
        "sources": ("First look, press release: paragraph 2: C09.",),
        "questions": ("Commissioner, by when?",),
        "entries": ("2029-first-look.C09",),
    }
    return Slide(part=Part.FINDINGS, body=body, **(told | fields))


def written(*slides: Slide, title: str = "Testshire") -> Any:
    """Write slides and open the file again."""
    return Presentation(io.BytesIO(powerpoint(slides, title=title, made=MADE)))


def one(body: Body, **fields: Any) -> Any:
    """Write one slide that takes no further one, and give it as it is read back."""
    slides = list(written(slide(body, **fields)).slides)
    assert len(slides) == 1
    return slides[0]


def shapes(presentation: Any) -> Iterator[Any]:
    """Return every shape of every slide."""
    return (shape for written in presentation.slides for shape in written.shapes)


def description(shape: Any) -> str:
    """Return the alternative text of a shape."""
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))


def texts(presentation: Any) -> str:
    """Return all words on all slides, of tables too, one after another."""
    said = [shape.text_frame.text for shape in shapes(presentation) if shape.has_text_frame]
    tables = [shape.table for shape in shapes(presentation) if shape.has_table]
    return "\n".join([*said, *(cell.text for grid in tables for cell in grid.iter_cells())])
