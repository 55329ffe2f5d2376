"""The question sheet: what is picked stands in the address, the wording in the member's own window."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.batches import subset
from scrutiny.analysis.facts import reference
from scrutiny.analysis.questions import MAX_SUGGESTED, SheetQuestion, questions, suggest
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import PICKED_PARAM, known_ids_param, same_view_url, set_list_param
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.pager import current_rows, pager
from scrutiny.ui.shell.templates import render, show, show_html

_OWN = "own questions"
_MAX_LENGTH = 1000


def explain_suggestions() -> None:
    """Say what is suggested, and that a member's own wording is not saved."""
    st.caption(
        f"Up to {MAX_SUGGESTED} suggestions, newest inspection first. Your wording and your own questions are not "
        "saved: download or print them before you leave this page."
    )


def show_sheet(register: Register, found: Mapping[str, SheetQuestion], shown: Sequence[SheetQuestion]) -> None:
    """Show the sheet: each question can be reworded, moved and taken off; own questions follow.

    `found` are all questions by their id, `shown` those that fit the filters, from which the sheet is suggested.
    """
    picked = _picked(found, shown)
    for place, name in enumerate(picked):
        _question(register, found[name], picked, place)
    if not picked:
        st.info("The sheet is empty. Add a suggestion from below, or write your own question.")
    own = st.text_area(
        "Add your own questions (one per line)",
        key=_OWN,
        max_chars=_MAX_LENGTH,
        placeholder="Commissioner, …",
        height=110,
    )
    wordings = [(str(st.session_state[f"wording {name}"]), _remark(register, found[name])) for name in picked]
    wordings += [(line.strip(), "") for line in (own or "").splitlines() if line.strip()]
    show("questions/present.html", query={PICKED_PARAM: ",".join(picked)})
    title, as_of = f"Questions: {register.settings.title}", register.settings.reviewed_on.printed
    st.download_button(
        "Download as text",
        data=lambda: question_sheet(title, wordings, as_of=as_of).encode("utf-8-sig"),
        file_name=f"questions-{today().isoformat()}.txt",
        mime="text/plain",
        on_click="ignore",
    )


def question_sheet(title: str, wordings: Sequence[tuple[str, str]], *, as_of: str) -> str:
    """Write numbered questions, each with what is to be read with it, as plain text with CRLF line ends.

    `wordings` are pairs of a question and of a remark, such as a caution or a source; a remark may be empty.
    """
    lines = [title, f"Last checked {as_of}", ""]
    for number, (wording, remark) in enumerate(wordings, start=1):
        lines += [f"{number}. {wording}", *([f"   {remark}"] if remark else []), ""]
    return "\r\n".join(lines)


def show_gaps(found: Mapping[str, SheetQuestion], shown: Sequence[SheetQuestion]) -> None:
    """Offer the questions that fit the filters and are not on the sheet, to be added to it, at most 200 at a time."""
    picked = _picked(found, shown)
    left = [question for question in shown if question.id not in picked]
    st.subheader("More suggestions", anchor=False)
    if not left:
        st.info("All the questions that fit the filters are on the sheet.")
        return
    rows = current_rows([len(left)])
    among = f" ({rows})" if rows.sheets > 1 else ""
    texts = {question.id: f"{question.label}: {question.text}" for question in left[rows.first : rows.last]}
    chosen = st.selectbox(
        f"{len(left)} more, newest inspection first{among}. Type to search",
        list(texts),
        index=None,
        format_func=lambda name: texts[name],
        placeholder="Choose a question to read it",
    )
    if rows.sheets > 1:
        show_html(pager(rows))
    if chosen:
        st.text(texts[chosen])
        st.button("Add it to the sheet", on_click=set_list_param, args=(PICKED_PARAM, [*picked, chosen]))


def question_list(register: Register, full_id: str) -> Markup:
    """Return the questions that an entry gives rise to, for its card; empty if there are none."""
    inspection = full_id.partition(".")[0]
    from_gaps = questions(subset(register, (inspection,)), today()).values()
    written = [question.text for question in register.questions if full_id in question.entries]
    made = [question.text for question in from_gaps if question.gap and question.about == full_id]
    return render("questions/questions.html", texts=written or made)


def _picked(found: Mapping[str, SheetQuestion], shown: Sequence[SheetQuestion]) -> list[str]:
    """Return the ids of the questions on the sheet: those of the address in its order, or else the suggested."""
    return known_ids_param(PICKED_PARAM, found, [question.id for question in suggest(shown)])


def _question(register: Register, question: SheetQuestion, picked: list[str], place: int) -> None:
    """Show one question of the sheet, with what can be done with it."""
    others = [name for name in picked if name != question.id]
    moves = {"Remove": others}
    if place > 0:
        moves["Up"] = [*others[: place - 1], question.id, *others[place - 1 :]]
    if place < len(others):
        moves["Down"] = [*others[: place + 1], question.id, *others[place + 1 :]]
    links = {words: same_view_url({PICKED_PARAM: ",".join(moved)}) for words, moved in moves.items()}
    with st.container(border=True, key=f"question-{place}"):
        st.text_area(
            f"{place + 1}. {question.label}",
            value=question.text,
            key=f"wording {question.id}",
            max_chars=len(question.text) + _MAX_LENGTH,
        )
        show("questions/question.html", register=register, question=question, links=links)


def _remark(register: Register, question: SheetQuestion) -> str:
    """Say what is to be read with a question: whom it is for, a pair's caution, and where its words are."""
    caution = f"Caution: {question.caution}" if question.caution else ""
    sources = "; ".join(reference(register, register.entries_by_id[entry]) for entry in question.entries)
    return " ".join(filter(None, [f"To: {question.addressee}.", caution, f"Source: {sources}."]))
