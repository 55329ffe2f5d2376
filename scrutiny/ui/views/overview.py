"""What there is, in a headline and a table."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from scrutiny.analysis.answers import answers
from scrutiny.analysis.batches import BATCH_SIZE
from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.summary import COUNT_COLUMNS, InspectionCounts, counts_by_inspection
from scrutiny.charts.answers import answers_headline
from scrutiny.charts.commitments import commitments_headline
from scrutiny.charts.pairs import pairs_headline
from scrutiny.register.records import Settings
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.links import page_link
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.table import html_table
from scrutiny.wording import count_of, inspection_name, lower_first, upper_first

_HEADS = [
    "Inspection",
    "Local or national",
    "Documents read",
    "Not read",
    *(upper_first(count.plural) for count in COUNT_COLUMNS.values()),
]


def headline(counts: Sequence[InspectionCounts]) -> str:
    """State what this is drawn from."""
    points = sum(one.points for one in counts)
    read, unread = sum(one.held for one in counts), sum(one.not_held for one in counts)
    return (
        f"{upper_first(count_of(points, 'point'))} from {count_of(read, 'document')} about "
        f"{count_of(len(counts), 'inspection')}. {upper_first(count_of(unread, 'more document'))} "
        f"{'was' if unread == 1 else 'were'} not read."
    )


def how_recent(settings: Settings, on: date) -> str:
    """Say what the numbers count, and when they were last checked."""
    days = (on - settings.reviewed_on.earliest).days
    ago = f", {count_of(days, 'day')} ago" if days > 0 else ""
    return f"{COUNT_CAVEATS[0]} Last checked {settings.reviewed_on.printed}{ago}."


def show_highlights(register: Register) -> None:
    """Show what these papers say in a few sentences, each with the way to the entries that it rests on."""
    if register.highlights:
        show("overview/highlights.html", highlights=register.highlights)


def ways_in() -> None:
    """Offer ways on."""
    show("overview/ways_in.html")


def three_sentences(register: Register) -> None:
    """State what the pages that hold to account show, each with the way to its page.

    Where fewer inspections stand below than are counted here, the number that is counted is said.
    """
    number = len(register.inspections)
    concerns = answers(register)
    local = concerns[(concerns["scope"] == Scope.LOCAL) & ~concerns["own_view"]]
    show(
        "overview/totals.html",
        answers=lower_first(answers_headline(local, Scope.LOCAL)),
        commitments=lower_first(commitments_headline(checkable_commitments(register, today()))),
        pairs=lower_first(pairs_headline(pairs(register))),
        inspections=number if number > BATCH_SIZE else None,
    )


def contents_table(register: Register) -> None:
    """Show one line for each inspection, with a link to its page; many of them stand in a fold."""
    number = len(register.inspections)
    rows = current_rows([number], "contents")
    table = with_pager(rows, _contents(register, rows.first, rows.last))
    show_html(render("overview/fold.html", number=number, table=table) if number > BATCH_SIZE else table)


@cached_per_register
def _contents(register: Register, first: int, last: int) -> Markup:
    rows = [
        (
            page_link("inspection", {"inspection": row.inspection.id}, inspection_name(register, row.inspection)),
            row.inspection.scope.label,
            row.held,
            row.not_held,
            *(row.entries[kind] for kind in COUNT_COLUMNS),
        )
        for row in counts_by_inspection(register)[first:last]
    ]
    return html_table("Inspections, oldest first", _HEADS, rows)
