"""What the register holds, in a headline and a table."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from scrutiny.analysis.batches import BATCH_SIZE
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.summary import COUNT_COLUMNS, InspectionCounts, accountability_totals, counts_by_inspection
from scrutiny.register.records import Settings
from scrutiny.register.register import Register
from scrutiny.ui.shell.links import page_link
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.table import Row, escape_cells, html_table
from scrutiny.wording import count_of, inspection_name

_HEADS = ["Inspection", "Scope", "Documents held", "Known, not held", *COUNT_COLUMNS.values()]


def headline(counts: Sequence[InspectionCounts]) -> str:
    """State how much the register holds."""
    entries = sum(sum(one.entries.values()) for one in counts)
    held, unread = sum(one.held for one in counts), sum(one.not_held for one in counts)
    return (
        f"The register holds {count_of(entries, 'entry', 'entries')} on {count_of(len(counts), 'inspection')}, read "
        f"in {count_of(held, 'document')}. Known but not held: {count_of(unread, 'further document')}."
    )


def how_recent(settings: Settings, today: date) -> str:
    """Say when the register was last reviewed, and how long ago that is."""
    days = (today - settings.reviewed_on.earliest).days
    ago = f", {count_of(days, 'day')} ago" if days > 0 else ""
    return (
        f"Counts are counts of entries: of what was written, not of how things are. "
        f"Register last reviewed on {settings.reviewed_on.printed}{ago}."
    )


def ways_in() -> None:
    """Offer ways into the register."""
    ways = [
        page_link("themes", {"order": "again"}, "Themes with concerns in several inspections"),
        page_link("timeline", {}, "What was when"),
        page_link("present", {}, "Present it in the meeting"),
        page_link("search", {}, "Look for a word"),
    ]
    st.html(f'<p class="around">{" · ".join(ways)}</p>')


def three_sentences(register: Register) -> None:
    """State what the pages that hold to account show, each with the way to its page.

    Where fewer inspections stand below than are counted here, the number that is counted is said.
    """
    found = accountability_totals(register)
    lines = [
        page_link("answers", {}, "Answers")
        + f": of {count_of(found.local_concerns, 'local concern')} that inspectors are said to have raised and a reply "
        f"is held to, {count_of(found.acknowledged_only, 'is', 'are')} acknowledged only.",
        page_link("commitments", {}, "Commitments")
        + f": of {count_of(found.commitments, 'commitment')}, {count_of(found.with_date, 'names', 'name')} a date "
        f"and {count_of(found.with_measure, 'names', 'name')} a measure.",
        page_link("pairs", {}, "Pairs")
        + f": {count_of(found.pairs, 'pair')} of entries stand side by side, {found.strong_pairs or 'none'} of them "
        "strong.",
    ]
    number = len(register.inspections)
    lead = f'<p class="around">On all {count_of(number, "inspection")} that fit:</p>' if number > BATCH_SIZE else ""
    st.html(f'{lead}<ul class="around">{"".join(f"<li>{line}</li>" for line in lines)}</ul>')


def contents_table(register: Register) -> None:
    """Show one line for each inspection, with a link to its page; many of them stand in a fold."""
    number = len(register.inspections)
    rows = current_rows([number], "contents")
    table = with_pager(rows, _contents(register, rows.first, rows.last))
    if number > BATCH_SIZE:
        table = f'<details class="rows"><summary>{count_of(number, "inspection")}</summary>{table}</details>'
    st.html(table)


@cached_per_register
def _contents(register: Register, first: int, last: int) -> str:
    """Write some lines of the table of inspections."""
    counts = counts_by_inspection(register)[first:last]
    return html_table("Inspections in the order of time", _HEADS, (_row(register, one) for one in counts))


def _row(register: Register, counts: InspectionCounts) -> Row:
    inspection = counts.inspection
    link = page_link("inspection", {"inspection": inspection.id}, inspection_name(register, inspection))
    numbers = (counts.entries[kind] for kind in COUNT_COLUMNS)
    return [link, *escape_cells([inspection.scope.label, counts.held, counts.not_held, *numbers])]
