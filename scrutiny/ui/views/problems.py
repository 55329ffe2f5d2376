"""What readers see while the files have errors, and what the curator sees of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from html import escape

import streamlit as st

from scrutiny.register.problems import Problem
from scrutiny.store import Snapshot, data_folder
from scrutiny.ui.shell.context import is_curator, today
from scrutiny.ui.shell.links import page_link
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.views.table import Row, escape_cells, html_table
from scrutiny.wording import format_day

PROBLEMS = "problems"
_HEADS = ("File and line", "Entry", "Field", "What is wrong", "Nearest that is known")
_MOST_SHOWN = 200


def no_register(found: Snapshot) -> None:
    """Say that there is no register to show, and on the curator's machine what to mend."""
    st.title("The register cannot be shown at the moment", anchor=False)
    st.markdown("Its files are being put in order. As soon as that is done, it is shown here by itself.")
    if is_curator():
        problem_tables(found)


def edited_note(found: Snapshot) -> None:
    """Say quietly that the files are being edited, and from when the register is that is shown."""
    if found.is_edited and found.read_at:
        way = page_link(PROBLEMS, {}, "See what is wrong") if is_curator() else ""
        words = escape(f"Data being edited: showing the register as of {_moment(found.read_at)}")
        st.html(f'<p class="edited" role="status">{words} {way}</p>')


def problem_tables(found: Snapshot) -> None:
    """Show every problem of the files as they are now, errors first, or say that there is none."""
    st.markdown(escape_markdown(f"These are the files in {data_folder().resolve()}."))
    warnings = [problem for problem in found.problems if problem not in found.errors]
    if not found.problems:
        st.markdown("There are no problems.")
    if found.errors:
        _table("Errors: readers see none of the edits until these are mended", found.errors)
    if warnings:
        _table("Warnings: these keep nothing from being shown", warnings)


def _table(caption: str, problems: Sequence[Problem]) -> None:
    """Show problems as a table, word for word."""
    more = len(problems) - _MOST_SHOWN
    st.html(html_table(f"{caption} ({len(problems)})", _HEADS, (_row(problem) for problem in problems[:_MOST_SHOWN])))
    if more > 0:
        st.markdown(f"{more} more are told once some of these are mended, and by `python -m scrutiny check`.")


def _row(problem: Problem) -> Row:
    """Write a problem as cells of HTML."""
    where = f"{problem.file}:{problem.line}"
    return escape_cells((where, problem.entry, problem.field, problem.message, problem.nearest or ""))


def _moment(moment: datetime) -> str:
    """Give the time of a moment by the reader's own clock, with the day where that is not today."""
    ahead = st.context.timezone_offset
    local = moment.astimezone(None if ahead is None else timezone(timedelta(minutes=-ahead)))
    day = "" if local.date() == today() else f" on {format_day(local.date())}"
    return f"{local:%H:%M}{day}"
