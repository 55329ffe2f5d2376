"""The deck on the projector: what it is made of, one slide at a time, and the presenter's notes."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import questions
from scrutiny.charts.marks import labels
from scrutiny.charts.style import COLOURS, glyph
from scrutiny.register.records import Entry
from scrutiny.register.register import Register
from scrutiny.slides.deck import deck
from scrutiny.slides.deck_request import DeckRequest, source_lines
from scrutiny.slides.slide import ChartBody, PairBody, PairSide, Part, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import headline_points, sides_points
from scrutiny.ui import ASSETS
from scrutiny.ui.shell.address import (
    PICKED_PARAM,
    has_param,
    known_ids_param,
    number_param,
    open_entry_id,
    selected_options,
)
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.context import register_digest, today
from scrutiny.ui.shell.filters import choose_inspections
from scrutiny.ui.shell.links import resolve_view_links, same_view_link, view_link
from scrutiny.ui.views.chart import show_figure
from scrutiny.ui.views.table import escape_cells, html_table
from scrutiny.wording import count_of

SLIDE, NOTES = "slide", "notes"
_SCRIPT = ASSETS / "present.js"
_mount: Any = st.components.v2.component("scrutiny_present", js=_SCRIPT.read_text(encoding="utf-8"))


def choose_deck(register: Register) -> None:
    """Show the choice of inspections, themes and parts of the deck."""
    themes = register.themes_by_id
    choose_inspections(register)
    select_many("Themes", "themes", list(themes), names=lambda key: themes[key].label, default=[], long=True)
    select_many("Slides", "part", list(Part), names=labels(Part).__getitem__, default=list(Part))


def chosen_deck(register: Register, frames: Frames) -> tuple[Slide, ...]:
    """Make the slides that the address asks for."""
    parts = tuple(Part(part) for part in selected_options("part", list(Part), list(Part)))
    choice, picked = chosen(register), picked_questions(register)
    return _made(register_digest(), register, frames, choice, picked, parts, today())


def picked_questions(register: Register) -> tuple[str, ...]:
    """Give the names of the questions that the address asks for; none means those that are suggested."""
    return tuple(known_ids_param(PICKED_PARAM, questions(register, today()), ()))


def chosen(register: Register) -> Choice:
    """Give the inspections and themes that the address asks for; a part holds just the inspections asked for."""
    known = [inspection.id for inspection in register.inspections]
    is_part = len(known) < len(register.inspections_by_id)
    return Choice(
        inspections=tuple(known if is_part else selected_options("inspection", known, [])),
        themes=tuple(selected_options("themes", list(register.themes_by_id), [])),
    )


def asked_slide(slides: Sequence[Slide]) -> int | None:
    """Give the number of the slide that the address asks for, if it asks for one; the nearest that there is."""
    return number_param(SLIDE, len(slides))


def asked_notes() -> bool:
    """Tell whether the address asks for the presenter's notes."""
    return has_param(NOTES)


def show_slide(register: Register, slides: Sequence[Slide], number: int) -> None:
    """Show one slide on the whole window, without anything of the page around it."""
    slide = slides[number - 1]
    key = f"{slide.body.picture.key} " if isinstance(slide.body, ChartBody) else ""
    st.html(
        f'<div class="slide" data-number="{number}" data-slides="{len(slides)}" data-part="{slide.part}">'
        f'<h1 style="font-size: {headline_points(slide.headline)}px">{escape(slide.headline)}</h1>'
        f'<div class="slide-body">{_body(slide)}</div>'
        f'<div class="slide-foot"><p>{escape(key)}{escape(slide.foot)}</p>'
        f'<p class="pointer">{number} of {len(slides)}</p></div></div>'
    )
    if isinstance(slide.body, ChartBody):
        with st.container(key="slide-chart"):
            show_figure(slide.body.picture, key=f"slide-{number}")
    _words(register)
    _mount(key="present", height=1)


def show_notes(slides: Sequence[Slide], number: int) -> None:
    """Show what the presenter reads on a screen of his own: the slide, its sources and questions, and the next one."""
    slide = slides[number - 1]
    before, after = max(number - 1, 1), min(number + 1, len(slides))
    coming = escape(slides[number].headline) if number < len(slides) else "This is the last slide."
    st.html(
        f'<div class="presenter" data-number="{number}" data-slides="{len(slides)}">'
        f"<p>{number} of {len(slides)} · {same_view_link({SLIDE: str(before)}, 'Back')} · "
        f"{same_view_link({SLIDE: str(after)}, 'Next')}</p><h1>{escape(slide.headline)}</h1>"
        f"<p><b>Next:</b> {coming}</p>{_listed('Questions it gives rise to', slide.questions)}"
        f"{_listed('Where it stands', slide.sources)}<p>{escape(slide.foot)}</p></div>"
    )
    _mount(key="present", height=1)


def ways_to_present() -> None:
    """Offer to begin, to open the presenter's notes beside, and say which keys there are."""
    st.html(
        f'<div class="begin"><p>{same_view_link({SLIDE: "1"}, "Present full screen", data="present")} '
        f"{same_view_link({SLIDE: '1', NOTES: '1'}, 'Presenter’s notes in a window of their own', data='beside')}</p>"
        "<p>Arrow keys, Page Up, Page Down or a clicker change the slide, Home and End go to the first and last, Enter "
        "fills the screen, Escape leaves; on a tablet, swipe. A click on a mark opens its words on the slide. The "
        "notes follow the slides, and the slides the notes, in two windows of one browser.</p></div>"
    )
    _mount(key="present", height=1)


def list_of_slides(slides: Sequence[Slide]) -> None:
    """List the slides of the deck, each with the way to it."""
    rows = [
        [same_view_link({SLIDE: str(number)}, str(number)), escape(slide.part.label), escape(slide.headline)]
        for number, slide in enumerate(slides, start=1)
    ]
    st.html(html_table(f"{count_of(len(slides), 'slide')} in this deck", ["Slide", "Part", "Headline"], rows))


@st.cache_resource(show_spinner="Making the slides …", max_entries=30, hash_funcs={Choice: repr})
def _made(
    digest: str,  # noqa: ARG001  # tells the cache which register it is
    _register: Register,
    _frames: Frames,
    choice: Choice,
    picked: tuple[str, ...],
    parts: tuple[Part, ...],
    day: date,
) -> tuple[Slide, ...]:
    """Make a deck once for all who show it."""
    return deck(DeckRequest(_register, _frames, choice, picked, day), parts)


def _body(slide: Slide) -> str:
    """Write what stands between headline and foot; a chart stands over it."""
    match slide.body:
        case TableBody(heads=heads, rows=rows):
            return html_table(slide.headline, heads, map(escape_cells, rows))
        case PairBody(earlier=earlier, later=later, between=between):
            summary, excerpt, words = sides_points(slide.body)
            cautions = "".join(f"<p>{escape(text)}</p>" for text in between)
            cards = f"{_side(earlier, summary, excerpt)}{_side(later, summary, excerpt)}"
            return f'<div class="sides">{cards}</div><div style="font-size: {words}px">{cautions}</div>'
        case TextBody(lines=lines, numbered=None):
            return f"<ul>{_items(lines)}</ul>"
        case TextBody(lines=lines, numbered=first):
            return f'<ol start="{first}">{_items(lines)}</ol>'
        case TitleBody(lines=lines):
            return f'<div class="slide-title">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'
    return ""


def _side(said: PairSide, summary: int, excerpt: int) -> str:
    """Write one side of a pair, its summary and the document's words in these sizes."""
    return (
        f'<article><p>{_mark(said)} {escape(said.lead)}</p><p style="font-size: {summary}px"><b>'
        f'{escape(said.summary)}</b></p><blockquote style="font-size: {excerpt}px">“{escape(said.excerpt)}”'
        f"</blockquote><p>{escape(said.place)} · "
        f"{resolve_view_links(view_link(said.full_id, said.full_id.partition('.')[2]))}</p></article>"
    )


def _mark(said: PairSide) -> str:
    """Draw the mark of one side of a pair."""
    return f'<span aria-hidden="true" style="color: {COLOURS[said.kind]}">{glyph(said.kind, said.hollow)}</span>'


def _words(register: Register) -> None:
    """Show the words of the mark that is opened, over the slide."""
    opened = open_entry_id(register.known_ids)
    entry = register.entries_by_id.get(opened or "")
    if entry:
        st.html(_entry(register, entry))


def _entry(register: Register, entry: Entry) -> str:
    """Write an entry in few words and large type, with a way to close it."""
    note = f'<p class="note">Read with care: {escape(entry.note)}</p>' if entry.note else ""
    return (
        f'<article class="entry slide-words" data-id="{escape(entry.full_id)}"><p>{escape(entry.entry_kind.label)} '
        f"{escape(entry.id)} · {escape(entry.voice.label)} · {escape(entry.scope.label)}</p>"
        f"<h2>{escape(entry.summary)}</h2><blockquote>“{escape(entry.excerpt)}”</blockquote>"
        f"<p>{escape(source_lines(register, [entry.full_id])[0])}</p>{note}"
        f"<p>{same_view_link({}, 'Close', without=['entry'])}</p></article>"
    )


def _items(lines: Sequence[str]) -> str:
    """Write sentences as items of a list."""
    return "".join(f"<li>{escape(line)}</li>" for line in lines)


def _listed(title: str, texts: Sequence[str]) -> str:
    """Write texts as a list under a heading, if there are any."""
    return f"<h2>{escape(title)}</h2><ul>{_items(texts)}</ul>" if texts else ""
