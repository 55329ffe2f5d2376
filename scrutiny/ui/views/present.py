"""The slides on the projector: what they show, one at a time, and the speaker's notes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import questions
from scrutiny.charts.marks import labels
from scrutiny.register.register import Register
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest, source_lines
from scrutiny.slides.slide import ChartBody, PairBody, Part, Slide
from scrutiny.slides.text_fit import headline_points, sides_points
from scrutiny.ui import ASSETS
from scrutiny.ui.shell.address import (
    ENTRY_PARAM,
    PICKED_PARAM,
    has_param,
    known_ids_param,
    number_param,
    open_entry_id,
    same_view_url,
    selected_options,
)
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.context import register_digest, today
from scrutiny.ui.shell.filters import choose_inspections, choose_themes
from scrutiny.ui.shell.links import resolve_view_links, same_view_link
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.chart import show_figure
from scrutiny.ui.views.table import html_table
from scrutiny.wording import count_of

SLIDE, NOTES = "slide", "notes"
# keys, clicker and swipe change the slide; notes in another window follow
_mount_script: Any = st.components.v2.component(
    "scrutiny_present", js=(ASSETS / "present.js").read_text(encoding="utf-8")
)


def choose_deck(register: Register) -> None:
    """Show the choice of inspections, themes and parts of the deck."""
    choose_inspections(register)
    choose_themes(register)
    select_many("Slides", "part", list(Part), names=labels(Part).__getitem__, default=list(Part))


def chosen_deck(register: Register, frames: Frames) -> tuple[Slide, ...]:
    """Make the slides that the address asks for."""
    parts = tuple(Part(part) for part in selected_options("part", list(Part), list(Part)))
    choice, picked = chosen(register), picked_questions(register)
    return _made_deck(register_digest(), register, frames, choice, picked, parts, today())


def picked_questions(register: Register) -> tuple[str, ...]:
    """Return the names of the questions that the address asks for; none means those that are suggested."""
    return tuple(known_ids_param(PICKED_PARAM, questions(register, today()), ()))


def chosen(register: Register) -> Choice:
    """Return the inspections and themes that the address asks for; a part holds just the inspections asked for."""
    known = [inspection.id for inspection in register.inspections]
    is_part = len(known) < len(register.inspections_by_id)
    return Choice(
        inspections=tuple(known if is_part else selected_options("inspection", known, [])),
        themes=tuple(selected_options("themes", list(register.themes_by_id), [])),
    )


def asked_slide(slides: Sequence[Slide]) -> int | None:
    """Return the number of the slide that the address asks for, if it asks for one; the nearest that there is."""
    return number_param(SLIDE, len(slides))


def asked_notes() -> bool:
    """Tell whether the address asks for the presenter's notes."""
    return has_param(NOTES)


def show_slide(register: Register, slides: Sequence[Slide], number: int) -> None:
    """Show one slide on the whole window, without anything of the page around it."""
    slide = slides[number - 1]
    body = slide.body
    summary, excerpt, between = sides_points(body) if isinstance(body, PairBody) else (0, 0, 0)
    html = render(
        "present/slide.html",
        slide=slide,
        kind=type(body).__name__,
        body=body,
        number=number,
        slides=len(slides),
        headline_size=headline_points(slide.headline),
        sizes={"summary": summary, "excerpt": excerpt, "between": between},
    )
    show_html(resolve_view_links(html))
    if isinstance(body, ChartBody):
        with st.container(key="slide-chart"):
            show_figure(body.picture, key=f"slide-{number}")
    opened = open_entry_id(register.known_ids)
    if entry := register.entries_by_id.get(opened or ""):  # over the slide, large
        source = source_lines(register, [entry.full_id])[0]
        close = same_view_url({}, without=[ENTRY_PARAM])
        show("present/words.html", entry=entry, register=register, source=source, close=close)
    _mount_script(key="present", height=1)


def show_notes(slides: Sequence[Slide], number: int) -> None:
    """Show what the presenter reads on a screen of his own: the slide, its sources and questions, and the next one."""
    show(
        "present/notes.html",
        slide=slides[number - 1],
        next_headline=slides[number].headline if number < len(slides) else "This is the last slide.",
        number=number,
        slides=len(slides),
        back=same_view_url({SLIDE: str(max(number - 1, 1))}),
        forward=same_view_url({SLIDE: str(min(number + 1, len(slides)))}),
    )
    _mount_script(key="present", height=1)


def ways_to_present() -> None:
    """Offer to begin, to open the presenter's notes beside, and say which keys there are."""
    show("present/begin.html", first=same_view_url({SLIDE: "1"}), notes=same_view_url({SLIDE: "1", NOTES: "1"}))
    _mount_script(key="present", height=1)


def list_of_slides(slides: Sequence[Slide]) -> None:
    """List the slides of the deck, each with the way to it."""
    rows = [
        (same_view_link({SLIDE: str(number)}, str(number)), slide.part.label, slide.headline)
        for number, slide in enumerate(slides, start=1)
    ]
    show_html(html_table(count_of(len(slides), "slide"), ["Slide", "Part", "Headline"], rows))


@st.cache_resource(show_spinner="Making the slides …", max_entries=30, hash_funcs={Choice: repr})
def _made_deck(
    digest: str,  # noqa: ARG001  # tells the cache which register it is
    _register: Register,
    _frames: Frames,
    choice: Choice,
    picked: tuple[str, ...],
    parts: tuple[Part, ...],
    day: date,
) -> tuple[Slide, ...]:
    return build_deck(DeckRequest(_register, _frames, choice, picked, day), parts)
