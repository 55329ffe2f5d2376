"""The sheet of questions: reworded, put in order, and taken to the meeting; all of it stands in the address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.batches import subset
from scrutiny.analysis.questions import (
    MAX_QUESTIONS,
    OWN_PREFIX,
    Sheet,
    SheetQuestion,
    questions,
)
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import param, record_param, resolve_view_links, same_view_url, set_params
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.downloads import sheet_button
from scrutiny.ui.shell.pager import current_rows, pager
from scrutiny.ui.shell.sheet_address import (
    MAX_ENCODED,
    MAX_LENGTH,
    PICKED_PARAM,
    WORDS_PARAM,
    clean,
    sheet_params,
)
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.wording import document_name

_EDIT = "edit"
_WORDING, _OWN, _REFUSED = "the wording that is typed", "the own question that is typed", "why the words were not kept"
_SHOWN_AT_ONCE = 5


@dataclass(frozen=True)
class _Line:
    """A question of the sheet as it is shown: its number, the papers that it rests on, and what can be done with it.

    `places` are the papers in words with the id of a point that stands there; `ways` are addresses by what they do.
    """

    number: int
    question: SheetQuestion
    theme: str
    places: Mapping[str, str]
    is_reworded: bool
    ways: Mapping[str, str]


def ways_to_take(register: Register, sheet: Sheet) -> None:
    """Offer to print the sheet, to download it for Word and to show it as slides."""
    if sheet.picked:
        show("questions/take.html", query={"part": "questions"} | sheet_params(sheet))
        sheet_button(register, sheet)


def show_sheet(register: Register, sheet: Sheet) -> None:
    """Show the sheet, a line each; the one that is edited as a box."""
    ways = {}
    is_own = param(PICKED_PARAM) is not None
    if is_own:
        ways["Suggest questions again"] = same_view_url({}, without=[PICKED_PARAM, WORDS_PARAM])
    if sheet.picked:
        ways["Clear the sheet"] = same_view_url(sheet_params(Sheet()), without=[WORDS_PARAM])
    show("questions/head.html", number=len(sheet.picked), ways=ways, is_own=is_own)
    if refused := st.session_state.pop(_REFUSED, ""):
        st.warning(refused)
    lines = list(_lines(register, sheet))
    edited = next((line for line in lines if line.question.id == param(_EDIT)), None)
    if edited:
        record_param(_EDIT, edited.question.id)
        _show_lines(register, lines[: edited.number - 1])
        _edit(sheet, edited)
        _show_lines(register, lines[edited.number :])
    else:
        _show_lines(register, lines)
    if not lines:
        st.info("The sheet is empty. Add a suggestion from below, or write your own question.")
    if len(lines) < MAX_QUESTIONS:
        _add_own(sheet)


def show_suggestions(register: Register, sheet: Sheet, fitting: Sequence[SheetQuestion]) -> None:
    """Show the questions that fit the filters and are not on the sheet, the first few open, each to be added."""
    left = [question for question in fitting if question.id not in sheet.picked]
    rows = current_rows([len(left)])
    shown = left[rows.first : rows.last]
    # one address for all of them, with a place for the question
    adding = _way(sheet, [*sheet.picked, "\0"]) if len(sheet.picked) < MAX_QUESTIONS else None
    html = render(
        "questions/suggestions.html",
        register=register,
        number=len(left),
        first=shown[:_SHOWN_AT_ONCE],
        rest=shown[_SHOWN_AT_ONCE:],
        adding=adding,
        most=MAX_QUESTIONS,
    )
    show_html(resolve_view_links(html))
    if rows.sheets > 1:
        show_html(pager(rows))


def question_list(register: Register, full_id: str) -> Markup:
    """Return the questions that an entry gives rise to, for its card; empty if there are none."""
    inspection = full_id.partition(".")[0]
    from_gaps = questions(subset(register, (inspection,)), today()).values()
    written = [question.text for question in register.questions if full_id in question.entries]
    made = [question.text for question in from_gaps if question.gap and question.about == full_id]
    texts = written or made
    listed: Markup = MACROS.bullets(texts) if texts else Markup()
    return listed


def _show_lines(register: Register, lines: Sequence[_Line]) -> None:
    if lines:
        show_html(resolve_view_links(render("questions/sheet.html", register=register, lines=lines)))


def _lines(register: Register, sheet: Sheet) -> Iterable[_Line]:
    asked = sheet.asked(register, today())
    for place, question in enumerate(asked):
        others = [one for one in sheet.picked if one != question.id]
        moves = {
            "Edit": same_view_url(sheet_params(sheet) | {_EDIT: question.id}),
            "Up": _way(sheet, [*others[: place - 1], question.id, *others[place - 1 :]]) if place else "",
            "Down": _way(sheet, [*others[: place + 1], question.id, *others[place + 1 :]]) if others[place:] else "",
            "Remove": _way(sheet, others),
        }
        yield _Line(
            place + 1,
            question,
            register.themes_by_id[question.theme].label if question.theme else "Your own question",
            places(register, question.entries),
            bool(question.entries) and question.id in sheet.wordings,
            moves,
        )


def places(register: Register, entries: Iterable[str]) -> dict[str, str]:
    """Name the papers and paragraphs in which entries stand, each once, with the first entry there."""
    places: dict[str, str] = {}
    for full_id in entries:
        entry = register.entries_by_id[full_id]
        places.setdefault(f"{document_name(register.document(entry))}, {entry.paragraph.label}", full_id)
    return places


def _way(sheet: Sheet, picked: Sequence[str]) -> str:
    """Return the address of this view with another sheet."""
    return same_view_url(sheet_params(replace(sheet, picked=tuple(picked))), without=[WORDS_PARAM, _EDIT])


def _edit(sheet: Sheet, line: _Line) -> None:
    """Show a box with the words of a question; an empty one brings our own words back."""
    name, own = line.question.id, line.question.id.startswith(OWN_PREFIX)
    widget = f"{_WORDING} {name}"

    def save() -> None:
        text = clean(st.session_state[widget])
        wordings = {key: words for key, words in sheet.wordings.items() if key != name}
        is_new = text and (own or text != line.question.text or name in sheet.wordings)
        gone = own and not text
        picked = tuple(one for one in sheet.picked if one != name) if gone else sheet.picked
        _write(Sheet(picked, wordings | ({name: text} if is_new else {})))

    with st.form("edit-question", border=False):
        st.session_state.setdefault(widget, line.question.text)
        st.text_area(f"Question {line.number}", key=widget, max_chars=MAX_LENGTH, height=110)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.form_submit_button("Save", on_click=save, type="primary")
            help_text = "" if own else "Leave it empty to go back to our wording."
            show("questions/cancel.html", url=same_view_url({}, without=[_EDIT]), help=help_text)


def _add_own(sheet: Sheet) -> None:
    """Show a box for a question of the member's own."""

    def add() -> None:
        text = clean(st.session_state[_OWN])
        if text:
            numbers = [int(end) for one in sheet.picked if (end := one.removeprefix(OWN_PREFIX)).isdecimal()]
            name = f"{OWN_PREFIX}{max(numbers, default=0) + 1}"
            _write(Sheet((*sheet.picked, name), {**sheet.wordings, name: text}))

    with (
        st.form("own-question", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            "Write your own question", key=_OWN, max_chars=MAX_LENGTH, placeholder="What has changed since …?"
        )
        st.form_submit_button("Add", on_click=add)


def _write(sheet: Sheet) -> None:
    """Write a sheet to the address, unless its words are too long for a link."""
    params = sheet_params(sheet)
    if len(params.get(WORDS_PARAM, "")) > MAX_ENCODED:
        st.session_state[_REFUSED] = "That is too much text for one link. Shorten a question, then save again."
        return
    set_params({WORDS_PARAM: None, _EDIT: None, **params})
