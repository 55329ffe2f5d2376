"""The slides on the projector: what they are about, one at a time, and the speaker's notes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from scrutiny.analysis.choice import Choice, Meeting, about_newest
from scrutiny.analysis.frames import Frames
from scrutiny.analysis.questions import Sheet, askable_questions
from scrutiny.charts.marks import labels
from scrutiny.register.register import Register
from scrutiny.slides import room, slide, text_fit
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import DEFAULT_PARTS, Part, Slide
from scrutiny.ui import ASSETS
from scrutiny.ui.shell.address import (
    ENTRY_PARAM,
    open_entry_id,
    param,
    record_param,
    resolve_view_links,
    same_view_url,
    selected_option,
    selected_options,
)
from scrutiny.ui.shell.choices import ALL, select_many, select_one, show_active_filters, text_box
from scrutiny.ui.shell.context import register_digest, today
from scrutiny.ui.shell.filters import choose_inspections, choose_theme
from scrutiny.ui.shell.sheet_address import clean, sheet_from_address
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.wording import count_of, document_name, inspection_name, join_list, upper_first

SLIDE, NOTES, DARK = "slide", "notes", "dark"
DAY, ITEM = "meeting", "item"
_SHOWN_AT_ONCE = 24
_MOST_NAMES = 2
_LONGEST = 80  # characters of the day of a meeting and of its item, each a line of the first slide
_BACKGROUNDS = {"0": "Light slides", "1": "Dark slides"}
_SIZES = "; ".join(
    f"--{name.lower()}: {getattr(module, name)}"
    for module, names in (
        (slide, "WIDTH MARGIN TITLE BODY BAR_LABEL LABEL"),
        (room, "TOP SOURCE GAP PADDING INDENT LABELS CELL"),
        (text_fit, "LEADING"),
    )
    for name in names.split()
)
# keys, clicker, mouse and fingers change the slide; notes in another window follow
_mount_script: Any = st.components.v2.component(
    "scrutiny_present", js=(ASSETS / "present.js").read_text(encoding="utf-8")
)


def choose_subject(register: Register, default: Choice) -> None:
    """Show the choice of inspection, which is that of `default` unless another is chosen, and of theme."""
    if "," in (param("inspection") or ""):
        choose_inspections(register)
    else:
        names = _inspection_names(register, default)
        select_one("Inspection", "inspection", list(names), names=names.__getitem__, narrows=False, segmented=True)
    choose_theme(register)


def change_deck(register: Register) -> None:
    """Show behind a button which parts there are, the meeting and the background."""
    with st.popover("Change"):
        parts = [part for part in Part if part is not Part.RECOMMENDATIONS or register.recommendations]
        default = [part for part in DEFAULT_PARTS if part in parts]
        select_many("Slides", "part", parts, names=labels(Part).__getitem__, default=default)
        text_box("Date of the meeting", DAY, most=_LONGEST, narrows=False)
        text_box("Agenda item", ITEM, most=_LONGEST, narrows=False)
        select_one(
            "Background", DARK, list(_BACKGROUNDS), names=_BACKGROUNDS.__getitem__, narrows=False, segmented=True
        )


def chosen_deck(register: Register, frames: Frames) -> tuple[Slide, ...]:
    """Make the slides that the address asks for."""
    parts = tuple(Part(part) for part in selected_options("part", list(Part), DEFAULT_PARTS))
    request = chosen(register), chosen_sheet(register), chosen_meeting()
    portion = register_digest(), *(inspection.id for inspection in register.inspections)
    return _made_deck(portion, register, frames, *request, parts, today())


def chosen_sheet(register: Register) -> Sheet:
    """Return the member's sheet of questions; on an empty one, questions are suggested."""
    return sheet_from_address(askable_questions(register, today()))


def chosen_meeting() -> Meeting:
    """Return the meeting that the address tells of."""
    told = {key: clean(param(key) or "")[:_LONGEST] for key in (DAY, ITEM)}
    for key, text in told.items():
        record_param(key, text)
    return Meeting(told[DAY], told[ITEM])


def deck_lead(register: Register, slides: Sequence[Slide]) -> str:
    """Say what the slides are about: “12 slides about Abuse in families: Partnership working.”."""
    number = upper_first(count_of(len(slides), "slide"))
    if {slide.part for slide in slides} == {Part.QUESTIONS}:  # which may be about any paper
        return f"{number}: questions."
    choice = chosen(register)
    names = [inspection.short_title for inspection in choice.inspections_in(register)]
    about = join_list(names) if len(names) <= _MOST_NAMES else count_of(len(names), "inspection")
    themes = [theme.label for theme in register.themes if theme.id in choice.themes]
    on = f": {join_list(themes) if len(themes) <= _MOST_NAMES else count_of(len(themes), 'theme')}" if themes else ""
    return f"{number} about {about}{on}."


def chosen(register: Register) -> Choice:
    """Return the inspections and themes that the address asks for, the newest local inspection by default.

    All inspections of a part of a large register are just those.
    """
    known = [inspection.id for inspection in register.inspections]
    default = about_newest(register).inspections
    if len(known) < len(register.inspections_by_id):  # the part holds just what is asked for
        inspections = tuple(known) if param("inspection") else default
    else:
        asked = selected_options("inspection", [*known, ALL], default)
        inspections = () if ALL in asked else tuple(asked)
    return Choice(
        inspections=inspections,
        themes=tuple(selected_options("themes", list(register.themes_by_id), [])),
    )


def show_slide(register: Register, slides: Sequence[Slide], number: int) -> None:
    """Show one slide on the whole window, without anything of the page around it."""
    asked = open_entry_id(register.known_ids, within=register.entries_by_id)
    opened = register.entries_by_id.get(asked or "")
    place = f"{document_name(register.document(opened))}, {opened.paragraph.label}" if opened else ""
    close = same_view_url({}, without=[ENTRY_PARAM])
    show_html(MACROS.slides_alone(with_notes=False))
    show_html(MACROS.wide_sheets())
    _show("screen", register, slides, number=number, opened=opened, place=upper_first(place), close=close)
    show("present/controls.html")


def show_notes(register: Register, slides: Sequence[Slide], number: int) -> None:
    """Show what the speaker reads on a screen of his own: the slide, the next one, the time and what to say."""
    following = slides[number] if number < len(slides) else None
    show_html(MACROS.slides_alone(with_notes=True))
    _show("notes", register, slides, number=number, one=slides[number - 1], following=following)
    show("present/controls.html")


def show_way_in() -> None:
    """Offer to begin, and to open the speaker's notes beside."""
    show("present/begin.html", first=same_view_url({SLIDE: "1"}), notes=same_view_url({SLIDE: "1", NOTES: "1"}))


def show_deck(register: Register, slides: Sequence[Slide]) -> None:
    """Show the slides in small, each the way to itself."""
    show_active_filters()
    urls = [same_view_url({SLIDE: str(number)}) for number in range(1, len(slides) + 1)]
    show_html(MACROS.wide_sheets())
    _show("deck", register, slides, urls=urls, at_once=_SHOWN_AT_ONCE)


def _show(template: str, register: Register, slides: Sequence[Slide], **context: object) -> None:
    is_dark = selected_option(DARK, list(_BACKGROUNDS)) == "1"
    more = {
        "dark": is_dark,
        "sizes": _SIZES,
        "headline_size": room.headline_size,
        "BODY": slide.BODY,
        "list_gap": room.list_gap,
    }
    html = render(f"present/{template}.html", register=register, slides=slides, **more, **context)
    show_html(resolve_view_links(html))
    _mount_script(key="present", height=1)


def _inspection_names(register: Register, choice: Choice) -> dict[str, str]:
    """Name what the slides can be about: what they are about by default, the other inspections, and all of them."""
    names = {one.id: inspection_name(register, one) for one in reversed(register.inspections)}
    first = [one for one in choice.inspections if one in names]
    return {one: names[one] for one in (*first, *names)} | {ALL: "All inspections"}


@st.cache_resource(
    show_spinner="Making the slides …", max_entries=30, hash_funcs={Choice: repr, Sheet: repr, Meeting: repr}
)
def _made_deck(
    portion: tuple[str, ...],  # noqa: ARG001  # tells the cache which register it is, and which part of it
    _register: Register,
    _frames: Frames,
    choice: Choice,
    sheet: Sheet,
    meeting: Meeting,
    parts: tuple[Part, ...],
    day: date,
) -> tuple[Slide, ...]:
    return build_deck(DeckRequest(_register, _frames, choice, sheet, day, meeting), parts)
