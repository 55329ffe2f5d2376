"""The slides on the projector: what they are about, one at a time, and the speaker's notes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import Sheet, askable_questions
from scrutiny.charts.marks import labels
from scrutiny.register.register import Register
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest, source_lines
from scrutiny.slides.slide import ChartBody, PairBody, Part, Slide, TableBody
from scrutiny.slides.text_fit import headline_points, sides_points
from scrutiny.ui import ASSETS
from scrutiny.ui.shell.address import (
    ENTRY_PARAM,
    has_param,
    number_param,
    open_entry_id,
    same_view_url,
    selected_options,
)
from scrutiny.ui.shell.choices import select_many, show_active_filters
from scrutiny.ui.shell.context import register_digest, today
from scrutiny.ui.shell.filters import choose_inspections, choose_themes
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.sheet_address import sheet_from_address
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.chart import show_figure
from scrutiny.wording import count_of, join_list, upper_first

SLIDE, NOTES = "slide", "notes"
_SHOWN_AT_ONCE = 24
_MOST_NAMES = 4
# keys, clicker and swipe change the slide; notes in another window follow
_mount_script: Any = st.components.v2.component(
    "scrutiny_present", js=(ASSETS / "present.js").read_text(encoding="utf-8")
)


def choose_deck(register: Register) -> None:
    """Show the choice of inspections, themes and parts of the deck behind a button."""
    with st.popover("Change the slides"):
        choose_inspections(register)
        choose_themes(register)
        select_many("Slides", "part", list(Part), names=labels(Part).__getitem__)


def chosen_deck(register: Register, frames: Frames) -> tuple[Slide, ...]:
    """Make the slides that the address asks for."""
    parts = tuple(Part(part) for part in selected_options("part", list(Part), list(Part)))
    return _made_deck(register_digest(), register, frames, chosen(register), chosen_sheet(register), parts, today())


def chosen_sheet(register: Register) -> Sheet:
    """Return the member's sheet of questions; on an empty one, questions are suggested."""
    return sheet_from_address(askable_questions(register, today()))


def deck_lead(register: Register, slides: Sequence[Slide]) -> str:
    """Say what the deck is about: “28 slides about Child protection and Abuse in families on 1 theme.”."""
    choice = chosen(register)
    names = [inspection.short_title for inspection in choice.inspections_in(register)]
    about = join_list(names) if len(names) <= _MOST_NAMES else count_of(len(names), "inspection")
    themes = f" on {count_of(len(choice.themes), 'theme')}" if choice.themes else ""
    return f"{upper_first(count_of(len(slides), 'slide'))} about {about}{themes}."


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
    opened = open_entry_id(register.known_ids, within=register.entries_by_id)
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


def show_deck(slides: Sequence[Slide]) -> None:
    """Offer to begin, to open the speaker's notes beside, and the slides in small, each with the way to it."""
    show_active_filters()
    show("present/begin.html", first=same_view_url({SLIDE: "1"}), notes=same_view_url({SLIDE: "1", NOTES: "1"}))
    cards = [
        (number, slide, _first_words(slide), same_view_url({SLIDE: str(number)}))
        for number, slide in enumerate(slides, start=1)
    ]
    show("present/cards.html", first=cards[:_SHOWN_AT_ONCE], rest=cards[_SHOWN_AT_ONCE:])
    _mount_script(key="present", height=1)


def _first_words(slide: Slide) -> str:
    """Return what a slide in small shows below its headline."""
    match slide.body:
        case ChartBody(picture=picture):
            return picture.subtitle
        case PairBody(earlier=earlier):
            return earlier.summary
        case TableBody(rows=rows):
            return " · ".join(rows[0]) if rows else ""
        case body:
            return body.lines[0] if body.lines else ""


@st.cache_resource(show_spinner="Making the slides …", max_entries=30, hash_funcs={Choice: repr, Sheet: repr})
def _made_deck(
    digest: str,  # noqa: ARG001  # tells the cache which register it is
    _register: Register,
    _frames: Frames,
    choice: Choice,
    sheet: Sheet,
    parts: tuple[Part, ...],
    day: date,
) -> tuple[Slide, ...]:
    return build_deck(DeckRequest(_register, _frames, choice, sheet, day), parts)
