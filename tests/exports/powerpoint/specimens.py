"""Made-up slides, one of each body, and a file read back as an officer's program reads it."""

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from pptx import Presentation

from scrutiny.exports.powerpoint.deck import write_deck
from scrutiny.register.vocabulary import Basis, EntryKind
from scrutiny.slides.room import spread
from scrutiny.slides.slide import (
    BarMark,
    BarRow,
    BarsBody,
    Body,
    Line,
    ListBody,
    Notes,
    Part,
    Quote,
    QuotesBody,
    Slide,
    TableBody,
    TitleBody,
)

MADE = date(2030, 11, 15)
HOSTILE = "<b>&amp; ]]> \x00\x07 \u202eodd\u2028line\tend “=1+1”"
LONG = "word " * 2000
UNBROKEN = "x" * 10_000


def row(label: str, number: int, basis: Basis = Basis.FOUND, *, muted: bool = False) -> BarRow:
    """Return a row of so many concerns."""
    mark = BarMark("2029-first-look.C09", EntryKind.CONCERN, basis, national=False)
    return BarRow(label, (mark,) * number, muted)


BARS = BarsBody(
    (
        row("Working together", 5),
        row("Skills and training", 0),
        row("Three other themes", 3, muted=True),
        row("Own views", 2, Basis.OWN, muted=True),
        row("From elsewhere", 1, Basis.ELSEWHERE, muted=True),
    )
)
TABLE = TableBody(("Commitments", "Date"), ((Line("Undertakings"), "0 of 7"), ("Expectations", "1 of 3")), (3, 1))
QUOTES = QuotesBody(
    tuple(Quote(f"Theme {n}", "“meetings often went ahead”", f"Paragraph {n}", "a.C01") for n in range(3))
)
BODIES: dict[str, Body] = {
    "Opening": TitleBody((Line("For the panel"), Line("Item 7"))),
    "Chart": BARS,
    "Table": TABLE,
    "Text": ListBody((Line("First."), Line("Second.")), numbered=4),
    "Quotations": QUOTES,
}


def slide(body: Body, **fields: Any) -> Slide:
    """Return a slide with everything that a presenter is told."""
    told = {
        "part": Part.CONCERNS,
        "headline": "Inspectors found two concerns",
        "subtitle": "First look: inspectors’ concerns by theme",
        "caution": "They may be about different things.",
        "source": "Source: press release of July 2029.",
        "notes": Notes(("Say this.", "And this."), "By when?", "“meetings often went ahead”", "paragraph 2"),
    }
    return Slide(body=body, **(told | fields))


def written(*slides: Slide, title: str = "Testshire", author: str = "An officer") -> Any:
    """Write slides, as they are spread, and open the file again."""
    spread_out = [page for one in slides for page in spread(one)]
    return Presentation(io.BytesIO(write_deck(spread_out, title=title, author=author, made=MADE)))


@cache
def one(body: Body, **fields: Any) -> Any:
    """Write one slide that takes no further one, and give it as it is read back, once for all that only look at it."""
    slides = list(written(slide(body, **fields)).slides)
    assert len(slides) == 1
    return slides[0]


def shapes(presentation: Any) -> Iterator[Any]:
    """Return every shape of every slide."""
    return (shape for written in presentation.slides for shape in written.shapes)


def named(page: Any, name: str) -> Any:
    """Return the shape of a slide that has a name."""
    (shape,) = [shape for shape in page.shapes if shape.name == name]
    return shape


def description(shape: Any) -> str:
    """Return the alternative text of a shape."""
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))
