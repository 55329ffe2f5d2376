"""What readers see while the files have errors, and what the curator sees of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import streamlit as st

from scrutiny.register.problems import Problem
from scrutiny.store import Snapshot, data_folder
from scrutiny.ui.shell.as_of import AS_OF
from scrutiny.ui.shell.context import is_curator, setting_problems, today
from scrutiny.ui.shell.markup import escape_markdown
from scrutiny.ui.shell.templates import MACROS, show, show_html
from scrutiny.wording import format_day

_HEADS = ("File and line", "Entry", "Field", "What is wrong", "Did you mean")
_MAX_SHOWN = 200


def no_register(snapshot: Snapshot) -> None:
    """Say that there is nothing to show, and which settings are wrong, or on the curator's machine what to mend."""
    st.title("The dashboard cannot be shown at the moment", anchor=False)
    if wrong := setting_problems():
        st.markdown("\n\n".join(map(escape_markdown, ("A setting is wrong.", *wrong))))
        return
    st.markdown("Its data is being put in order. It will appear here as soon as that is done.")
    if is_curator():
        problem_tables(snapshot)


def edited_note(snapshot: Snapshot) -> None:
    """Say quietly that the files are being edited, and how old the data is that is shown."""
    if snapshot.is_edited and snapshot.read_at and AS_OF not in st.query_params:
        show("edited_note.html", moment=_local_time(snapshot.read_at), is_curator=is_curator())


def problem_tables(snapshot: Snapshot) -> None:
    """Show every problem of the files as they are now, errors first, or say that there is none."""
    st.markdown(escape_markdown(f"The files are in {data_folder().resolve()}."))
    warnings = [problem for problem in snapshot.problems if problem not in snapshot.errors]
    if not snapshot.problems:
        st.markdown("There are no problems.")
    if snapshot.errors:
        _show_problems("Errors: until these are mended, readers see none of your changes", snapshot.errors)
    if warnings:
        _show_problems("Warnings: readers see your changes all the same", warnings)


def _show_problems(caption: str, problems: Sequence[Problem]) -> None:
    rows = [
        (f"{problem.file}:{problem.line}", problem.entry, problem.field, problem.message, problem.nearest or "")
        for problem in problems[:_MAX_SHOWN]
    ]
    show_html(MACROS.table(f"{caption} ({len(problems)})", _HEADS, rows))
    if len(problems) > _MAX_SHOWN:
        more = len(problems) - _MAX_SHOWN
        st.markdown(f"There are {more} more. Mend some of these first, or run `python -m scrutiny check`.")


def _local_time(moment: datetime) -> str:
    """Return the time of a moment by the reader's own clock, with the day where that is not today."""
    offset = st.context.timezone_offset
    local = moment.astimezone(None if offset is None else timezone(timedelta(minutes=-offset)))
    day = "" if local.date() == today() else f" on {format_day(local.date())}"
    return f"{local:%H:%M}{day}"
